"""What is still missing on a contact before it is complete."""

from hearth.people.models import Person, Relationship
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door

UNDECIDED_ADULTS = "decide whether each adult of the family is told"


def still_missing(contact: Contact) -> list[str]:
    """In words: children undecided, work nobody accepted, people not told, steps not talked through."""
    door = front_door()
    missing = []
    lines = list(contact.lines.all())
    undecided = sum(1 for line in lines if not line.outcome)
    if undecided:
        missing.append("decide the outcome for every child")
    offers = list(contact.hand_overs.all())
    if any(one.accepted_at is None and one.withdrawn_at is None for one in offers):
        missing.append("what was passed on has to be accepted by name")
    accepted = {one.line_id for one in offers if one.accepted_at is not None}
    for line in lines:
        outcome = door.outcome(line.outcome)
        waits = any(one.line_id == line.pk and one.withdrawn_at is None for one in offers)
        if outcome and outcome.passes_on and line.pk not in accepted and not waits:
            missing.append("pass on again what was declined or taken back")
            break
    missing += untold(contact)
    steps = any((outcome := door.outcome(line.outcome)) and outcome.needs_steps for line in lines)
    if steps and not contact.steps_discussions.exists():
        missing.append("talk the recommended steps through with the referrer, or say why they could not be reached")
    return missing


def untold(contact: Contact) -> list[str]:
    """Who has still to be told, or nobody has decided whether they are."""
    missing = []
    tellings = list(contact.tellings.all())
    if any(one.whom == "referrer" and one.status == "to_tell" for one in tellings):
        missing.append("the referrer is not yet told")
    if any(one.whom == "family" and one.status == "to_tell" for one in tellings):
        missing.append("an adult of the family is not yet told")
    if any(one.whom == "professional" and one.status == "to_tell" for one in tellings):
        missing.append("another professional is not yet told")
    if undecided_adults(contact):
        missing.append(UNDECIDED_ADULTS)
    return missing


def undecided_adults(contact: Contact) -> bool:
    """Is there an adult of the family of whom nobody has decided whether they are told?"""
    settled = [one.person_id for one in contact.tellings.all() if one.whom == "family"]
    rows = Relationship.objects.filter(
        person_id__in=[line.person_id for line in contact.lines.all()], ended_on=None, relative__kind=Person.ADULT
    )
    return rows.exclude(relative_id__in=settled).exists()
