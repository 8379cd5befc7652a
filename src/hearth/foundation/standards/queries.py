"""Timescales as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from hearth.foundation import packs, worktime
from hearth.foundation.standards.engine import State, state_of
from hearth.foundation.standards.language import Standard
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.standards.models import Obligation, Waiver
from hearth.foundation.worktime import duration_words

WORDS = {
    State.OPEN: "due",
    State.DUE_SOON: "due soon",
    State.OVERDUE: "late",
    State.WAITING: "waiting",
    State.MET: "done in time",
    State.MET_LATE: "done late",
    State.WAIVED: "waived",
    State.REPLACED: "another limit leads",
    State.ENDED: "no longer applies",
    State.ENDED_LATE: "ended late",
}


class Owed(NamedTuple):
    """What a list shows of an obligation, without the row itself."""

    key: str
    standard: str
    per: str | None
    leading: bool
    statutory: bool
    identified_at: datetime
    counts_from: datetime | None
    due_at: datetime | None
    due_soon_at: datetime | None
    met_at: datetime | None
    ended_at: datetime | None
    waived_at: datetime | None
    superseded_by: str | None
    passed_before_identified: bool


@dataclass(frozen=True)
class Timescale:
    """One timescale with its standard, its state now, and that state in words."""

    row: Obligation | Owed
    rule: Standard
    state: State
    words: str

    @property
    def is_open(self) -> bool:
        """Is it still to be done?"""
        return self.state in (State.OPEN, State.DUE_SOON, State.OVERDUE, State.WAITING)

    @property
    def took(self) -> timedelta | None:
        """How long it took from where it counts; None while it is not done."""
        if self.row.met_at is None or self.row.counts_from is None:
            return None
        return self.row.met_at - self.row.counts_from


def timescale(row: Obligation | Owed) -> Timescale:
    """A stored obligation as it stands now. Raises KeyError for a standard that the pack no longer has: see `known`."""
    rule = rule_of(row)
    state = state_of(
        due_at=row.due_at,
        due_soon_at=row.due_soon_at,
        met_at=row.met_at,
        ended_at=row.ended_at,
        waived_at=row.waived_at,
        superseded_by=row.superseded_by,
        at=worktime.now(),
    )
    return Timescale(row, rule, state, state_words(row, state))


def rule_of(row: Obligation | Owed) -> Standard:
    """The version of its standard that an obligation was counted under. Raises KeyError: see `known`."""
    return rulebook(packs.active().name).standard(row.standard, row.counts_from or row.identified_at)


def known(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Those of a standard that the pack has. One taken out of it may be stored until everything has been recomputed."""
    return rows.filter(standard__in=rulebook(packs.active().name).ids)


def state_words(row: Obligation | Owed, state: State) -> str:
    """ "due in 38 minutes", "late by 12 minutes", "passed before identified", "waiting for 20 minutes"."""
    now = worktime.now()
    if state is State.OVERDUE and row.passed_before_identified:
        return "passed before identified"
    if state is State.OVERDUE and row.due_at:
        return f"late by {duration_words(now - row.due_at)}"
    if state in (State.OPEN, State.DUE_SOON) and row.due_at:
        return f"due in {duration_words(row.due_at - now)}"
    if state is State.WAITING:
        return f"waiting for {duration_words(now - (row.counts_from or row.identified_at))}"
    return WORDS[state]


def timescales(kind: str, subject_id: UUID) -> list[Timescale]:
    """Every timescale of a subject: open ones first, the nearest in front."""
    rows = Obligation.objects.filter(head__kind=kind, head__subject_id=subject_id)
    ids = frozenset(rulebook(packs.active().name).ids)
    found = [timescale(row) for row in rows if row.standard in ids]
    return sorted(found, key=lambda one: (not one.is_open, not one.row.leading, one.row.due_at or LATEST, one.row.key))


def owed(kind: str, subject_ids: Iterable[UUID]) -> QuerySet[Obligation]:
    """What is still owed on several subjects."""
    open_now = Obligation.objects.filter(met_at=None, ended_at=None, waived_at=None, superseded_by=None)
    return open_now.filter(head__kind=kind, head__subject_id__in=list(subject_ids))


def met_by(kind: str, event: str) -> list[str]:
    """The standards of a kind of subject that a kind of event meets."""
    rules = rulebook(packs.active().name).applying_to(kind)
    return [rule.id for rule in rules if any(met.event == event for met in rule.met_by)]


def by_subject(rows: QuerySet[Obligation]) -> dict[UUID, list[Owed]]:
    """Obligations by their subject, the nearest in front; those of a standard that the pack has."""
    ids = frozenset(rulebook(packs.active().name).ids)
    found: dict[UUID, list[Owed]] = {}
    for subject_id, *values in rows.values_list("head__subject_id", *Owed._fields):
        row = Owed._make(values)
        if row.standard in ids:
            found.setdefault(subject_id, []).append(row)
    return {subject_id: sorted(rows, key=_nearness) for subject_id, rows in found.items()}


def nearest(kind: str, subject_ids: Iterable[UUID]) -> dict[UUID, Timescale]:
    """The nearest open leading timescale of each of several subjects."""
    found = by_subject(owed(kind, subject_ids).filter(leading=True))
    return {subject_id: timescale(rows[0]) for subject_id, rows in found.items()}


def _nearness(row: Owed) -> tuple[datetime, str]:
    return row.due_at or LATEST, row.key


def beside(row: Obligation) -> list[Timescale]:
    """Every limit on the same duty for the same subject, itself included: what stands behind a date."""
    rows = Obligation.objects.filter(head=row.head, duty=row.duty)
    found = [timescale(one) for one in known(rows) if one.per in (None, row.per) or row.per is None]
    return sorted(found, key=lambda one: (one.row.due_at or LATEST, one.row.key))


def waivers(row: Obligation) -> list[Waiver]:
    """Who waived or varied it, from when to when, and why, in their order."""
    return [
        one
        for one in Waiver.objects.filter(head=row.head, standard=row.standard).select_related("by").order_by("pk")
        if one.per in (None, row.per)
    ]


LATEST = datetime.max.replace(tzinfo=worktime.LONDON)
