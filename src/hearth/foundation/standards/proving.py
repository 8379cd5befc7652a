"""The tests of a pack's standards, which stand beside them as data: given events, and the dates somebody worked out by hand."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import pydantic

from hearth.foundation import packs
from hearth.foundation.packs import Document, Strict
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards import reports
from hearth.foundation.standards.engine import State
from hearth.foundation.standards.given import read_moment
from hearth.foundation.standards.language import Standard
from hearth.foundation.standards.loading import Rulebook, rulebook
from hearth.foundation.timeline.api import kind_named

MOMENTS = ("due_at", "due_soon_at", "met_at", "counts_from", "identified_at")
SAID = ("state", "leading", "due_on", "superseded_by", "passed_before_identified")


class GivenEvent(Strict):
    """An event that an action could have recorded."""

    kind: str
    at: str
    data: Mapping[str, Any] = {}


class Expected(Strict):
    """What a standard should ask. `per` and `opened_at` say which of several is meant; `waiting` that there is no figure."""

    standard: str
    per: Mapping[str, str] | None = None
    opened_at: datetime | None = None
    absent: bool = False
    waiting: bool = False
    due_at: datetime | None = None
    due_soon_at: datetime | None = None
    met_at: datetime | None = None
    counts_from: datetime | None = None
    identified_at: datetime | None = None
    state: State | None = None
    leading: bool | None = None
    due_on: date | None = None
    superseded_by: str | None = None
    passed_before_identified: bool | None = None


class Case(Strict):
    """Some events of a subject, and what they amount to at a moment."""

    name: str
    subject: str
    at: str
    events: list[GivenEvent]
    expect: list[Expected] = pydantic.Field(min_length=1)


class Placed(NamedTuple):
    """A case where it stands, so that a fault can be named by file and line."""

    document: Document
    number: int
    case: Case


def cases(name: str) -> list[Placed]:
    """The cases of a pack's own files. Raises PackError naming file, line and mend."""
    found: list[Placed] = []
    for file in sorted((PACKS / name / "standards").glob("*.test.yaml")):
        document = Document(file)
        if not isinstance(document.value, list):
            raise document.error((), "this file should be a list; start each case with a dash")
        found += [Placed(document, at, document.typed(Case, (at,), value)) for at, value in enumerate(document.value)]
    return found


def prove(name: str) -> str:
    """Work every case of a pack; how many there are, in words. Raises PackError at the first that comes out otherwise."""
    rules, placed = rulebook(name), cases(name)
    for document, at, case in placed:
        for number, words in faults(rules, case):
            place = (at, "expect", number) if number is not None else (at, "events")
            raise document.error(place, f"{case.name}: {words}")
    tested = {expected.standard for one in placed for expected in one.case.expect if not expected.absent}
    for document, at_rule, rule in packs.read_documents(PACKS / name / "standards", Standard):
        if rule.id not in tested:
            raise document.error((*at_rule, "id"), f"{rule.id} has no test; add a case to a *.test.yaml beside it")
    return f"{len(placed)} cases worked"


def faults(rules: Rulebook, case: Case) -> Iterator[tuple[int | None, str]]:
    """What comes out otherwise than expected: the number of the expectation (None where the events cannot be read), in words."""
    try:
        events = [_recorded(number, event) for number, event in enumerate(case.events, 1)]
        rows = reports.due(rules, {"subject": case.subject, "events": events}, read_moment(case.at))
    except ValueError as error:
        yield None, str(error)
        return
    for number, expected in enumerate(case.expect):
        for words in _differences(rules, rows, expected):
            yield number, f"{expected.standard}: {words}"


def _recorded(number: int, event: GivenEvent) -> dict[str, Any]:
    """The event as an action records it: its data must have the kind's keys and types."""
    try:
        data = kind_named(event.kind).model_validate(event.data)
    except KeyError as error:
        raise ValueError(f"event {number}: {error.args[0]}; see `./hearth standards events`") from None
    except pydantic.ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"event {number}: {event.kind}, {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return {"kind": event.kind, "at": event.at, "data": data.model_dump(mode="json", exclude_none=True)}


def _differences(rules: Rulebook, rows: list[dict[str, Any]], expected: Expected) -> Iterator[str]:
    if expected.standard not in rules.ids:
        yield "no file defines it"
        return
    found = [row for row in rows if _is_meant(row, expected)]
    if expected.absent:
        yield from (f"it is asked, expected not to be ({row['counted']})" for row in found)
    elif len(found) != 1:
        yield f"it is asked {len(found)} times, expected once; say which with per or opened_at"
    else:
        yield from _of_row(found[0], expected)


def _is_meant(row: dict[str, Any], expected: Expected) -> bool:
    of_opening = expected.opened_at is None or _same(row["opened_by"]["at"], expected.opened_at)
    return row["standard"] == expected.standard and expected.per in (None, row["per"]) and of_opening


def _of_row(row: dict[str, Any], expected: Expected) -> Iterator[str]:
    if expected.waiting and row["due_at"] is not None:
        yield f"due_at is {row['due_at']}, expected none: the text has no figure"
    if expected.waiting and expected.state is None and row["state"] != State.WAITING:
        yield f"state is {row['state']}, expected waiting"
    for word in MOMENTS:
        wanted = getattr(expected, word)
        if wanted is not None and not _same(row[word], wanted):
            yield f"{word} is {row[word]}, expected {wanted.isoformat()} ({row['counted']})"
    for word in SAID:
        wanted = getattr(expected, word)
        if wanted is not None and row[word] != (wanted.isoformat() if isinstance(wanted, date) else wanted):
            yield f"{word} is {row[word]}, expected {wanted} ({row['counted']})"


def _same(shown: str | None, wanted: datetime) -> bool:
    return shown is not None and read_moment(shown) == read_moment(wanted.isoformat())
