"""`./hearth standards` and `./hearth packs` as somebody types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from hearth.foundation import packs
from tests.support.commands import Told

LIST_KEYS = [
    "standard",
    "title",
    "requirements",
    "source",
    "applies_to",
    "when",
    "per",
    "opens_on",
    "counts_from",
    "within",
    "counts",
    "ends",
    "met_by",
    "repeats",
    "until",
    "duty",
    "replaces",
    "due_soon",
    "owed_by",
]
DUE_KEYS = [
    "standard",
    "title",
    "source",
    "requirements",
    "duty",
    "leading",
    "per",
    "opened_by",
    "counts_from",
    "due_at",
    "due_on",
    "state",
    "counted",
]
CALL = {"kind": "contact.received", "at": "2026-06-01T10:00", "data": {"referrer": "professional", "channel": "telephone"}}
CHILD = {"kind": "contact.child_named", "at": "2026-06-01T10:00", "data": {"child": "filip"}}


def stream(folder: Path, *events: dict[str, Any], subject: str = "contact") -> str:
    """A file of events."""
    file = folder / "events.json"
    file.write_text(json.dumps({"subject": subject, "events": events}), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("pack", packs.names())
def test_list_has_every_word_of_each_standard(hearth: Told, pack: str) -> None:
    rows = hearth.json("standards", "list", "--pack", pack)
    assert all(set(LIST_KEYS) <= set(row) for row in rows)
    assert len({row["standard"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row["source"]) == {"document", "section", "item"}
        figures = [row["within"], row["before"]]
        assert row["at_once"] == (figures == [None, None] and row["counts"] is None)
        assert all(pattern["event"] for pattern in (*row["opens_on"], *row["met_by"], *row["until"]))


def test_list_resolves_a_setting_to_its_figure(hearth: Told) -> None:
    rows = {row["standard"]: row for row in hearth.json("standards", "list", "--pack", "swindon")}
    one_day = rows["SWI-RESPONSE-TYPE-1WD"]
    assert (one_day["within"], one_day["counts"], one_day["ends"]) == ("1 working day", "working_days", "same_time")
    assert one_day["setting"] == "working_day_or_24h"
    assert rows["SWI-FINALISE-CP-2H"]["when"] == {"child_protection": "true"}
    assert rows["SWI-CP-TO-WORKER"]["within"] is None


def test_list_without_json_is_a_line_each(hearth: Told) -> None:
    told = hearth.run("standards", "list", "--pack", "salford")
    assert told.code == 0
    assert "SAL-RISK-ROUTE" in told.out
    assert "no figure: waiting time shown" in told.out


def test_events_have_subject_keys_and_whether_recorded(hearth: Told) -> None:
    rows = {row["kind"]: row for row in hearth.json("standards", "events", "--pack", "wokingham")}
    assert all({"kind", "subject", "keys", "recorded"} <= set(row) for row in rows.values())
    assert rows["contact.received"]["recorded"] == "recorded"
    assert rows["contact.received"]["keys"]["door"] == "code"
    assert rows["enquiry.sent"]["recorded"] == "not yet recorded"
    assert rows["enquiry.sent"]["subject"] == "enquiry"
    assert rows["enquiry.sent"]["keys"] == {"agency": "uuid", "enquiry_grade": "code", "contact": "uuid"}
    assert rows["difference.discussed"]["keys"] == {"stage": "int", "result": "code"}


@pytest.mark.parametrize("pack", packs.names())
def test_every_event_that_a_standard_reads_is_listed(hearth: Told, pack: str) -> None:
    known = {row["kind"]: row for row in hearth.json("standards", "events", "--pack", pack)}
    for row in hearth.json("standards", "list", "--pack", pack):
        for pattern in (*row["opens_on"], *row["met_by"], *row["until"]):
            assert set(pattern["where"]) <= set(known[pattern["event"]]["keys"])
        for pattern in row["opens_on"]:
            assert row["applies_to"] in (known[pattern["event"]]["subject"], "any"), row["standard"]


def test_due_prints_each_obligation(hearth: Told, tmp_path: Path) -> None:
    rows = hearth.json(
        "standards", "due", "--pack", "swindon", "--events", stream(tmp_path, CALL, CHILD), "--at", "2026-06-01T10:30"
    )
    assert all(set(DUE_KEYS) <= set(row) for row in rows)
    day = next(row for row in rows if row["standard"] == "SWI-DECISION-24H")
    assert day["due_at"] == "2026-06-02T10:00:00+01:00"
    assert day["due_on"] == "2026-06-02"
    assert day["state"] == "open"
    assert day["per"] == {"child": "filip"}
    assert day["opened_by"] == {"kind": "contact.child_named", "at": "2026-06-01T10:00:00+01:00"}
    assert day["counts_from"] == "2026-06-01T10:00:00+01:00"
    assert day["requirements"] == ["SWI-PUR-02", "SWI-CHA-22"]
    assert day["source"]["document"] == "Swindon Family Contact Point protocol"
    assert day["counted"].startswith("24 hours from 10:00 on Mon 1 June")
    assert [row["standard"] for row in rows if row["duty"] == "decide on the contact" and row["leading"]] == [
        "SWI-EVALUATE-SAME-DAY"
    ]


def test_due_looks_from_the_moment_given(hearth: Told, tmp_path: Path) -> None:
    later = {"kind": "contact.graded", "at": "2026-06-01T13:00", "data": {"grade": "flaming_red"}}
    file = stream(tmp_path, CALL, CHILD, later)
    before = hearth.json("standards", "due", "--pack", "southampton", "--events", file, "--at", "2026-06-01T12:59")
    after = hearth.json("standards", "due", "--pack", "southampton", "--events", file, "--at", "2026-06-01T13:00")
    assert "SOT-FLAMING-RED-2H" not in {row["standard"] for row in before}
    raised = next(row for row in after if row["standard"] == "SOT-FLAMING-RED-2H")
    assert (raised["state"], raised["passed_before_identified"]) == ("overdue", True)


def test_a_correction_without_an_offset_is_read_as_english_time(hearth: Told, tmp_path: Path) -> None:
    correction = {"kind": "event.corrected", "at": "2026-06-01T11:00", "data": {"event": 1, "happened_at": "2026-06-01T09:10"}}
    file = stream(tmp_path, CALL, CHILD, correction)
    rows = hearth.json("standards", "due", "--pack", "southampton", "--events", file, "--at", "2026-06-01T12:00")
    assert next(row for row in rows if row["standard"] == "SOT-DECISION-24H")["due_at"] == "2026-06-02T09:10:00+01:00"


def decision(hearth: Told, folder: Path, received: str, at: str) -> dict[str, Any]:
    """The 24 hours of Southampton's decision on a contact received at a time, seen from another."""
    call, child = CALL | {"at": received}, CHILD | {"at": received}
    rows = hearth.json("standards", "due", "--pack", "southampton", "--events", stream(folder, call, child), "--at", at)
    return next(row for row in rows if row["standard"] == "SOT-DECISION-24H")


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # 01:30 on 29 March is not on any clock: an hour after 00:30 it is 02:30 in summer time.
        ("2026-03-29T01:30", "2026-03-30T02:30:00+01:00"),
        ("2026-03-28T02:30", "2026-03-29T03:30:00+01:00"),
        # 01:30 on 25 October is there twice; without an offset the first one, in summer time, is meant.
        ("2026-10-25T01:30", "2026-10-26T00:30:00+00:00"),
        ("2026-10-25T01:30+01:00", "2026-10-26T00:30:00+00:00"),
        ("2026-10-25T01:30Z", "2026-10-26T01:30:00+00:00"),
        ("2026-10-24T01:30", "2026-10-25T01:30:00+01:00"),
        ("2028-02-28T12:00", "2028-02-29T12:00:00+00:00"),
        ("2028-02-29T12:00", "2028-03-01T12:00:00+00:00"),
        ("2026-06-01T11:00+02:00", "2026-06-02T10:00:00+01:00"),
    ],
)
def test_due_counts_elapsed_hours_in_the_nights_the_clocks_change(hearth: Told, tmp_path: Path, received: str, due: str) -> None:
    assert decision(hearth, tmp_path, received, "2028-12-01T12:00")["due_at"] == due


def test_a_correction_a_withdrawal_and_events_out_of_order(hearth: Told, tmp_path: Path) -> None:
    decided = {"kind": "contact.decided", "at": "2026-06-02T09:00", "data": {"child": "filip"}}
    withdrawn = {"kind": "event.withdrawn", "at": "2026-06-02T10:30", "data": {"event": 1}}
    states = []
    for at in ("2026-06-02T10:00", "2026-06-02T11:00"):
        file = stream(tmp_path, decided, CHILD, CALL, withdrawn)
        rows = hearth.json("standards", "due", "--pack", "southampton", "--events", file, "--at", at)
        states.append(next(row["state"] for row in rows if row["standard"] == "SOT-DECISION-24H"))
    assert states == ["met", "overdue"]


def test_nothing_has_happened_so_nothing_is_due(hearth: Told, tmp_path: Path) -> None:
    assert hearth.json("standards", "due", "--pack", "swindon", "--events", stream(tmp_path), "--at", "2026-06-01T10:00") == []


BAD = [
    ("no JSON", "not json", "2026-06-01T12:00", "Expecting value"),
    ("no subject", '{"events": []}', "2026-06-01T12:00", "subject"),
    ("no events", '{"subject": "contact"}', "2026-06-01T12:00", "events"),
    (
        "an unknown kind",
        '{"subject": "contact", "events": [{"kind": "contact.flown", "at": "2026-06-01T10:00"}]}',
        "2026-06-01T12:00",
        "contact.flown",
    ),
    (
        "an unknown key",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-01T10:00", "data": {"mood": "grim"}}]}',
        "2026-06-01T12:00",
        "contact.received has no key mood",
    ),
    (
        "an impossible time",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-31T10:00"}]}',
        "2026-06-01T12:00",
        "at",
    ),
    (
        "an unknown subject, with those there are",
        '{"subject": "kontact", "events": []}',
        "2026-06-01T12:00",
        'there is no subject "kontact"; there are ',
    ),
    ("an unknown subject names contact", '{"subject": "Contact", "events": []}', "2026-06-01T12:00", ", contact, "),
    (
        "an unknown kind, by its number",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-01T10:00"},'
        ' {"kind": "contact.flown", "at": "2026-06-01T10:00"}]}',
        "2026-06-01T12:00",
        "event 2: No room declares an event kind called contact.flown",
    ),
    (
        "an unknown key, by its number",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-01T10:00", "data": {"mood": "grim"}}]}',
        "2026-06-01T12:00",
        "event 1: contact.received has no key mood; its keys are ",
    ),
    (
        "an impossible time, by its number",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-01T10:00"},'
        ' {"kind": "contact.received", "at": "noon"}]}',
        "2026-06-01T12:00",
        'event 2: at: "noon" is not a time, for example 2026-06-01T10:00',
    ),
    (
        "an impossible planned time",
        '{"subject": "contact", "events": [{"kind": "contact.safety_recorded", "at": "2026-06-01T10:00",'
        ' "data": {"child": "filip", "safe_until": "tonight"}}]}',
        "2026-06-01T12:00",
        'event 1: contact.safety_recorded, safe_until: "tonight" is not a time',
    ),
    (
        "broken JSON, with its line",
        '{"subject": "contact",\n "events": [}',
        "2026-06-01T12:00",
        "line 2",
    ),
    (
        "a time that is a number",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": 5}]}',
        "2026-06-01T12:00",
        'event 1: at: "5" is not a time',
    ),
    (
        "a time before the calendar begins",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "0206-06-01T10:00"}]}',
        "2026-06-01T12:00",
        'event 1: at: "0206-06-01T10:00" is outside the years',
    ),
    (
        "a misspelt word of an event",
        '{"subject": "contact", "events": [{"kind": "contact.received", "at": "2026-06-01T10:00", "date": {}}]}',
        "2026-06-01T12:00",
        "event 1: date is not a word of an event; it has kind, at, data",
    ),
    (
        "a child not said",
        '{"subject": "contact", "events": [{"kind": "contact.child_named", "at": "2026-06-01T10:00", "data": {}}]}',
        "2026-06-01T12:00",
        "event 1: contact.child_named, child is missing",
    ),
    (
        "a list for a code",
        '{"subject": "contact", "events": [{"kind": "contact.graded", "at": "2026-06-01T10:00", "data": {"grade": ["red"]}}]}',
        "2026-06-01T12:00",
        "event 1: contact.graded, grade: \"['red']\" is not a short code",
    ),
    (
        "neither true nor false",
        '{"subject": "contact", "events": [{"kind": "contact.protection_identified", "at": "2026-06-01T10:00",'
        ' "data": {"child_protection": "maybe"}}]}',
        "2026-06-01T12:00",
        'event 1: contact.protection_identified, child_protection: "maybe" is not true or false',
    ),
    (
        "a correction of nothing",
        '{"subject": "contact", "events": [{"kind": "event.corrected", "at": "2026-06-01T10:00", "data": {}}]}',
        "2026-06-01T12:00",
        "event 1: event.corrected, event is missing",
    ),
    (
        "a correction of what comes later",
        '{"subject": "contact", "events": [{"kind": "event.withdrawn", "at": "2026-06-01T10:00", "data": {"event": 1}}]}',
        "2026-06-01T12:00",
        "event 1: event.withdrawn speaks of event 1, which does not stand before it",
    ),
    (
        "a correction to what cannot be read",
        '{"subject": "contact", "events": [{"kind": "contact.safety_recorded", "at": "2026-06-01T10:00",'
        ' "data": {"child": "filip"}}, {"kind": "event.corrected", "at": "2026-06-01T11:00",'
        ' "data": {"event": 1, "key": "safe_until", "value": "tonight"}}]}',
        "2026-06-01T12:00",
        'event 2: contact.safety_recorded, safe_until: "tonight" is not a time',
    ),
    ("nested without end", "[" * 100_000, "2026-06-01T12:00", "nested too deeply"),
    ("a list, not an object", "[]", "2026-06-01T12:00", "the file should be an object with subject, events"),
    ("an impossible moment to look from", '{"subject": "contact", "events": []}', "yesterday", "yesterday"),
]


@pytest.mark.parametrize(("given", "at", "words"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
def test_bad_input_ends_with_2_and_says_why(hearth: Told, tmp_path: Path, given: str, at: str, words: str) -> None:
    file = tmp_path / "events.json"
    file.write_text(given, encoding="utf-8")
    told = hearth.run("standards", "due", "--pack", "southampton", "--events", str(file), "--at", at)
    assert (told.code, told.out) == (2, "")
    assert words in told.err


def test_a_pack_or_file_that_is_not_there_ends_with_2(hearth: Told, tmp_path: Path) -> None:
    told = hearth.run("standards", "list", "--pack", "nowhere")
    assert (told.code, told.out) == (2, "")
    assert "there is no pack called nowhere; there are salford, southampton, swindon, wokingham" in told.err
    told = hearth.run("standards", "due", "--pack", "swindon", "--events", str(tmp_path / "none.json"), "--at", "2026-06-01T12:00")
    assert told.code == 2
    assert "none.json" in told.err


@pytest.mark.parametrize("pack", packs.names())
def test_the_handbook_prints_every_standard_with_the_words_behind_it(hearth: Told, pack: str) -> None:
    rows = hearth.json("standards", "list", "--pack", pack)
    codes = [row["kind"] for row in hearth.json("standards", "events", "--pack", pack)]
    told = hearth.run("standards", "handbook", "--pack", pack)
    assert told.code == 0
    assert told.out.startswith("# Practice standards: ")
    for row in rows:
        assert f"\n- Standard {row['standard']}: " in told.out
        assert f"\n### {row['title']}" in told.out
    assert "## Settings" in told.out
    assert [code for code in codes if code in told.out] == []  # a manager reads sentences, not codes
    assert "{" not in told.out


def test_the_handbook_says_each_thing_a_manager_asks_of_a_standard(hearth: Told) -> None:
    told = hearth.run("standards", "handbook", "--pack", "swindon").out
    entry = told[told.index("### Finalise a child protection referral") :]
    entry = entry[: entry.index("###", 4)]
    for line in (
        "> The referral is finalised within 24 hours unless it is a child protection referral which should be completed"
        " within 2 hours",
        "- How long: within 2 hours (hours run on through evenings, weekends and holidays, to the minute)",
        "- Asked: once for each child",
        "- Applies while: child protection is yes",
        "- Counted from: Contact received",
        "- While it is open it stands in place of: Decide on the contact within 24 hours; Decide the type of response"
        " within one working day (24 hours)",
        "- Owed by: Assistant Team Manager",
        "- Due soon: 1 hour before",
        "- In force: from 1 May 2014",
        "- Source: Swindon Family Contact Point protocol, Appendix B, expected standards, screening",
        "- Standard SWI-FINALISE-CP-2H: SWI-STD-02",
    ):
        assert f"\n{line}\n" in entry, line
