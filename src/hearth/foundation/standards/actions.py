"""What can be done about a timescale: give it another time, or waive it, by somebody whom the standard names."""

from datetime import datetime

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.events import StandardWaived
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.standards.models import Obligation, Waiver
from hearth.foundation.standards.owing import check_sight
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject

VARY = "standards.vary"


@action()
def vary(reader: Reader, obligation_id: int, *, new_due_at: datetime, reason: str) -> Waiver:
    """Give a timescale a later time, with a reason. Raises Refused unless the standard names one of the reader's roles."""
    row = _open_obligation(reader, obligation_id, reason)
    if row.due_at and new_due_at <= row.due_at:
        raise Invalid({"new_due_at": "The new time must be later than the time it has now."})
    if new_due_at <= worktime.now():
        raise Invalid({"new_due_at": "The new time must be in the future."})
    return _record(reader, row, reason, new_due_at)


@action()
def waive(reader: Reader, obligation_id: int, *, reason: str) -> Waiver:
    """Say that a timescale need not be met, with a reason.

    Raises Refused unless the standard names one of the reader's roles, Invalid where it asks for a new time instead.
    """
    row = _open_obligation(reader, obligation_id, reason)
    allowed = rulebook(packs.active().name).standard(row.standard).may_vary
    if allowed and "new time" in allowed.record:
        raise Invalid({"new_due_at": "This may be given more time, but not left undone. Give the new time."})
    return _record(reader, row, reason, None)


def may_vary(reader: Reader, standard: str) -> bool:
    """May this reader vary a standard, so that a page can offer it?"""
    allowed = rulebook(packs.active().name).standard(standard).may_vary
    return allowed is not None and bool(reader.roles & set(allowed.roles))


def _open_obligation(reader: Reader, obligation_id: int, reason: str) -> Obligation:
    row = Obligation.objects.select_related("head").select_for_update(of=("self",)).filter(pk=obligation_id).first()
    if row is None:
        raise NotFound(VARY, Obligation, obligation_id)
    check_sight(reader, row.head.kind, row.head.subject_id, row.per)
    if not may_vary(reader, row.standard):
        raise Refused(VARY, Obligation, obligation_id, "You may not change this timescale.")
    if row.met_at or row.ended_at or row.waived_at:
        raise Invalid("This timescale is no longer open.")
    if not reason.strip():
        raise Invalid({"reason": "Say why this needs another time."})
    return row


def _record(reader: Reader, row: Obligation, reason: str, new_due_at: datetime | None) -> Waiver:
    made = Waiver.objects.create(
        head=row.head,
        standard=row.standard,
        per=row.per,
        new_due_at=new_due_at,
        reason=reason.strip(),
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        StandardWaived(standard=row.standard.lower(), per=row.per, new_due_at=new_due_at, waiver=made.pk),
        Subject(row.head.kind, row.head.subject_id),
    )
    return made
