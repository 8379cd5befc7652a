"""The engine: a pure function from a stream and standards to what should happen by when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from hearth.foundation.packs import Setting
from hearth.foundation.standards.indexing import Index, Part, Place, Span, Timed, place
from hearth.foundation.standards.language import Standard
from hearth.foundation.standards.loading import WAIVED
from hearth.foundation.timeline.api import Entry
from hearth.foundation.worktime import (
    LONDON,
    Calendar,
    Counted,
    Counts,
    Ends,
    after,
    before,
    moment_before,
    moment_words,
    parse_period,
)
from hearth.foundation.worktime.counting import to_minute

MOST_EVENTS = 2**63
"""Later than every event of the same moment."""


class State(StrEnum):
    """How an obligation stands at a moment."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    WAITING = "waiting"
    MET = "met"
    MET_LATE = "met_late"
    WAIVED = "waived"
    REPLACED = "replaced"
    ENDED = "ended"
    ENDED_LATE = "ended_late"


class Obligation(NamedTuple):
    """Something that should happen by a time, under one standard, for one subject (and one `per` value).

    `identified_at` is when it was known to apply, which may be later than what it counts from; where the limit had
    gone by then, `passed_before_identified` is true and it is counted apart. `due_at` is None where the text has no
    figure, or where the planned date it counts from is not yet known.
    """

    standard: Standard
    key: str
    per: str | None
    opened_by: int
    identified_at: datetime
    counts_from: datetime | None
    due_at: datetime | None
    due_soon_at: datetime | None
    counted: str
    met_at: datetime | None = None
    ended_at: datetime | None = None
    waived_at: datetime | None = None
    superseded_by: str | None = None
    leading: bool = False
    occurrence: int = 1

    @property
    def is_open(self) -> bool:
        """Is it still to be done, and by this rule?"""
        return not (self.met_at or self.ended_at or self.waived_at or self.superseded_by)

    @property
    def passed_before_identified(self) -> bool:
        """Had the limit gone before anyone knew that it applied?"""
        return self.due_at is not None and self.due_at < to_minute(self.identified_at)

    def state(self, at: datetime) -> State:
        """How it stands at a moment. Met at the due minute is in time."""
        return state_of(
            due_at=self.due_at,
            due_soon_at=self.due_soon_at,
            met_at=self.met_at,
            ended_at=self.ended_at,
            waived_at=self.waived_at,
            superseded_by=self.superseded_by,
            at=at,
        )


def state_of(
    *,
    due_at: datetime | None,
    due_soon_at: datetime | None,
    met_at: datetime | None,
    ended_at: datetime | None,
    waived_at: datetime | None,
    superseded_by: str | None,
    at: datetime,
) -> State:
    """The state that stored times amount to at a moment: never stored, always read from the clock."""
    if waived_at:
        return State.WAIVED
    if met_at:
        return State.MET_LATE if due_at and to_minute(met_at) > due_at else State.MET
    if ended_at:
        return State.ENDED_LATE if due_at and to_minute(ended_at) > due_at else State.ENDED
    if superseded_by:
        return State.REPLACED
    if due_at is None:
        return State.WAITING
    if to_minute(at) > due_at:
        return State.OVERDUE
    return State.DUE_SOON if due_soon_at and at >= due_soon_at else State.OPEN


class Rules(NamedTuple):
    """What the engine needs beside the stream."""

    standards: Sequence[Standard]
    calendar: Calendar
    settings: Mapping[str, Setting]


def obligations(stream: Sequence[Entry], rules: Rules) -> list[Obligation]:
    """Everything the standards ask of one subject, given its stream in the order it happened (corrections applied).

    One rule may open several: one for each opening event, `per` value and repetition.
    """
    index = Index(stream)
    found: list[Obligation] = []
    for rule in rules.standards:
        openings = index.matching(rule.opens_on)
        if openings:
            found.extend(_of_standard(rule, openings, index, rules))
    return _leading(_replaced(_waived(found, index.of_kind(WAIVED))))


def _of_standard(rule: Standard, openings: Sequence[Entry], index: Index, rules: Rules) -> Iterable[Obligation]:
    parts: dict[str | None, Part] = {}
    for entry in openings:
        per = str(entry.data.get(rule.per)) if rule.per else None
        part = parts.get(per) or parts.setdefault(per, Part(rule, index, per))
        span = part.facts_span(entry)
        if span is not None:
            yield from _series(rule, part, entry, per, span, rules)


def _series(rule: Standard, part: Part, opening: Entry, per: str | None, span: Span, rules: Rules) -> Iterable[Obligation]:
    """One obligation for each time round, those of them that fall to this version of the standard."""
    start, identified = _start(rule, part, opening), span.begins
    stops = min((moment for moment in (span.ends, part.stopped_after(place(opening))) if moment), default=None)
    met = part.met_after(_met_from(rule, opening, start))
    for occurrence in count(1):
        closed = met is None or (stops is not None and met.at > stops)
        if rule.in_force.covers((start or opening.at).astimezone(LONDON).date()):
            ended, done = (stops, None) if closed else (None, met and met.at)
            yield _obligation(rule, part, opening, per, identified, start, rules, occurrence, met_at=done, ended_at=ended)
        if met is None or closed or not rule.repeats or stops == met.at:
            return
        identified = start = met.at
        met = part.met_after((met.at, MOST_EVENTS))


def _met_from(rule: Standard, opening: Entry, start: datetime | None) -> Place:
    """Later than where an event meets what an opening asks; the opening itself never does."""
    if rule.counts_key or start is None or opening.kind in rule.meeting_kinds:
        return place(opening)
    # What was done before a grade was given, but after receipt, still meets the grade's limit.
    return min(start, opening.at), 0


def _start(rule: Standard, part: Part, opening: Entry) -> datetime | None:
    """The moment counted from: the opening, another event, or a planned time (None while it is not known)."""
    if not rule.counts_from:
        return opening.at
    found = [opening] if rule.counts_kind == opening.kind else part.counted_from
    if not found:
        return None if rule.counts_key else opening.at
    if rule.counts_key is None:
        return found[0].at
    planned = found[-1].data.get(rule.counts_key)
    return moment_in(str(planned)) if planned else None


def moment_in(text: str) -> datetime:
    """A moment or a day as written; a time without an offset is Europe/London, a day is its midnight. In UTC.

    In UTC because two times of one zone are compared by what the clock on the wall says, which an hour of October says twice.
    """
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)


def _obligation(
    rule: Standard,
    part: Part,
    opening: Entry,
    per: str | None,
    identified: datetime,
    start: datetime | None,
    rules: Rules,
    occurrence: int,
    *,
    met_at: datetime | None = None,
    ended_at: datetime | None = None,
) -> Obligation:
    due, words, due_soon = _counted(rule, part, start, rules)
    return Obligation(
        standard=rule,
        key=f"{rule.id}:{per or ''}:{opening.id}:{occurrence}",
        per=per,
        opened_by=opening.id,
        identified_at=identified,
        counts_from=start,
        due_at=due,
        due_soon_at=due_soon,
        counted=words,
        met_at=met_at,
        ended_at=ended_at,
        occurrence=occurrence,
    )


def _counted(rule: Standard, part: Part, start: datetime | None, rules: Rules) -> Timed:
    """When it is due, how that was counted, and when it is due soon; counted once for each moment counted from."""
    if start is None or rule.at_once:
        return None, _waiting_words(rule, start), None
    found = part.counted.get(start)
    if found is None:
        counted = _count(rule, start, rules)
        due = counted.due_at.astimezone(UTC)
        found = part.counted[start] = due, counted.words, _due_soon(rule, due, rules.calendar)
    return found


def _count(rule: Standard, start: datetime, rules: Rules) -> Counted:
    period, ends = rule.period, rule.ends
    suffix = ""
    if rule.setting:
        setting = rules.settings[rule.setting]
        reading = setting.chosen(start.astimezone(LONDON).date())
        period = parse_period(reading.within or "")
        ends = reading.ends
        suffix = f" ({setting.title}: {reading.words})"
    if period is None:
        raise AssertionError(f"{rule.id} has no length")
    counted = (before if rule.before else after)(start, period, rules.calendar, ends)
    return replace(counted, words=counted.words + suffix) if suffix else counted


def _waiting_words(rule: Standard, start: datetime | None) -> str:
    if start is None:
        return "the date it counts from is not yet planned"
    return f"at once: the text gives no figure, so the time waited since {moment_words(start)} is shown"


def _due_soon(rule: Standard, due: datetime, calendar: Calendar) -> datetime | None:
    if rule.due_soon:
        period = parse_period(rule.due_soon)
        if period.counts is Counts.OFFICE_HOURS and not calendar.hours:
            period = replace(period, counts=Counts.ELAPSED)  # what several authorities share has no office of its own
        exact = period.counts in (Counts.ELAPSED, Counts.OFFICE_HOURS)
        return moment_before(due, period, calendar, Ends.EXACT if exact else Ends.SAME_TIME).astimezone(UTC)
    return None


def _waived(found: list[Obligation], waivers: Sequence[Entry]) -> list[Obligation]:
    if not waivers:
        return found
    result = []
    for one in found:
        for entry in waivers:
            same = entry.data.get("standard", "").upper() == one.standard.id and entry.data.get("per") in (
                None,
                one.per,
            )
            known = entry.at >= min(one.identified_at, one.counts_from or one.identified_at)
            closed = one.met_at or one.ended_at
            if same and known and (closed is None or closed >= entry.at):
                varied = entry.data.get("new_due_at")
                one = _varied(one, moment_in(varied), entry.at) if varied else one._replace(waived_at=entry.at)  # noqa: PLW2901
        result.append(one)
    return result


def _varied(one: Obligation, due: datetime, at: datetime) -> Obligation:
    words = f"{one.counted}; varied at {moment_words(at)} to {moment_words(due)}"
    return one._replace(due_at=due, due_soon_at=None, counted=words)


def _replaced(found: list[Obligation]) -> list[Obligation]:
    """A rule that takes over stands in for the general one while it is open.

    Once it has been met or has ended, the general one shows again if it is still to be done: a response within two
    hours does not make the decision unnecessary.
    """
    taken: dict[tuple[str, str | None], str] = {}
    for one in found:
        if one.is_open:
            for other in one.standard.replaces:
                taken[(other, one.per)] = one.standard.id
    if not taken:
        return found
    result = []
    for one in found:
        by = taken.get((one.standard.id, one.per)) or taken.get((one.standard.id, None))
        result.append(one._replace(superseded_by=by) if by and one.is_open and not one.standard.statutory else one)
    return result


def _leading(found: list[Obligation]) -> list[Obligation]:
    """Of all open limits on one duty, the earliest leads; where none has a figure, the first one waits in front.

    A limit on the whole subject (no `per`) stands beside those of each child, so it is weighed in every group.
    """
    groups: dict[tuple[str, str | None], list[Obligation]] = {}
    for one in found:
        if one.is_open:
            groups.setdefault((one.standard.duty, one.per), []).append(one)
    leaders = set()
    for (duty, per), group in groups.items():
        whole = groups.get((duty, None), []) if per else []
        shadowed = per is None and any(other == duty and key for other, key in groups)
        if not shadowed:
            leaders.add(min([*group, *whole], key=_order).key)
    return [one._replace(leading=True) if one.key in leaders else one for one in found]


def _order(one: Obligation) -> tuple[bool, datetime, str]:
    return one.due_at is None, one.due_at or one.identified_at, one.key
