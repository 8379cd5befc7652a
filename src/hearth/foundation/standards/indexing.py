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

    def matching(self, patterns: Sequence[Pattern]) -> list[Entry]:
        """The events that any of the patterns means, in order."""
        kinds = {pattern.event for pattern in patterns}
        found = [entry for kind in kinds for entry in self._by_kind.get(kind, ())]
        if any(pattern.where for pattern in patterns):
            found = [entry for entry in found if any(pattern.matches(entry.kind, entry.data) for pattern in patterns)]
        return sorted(found, key=place) if len(kinds) > 1 else found

    def of_kind(self, kind: str) -> list[Entry]:
        """The events of one kind, in order."""
        return self._by_kind.get(kind, [])


class Part:
    """What of a stream bears on one rule and one of its `per` values."""

    def __init__(self, rule: Standard, index: Index, per: str | None) -> None:
        self._rule, self._index, self._per = rule, index, per

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

    @cached_property
    def _meeting(self) -> Sequence[Entry]:
        return self._concerned(self._index.matching(self._rule.met_by))

    @cached_property
    def _stopping(self) -> Sequence[Entry]:
        return self._concerned(self._index.matching(self._rule.until))

    @cached_property
    def counted_from(self) -> Sequence[Entry]:
        """The events of the kind that the rule counts from."""
        return self._concerned(self._index.of_kind(self._rule.counts_kind))

    def facts_span(self, opening: Entry) -> Span | None:
        """From when to when the standard's facts held, from the opening on; None if they never did.

        Facts that stop holding and hold again are one span, open again.
        """
        if not self._rule.when:
            return Span(opening.at, None)
        moments, turns = self._facts
        first = bisect_left(moments, opening.at)
        turned = bisect_right(turns, first)
        if turned % 2 == 0:  # at the opening they do not hold: they begin to at the next turn, if there is one
            if turned == len(turns):
                return None
            first = turns[turned]
        return Span(moments[first], None if len(turns) % 2 else moments[turns[-1]])

    @cached_property
    def _facts(self) -> tuple[list[datetime], list[int]]:
        """The time of each event, and the numbers of those at which the facts, not holding at first, turned."""
        when, concerned = self._rule.when, self._concerned(self._index.stream)
        known: dict[str, object] = {}
        turns: list[int] = []
        held = False
        for number, entry in enumerate(concerned):
            if number and when.keys().isdisjoint(entry.data):
                continue
            known.update((key, entry.data[key]) for key in when if key in entry.data)
            holds = all(condition.holds(known.get(key)) for key, condition in when.items())
            if holds != held:
                turns.append(number)
                held = holds
        return [entry.at for entry in concerned], turns


def _first_after(entries: Sequence[Entry], after: Place) -> Entry | None:
    found = bisect_right(entries, after, key=place)
    return entries[found] if found < len(entries) else None
