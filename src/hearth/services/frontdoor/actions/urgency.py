"""Urgency: proposed, set, raised, confirmed. Urgent work waits for nobody's confirmation."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.gathering import Lists, fill, gather
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.models import Contact, Grading
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.weighing import known, suggested_grade


@action(capabilities.PROPOSE_GRADE, capabilities.CONFIRM_GRADE)
def set_grade(reader: Reader, contact_id: UUID, *, grade: str, reasons: str) -> Grading:
    """Set a contact's urgency.

    A first or a higher grade takes effect at once, whoever gives it, and its limit counts from receipt. A lower one
    given by somebody who may only propose takes effect when it is confirmed. One below what the noted facts suggest
    needs a manager's reason; until a manager gives it, the suggested grade holds, so that no clock is missing.
    """
    contact = check(Contact, contact_id, reader, capabilities.VIEW, for_update=True)
    door = front_door()
    if door.grade(grade) is None:
        raise Invalid({"grade": "Choose one of the grades."})
    if not reasons.strip():
        raise Invalid({"reasons": "Say why this is the right urgency."})
    if not contact.is_open:
        raise Invalid("This contact is closed. Record a new contact, or more information on it.")
    gather(Lists([contact], ["lines", "factors", "answers"]))
    lines = list(contact.lines.all())
    fill(lines, Person.objects.all())
    suggestion = suggested_grade(known(contact, lines))
    suggested = suggestion.result if suggestion else ""
    confirms = reader.can(capabilities.CONFIRM_GRADE)
    lowers = bool(contact.grade) and door.rank(grade) > door.rank(contact.grade)
    below = is_below(grade, suggested) and not reader.can(capabilities.DECIDE)
    if below and (not contact.grade or is_below(contact.grade, suggested)):
        _give(
            reader, contact, suggested, "As the facts suggest, until a manager has agreed a lower one.", suggested, confirms, True
        )
    return _give(reader, contact, grade, reasons, suggested, confirms and not below, not below and (confirms or not lowers))


def is_below(grade: str, suggested: str) -> bool:
    """Is a grade less urgent than the one the facts suggest?"""
    door = front_door()
    return bool(suggested) and door.rank(grade) > door.rank(suggested)


def _give(reader: Reader, contact: Contact, grade: str, reasons: str, suggested: str, confirmed: bool, effective: bool) -> Grading:
    now = worktime.now()
    made = Grading.objects.create(
        contact=contact,
        grade=grade,
        reasons=reasons,
        by=reader.user,
        at=now,
        suggested=suggested,
        takes_effect=effective,
        confirmed_by=reader.user if confirmed else None,
        confirmed_at=now if confirmed else None,
    )
    home, about = subjects.of_contact(contact), subjects.children(contact)
    if effective:
        _take_effect(contact, grade)
        timeline.record(events.ContactGraded(grade=grade), home, about=about)
    else:
        timeline.record(events.GradeProposed(proposed_grade=grade), home, about=about)
    return made


@action(capabilities.CONFIRM_GRADE)
def confirm_grade(reader: Reader, contact_id: UUID, *, reason: str = "") -> Grading:
    """Confirm the latest grade that somebody else proposed. One below what the facts suggest needs a manager and a reason."""
    contact = check(Contact, contact_id, reader, capabilities.CONFIRM_GRADE, for_update=True)
    latest = contact.gradings.last()
    if latest is None or latest.confirmed_at is not None:
        raise Invalid("There is no urgency waiting to be confirmed.")
    if latest.by_id == reader.id:
        raise Refused(
            capabilities.CONFIRM_GRADE,
            Contact,
            contact_id,
            "Another person confirms an urgency than the one who proposed it.",
        )
    if is_below(latest.grade, latest.suggested):
        if not reader.can(capabilities.DECIDE):
            raise Refused(capabilities.DECIDE, Contact, contact_id, "A manager agrees an urgency below what the facts suggest.")
        if not reason.strip():
            raise Invalid({"reason": "This is below what the facts suggest. Give your reason."})
    latest.confirmed_by, latest.confirmed_at, latest.confirmed_reason = reader.user, worktime.now(), reason
    home, about = subjects.of_contact(contact), subjects.children(contact)
    if not latest.takes_effect:
        latest.takes_effect = True
        _take_effect(contact, latest.grade)
        timeline.record(events.ContactGraded(grade=latest.grade), home, about=about)
    latest.save()
    timeline.record(events.GradeConfirmed(confirmed_grade=latest.grade), home, about=about)
    return latest


def _take_effect(contact: Contact, grade: str) -> None:
    contact.grade = grade
    contact.version += 1
    contact.save()


@action(capabilities.WORK)
def set_protection(reader: Reader, contact_id: UUID, *, child_protection: bool) -> Contact:
    """Recognise a contact as a child protection matter (or no longer). Recognised, it passes to social workers at once."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    if not child_protection and not reader.can(capabilities.CONFIRM_GRADE):
        raise Refused(
            capabilities.CONFIRM_GRADE,
            Contact,
            contact_id,
            "A social worker or manager decides that it is not child protection.",
        )
    contact.child_protection = child_protection
    if child_protection and contact.stage in ("screening", "triage"):
        contact.stage = "with_worker"
    contact.version += 1
    contact.save()
    timeline.record(
        events.ProtectionIdentified(child_protection=child_protection),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    return contact
