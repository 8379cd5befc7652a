"""What can be done about a timescale: give it another time, or waive it, by somebody whom the standard names."""

from datetime import datetime

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.events import StandardWaived
from hearth.foundation.standards.language import MayVary
from hearth.foundation.standards.models import Obligation, Waiver
from hearth.foundation.standards.owing import check_sight
from hearth.foundation.standards.queries import rule_of, waivers
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject

VARY = "standards.vary"
LONGEST_REASON = 4000


@action()
def vary(reader: Reader, obligation_id: int, *, new_due_at: datetime, reason: str, shown: int | None = None) -> Waiver:
    """Give a timescale a later time, with a reason. Raises Refused unless the standard names one of the reader's roles.

    `shown` is how often it had been varied when the page was opened: Stale where somebody has varied it since.
    """
    row = _open_obligation(reader, obligation_id, reason, shown)
    if row.due_at and new_due_at <= row.due_at:
        raise Invalid({"new_due_at": "The new time must be later than the time it has now."})
    if new_due_at <= worktime.now():
        raise Invalid({"new_due_at": "The new time must be in the future."})
    return _record(reader, row, reason, new_due_at)


@action()
def waive(reader: Reader, obligation_id: int, *, reason: str, shown: int | None = None) -> Waiver:
    """Say that a timescale need not be met, with a reason.

    Raises Refused unless the standard names one of the reader's roles, Invalid where it asks for a new time instead,
    Stale as `vary` does.
    """
    row = _open_obligation(reader, obligation_id, reason, shown)
    if _named_in(row).asks_new_time:
        raise Invalid({"new_due_at": "This may be given more time, but not left undone. Give the new time."})
    return _record(reader, row, reason, None)


def may_vary(reader: Reader, row: Obligation) -> bool:
    """May this reader vary a timescale, so that a page can offer it?"""
    return bool(reader.roles & set(_named_in(row).roles))


def to_vary(reader: Reader, obligation_id: int) -> Obligation:
    """A timescale that this reader may vary. Raises NotFound, or Refused unless the standard names one of their roles."""
    return _permitted(reader, _found(obligation_id), obligation_id)


def _found(obligation_id: int) -> Obligation | None:
    return Obligation.objects.select_related("head").filter(pk=obligation_id).first()


def _named_in(row: Obligation) -> MayVary:
    """Whom its standard names: nobody, where it names nobody."""
    return rule_of(row).may_vary or MayVary(roles=[])


def _permitted(reader: Reader, row: Obligation | None, obligation_id: int) -> Obligation:
    if row is None:
        raise NotFound(VARY, Obligation, obligation_id)
    check_sight(reader, row.head.kind, row.head.subject_id, row.per)
    if not may_vary(reader, row):
        raise Refused(VARY, Obligation, obligation_id, "You may not change this timescale.")
    return row


def _open_obligation(reader: Reader, obligation_id: int, reason: str, shown: int | None) -> Obligation:
    subject = _permitted(reader, _found(obligation_id), obligation_id).head
    # Every action and every recomputing holds the head before it touches what stands under it; so does this one.
    timeline.lock([Subject(subject.kind, subject.subject_id)])
    row = _permitted(reader, _found(obligation_id), obligation_id)
    if row.met_at or row.ended_at or row.waived_at:
        raise Invalid("This timescale is no longer open.")
    earlier = waivers(row)
    if shown is not None and len(earlier) != shown:
        raise Stale(earlier[-1].by.name, {"new_due_at": row.due_at, "reason": earlier[-1].reason})
    if not reason.strip():
        raise Invalid({"reason": "Say why this needs another time."})
    if len(reason) > LONGEST_REASON:
        raise Invalid({"reason": f"Use {LONGEST_REASON} letters at most."})
    return row


def _record(reader: Reader, row: Obligation, reason: str, new_due_at: datetime | None) -> Waiver:
    made = Waiver.objects.create(
        head=row.head,
        standard=row.standard,
        per=row.per,
        was_due_at=row.due_at,
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
