"""Earlier workers and their managers hear of a contact, and other professionals who are to be told are named."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import needed, not_future
from hearth.services.frontdoor.models import Contact, EarlierTold, Telling
from hearth.services.frontdoor.relatives import professionals


@action(capabilities.WORK)
def tell_earlier(
    reader: Reader, contact_id: UUID, potential_id: int, *, whom: str, name: str, told_at: datetime, how: str
) -> EarlierTold:
    """Record that the worker who last held a closed case, or that worker's manager, was written to, when and how."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    potential = contact.potential_referrals.filter(pk=potential_id).first()
    if potential is None:
        raise Invalid("There is no new referral record of this child here.")
    if potential.told.filter(whom=whom).exists():
        raise Invalid({"whom": "They have been written to already."})
    not_future("told_at", told_at)
    needed({"name": name, "how": how}, {"name": "Name who was written to.", "how": "Say how: by e-mail to which address."})
    made = EarlierTold.objects.create(
        potential=potential, whom=whom, name=name.strip(), told_at=told_at, how=how.strip(), by=reader.user, at=worktime.now()
    )
    timeline.record(
        events.EarlierWorkerTold(child=potential.person_id, whom=whom),
        subjects.of_contact(contact),
        about=[timeline.Subject("person", potential.person_id)],
        happened_at=told_at,
    )
    return made


@action(capabilities.TELL)
def mark_to_be_told(reader: Reader, contact_id: UUID, professional_id: UUID) -> Telling:
    """Say that another professional is to be told, as is right where they work with a child; the limit on telling them opens."""
    contact = check(Contact, contact_id, reader, capabilities.TELL, for_update=True)
    known = next((one for one in professionals(reader, contact) if one.pk == professional_id), None)
    if known is None:
        raise Invalid("Choose a professional who works with a child on this contact.")
    if contact.tellings.filter(whom="professional", professional_id=professional_id).exists():
        raise Invalid(f"It has been said already whether {known.name} is told.")
    made = Telling.objects.create(
        contact=contact,
        whom="professional",
        professional_id=professional_id,
        name=known.name,
        status="to_tell",
        decided_by=reader.user,
        decided_at=worktime.now(),
    )
    timeline.record(events.ProfessionalToTell(telling=made.pk), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def no_longer_to_tell(contact: Contact, telling: Telling) -> None:
    """Withdraw that a professional was to be told: it was decided otherwise, so nothing is owed to them."""
    rows = Event.objects.filter(
        home__kind="contact", home__subject_id=contact.pk, kind=events.ProfessionalToTell.code, data__telling=str(telling.pk)
    )
    for event in rows:
        timeline.withdraw(event)
