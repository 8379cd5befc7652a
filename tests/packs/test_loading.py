"""A mistake in a pack names its file, its line and how to mend it; a pack without one is read."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from hearth.foundation import checks, packs
from hearth.foundation.access.capabilities import declared
from hearth.foundation.letters import templates
from hearth.foundation.packs import PackError, loading
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards import loading as standards
from hearth.foundation.standards import proving
from hearth.foundation.worktime import LONDON
from hearth.services.frontdoor.pack import FrontDoor

STANDARDS = "southampton/standards/front-door.yaml"
PACK = "southampton/pack.yaml"
Break = Callable[[str, str, str], tuple[PackError, Path, str]]


def forget() -> None:
    """Packs are kept once read; read them again."""
    loading.load.cache_clear()
    standards.rulebook.cache_clear()
    templates.letter_templates.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the packs that a test may spoil."""
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    for module in (loading, standards, checks, templates, proving):
        monkeypatch.setattr(module, "PACKS", copy)
    forget()
    yield copy
    forget()


@pytest.fixture
def spoil(folder: Path) -> Break:
    """Replace some text in a file, once; the mistake found, the file, and what it says on the line named."""

    def run(name: str, text: str, by: str) -> tuple[PackError, Path, str]:
        file = folder / name
        before = file.read_text(encoding="utf-8")
        assert text in before
        file.write_text(before.replace(text, by, 1), encoding="utf-8")
        with pytest.raises(PackError) as found:
            checks.check_pack("southampton")
        return found.value, file, file.read_text(encoding="utf-8").splitlines()[found.value.line - 1]

    return run


MISTAKES = [
    (
        "an unknown word",
        "  within: 2 hours",
        "  deadline: 2 hours",
        "deadline",
        "not a word of this file; remove it or check its spelling",
    ),
    (
        "a bad period",
        "  within: 2 hours",
        "  within: 2 fortnights",
        "2 fortnights",
        'write for example "24 hours", "2 working days"',
    ),
    ("a bad amber", "  due_soon: 1 hour", "  due_soon: a bit", "a bit", "is not a length of time"),
    ("no length", "  within: 2 hours\n", "", "SOT-FLAMING-RED-2H", "give exactly one of within, before, at_once or setting"),
    ("two lengths", "  within: 2 hours", "  within: 2 hours\n  at_once: true", "SOT-FLAMING-RED-2H", "give exactly one of"),
    (
        "counting at odds",
        "  within: 2 hours\n  counts: elapsed",
        "  within: 2 hours\n  counts: weeks",
        "SOT-FLAMING-RED-2H",
        "counts says weeks",
    ),
    (
        "an unknown event",
        "  met_by: contact.responded",
        "  met_by: contact.answered",
        "contact.answered",
        "No room declares an event kind called contact.answered; see `./hearth standards events`",
    ),
    (
        "an unknown key",
        'where: {secure_email: "true"}',
        'where: {colour: "true"}',
        "colour",
        "contact.received has no key colour; it has kind, channel",
    ),
    ("an unknown fact", "  when: {grade: flaming_red}", "  when: {mood: grim}", "mood", "no kind of event carries mood"),
    (
        "an unknown planned date",
        "  counts_from: contact.received",
        "  counts_from: contact.received.planned_at",
        "planned_at",
        "contact.received has no key planned_at",
    ),
    ("a key that is not shared", "  per: child", "  per: outcome", "per: outcome", "contact.child_named has no key outcome"),
    (
        "an unknown role",
        "  owed_by: social_worker",
        "  owed_by: porter",
        "owed_by: porter",
        'pack.yaml has no role "porter"; it has information_officer, social_worker',
    ),
    ("an unknown setting", "  setting: written_outcome", "  setting: whenever", "whenever", "pack.yaml has no setting whenever"),
    (
        "an unknown rule replaced",
        "  replaces: [SOT-DECISION-24H]",
        "  replaces: [SOT-NOTHING]",
        "SOT-NOTHING",
        "SOT-FLAMING-RED-2H replaces SOT-NOTHING, which no file defines",
    ),
    ("a rule given twice", "- id: SOT-RED-6H", "- id: SOT-FLAMING-RED-2H", "SOT-FLAMING-RED-2H", "end the earlier version first"),
    (
        "a word given twice",
        "  within: 2 hours",
        "  within: 2 hours\n  within: 3 hours",
        "within: 3 hours",
        '"within" is given twice; keep one of them',
    ),
    ("an id that is none", "- id: SOT-RED-6H", "- id: red", "id: red", "id"),
    (
        "no source",
        "  source: {document: Southampton CRS training slides, section: RAG, item: Red}\n",
        "",
        "SOT-RED-6H",
        "source is missing; add it",
    ),
    ("a misspelt word", "  title: Decide what", "  titel: Decide what", "titel", "titel is not a word of this file"),
    ("an empty list of values", "when: {grade: flaming_red}", "when: {grade: []}", "when", "one of them, and not empty"),
    ("two conditions at once", "when: {grade: red}", "when: {grade: {not: red, one_of: x}}", "when", "not is not a word"),
    ("yes for true", 'where: {written: "true"}', 'where: {written: "yes"}', "written", 'neither "true" nor "false"'),
    ("capitals in a code", "when: {grade: red}", "when: {grade: Red}", "Red", '"Red" is not a code'),
    ("no time at all", "  within: 2 hours", "  within: 0 hours", "SOT-FLAMING-RED-2H", 'leaves no time; write "at_once: true"'),
    ("half an hour too many", "  within: 2 hours", "  within: 1.5 hours", "1.5", "is not a length of time"),
    ("more than a lifetime", "  within: 2 hours", "  within: 99999 hours", "99999", "is not a length of time"),
    ("amber longer than the limit", "  due_soon: 1 hour", "  due_soon: 2 hours", "SOT-FLAMING-RED-2H", "is not shorter than"),
    ("amber of no length", "  due_soon: 1 hour", "  due_soon: same day", "SOT-FLAMING-RED-2H", "is no time before the end"),
    ("back from what has happened", "  within: 2 hours", "  before: 2 hours", "SOT-FLAMING-RED-2H", "must name its key"),
    (
        "hours to the end of a day",
        "  within: 2 hours\n  counts: elapsed",
        "  within: 2 hours\n  ends: end_of_day",
        "SOT-FLAMING-RED-2H",
        "it ends exact",
    ),
    ("in force backwards", "{from: 2022-01-01}", "{from: 2022-01-01, to: 2021-01-01}", "in_force", "before it begins"),
    ("an unknown subject", "  applies_to: contact", "  applies_to: contacts", "contacts", "there are agency_concern, contact"),
    ("met by nothing", "  met_by: contact.responded", "  met_by: []", "met_by", "at least 1 item"),
    ("met by an empty word", "  met_by: contact.responded", "  met_by:", "met_by", "this is empty; name a kind of event"),
    ("a rule in its own place", "replaces: [SOT-DECISION-24H]", "replaces: [SOT-FLAMING-RED-2H]", "replaces", "another rule"),
    ("a rule on another subject", "replaces: [SOT-DECISION-24H]", "replaces: [SOT-DIFFERENCE-1]", "replaces", "same subject"),
    ("an unknown record", "record: [reason, new time]", "record: [raeson]", "raeson", "'reason' or 'new time'"),
    ("one where a list is meant", "requirements: [SOT-TRN-42]", "requirements: SOT-TRN-42", "SOT-TRN-42", "should be a list"),
    ("a tab", "  within: 2 hours", "\twithin: 2 hours", "within", "cannot start any token"),
    ("broken YAML", "  when: {grade: red}", "  when: {grade: red", "", "this is not readable YAML"),
]


@pytest.mark.parametrize(("text", "by", "line", "mend"), [mistake[1:] for mistake in MISTAKES], ids=[one[0] for one in MISTAKES])
def test_a_mistake_in_a_standard_names_file_line_and_mend(spoil: Break, text: str, by: str, line: str, mend: str) -> None:
    error, file, shown = spoil(STANDARDS, text, by)
    assert str(error).startswith(f"{file}:{error.line}: ")
    assert line in shown
    assert mend in error.problem


PACK_MISTAKES = [
    (
        "an unknown word",
        "localities: {",
        "districts: {}\nlocalities: {",
        "districts",
        "districts is not a word of pack.yaml; remove it",
    ),
    ("a room's section missing", "\nfrontdoor:\n", "\nbackdoor:\n", "backdoor", "backdoor is not a word of pack.yaml"),
    (
        "an unknown word of a room",
        "  threshold_document:",
        "  handbook: x\n  threshold_document:",
        "handbook",
        "not a word of this file",
    ),
    ("an unknown capability", "      people.search: all", "      people.fly: all", "people.fly", "no room asks for people.fly"),
    ("an unknown scope", "      people.search: all", "      people.search: everyone", "people.search", "everyone"),
    ("a team in no team", "part_of: crs}", "part_of: crx}", "crx", 'there is no team "crx"'),
    ("a team in no locality", "locality: east}", "locality: north}", "north", 'there is no locality "north"'),
    ("a bad time", 'monday: {opens: "09:00"', 'monday: {opens: "25:00"', "25:00", "opens"),
    (
        "a reading that is none",
        "reading: one_working_day, since",
        "reading: some_day, since",
        "",
        '"some_day" is not one of the readings one_working_day, same_day',
    ),
    ("closing before opening", 'opens: "09:00", closes: "17:00"', 'opens: "17:00", closes: "09:00"', "17:00", "exchange them"),
    ("another name than the folder", "name: southampton", "name: southhampton", "name", 'write "name: southampton"'),
    (
        "extending nothing",
        "extends: statutory",
        "extends: statutry",
        "extends",
        "southampton extends statutry, there is no such pack",
    ),
    ("extending itself", "extends: statutory", "extends: southampton", "extends", "which comes back to itself"),
    ("a length misspelt", "        within: 1 working day", "        within: 1 workingday", "one_working_day", "is not a length"),
    ("an unknown end", "        within: 1 working day", "        within: 1 working day\n        ends: noon", "noon", "'same_time'"),
    (
        "a setting without a length",
        "        within: same working day\n",
        "",
        "",
        "the reading same_day of written_outcome gives no `within`",
    ),
]


@pytest.mark.parametrize(
    ("text", "by", "line", "mend"), [mistake[1:] for mistake in PACK_MISTAKES], ids=[one[0] for one in PACK_MISTAKES]
)
def test_a_mistake_in_a_pack_names_file_line_and_mend(spoil: Break, text: str, by: str, line: str, mend: str) -> None:
    error, _, shown = spoil(PACK, text, by)
    assert line in shown
    assert mend in error.problem


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
