"""Urgency: proposed, set, raised, confirmed. Urgent work waits for nobody's confirmation."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.models import Contact, Grading
from hearth.services.frontdoor.pack import front_door


@action(capabilities.PROPOSE_GRADE, capabilities.CONFIRM_GRADE)
def set_grade(reader: Reader, contact_id: UUID, *, grade: str, reasons: str, suggested: str = "") -> Grading:
    """Set a contact's urgency.

    A first or a higher grade takes effect at once, whoever gives it, and its limit counts from receipt. A lower one
    given by somebody who may only propose takes effect when it is confirmed. Below what the facts suggest, it needs
    somebody who may confirm.
    """
    contact = check(Contact, contact_id, reader, capabilities.VIEW, for_update=True)
    door = front_door()
    if door.grade(grade) is None:
        raise Invalid({"grade": "Choose one of the grades."})
    if not reasons.strip():
        raise Invalid({"reasons": "Say why this is the right urgency."})
    if not contact.is_open:
        raise Invalid("This contact is closed. Record a new contact, or more information on it.")
    confirms = reader.can(capabilities.CONFIRM_GRADE)
    lowers = bool(contact.grade) and door.rank(grade) > door.rank(contact.grade)
    below = bool(suggested) and door.rank(grade) > door.rank(suggested)
    effective = confirms or not (lowers or below)
    now = worktime.now()
    made = Grading.objects.create(
        contact=contact,
        grade=grade,
        reasons=reasons,
        by=reader.user,
        at=now,
        suggested=suggested,
        takes_effect=effective,
        confirmed_by=reader.user if confirms else None,
        confirmed_at=now if confirms else None,
    )
    home, about = subjects.of_contact(contact), subjects.children(contact)
    if effective:
        _take_effect(contact, grade)
        timeline.record(events.ContactGraded(grade=grade), home, about=about)
    else:
        timeline.record(events.GradeProposed(proposed_grade=grade), home, about=about)
    return made


@action(capabilities.CONFIRM_GRADE)
def confirm_grade(reader: Reader, contact_id: UUID) -> Grading:
    """Confirm the latest grade that somebody else proposed."""
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
    latest.confirmed_by, latest.confirmed_at = reader.user, worktime.now()
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
