"""Who answers for a contact's timescales, and who may see them: asked by the standards room."""

from collections.abc import Iterable
from uuid import UUID

from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty
from hearth.foundation.standards.owing import checks_sight_of, who_owes
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door


@who_owes("contact")
def answers_for(contact_id: UUID, role: str) -> Iterable[User]:
    """Whoever holds the contact, where they hold the role; else everybody who holds it in the contact's team."""
    contact = Contact.objects.select_related("holder").get(pk=contact_id)
    # Out-of-hours may have nobody in the role that owes it: the front door answers then.
    team = on_duty([role], contact.team) or on_duty([role], front_door().team)
    return [contact.holder] if contact.holder in team else team


@checks_sight_of("contact")
def check_sight_of_contact(reader: Reader, contact_id: UUID, per: str | None) -> None:
    """The contact, and the child's own line where a timescale is that child's."""
    check(Contact, contact_id, reader, capabilities.VIEW)
    for line_id, person_id in ContactLine.objects.filter(contact=contact_id).values_list("pk", "person_id"):
        if str(person_id) == per:
            check(ContactLine, line_id, reader, capabilities.VIEW)
