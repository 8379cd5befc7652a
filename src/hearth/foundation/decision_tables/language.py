"""The language of decision tables, as a pack's YAML files write it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pydantic

from hearth.foundation.packs import Source, Strict
from hearth.foundation.standards.language import Condition

NUMBER_WORDS = {"at_least", "at_most"}


class Cell(Condition):
    """What a fact must be: a `Condition` on its value, or a number from and to. A plain value or list means one of them."""

    at_least: int | None = None
    at_most: int | None = None

    @pydantic.model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        if isinstance(value, dict) and set(value) & NUMBER_WORDS:
            return value
        return super()._from_yaml(value)  # type: ignore[operator]

    @property
    def is_about_a_number(self) -> bool:
        """Does it compare a number?"""
        return self.at_least is not None or self.at_most is not None

    def holds(self, value: Any) -> bool:
        """Does a fact satisfy it? Of a fact with several codes, any one may. An unknown number satisfies nothing."""
        if self.is_about_a_number:
            return value is not None and (self.at_least or 0) <= value and (self.at_most is None or value <= self.at_most)
        if isinstance(value, Sequence | set | frozenset) and not isinstance(value, str):
            held = [super(Cell, self).holds(one) for one in value]
            return all(held) if self.none_of else any(held)
        return super().holds(value)


class Input(Strict):
    """A fact that a table reads: its type and, in plain words, what it says when it is so."""

    type: Literal["yes_no", "code", "codes", "number"]
    words: str
    values: list[str] = []


class Row(Strict):
    """When these facts hold, this is the result, and these words say why."""

    when: Mapping[str, Cell]
    result: str
    words: str
    requirements: list[str] = []


class Default(Strict):
    """The result when no row holds."""

    result: str
    words: str


class Table(Strict):
    """One decision table. `hit` is which of several rows that hold counts: the first, the most urgent, or all of them."""

    id: str = pydantic.Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)+$")
    use: str
    title: str
    requirements: list[str] = []
    source: Source
    hit: Literal["first", "most_urgent", "all"]
    inputs: Mapping[str, Input]
    results: list[str]
    rows: list[Row]
    default: Default | None = None
    notes: str = ""

    def rank(self, result: str) -> int:
        """0 for the most urgent result; `results` stand in that order."""
        return self.results.index(result)
