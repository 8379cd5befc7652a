"""The language of practice standards, as a pack's YAML files write it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

import pydantic

from hearth.foundation.packs import Source, Strict
from hearth.foundation.worktime import Counts, Ends, Period, check_length, parse_period

Values = tuple[str, ...]


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


class Condition(Strict):
    """What a key must be: one of some values, none of them, or merely there. A plain value or list in YAML means one of them."""

    one_of: Values = ()
    none_of: Values = ()
    present: bool = False

    @pydantic.model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return {"one_of": _as_list(value)}
        return {"none_of": _as_list(value["not"])} if set(value) == {"not"} else value

    @pydantic.model_validator(mode="after")
    def _says_one_thing(self) -> "Condition":
        said = sum(map(bool, (self.one_of, self.none_of, self.present)))
        if said != 1 and self.model_fields_set <= {"one_of", "none_of", "present"}:
            raise ValueError('name a value, a list of values, "not" with values, or "present: true": one of them, and not empty')
        return self

    @property
    def named(self) -> Values:
        """The values it names, wanted or not."""
        return (*self.one_of, *self.none_of)

    def holds(self, value: Any) -> bool:
        """Does a value from an event's data satisfy it? A missing value satisfies only a `not`."""
        if self.present:
            return value is not None
        text = None if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        return text in self.one_of if self.one_of else text not in self.none_of


class Pattern(Strict):
    """An event of a kind, with conditions on its keys. A plain string in YAML is a kind without conditions."""

    event: str
    where: Mapping[str, Condition] = {}

    @pydantic.model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        if value in ("", None):
            raise ValueError("this is empty; name a kind of event")
        return {"event": value} if isinstance(value, str) else value

    def matches(self, kind: str, data: Mapping[str, Any]) -> bool:
        """Is this event one of those meant?"""
        return kind == self.event and all(condition.holds(data.get(key)) for key, condition in self.where.items())


class InForce(Strict):
    """From which day, and to which, a version of a standard applies."""

    since: date = pydantic.Field(alias="from")
    until: date | None = pydantic.Field(default=None, alias="to")

    @pydantic.model_validator(mode="after")
    def _in_order(self) -> "InForce":
        if self.until is not None and self.until < self.since:
            raise ValueError(f"it ends on {self.until}, before it begins on {self.since}")
        return self

    def overlaps(self, other: "InForce") -> bool:
        """Is there a day in both?"""
        return self.since <= (other.until or date.max) and other.since <= (self.until or date.max)

    def covers(self, day: date) -> bool:
        """Is the day within it, both ends included?"""
        return self.since <= day and (self.until is None or day <= self.until)


class MayVary(Strict):
    """Which roles may waive or vary a limit, and what they must record when they do."""

    roles: list[str]
    record: list[Literal["reason", "new time"]] = ["reason"]
    words: str = ""

    @property
    def asks_new_time(self) -> bool:
        """May it only be given another time, never left undone?"""
        return "new time" in self.record


class Standard(Strict):
    """One practice standard: what should happen by when, where the text says so, and how it is counted."""

    id: str = pydantic.Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)+$")
    title: str
    requirements: list[str] = []
    source: Source
    words: str = ""
    in_force: InForce
    applies_to: str
    when: Mapping[str, Condition] = {}
    per: str | None = None
    opens_on: list[Pattern] = pydantic.Field(min_length=1)
    counts_from: str | None = None
    within: str | None = None
    before: str | None = None
    at_once: bool = False
    setting: str | None = None
    counts: Counts | None = None
    ends: Ends | None = None
    met_by: list[Pattern] = pydantic.Field(min_length=1)
    repeats: bool = False
    until: list[Pattern] = []
    duty: str
    statutory: bool = False
    replaces: list[str] = []
    due_soon: str | None = None
    owed_by: str
    tells: list[str] = []
    may_vary: MayVary | None = None
    notes: str = ""

    @pydantic.field_validator("opens_on", "met_by", "until", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return _as_list(value)

    @pydantic.field_validator("within", "before", "due_soon")
    @classmethod
    def _is_a_period(cls, value: str | None) -> str | None:
        if value is not None:
            parse_period(value)
        return value

    @pydantic.model_validator(mode="after")
    def _one_length(self) -> "Standard":
        lengths = [bool(self.within), bool(self.before), self.at_once, bool(self.setting)]
        if sum(lengths) != 1:
            raise ValueError("give exactly one of within, before, at_once or setting")
        if self.counts and self.period and self.counts is not self.period.counts:
            raise ValueError(f'counts says {self.counts} but "{self.period.words}" counts {self.period.counts}')
        check_length(self.within or self.before, self.ends)
        if self.before and not self.counts_key:
            raise ValueError("before counts back from a planned time: counts_from must name its key, as contact.met.planned_for")
        if self.within and self.period and self.period.amount == 0 and not self.within.startswith("same"):
            raise ValueError(f'"{self.within}" leaves no time; write "at_once: true" where the text has no figure')
        return self

    @pydantic.model_validator(mode="after")
    def _amber_is_shorter(self) -> "Standard":
        if self.due_soon:
            amber = parse_period(self.due_soon)
            if amber.amount == 0:
                raise ValueError(f'due_soon: "{self.due_soon}" is no time before the end')
            if self.within and self.period and self.period.counts is amber.counts and amber.amount >= self.period.amount > 0:
                raise ValueError(f'due_soon: "{self.due_soon}" is not shorter than "{self.within}"')
        return self

    @property
    def period(self) -> Period | None:
        """The length as written, or None where a setting gives it or the text has no figure."""
        written = self.within or self.before
        return parse_period(written) if written else None

    @property
    def event_kinds(self) -> set[str]:
        """Every kind of event this standard reads."""
        named = {pattern.event for pattern in (*self.opens_on, *self.met_by, *self.until)}
        if self.counts_from:
            named.add(self.counts_kind)
        return named

    @cached_property
    def meeting_kinds(self) -> frozenset[str]:
        """The kinds of event that may meet it."""
        return frozenset(pattern.event for pattern in self.met_by)

    @cached_property
    def counts_kind(self) -> str:
        """The kind of event that `counts_from` names."""
        return ".".join((self.counts_from or "").split(".")[:2])

    @cached_property
    def counts_key(self) -> str | None:
        """The key of that event holding a planned time, where `counts_from` names one."""
        parts = (self.counts_from or "").split(".")
        return parts[2] if len(parts) > 2 else None
