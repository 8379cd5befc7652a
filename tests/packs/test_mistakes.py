"""A mistake in a pack names its file, its line and how to mend it."""

import pytest

from tests.packs.conftest import Break

STANDARDS = "southampton/standards/front-door.yaml"
PACK = "southampton/pack.yaml"
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
