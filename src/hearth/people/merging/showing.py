"""What a worker looks at before two records become one, and before they become two again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from hearth.foundation import packs
from hearth.foundation.access import limiting
from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.facts import FACTS, Fact, stated
from hearth.people.front_page import latest_statements
from hearth.people.merging import rows, rules, separation, undoing
from hearth.people.merging.rows import Pair, Reference
from hearth.people.models import Merge, Person, Statement
from hearth.people.queries import WITHHELD, PersonInList, age_words, as_seen, confidential_shown

KIND = Fact("kind", "This is a", "identity", (("child", "Child"), ("adult", "Adult"), ("unborn", "Unborn child")))
DAYS = ("date_of_birth", "expected_date", "died_on")
UNSAID = ("people.IdentitySeparation", "people.DuplicatePair")
"""Rows that move and are nobody's to see there: that a child was adopted, and pairs that may name a sealed record."""
Words = Callable[[Any], str]
_words: dict[str, tuple[str, Words | None]] = {}


def describe(label: str, title: str, words: Words | None = None) -> None:
    """Say what rows of a model are called in a preview, and each in words; without words they are only counted."""
    _words[label] = (title, words)


@dataclass(frozen=True)
class Side:
    """What one record says of a fact, and how it is known."""

    words: str
    source: str = ""
    on: date | None = None


@dataclass(frozen=True)
class FactOfTwo:
    """One fact with both values; where both say something different one is chosen."""

    fact: Fact
    kept: Side
    merged: Side
    differs: bool
    usual: str


@dataclass(frozen=True)
class PairShown:
    """A row that both records have, in the words of each."""

    key: str
    title: str
    kept: str
    merged: str
    differs: bool
    usual: str


@dataclass
class Lines:
    """Rows of one sort: those that can be said in words, and how many there are."""

    title: str
    many: int = 0
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Preview:
    """Everything about making `merged` part of `kept`."""

    kept: Person
    merged: Person
    ages: tuple[str, str]
    facts: list[FactOfTwo]
    pairs: list[PairShown]
    moving: list[Lines]
    following: list[Lines]
    staying: list[Lines]
    between: int
    blocks: list[str]
    twins: str
    two_people: bool
    proposal: Merge | None

    @property
    def open_choices(self) -> list[FactOfTwo]:
        """The facts of which one value must be chosen."""
        return [one for one in self.facts if one.differs]


def preview(reader: Reader, kept_id: UUID, merged_id: UUID) -> Preview:
    """Both records side by side, and where everything goes; both looks are logged. Raises Refused or NotFound."""
    capability = capabilities.MERGE if reader.can(capabilities.MERGE) else capabilities.MERGE_CONFIRM
    kept, merged = (limiting.read(Person, one, reader, capability) for one in (kept_id, merged_id))
    if kept_id == merged_id or (separation.are_apart(kept_id, merged_id) and not separation.named_for(reader)):
        raise NotFound(capability, Person, merged_id)
    plan = rows.plan(kept_id, merged_id)
    teller = _Teller(reader, [row for _, row in plan.moves] + [one for pair in plan.pairs for one in (pair.merged, pair.kept)])
    return Preview(
        kept,
        merged,
        (age_words(kept), age_words(merged)),
        _facts(kept, merged),
        [shown for pair in plan.pairs if (shown := teller.pair(pair)) is not None],
        teller.lines(plan.moves),
        _following(merged_id),
        teller.lines(plan.stays),
        len(plan.between),
        rules.blocks(kept, merged),
        rules.like_twins(kept, merged),
        rules.needs_two(kept_id, merged_id),
        Merge.objects.filter(kept=kept, merged=merged, at=None, undone_at=None).select_related("proposed_by").first(),
    )


def _facts(kept: Person, merged: Person) -> list[FactOfTwo]:
    said = latest_statements(kept), latest_statements(merged)
    found = []
    for fact in (KIND, *FACTS.values()):
        one, other = (_side(fact, person, latest) for person, latest in zip((kept, merged), said, strict=True))
        if one.words or other.words:
            differs = rules.differ(fact.name, kept, merged)
            found.append(FactOfTwo(fact, one, other, differs, rules.usual(fact.name, kept, merged)))
    return found


def _side(fact: Fact, person: Person, latest: dict[str, Statement]) -> Side:
    value = getattr(person, fact.name)
    if rules.is_blank(fact.name, value):
        return Side("")
    words = fact.words(value)
    if fact.name == "date_of_birth" and person.birth_estimated:
        words = f"{age_words(person)}, estimated from the age said"
    said = latest.get(fact.name)
    if said is None or said.value != stated(value):
        return Side(words)
    return Side(words, f"{said.get_known_by_display().lower()}{f' by {said.told_by}' if said.told_by else ''}", said.told_on)


def _following(merged_id: UUID) -> list[Lines]:
    counted = [(reference, reference.rows(merged_id).count()) for reference in rows.written()]
    return [Lines(_title(reference), many) for reference, many in counted if many]


def _title(reference: Reference) -> str:
    label = reference.model._meta.label
    title = _words.get(f"{label}.{reference.column}", _words.get(label, ("", None)))[0]
    return title or str(reference.model._meta.verbose_name_plural).capitalize()


class _Teller:
    """Says rows in words as one reader may see them: whoever is sealed from them is left out."""

    def __init__(self, reader: Reader, found: Iterable[Any]) -> None:
        found = list(found)
        named = {getattr(row, name) for row in found for name in ("person_id", "relative_id") if hasattr(row, "relative_id")}
        self.people: dict[UUID, PersonInList] = as_seen(reader, Person.objects.filter(pk__in=named).select_related("mother"))
        owners = [row.person_id for row in found if hasattr(row, "confidential")]
        self.confidential = confidential_shown(reader, owners)

    def words(self, reference: Reference, row: Any) -> str | None:
        """A row in words; empty where it is only counted, None where not even that may show."""
        label = row._meta.label
        if label in UNSAID:
            return None
        if label == "people.Relationship":
            return self._family(reference, row)
        if label == "people.Residence":
            home = WITHHELD if row.confidential and row.person_id not in self.confidential else str(row.address)
            return f"{home}{', confidential' if row.confidential else ''}{' (earlier)' if row.ends_on else ''}"
        words = _words.get(f"{label}.{reference.column}", _words.get(label, ("", None)))[1]
        return words(row) if words else ""

    def _family(self, reference: Reference, row: Any) -> str | None:
        own = reference.column == "person_id"
        other = self.people.get(row.relative_id if own else row.person_id)
        if other is None:
            return None
        kind = row.get_kind_display()
        said = f"{kind}: {other.name}" if own else f"They are the {kind.lower()} of {other.name}"
        known = f" ({row.source})" if row.source and not other.hidden else ""
        held = row.get_parental_responsibility_display().lower()
        responsibility = "" if row.parental_responsibility == "not_asked" else f", {held}"
        return f"{said}{responsibility}{known}{', ended' if row.ended_on else ''}"

    def lines(self, found: Iterable[tuple[Reference, Any]]) -> list[Lines]:
        """Rows by sort, in the order they are kept."""
        by_title: dict[str, Lines] = {}
        for reference, row in found:
            words = self.words(reference, row)
            if words is not None:
                title = _title(reference)
                lines = by_title.setdefault(title, Lines(title))
                lines.many += 1
                if words:
                    lines.words.append(words)
        return list(by_title.values())

    def pair(self, pair: Pair) -> PairShown | None:
        """A row that both have, or None where it may not show."""
        kept, merged = self.words(pair.reference, pair.kept), self.words(pair.reference, pair.merged)
        if kept is None or merged is None:
            return None
        return PairShown(pair.key, _title(pair.reference), kept, merged, pair.differs and kept != merged, pair.fuller)


@dataclass(frozen=True)
class UndoShown:
    """Everything about undoing one merge."""

    merge: Merge
    kept: Person
    back: int
    changed: list[FactOfTwo]
    """Facts changed since: what stands now beside what stood before."""
    added: list[tuple[str, str]]
    """What was added since: its key, and it in words."""
    first: Merge | None = None
    """The later merge that must be undone first."""


def undo_preview(reader: Reader, merge_id: UUID) -> UndoShown:
    """What undoing a merge does now; the look is logged. Raises Refused or NotFound."""
    capability = capabilities.MERGE if reader.can(capabilities.MERGE) else capabilities.MERGE_CONFIRM
    merge = Merge.objects.filter(pk=merge_id, at__isnull=False, undone_at=None).select_related("merged", "by").first()
    if merge is None:
        raise NotFound(capability, Merge, merge_id)
    later = undoing.later(merge)
    kept = limiting.read(Person, merge.kept_id if later is None else _stands(merge), reader, capability)
    if later is not None:
        return UndoShown(merge, kept, 0, [], [], later)
    found = undoing.read(merge)
    teller = _Teller(reader, [row for _, row in found.added])
    added = []
    for reference, row in sorted(found.added, key=lambda one: (_title(one[0]), str(_when(one[1]) or ""))):
        said = teller.words(reference, row)
        if said is not None:
            on = _written_on(row)
            added.append((f"{reference.label}:{row.pk}", f"{_title(reference)}{f': {said}' if said else ''}{on}"))
    changed = [_changed(name, kept, before) for name, before in found.changed.items() if name in FACTS or name == "kind"]
    return UndoShown(merge, kept, len(found.back), changed, added)


def _stands(merge: Merge) -> UUID:
    kept = Person.objects.get(pk=merge.kept_id)
    return kept.merged_into_id or kept.pk


def _when(row: Any) -> datetime | None:
    return next((getattr(row, name) for name in ("recorded_at", "written_at", "at", "starts_at") if getattr(row, name, None)), None)


def _written_on(row: Any) -> str:
    at = _when(row)
    return f" ({at.day} {at:%B} {at.year})" if at else ""


def _changed(name: str, kept: Person, before: Any) -> FactOfTwo:
    fact = FACTS.get(name, KIND)
    return FactOfTwo(fact, Side(fact.words(getattr(kept, name)) or "nothing"), Side(fact.words(before) or "nothing"), True, "now")


def merges_of(reader: Reader, person_id: UUID) -> tuple[Person, list[Merge]]:
    """Every merge, proposal and undoing about a record, the latest first."""
    capability = capabilities.MERGE if reader.can(capabilities.MERGE) else capabilities.MERGE_CONFIRM
    person = limiting.read(Person, person_id, reader, capability)
    about = Q(kept=person) | Q(merged=person) | Q(kept__merged_into=person)
    found = Merge.objects.filter(about).select_related("kept__mother", "merged__mother", "by", "proposed_by", "undone_by")
    shown = as_seen(reader, [side for one in found for side in (one.kept, one.merged)])
    seen = {key for key, one in shown.items() if not one.hidden}
    return person, [one for one in found if {one.kept_id, one.merged_id} <= seen]


def not_chosen(merge: Merge) -> list[tuple[str, str, int]]:
    """What either record said and does not stand since the merge: the fact, its words, and the record's number."""
    found = []
    for name, stands in merge.after.items():
        fact = FACTS.get(name)
        own, theirs = merge.before[name], undoing.rows_value(getattr(merge.merged, name))
        for number, value in ((merge.kept.number, own), (merge.merged.number, theirs)):
            if fact is not None and value != stands and not rules.is_blank(name, value):
                found.append((fact.label, fact.words(undoing.parsed(name, value)), number))
    return found


def proposals(reader: Reader) -> list[Merge]:
    """Proposed merges that wait, of records that this reader may see, the oldest first."""
    capability = capabilities.MERGE if reader.can(capabilities.MERGE) else capabilities.MERGE_CONFIRM
    visible = limiting.limit(Person.objects.all(), reader, capability)
    found = Merge.objects.filter(at=None, undone_at=None, kept__in=visible, merged__in=visible)
    return list(found.select_related("kept__mother", "merged__mother", "proposed_by").order_by("proposed_at", "pk"))


def _stated(row: Statement) -> str:
    fact = FACTS.get(row.fact)
    if fact is None:
        return row.fact.replace("_", " ")
    value = row.value.split(",") if row.fact == "disabilities" else row.value
    born = date.fromisoformat(row.value) if row.value and row.fact in DAYS else None
    return f"{fact.label}, {fact.words(born or value) or 'nothing'}"


def _named(row: Any) -> str:
    return f"{row.user.name if row.user else packs.active().teams[row.team].title}, {row.role.replace('_', ' ')}"


describe("people.Residence", "Addresses")
describe("people.Relationship", "Family")
describe("people.PersonName", "Other names", lambda row: f"{row.forenames} {row.surname}".strip())
describe("people.Warning", "Warnings", lambda row: row.words)
describe("people.ServiceEpisode", "Services", lambda row: f"{row.get_service_display()}, {'ended' if row.closed_on else 'open'}")
describe("people.PersonProfessional", "Professionals", lambda row: f"{row.professional.name}, {row.professional.agency.name}")
describe("people.Person.mother_id", "Children not yet born", lambda row: row.name)
describe("people.Person.merged_into_id", "Records made one with it earlier", lambda row: f"record {row.number}")
describe("people.Statement", "Statements of facts", _stated)
describe("people.Dismissal", "Matches said not to be them")
describe("people.ExternalId", "Numbers in other systems", lambda row: f"{row.source} {row.value}")
describe("access.Involvement", "Who works with them", _named)
describe("access.Opening", "Openings with a reason")
describe("access.Notice", "Notices")
describe("caseforms.Answers", "Answers to forms")
describe("caseforms.Draft", "Drafts")
