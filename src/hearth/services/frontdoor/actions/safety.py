"""Where each child is now, until when safe, and what was done to keep them so."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.merging import changed_fields
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import duty_managers, flag, notify
from hearth.services.frontdoor.models import Contact, ContactLine, Flag, ProtectiveStep

SAFETY_FIELDS = ("where_now", "with_whom", "seen", "safe_now", "safe_until", "safe_reason")


@action(capabilities.WORK)
def record_safety(
    reader: Reader, line_id: UUID, *, version: int, base: dict[str, object], values: dict[str, object]
) -> ContactLine:
    """Record where a child is and until when safe.

    `base` is what the page showed and `version` which version that was. If somebody has saved since, only a field
    that both changed is a conflict: Stale then carries theirs, and nothing is written. Fields only they changed stay.
    """
    line = check(ContactLine, line_id, reader, capabilities.WORK, for_update=True)
    for name, value in changed_fields(line, SAFETY_FIELDS, values, version=version, base=base).items():
        setattr(line, name, value)
    if line.safe_now == "yes" and line.safe_until and not line.safe_reason.strip():
        raise Invalid({"safe_reason": "Say why the child is safe until then."})
    line.version += 1
    line.save()
    timeline.record(
        events.SafetyRecorded(child=line.person_id, safe_now=line.safe_now, safe_until=line.safe_until),
        subjects.of_contact(line.contact),
        about=[subjects.child(line)],
    )
    return line


@action(capabilities.WORK)
def record_protective_step(
    reader: Reader,
    contact_id: UUID,
    *,
    what: str,
    done_by: str,
    done_at: datetime,
    agreed_by_name: str = "",
    agreed_at: datetime | None = None,
    agreed_by: UUID | None = None,
) -> ProtectiveStep:
    """Record what was done to keep children safe.

    It needs no complete form, no agreement of the family and no sign-off; a manager's agreement by telephone is noted
    and confirmed in writing later by that manager, who gets a notice. A step done before the contact was received, or
    agreed only after it was done, is saved and flagged.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    problems = {}
    if not what.strip():
        problems["what"] = "Write what was done."
    if done_at > worktime.now():
        problems["done_at"] = "The time must not be in the future. Record it once it has happened."
    if problems:
        raise Invalid(problems)
    manager = _manager(agreed_by)
    step = ProtectiveStep.objects.create(
        contact=contact,
        what=what,
        done_by=done_by or reader.user.name,
        done_at=done_at,
        agreed_by_name=agreed_by_name or (manager.name if manager else ""),
        agreed_by=manager,
        agreed_at=agreed_at,
        recorded_by=reader.user,
        recorded_at=worktime.now(),
    )
    timeline.record(
        events.ContactResponded(step=step.pk),
        subjects.of_contact(contact),
        about=subjects.children(contact),
        happened_at=done_at,
    )
    if done_at < contact.received_at:
        flag(contact, "A protective step is recorded as done before the contact was received.")
    if agreed_at is not None and agreed_at > done_at:
        flag(contact, "A protective step was done before the manager agreed to it.")
    if manager is not None:
        title = f"Confirm what you agreed by telephone: a protective step on contact {contact.number}"
        notify([manager], contact, title, f"step:{step.pk}")
    return step


def _manager(agreed_by: UUID | None) -> User | None:
    if agreed_by is None:
        return None
    found = next((user for user in duty_managers() if user.pk == agreed_by), None)
    if found is None:
        raise Invalid({"agreed_by": "Choose one of the managers."})
    return found


@action(capabilities.DECIDE)
def confirm_step(reader: Reader, contact_id: UUID, step_id: int) -> ProtectiveStep:
    """Confirm in writing what one agreed to by telephone. Refused to anybody but that manager."""
    contact = check(Contact, contact_id, reader, capabilities.DECIDE, for_update=True)
    step = contact.protective_steps.filter(pk=step_id, confirmed_at=None).exclude(agreed_by_name="").first()
    if step is None:
        raise Invalid("There is no agreement by telephone here that waits to be confirmed.")
    if step.agreed_by_id not in (None, reader.id):
        raise Refused(capabilities.DECIDE, Contact, contact_id, f"{step.agreed_by_name} agreed by telephone and confirms it.")
    step.confirmed_by, step.confirmed_at = reader.user, worktime.now()
    step.save()
    timeline.record(events.StepConfirmed(step=step.pk), subjects.of_contact(contact), about=subjects.children(contact))
    return step


@action(capabilities.CONFIRM_GRADE)
def settle_flag(reader: Reader, contact_id: UUID, flag_id: int) -> Flag:
    """Say that what was recorded out of order has been looked at."""
    contact = check(Contact, contact_id, reader, capabilities.CONFIRM_GRADE, for_update=True)
    found = contact.flags.filter(pk=flag_id, settled_at=None).first()
    if found is None:
        raise Invalid("This has been looked at already.")
    found.settled_by, found.settled_at = reader.user, worktime.now()
    found.save()
    return found
