"""Closing a contact: everything decided, accepted and told; otherwise it names what is missing."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.missing import still_missing
from hearth.services.frontdoor.models import Contact


@action(capabilities.TELL)
def close_contact(reader: Reader, contact_id: UUID) -> Contact:
    """Close a contact. Raises Invalid naming everything that is still missing."""
    contact = check(Contact, contact_id, reader, capabilities.TELL, for_update=True)
    if not contact.is_open:
        raise Invalid("This contact is closed already.")
    missing = still_missing(contact)
    if missing:
        raise Invalid("Before it can close: " + "; ".join(missing) + ".")
    return close(contact)


def close(contact: Contact, reason: str | None = None) -> Contact:
    """Write that nothing more is to be done on a contact."""
    contact.stage, contact.closed_at = "closed", worktime.now()
    contact.version += 1
    contact.save()
    timeline.record(events.ContactClosed(reason=reason), subjects.of_contact(contact), about=subjects.children(contact))
    return contact
