"""Every standard of every pack, proved by the YAML tests beside it: given events, expected dates."""

from typing import Any

import pytest

from hearth.config import coverage
from hearth.foundation import packs
from hearth.foundation.standards import proving
from hearth.foundation.standards.loading import rulebook

AREAS = {"front-door", "mash", "out-of-hours", "escalation"}
EVERY = [*packs.names(), "statutory"]


@pytest.mark.parametrize(
    ("pack", "case"),
    [
        pytest.param(pack, placed.case, id=f"{pack}/{placed.document.file.name.removesuffix('.test.yaml')}: {placed.case.name}")
        for pack in EVERY
        for placed in proving.cases(pack)
    ],
)
def test_given_events_amount_to_the_expected_dates(pack: str, case: proving.Case) -> None:
    assert list(proving.faults(rulebook(pack), case)) == []


@pytest.mark.parametrize("pack", EVERY)
def test_every_standard_of_a_pack_has_a_test(pack: str) -> None:
    assert proving.prove(pack) == f"{len(proving.cases(pack))} cases worked"


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


@pytest.mark.parametrize("pack", EVERY)
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
