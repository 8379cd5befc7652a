"""A stream arranged once, so that every rule and every opening looks up what it needs instead of reading it all again."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from hearth.foundation.standards.language import Pattern, Standard
from hearth.foundation.timeline.api import Entry

Place = tuple[datetime, int]
"""Where in a stream an event stands: its time, then its number."""
Timed = tuple[datetime | None, str, datetime | None]
"""When something is due, how that was counted in words, and when it is due soon."""


def place(entry: Entry) -> Place:
    """Where an event stands."""
    return entry.at, entry.id


class Span(NamedTuple):
    """A time in which a standard's facts held; `ends` is None while they still do."""

    begins: datetime
    ends: datetime | None


class Index:
    """A subject's stream by kind of event. `stream` must be in the order things happened."""

    def __init__(self, stream: Sequence[Entry]) -> None:
        self.stream = stream
        self._by_kind: dict[str, list[Entry]] = {}
        for entry in stream:
            self._by_kind.setdefault(entry.kind, []).append(entry)
        self._telling: dict[frozenset[str], list[tuple[int, Entry]]] = {}

    @cached_property
    def moments(self) -> Sequence[datetime]:
        """The time of each event."""
        return [entry.at for entry in self.stream]

    def telling(self, keys: frozenset[str]) -> Sequence[tuple[int, Entry]]:
        """The first event, and those that carry one of some keys, each with its number in the stream."""
        found = self._telling.get(keys)
        if found is None:
            found = self._telling[keys] = _telling(self.stream, keys)
        return found

    def matching(self, patterns: Sequence[Pattern]) -> Sequence[Entry]:
        """The events that any of the patterns means, in order."""
        if len(patterns) == 1:
            return self._of_pattern(patterns[0])
        found = {entry.id: entry for pattern in patterns for entry in self._of_pattern(pattern)}
        return sorted(found.values(), key=place)

    def _of_pattern(self, pattern: Pattern) -> Sequence[Entry]:
        found = self._by_kind.get(pattern.event, ())
        return [entry for entry in found if pattern.matches(entry.kind, entry.data)] if pattern.where else found

    def of_kind(self, kind: str) -> Sequence[Entry]:
        """The events of one kind, in order."""
        return self._by_kind.get(kind, ())


class Part:
    """What of a stream bears on one rule and one of its `per` values."""

    def __init__(self, rule: Standard, index: Index, per: str | None) -> None:
        self._rule, self._per = rule, per
        self._meeting = self._concerned(index.matching(rule.met_by))
        self._stopping = self._concerned(index.matching(rule.until))
        self.counted_from = self._concerned(index.of_kind(rule.counts_kind)) if rule.counts_from else ()
        """The events of the kind that the rule counts from."""
        self._moments, self._turns = self._facts(index) if rule.when else ((), ())
        self.counted: dict[datetime, Timed] = {}
        """What the rule came to, by what it was counted from: many openings may count from one receipt."""

    def _concerned(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those about this `per` value, or about all of them (they have no such key)."""
        key = self._rule.per
        if key is None:
            return entries
        return [entry for entry in entries if key not in entry.data or str(entry.data[key]) == self._per]

    def met_after(self, after: Place) -> Entry | None:
        """The first event that meets the rule later than a place."""
        return _first_after(self._meeting, after)

    def stopped_after(self, after: Place) -> datetime | None:
        """When the rule stops asking, later than a place; None while it does not."""
        found = _first_after(self._stopping, after)
        return found.at if found else None

    def facts_span(self, opening: Entry) -> Span | None:
        """From when to when the standard's facts held, from the opening on; None if they never did.

        Facts that stop holding and hold again are one span, open again.
        """
        if not self._rule.when:
            return Span(opening.at, None)
        moments, turns = self._moments, self._turns
        first = bisect_left(moments, opening.at)
        turned = bisect_right(turns, first)
        if turned % 2 == 0:  # at the opening they do not hold: they begin to at the next turn, if there is one
            if turned == len(turns):
                return None
            first = turns[turned]
        return Span(moments[first], None if len(turns) % 2 else moments[turns[-1]])

    def _facts(self, index: Index) -> tuple[Sequence[datetime], Sequence[int]]:
        """The time of each event concerned, and the numbers of those at which the facts, not holding at first, turned."""
        when = self._rule.when
        keys = frozenset(when)
        if self._rule.per is None:
            moments, telling = index.moments, index.telling(keys)
        else:
            concerned = self._concerned(index.stream)
            moments, telling = [entry.at for entry in concerned], _telling(concerned, keys)
        known: dict[str, object] = {}
        turns: list[int] = []
        held = False
        for number, entry in telling:
            for key in keys:
                if key in entry.data:
                    known[key] = entry.data[key]
            holds = all(condition.holds(known.get(key)) for key, condition in when.items())
            if holds != held:
                turns.append(number)
                held = holds
        return moments, turns


def _telling(entries: Sequence[Entry], keys: frozenset[str]) -> list[tuple[int, Entry]]:
    return [(number, entry) for number, entry in enumerate(entries) if not number or not keys.isdisjoint(entry.data)]


def _first_after(entries: Sequence[Entry], after: Place) -> Entry | None:
    found = bisect_right(entries, after, key=place)
    return entries[found] if found < len(entries) else None
