"""What a pack's `guidance/` folder holds for the front door: factors, prompts, advice for the caller, whom to ask what."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeVar

from hearth.foundation import packs
from hearth.foundation.checks import also_check
from hearth.foundation.decision_tables import Cell, Table, decision_tables
from hearth.foundation.packs import Strict, read_documents
from hearth.foundation.packs.places import PACKS
from hearth.people import codes as people_codes

OTHER_FACTS = {
    "always", "under_five", "referrer", "kind", "factors", "grade", "outcome", "significant_harm", "locality",
    "earlier_home_conditions", "earlier_early_help", "safety", "early_help", "troubled_families", "nothing_further",
    "immediate_harm", "complex_need",
}  # fmt: skip
"""Facts that neither a factor nor a prompt gives: computed from the contact in `weighing`, or asked on the page."""

HELD = ("where_now", "seen", "child_words", "school")
TABLES = ("suggested_grade", "suggested_outcomes", "early_help_alone", "receiving_team", "level_of_need")


class Factor(Strict):
    """Something a worker may tick as seen, told or believed. `worry` is false for a circumstance or an explanation."""

    code: str
    of: Literal["child", "family"]
    group: str
    title: str
    worry: bool = True
    help: str = ""


class Conditional(Strict):
    """Something that shows when any one of several sets of facts holds."""

    code: str
    when: Sequence[Mapping[str, Cell]]
    requirements: list[str] = []

    def shows(self, facts: Mapping[str, object]) -> bool:
        """Does one of the sets hold?"""
        return any(all(cell.holds(facts.get(name)) for name, cell in one.items()) for one in self.when)


class Prompt(Conditional):
    """A question to find out.

    `held_in` is where on the child's line the answer stands already; yes is impossible beside yes to one it `excludes`.
    """

    of: Literal["child", "family"]
    topic: str
    question: str
    why: str = ""
    answer: Literal["text", "yes_no"] = "text"
    before_parents: bool = False
    excludes: list[str] = []
    held_in: Literal["where_now", "seen", "child_words", "school"] | None = None

    def asked_of(self, child: str) -> str:
        """The question with the child's name in it."""
        return self.question.replace("{child}", child)


class Advice(Conditional):
    """A step for the caller."""

    words: str


class Gathering(Conditional):
    """A question worth putting to an agency."""

    agency: str
    words: str


G = TypeVar("G", Factor, Prompt, Advice, Gathering)


@lru_cache
def _entries(pack: str, name: str, model: type[G]) -> dict[str, G]:
    lineage = [packs.load(pack)]
    while lineage[0].base:
        lineage.insert(0, lineage[0].base)
    found: dict[str, G] = {}
    for member in lineage:
        for document, at, entry in read_documents(PACKS / member.name / "guidance", model, only=name):
            _check(document, at, entry, pack)
            found[entry.code] = entry
    return found


def _check(document: packs.Document, at: tuple[str | int, ...], entry: G, pack: str) -> None:
    if isinstance(entry, Factor):
        return
    known = set(factors(pack)) | OTHER_FACTS
    if isinstance(entry, Gathering) and entry.agency not in dict(people_codes.AGENCY_KIND):
        raise document.error((*at, "agency"), f'"{entry.agency}" is not a kind of agency')
    for place, one in enumerate(entry.when):
        for name in one:
            if name not in known:
                raise document.error((*at, "when", place, name), f"{name} is no factor of this pack and no other fact")


def factors(pack: str) -> dict[str, Factor]:
    """The factors of a pack by code, in their order. Raises PackError naming file, line and mend."""
    return _entries(pack, "factors", Factor)


def prompts(pack: str) -> dict[str, Prompt]:
    """The prompts of a pack by code. Raises PackError."""
    return _entries(pack, "prompts", Prompt)


def advice(pack: str) -> dict[str, Advice]:
    """The advice for callers of a pack. Raises PackError."""
    return _entries(pack, "advice", Advice)


def gathering(pack: str) -> dict[str, Gathering]:
    """The suggestions of whom to ask what. Raises PackError."""
    return _entries(pack, "gathering", Gathering)


def table(use: str) -> Table | None:
    """The active pack's decision table for a use, or None where it has none."""
    return decision_tables(packs.active().name).get(use)


@also_check
def check_guidance(pack: str) -> str:
    """Read a pack's tables and guidance and check that they fit each other; how much there is, in words. Raises PackError."""
    tables = decision_tables(pack)
    asked = {prompt.code for prompt in prompts(pack).values() if prompt.answer == "yes_no"}
    known = set(factors(pack)) | asked | OTHER_FACTS
    for one in tables.values():
        for name in one.inputs:
            if name not in known:
                file = PACKS / pack / "decision_tables"
                raise packs.PackError(file, 1, f"{one.id} reads {name}, which is no factor, no yes-or-no prompt and no other fact")
    counted = len(factors(pack)), len(prompts(pack)), len(advice(pack)), len(gathering(pack))
    return f"{len(tables)} decision tables, {counted[0]} factors, {counted[1]} prompts, {counted[2] + counted[3]} pieces of advice"
