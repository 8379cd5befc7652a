"""Evaluating a table on facts: pure, and always explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hearth.foundation.decision_tables.language import Row, Table

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Matched:
    """A row that held, and the facts it rests on in words."""

    row: Row
    number: int
    facts: list[str]


@dataclass(frozen=True)
class Evaluation:
    """What a table says of some facts: its results, the first one leading, with the rows behind them."""

    table: Table
    results: list[str]
    rows: list[Matched]
    by_default: bool = False

    @property
    def result(self) -> str:
        """The leading result; empty where no row holds and the table has no default."""
        return self.results[0] if self.results else ""

    @property
    def reasons(self) -> list[str]:
        """Why, in words: each row that led to the result, else the default's words, else that no row holds."""
        if self.rows:
            return [matched.row.words for matched in self.rows]
        return [self.table.default.words] if self.table.default else ["No row of the table holds for what is known."]

    @property
    def facts(self) -> list[str]:
        """The facts the result rests on, each once."""
        return list(dict.fromkeys(fact for matched in self.rows for fact in matched.facts))


def evaluate(table: Table, facts: Facts) -> Evaluation:
    """What a table says of some facts. A fact that is missing is not known; facts the table does not read change nothing."""
    held = [
        Matched(row, number, [_words(table, name, facts.get(name)) for name in row.when])
        for number, row in enumerate(table.rows, 1)
        if all(cell.holds(facts.get(name)) for name, cell in row.when.items())
    ]
    if not held:
        return Evaluation(table, [table.default.result] if table.default else [], [], by_default=True)
    if table.hit == "first":
        return Evaluation(table, [held[0].row.result], held[:1])
    if table.hit == "most_urgent":
        best = min((matched.row.result for matched in held), key=table.rank)
        return Evaluation(table, [best], [matched for matched in held if matched.row.result == best])
    return Evaluation(table, list(dict.fromkeys(matched.row.result for matched in held)), held)


def _words(table: Table, name: str, value: Any) -> str:
    given = table.inputs[name]
    if given.type == "yes_no":
        return given.words if value else f"not known: {given.words[0].lower()}{given.words[1:]}"
    shown = ", ".join(str(one) for one in value) if isinstance(value, list | tuple | set | frozenset) else value
    return f"{given.words}: {'not known' if shown in (None, '') else str(shown).replace('_', ' ')}"
