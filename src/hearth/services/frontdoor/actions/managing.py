"""The manager's oversight of every contact: seen, with a direction where one is needed."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Person, ServiceEpisode
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import duty_managers, notify
from hearth.services.frontdoor.models import Contact, ContactLine, Handling
from hearth.services.frontdoor.pack import front_door

MAILBOX = {"email", "secure_email"}


@action(capabilities.TRIAGE)
def review_contact(reader: Reader, contact_id: UUID, *, direction: str = "") -> Handling:
    """Mark that the manager has seen a contact, with a direction for whoever works on it.

    A contact that waits for the manager's review needs the direction: Invalid without. Each look is kept.
    """
    contact = check(Contact, contact_id, reader, capabilities.TRIAGE, for_update=True)
    if awaits_review(contact) and not direction.strip():
        raise Invalid({"direction": "Say what is to be done with this message."})
    made = Handling.objects.create(contact=contact, what="seen", words=direction.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.ManagerReviewed(), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def awaits_review(contact: Contact) -> bool:
    """Did a secure message about a known child come that the manager has given no direction on since?"""
    asked = False
    for one in contact.handlings.all():
        if one.what == "to_review":
            asked = True
        elif one.what == "seen" and one.words:
            asked = False
    return asked


def keep_direction(reader: Reader, contact: Contact, user: User, direction: str) -> None:
    """Keep what the manager said to whom a contact was given."""
    if direction.strip():
        Handling.objects.create(contact=contact, what="given", words=direction.strip(), to=user, by=reader.user, at=worktime.now())


def tell_manager_of_mailbox(contact: Contact) -> None:
    """A contact found in the mailbox is forwarded to the managers on duty, once, where the pack asks it."""
    if front_door().manager_sees_mailbox and contact.channel in MAILBOX:
        title = f"A contact came by {contact.get_channel_display().lower()}: contact {_number(contact)}, for your oversight"
        notify(duty_managers(), contact, title, "mailbox")


def ask_review_of_known(contact: Contact, person_id: UUID) -> None:
    """A secure message about a child who is known waits for the manager's review, where the pack asks it."""
    if not front_door().manager_sees_mailbox or contact.channel != "secure_email":
        return
    if contact.handlings.filter(what="to_review").exists() or not _is_known(contact, person_id):
        return
    Handling.objects.create(contact=contact, what="to_review", by=contact.taken_by, at=worktime.now())
    timeline.record(events.KnownChildMessage(), subjects.of_contact(contact), about=[timeline.Subject("person", person_id)])


def _is_known(contact: Contact, person_id: UUID) -> bool:
    earlier = ContactLine.objects.filter(person_id=person_id).exclude(contact=contact).exists()
    served = ServiceEpisode.objects.filter(person_id=person_id).exists()
    return earlier or served or Person.objects.filter(pk=person_id, relationships__isnull=False).exists()


def _number(contact: Contact) -> int:
    return Contact.objects.values_list("number", flat=True).get(pk=contact.pk)
