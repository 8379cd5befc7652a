"""Packs are read whole, or the file says why not."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from hearth.foundation import checks, packs
from hearth.foundation.access.capabilities import declared
from hearth.foundation.packs import PackError
from hearth.foundation.standards import loading as standards
from hearth.foundation.standards import proving
from hearth.foundation.worktime import LONDON
from hearth.services.frontdoor.pack import FrontDoor
from tests.packs.conftest import forget

STANDARDS = "southampton/standards/front-door.yaml"
PACK = "southampton/pack.yaml"


def test_a_missing_section_is_named(folder: Path) -> None:
    file = folder / PACK
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("\nfrontdoor:\n")], encoding="utf-8")
    with pytest.raises(PackError, match="frontdoor is missing; add it"):
        packs.load("southampton")


def test_a_standards_file_that_is_no_list(folder: Path) -> None:
    (folder / STANDARDS).write_text("id: SOT-ONE", encoding="utf-8")
    with pytest.raises(PackError, match="should be a list; start each entry with a dash"):
        standards.rulebook("southampton")


def test_a_file_in_another_encoding(folder: Path) -> None:
    (folder / STANDARDS).write_bytes(b"- id: \xe9")
    with pytest.raises(PackError, match="save it as UTF-8"):
        standards.rulebook("southampton")


def test_a_mapping_where_a_word_belongs(folder: Path) -> None:
    (folder / STANDARDS).write_text("- {{name}}: SOT-ONE", encoding="utf-8")
    with pytest.raises(PackError, match="before a colon stands a word"):
        standards.rulebook("southampton")


def test_office_hours_need_an_office(folder: Path) -> None:
    for name, text, by in [
        (STANDARDS, "  within: 2 hours\n  counts: elapsed", "  within: 2 office hours"),
        (PACK, "office_hours:", "x:"),
    ]:
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8").replace(text, by, 1), encoding="utf-8")
    (folder / PACK).write_text(re.sub(r"\nx:\n(  .*\n)+", "\n", (folder / PACK).read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(PackError, match="counts office hours; pack"):
        standards.rulebook("southampton")


def test_versions_may_stand_in_any_order_but_not_over_each_other(folder: Path) -> None:
    file = folder / STANDARDS
    text = file.read_text(encoding="utf-8")
    first = text[: text.index("- id: SOT-FLAMING-RED-2H")]
    earlier = first.replace("{from: 2022-01-01}", "{from: 2020-01-01, to: 2021-12-31}").replace("24 hours", "48 hours")
    file.write_text(text + earlier, encoding="utf-8")
    book = standards.rulebook("southampton")
    when = {year: datetime(year, 6, 1, tzinfo=LONDON) for year in (2021, 2026)}
    assert {year: book.standard("SOT-DECISION-24H", at).within for year, at in when.items()} == {2021: "48 hours", 2026: "24 hours"}
    assert book.standard("SOT-DECISION-24H").within == "24 hours"
    forget()
    file.write_text(text + earlier.replace("to: 2021-12-31", "to: 2022-01-01"), encoding="utf-8")
    with pytest.raises(PackError, match="end the earlier version first"):
        standards.rulebook("southampton")


@pytest.mark.parametrize(
    ("text", "by", "mend"),
    [
        ("due_at: 2026-06-01T16:10", "due_at: 2026-06-01T16:11", "due_at is 2026-06-01T16:10:00+01:00, expected 2026-06-01T16:11"),
        ("grade: flaming_red", "grdae: flaming_red", "contact.graded, grade: Field required"),
        ("standard: SOT-FLAMING-RED-2H", "standard: SOT-FLAMING", "SOT-FLAMING: no file defines it"),
        ("state: overdue", "state: late", "expect > 0 > state"),
    ],
)
def test_a_case_that_comes_out_otherwise_names_its_line(folder: Path, text: str, by: str, mend: str) -> None:
    file = folder / "southampton/standards/front-door.test.yaml"
    before = file.read_text(encoding="utf-8")
    at = before.index(text)
    file.write_text(before[:at] + by + before[at + len(text) :], encoding="utf-8")
    with pytest.raises(PackError) as found:
        proving.prove("southampton")
    assert mend in found.value.problem
    assert found.value.file == file


def test_a_standard_without_a_case_is_named(folder: Path) -> None:
    (folder / "southampton/standards/front-door.test.yaml").unlink()
    with pytest.raises(PackError, match="SOT-DECISION-24H has no test; add a case"):
        proving.prove("southampton")


def test_an_unknown_pack_names_those_there_are() -> None:
    with pytest.raises(PackError, match="there is no pack called nowhere; there are salford, southampton, swindon, wokingham"):
        packs.load("nowhere")


def test_a_mend_changes_what_is_computed_under(folder: Path) -> None:
    before = packs.load("swindon").digest
    forget()
    file = folder / "statutory/standards/referrals.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("within: 1 working day", "within: 2 working days"), encoding="utf-8")
    assert packs.load("swindon").digest != before


def test_there_are_four_packs_and_each_is_read_whole() -> None:
    assert {"salford", "southampton", "swindon", "wokingham"} <= set(packs.names())
    for name in packs.names():
        assert "standards" in checks.check_pack(name)


@pytest.mark.parametrize("name", packs.names())
def test_the_roles_of_a_front_door_hold_what_their_part_asks(name: str) -> None:
    pack = packs.load(name)
    door = pack.section(FrontDoor)
    asked = {
        "frontdoor.receive": door.roles.takes_calls,
        "frontdoor.propose_grade": door.roles.grades,
        "frontdoor.confirm_grade": door.roles.confirms_grades,
        "frontdoor.recommend": door.roles.recommends,
        "frontdoor.decide": [*door.roles.decides, door.roles.duty_manager],
        "frontdoor.accept": [door.roles.out_of_hours, "team_manager", "area_social_worker"],
    }
    for capability, roles in asked.items():
        assert set(roles) <= set(pack.roles_with(capability)), capability
    for capability in ("frontdoor.recommend", "frontdoor.decide"):
        assert set(pack.roles_with(capability)) == set(asked[capability]), capability


@pytest.mark.parametrize("name", packs.names())
def test_somebody_holds_every_capability_of_the_front_door_and_of_people(name: str) -> None:
    held = {capability for role in packs.load(name).roles.values() for capability in role.capabilities}
    asked = {capability for capability in declared() if capability.startswith(("frontdoor.", "people."))}
    assert asked - held == set()


@pytest.mark.parametrize("name", packs.names())
def test_every_outcome_goes_to_teams_that_there_are(name: str) -> None:
    pack = packs.load(name)
    door = pack.section(FrontDoor)
    assert {door.team, door.out_of_hours_team} <= set(pack.teams)
    assert pack.teams[door.out_of_hours_team].out_of_hours
    for outcome in door.outcomes:
        going = {*outcome.teams, *([outcome.team] if outcome.team else [])}
        assert going <= {code for code, team in pack.teams.items() if team.accepts}, outcome.code
        assert outcome.no_social_work is not outcome.passes_on, outcome.code


def test_how_the_four_front_doors_differ() -> None:
    doors = {name: packs.load(name).section(FrontDoor) for name in packs.names()}
    assert {name: door.first_stage for name, door in doors.items()} == {
        "salford": "screening",
        "southampton": "with_worker",
        "swindon": "screening",
        "wokingham": "triage",
    }
    assert {name: door.grades_on for name, door in doors.items()} == {
        "salford": "none",
        "southampton": "contact",
        "swindon": "none",
        "wokingham": "enquiry",
    }
    assert list(doors["salford"].doors) == ["support", "worried", "consultation"]
    assert [level.title for level in doors["salford"].levels] == [
        "Getting Advice",
        "Getting Help",
        "Getting More Help",
        "Getting Risk Support",
    ]
    assert [outcome.title for outcome in doors["wokingham"].outcomes][:3] == [
        "Strategy meeting",
        "Child and Family Assessment",
        "Early Help Hub",
    ]


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-06-02T16:59", True),
        ("2026-06-02T17:00", False),
        ("2026-06-03T08:59", False),
        ("2026-06-03T09:00", True),
        ("2026-06-05T17:00", False),
        ("2026-06-07T12:00", False),
        ("2026-06-08T09:00", True),
        ("2026-08-31T11:00", False),
        ("2026-09-01T08:59", False),
        ("2026-09-01T09:00", True),
    ],
)
def test_southamptons_day_is_what_its_emergency_duty_team_leaves(moment: str, is_open: bool) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    assert packs.load("southampton").calendar.is_open(at) is is_open
