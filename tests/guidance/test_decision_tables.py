"""Decision tables: explained, total, the same whatever the order of facts; mistakes named by file, line and mend."""

import itertools
import random

import pytest

from hearth.foundation import packs
from hearth.foundation.decision_tables import Table, decision_tables, evaluate
from hearth.foundation.decision_tables.loading import tables_in
from hearth.foundation.packs import PackError
from hearth.foundation.packs.places import PACKS
from hearth.services.frontdoor import guidance

FOLDERS = sorted({file.parent for file in PACKS.glob("*/decision_tables/*.yaml")})
TABLES = [table for folder in FOLDERS for table in tables_in(folder).values()]
SMALL = """
- id: T-ONE
  use: one
  title: One
  source: {document: d, section: s}
  hit: HIT
  results: [red, amber]
  inputs:
    hurt: {type: yes_no, words: Hurt}
    age: {type: number, words: Age}
  rows:
    - {when: {age: {at_most: 4}}, result: amber, words: Young.}
    - {when: {hurt: true}, result: red, words: Hurt today.}
"""


def written(tmp_path, text: str) -> dict[str, Table]:
    (tmp_path / "t.yaml").write_text(text)
    return tables_in(tmp_path)


def some_facts(table: Table, chance: random.Random) -> dict:
    facts = {}
    for name, given in table.inputs.items():
        if chance.random() < 0.4:
            continue
        facts[name] = {
            "yes_no": chance.choice([True, False]),
            "number": chance.randint(0, 6),
            "code": chance.choice(given.values or ["x"]),
            "codes": [chance.choice(given.values or ["x"])],
        }[given.type]
    return facts


@pytest.mark.parametrize(("hit", "expected"), [("first", ["amber"]), ("most_urgent", ["red"]), ("all", ["amber", "red"])])
def test_which_of_several_rows_counts(tmp_path, hit, expected):
    table = written(tmp_path, SMALL.replace("HIT", hit))["one"]
    assert evaluate(table, {"hurt": True, "age": 3}).results == expected


def test_a_result_says_which_row_on_which_facts(tmp_path):
    table = written(tmp_path, SMALL.replace("HIT", "most_urgent"))["one"]
    found = evaluate(table, {"hurt": True, "age": 3})
    assert (found.result, found.reasons, found.facts) == ("red", ["Hurt today."], ["Hurt"])
    assert found.rows[0].number == 2
    assert evaluate(table, {"age": 3}).facts == ["Age: 3"]


def test_without_a_row_the_default_or_plain_words(tmp_path):
    table = written(tmp_path, SMALL.replace("HIT", "first"))["one"]
    assert (evaluate(table, {}).result, evaluate(table, {}).reasons) == ("", ["No row of the table holds for what is known."])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_every_table_answers_everything_in_words_and_order_of_facts_changes_nothing(table):
    chance = random.Random(table.id)
    for _ in range(400):
        facts = some_facts(table, chance)
        found = evaluate(table, facts)
        assert all(found.reasons)
        assert set(found.results) <= set(table.results)
        assert bool(found.results) == (bool(found.rows) or table.default is not None)
        names = list(facts)
        chance.shuffle(names)
        assert evaluate(table, {name: facts[name] for name in names}) == found
        if table.hit == "most_urgent" and found.rows:
            held = [row.result for row in table.rows if all(cell.holds(facts.get(name)) for name, cell in row.when.items())]
            assert table.rank(found.result) == min(map(table.rank, held))


@pytest.mark.parametrize(
    ("wrong", "line", "mend"),
    [
        (("result: red", "result: purple"), 13, "not among the results"),
        (("{hurt: true}", "{hit: true}"), 13, "not among the inputs"),
        (("{at_most: 4}", "[4]"), 12, "at_least and at_most are for numbers"),
        (("{hurt: true}", "{}"), 13, "make it the default"),
        (("hit: first", "hit: last"), 6, "hit"),
        (("title: One", "titel: One"), 4, "titel is not a word"),
        (("true", "perhaps"), 13, "not a value"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_mend(tmp_path, wrong, line, mend):
    with pytest.raises(PackError) as mistake:
        written(tmp_path, SMALL.replace("HIT", "first").replace(*wrong))
    assert mistake.value.file.name == "t.yaml"
    assert mistake.value.line == line
    assert mend in mistake.value.problem


def test_a_use_stands_once(tmp_path):
    with pytest.raises(PackError, match="used for one already"):
        written(tmp_path, SMALL.replace("HIT", "first") + SMALL.replace("HIT", "first"))


def test_culture_nationality_and_circumstances_never_change_the_suggested_urgency():
    """Over every pair and triple of facts: adding an explanation or a circumstance leaves the suggestion as it was."""
    table = decision_tables("southampton")["suggested_grade"]
    listed = guidance.factors("southampton")
    assert "belief_given" not in table.inputs
    assert not {
        name for name in table.inputs if any(word in name for word in ("belief", "cultur", "national", "ethnic", "relig", "abroad"))
    }
    assert listed["belief_given"].worry is False
    for codes in itertools.combinations(table.inputs, 3):
        facts = {code: True for code in codes if code != "factors"} | {"factors": 2}
        assert evaluate(table, facts | {"belief_given": True, "nationality": "Polish", "ethnicity": "WOTH"}) == evaluate(
            table, facts
        )


@pytest.mark.parametrize(
    ("facts", "team"),
    [
        ({"outcome": "social_work", "exploitation": True, "disability": True}, "young_peoples_service"),
        ({"outcome": "social_work", "disability": True}, "jigsaw"),
        ({"outcome": "assessment"}, "bis"),
        ({"outcome": "social_work", "significant_harm": "likely", "locality": "west"}, "family_safeguarding_west"),
        ({"outcome": "social_work", "significant_harm": "neither"}, "family_help"),
        ({"outcome": "social_work", "significant_harm": "likely"}, ""),
    ],
)
def test_southamptons_receiving_team(facts, team):
    assert evaluate(decision_tables("southampton")["receiving_team"], facts).result == team


def test_swindons_four_questions_exclude_each_other_as_the_text_says():
    table = decision_tables("swindon")["suggested_outcomes"]
    assert evaluate(table, {"safety": True, "early_help": True, "troubled_families": True}).results == ["referral", "early_help"]
    assert evaluate(table, {"nothing_further": True}).results == ["no_social_work"]
    assert evaluate(table, {"nothing_further": True, "early_help": True}).results == ["early_help"]


@pytest.mark.parametrize("pack", packs.names())
def test_tables_name_outcomes_levels_and_teams_that_the_pack_has(pack):
    from hearth.services.frontdoor.pack import FrontDoor

    door, tables = packs.load(pack).section(FrontDoor), decision_tables(pack)
    assert set(tables["level_of_need"].results) == {one.code for one in door.levels}
    assert {one for one in tables["suggested_outcomes"].results if door.outcome(one) is None} == set()
    if "receiving_team" in tables:
        assert set(tables["receiving_team"].results) <= set(packs.load(pack).teams)
    if "suggested_grade" in tables:
        assert tables["suggested_grade"].results == [one.code for one in door.grades]


@pytest.mark.parametrize("pack", packs.names())
def test_guidance_and_tables_fit_each_other(pack):
    assert "decision tables" in guidance.check_guidance(pack)
