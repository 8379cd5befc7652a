"""Every standard of every pack, proved by the YAML tests beside it: given events, expected dates."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from hearth.config import coverage
from hearth.foundation import packs
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards import reports
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.timeline.api import kind_named
from hearth.foundation.worktime import LONDON

MOMENTS = {"due_at", "due_soon_at", "met_at", "counts_from", "identified_at"}
COMPARED = {"state", "leading", "due_on", "superseded_by", "passed_before_identified"}
CHOOSING = {"standard", "per", "opened_at"}
AREAS = {"front-door", "mash", "out-of-hours", "escalation"}


def read(file: Path) -> list[dict[str, Any]]:
    """A test file, every scalar a string as the packs are read."""
    cases: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return cases


def yaml_tests() -> Iterator[Path]:
    """Every YAML test of every pack."""
    yield from sorted(PACKS.glob("*/standards/*.test.yaml"))


def cases() -> Iterator[Any]:
    """Every case of every file, named by pack, file and its own name."""
    for file in yaml_tests():
        for case in read(file):
            pack = file.parent.parent.name
            yield pytest.param(pack, case, id=f"{pack}/{file.name.removesuffix('.test.yaml')}: {case['name']}")


def moment(text: str) -> datetime:
    """A moment as a test writes it: Europe/London without an offset."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def typed(event: dict[str, Any]) -> dict[str, Any]:
    """The event as an action would have recorded it: its data must have the kind's keys and types."""
    data = kind_named(event["kind"]).model_validate(event.get("data") or {})
    return {"kind": event["kind"], "at": event["at"], "data": data.model_dump(mode="json", exclude_none=True)}


def found(rows: list[dict[str, Any]], expected: dict[str, Any]) -> list[dict[str, Any]]:
    """The obligations that an expectation speaks of."""
    return [
        row
        for row in rows
        if row["standard"] == expected["standard"]
        and expected.get("per") in (None, row["per"])
        and ("opened_at" not in expected or datetime.fromisoformat(row["opened_by"]["at"]) == moment(expected["opened_at"]))
    ]


def differences(row: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    """Where an obligation is not as expected, in words."""
    wanted = {key: value for key, value in expected.items() if key not in CHOOSING}
    if wanted.pop("waiting", None):
        wanted.setdefault("state", "waiting")
        if row["due_at"] is not None:
            yield f"due_at is {row['due_at']}, expected none: the text has no figure"
    for key, value in wanted.items():
        if key in MOMENTS:
            same = row[key] is not None and datetime.fromisoformat(row[key]) == moment(value)
        elif key in COMPARED:
            same = str(row[key]).lower() == value.lower()
        else:
            raise AssertionError(f"a test cannot expect {key!r}; it may expect {', '.join(sorted(MOMENTS | COMPARED | CHOOSING))}")
        if not same:
            yield f"{key} is {row[key]}, expected {value} ({row['counted']})"


@pytest.mark.parametrize(("pack", "case"), list(cases()))
def test_given_events_amount_to_the_expected_dates(pack: str, case: dict[str, Any]) -> None:
    rules = rulebook(pack)
    given = {"subject": case["subject"], "events": [typed(event) for event in case["events"]]}
    rows = reports.due(rules, given, moment(case["at"]))
    known = {rule.id for rule in rules.standards}
    problems = []
    for expected in case["expect"]:
        name = expected["standard"]
        matching = found(rows, expected)
        if name not in known:
            problems.append(f"{name}: no file of {pack} defines it")
        elif expected.get("absent"):
            problems += [f"{name}: opened, expected not to: {row['counted']}" for row in matching]
        elif len(matching) != 1:
            problems.append(f"{name}: {len(matching)} obligations, expected one: {[row['per'] for row in matching]}")
        else:
            problems += [f"{name}: {words}" for words in differences(matching[0], expected)]
    assert not problems, "\n".join(problems)


def own_standards(pack: str) -> set[str]:
    """The standards that a pack's own files define."""
    inherited = {rule.id for rule in rulebook("statutory").standards} if pack != "statutory" else set()
    return {rule.id for rule in rulebook(pack).standards} - inherited


@pytest.mark.parametrize("pack", [*packs.names(), "statutory"])
def test_every_standard_of_a_pack_has_a_test(pack: str) -> None:
    tested = {
        expected["standard"]
        for file in yaml_tests()
        if file.parent.parent.name == pack
        for case in read(file)
        for expected in case["expect"]
        if not expected.get("absent")
    }
    assert own_standards(pack) - tested == set()


def has_figure(entry: dict[str, Any]) -> bool:
    """Does the text give a length: hours, days, or the same day?"""
    within = str(entry.get("within", ""))
    return any(character.isdigit() for character in within) or within.startswith("same day")


def test_every_timescale_with_a_figure_is_computed_in_the_four_areas() -> None:
    entries = coverage.catalogue()
    computed = coverage.with_same(entries, coverage.computed_ids())
    wanted = {
        one for one, entry in entries.items() if entry["area"] in AREAS and entry["kind"] == "timescale" and has_figure(entry)
    }
    assert len(wanted) >= 22
    assert wanted - computed == set()


def test_every_timescale_without_a_figure_shows_its_waiting_time_in_the_four_areas() -> None:
    entries = coverage.catalogue()
    computed = coverage.with_same(entries, coverage.computed_ids())
    wanted = {one for one, entry in entries.items() if entry["area"] in AREAS and entry["kind"] == "timescale"}
    assert wanted - computed == set()


@pytest.mark.parametrize("pack", [*packs.names(), "statutory"])
def test_requirements_named_by_standards_are_in_the_catalogue(pack: str) -> None:
    named = {one for rule in rulebook(pack).standards for one in rule.requirements}
    assert named - set(coverage.catalogue()) == set()


@pytest.mark.parametrize("pack", packs.names())
def test_rules_on_one_duty_are_counted_for_the_same_thing_or_the_whole_subject(pack: str) -> None:
    """A limit for each child stands beside one on the whole contact, never beside one for each agency."""
    kept: dict[tuple[str, str], set[str]] = {}
    for rule in rulebook(pack).standards:
        kept.setdefault((rule.applies_to, rule.duty), set()).update({rule.per} if rule.per else set())
    assert {duty: per for duty, per in kept.items() if len(per) > 1} == {}


@pytest.mark.parametrize("pack", packs.names())
def test_a_rule_replaces_only_rules_on_the_same_subject(pack: str) -> None:
    rules = rulebook(pack)
    for rule in rules.standards:
        for other in rule.replaces:
            assert rules.standard(other).applies_to == rule.applies_to
            assert rule.per in (None, rules.standard(other).per)
