"""Which records are one person: the one place where the ids that things were recorded with are resolved.

Rows that may change are re-pointed when two records become one. What is append-only (statements, notes, events) keeps the
id it was written with; whoever reads it by person reads it through here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, UUIDField
from django.db.models.functions import Coalesce

from hearth.foundation.access.limiting import PERSON
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event, Head
from hearth.people.merging.models import SharedOut
from hearth.people.models import Person

M = TypeVar("M", bound=Model)


def resolve(person_id: UUID) -> UUID:
    """The id of the record that stands for a person now; an id of nobody is returned as it is."""
    kept = Person.objects.filter(pk=person_id).values_list("merged_into_id", flat=True).first()
    return kept or person_id


def numbered(number: str) -> str:
    """The number of the record that stands now for the one of an old number; any other text as it is."""
    text = number.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        return number
    kept = Person.objects.filter(number=int(text), merged_into__isnull=False).values_list("merged_into__number", flat=True).first()
    return str(kept) if kept else number


@dataclass(frozen=True)
class Whole:
    """A person under all their ids: the one that stands now first, and what undone merges gave away or to them."""

    ids: list[UUID]
    shared: list[SharedOut]

    def sharing(self, label: str) -> tuple[set[str], set[str]]:
        """The keys of one label that were given away, and those that were gained."""
        away: set[str] = set()
        gained: set[str] = set()
        for row in self.shared:
            if row.label == label:
                here, there = (gained, away) if row.person_id in self.ids else (away, gained)
                here.add(row.key)
                there.discard(row.key)
        return away, gained


def whole(person_id: UUID) -> Whole:
    """Everything needed to read what is append-only of a person; one query where nothing was ever shared out."""
    now = Person.objects.filter(pk=person_id).values(now=Coalesce("merged_into_id", "pk", output_field=UUIDField()))
    shared = SharedOut.objects.filter(Q(person=OuterRef("pk")) | Q(origin=OuterRef("pk")))
    rows = Person.objects.filter(Q(pk__in=now) | Q(merged_into__in=now)).annotate(shares=Exists(shared))
    found = list(rows.order_by(F("merged_into").asc(nulls_first=True), "number").values_list("pk", "shares"))
    ids = [key for key, _ in found] or [person_id]
    if not any(shares for _, shares in found):
        return Whole(ids, [])
    return Whole(ids, list(SharedOut.objects.filter(Q(person__in=ids) | Q(origin__in=ids)).order_by("pk")))


def of(person_id: UUID) -> list[UUID]:
    """Every id a person was recorded with, the one that stands now first."""
    return whole(person_id).ids


def written(rows: QuerySet[M], person: UUID | Whole) -> QuerySet[M]:
    """Of append-only rows that have a `person`, those about somebody, under whichever of their ids they were written."""
    who = whole(person) if isinstance(person, UUID) else person
    away, gained = who.sharing(rows.model._meta.label)
    wanted = Q(person__in=who.ids)
    if away:
        wanted &= ~Q(pk__in=away)
    return rows.filter(wanted | Q(pk__in=gained)) if gained else rows.filter(wanted)


def stream(person: UUID | Whole) -> list[timeline.Entry]:
    """What happened to a person under all the ids they were recorded with, in the order it happened."""
    who = whole(person) if isinstance(person, UUID) else person
    away, gained = who.sharing(SharedOut.HOME)
    found = _entries(list(Head.objects.filter(kind=PERSON, subject_id__in=who.ids).values_list("pk", flat=True)))
    if away:
        gone = _at_homes(found, away)
        found = {key: entry for key, entry in found.items() if key not in gone}
    if gained:
        origins = [row.origin_id for row in who.shared if row.label == SharedOut.HOME and row.person_id in who.ids]
        others = _entries(list(Head.objects.filter(kind=PERSON, subject_id__in=origins).values_list("pk", flat=True)))
        found |= {key: others[key] for key in _at_homes(others, gained)}
    return sorted(found.values(), key=lambda entry: (entry.at, entry.id))


def _entries(heads: list[int]) -> dict[int, timeline.Entry]:
    return {entry.id: entry for entries in timeline.streams(heads).values() for entry in entries} if heads else {}


def _at_homes(entries: Mapping[int, timeline.Entry], homes: Collection[str]) -> set[int]:
    rows = Event.objects.filter(pk__in=list(entries)).values_list("pk", "home__kind", "home__subject_id")
    return {key for key, kind, subject in rows if f"{kind}:{subject}" in homes}


@timeline.resolved_by
def resolved(heads: Collection[Head], ids: Collection[str]) -> Mapping[int, tuple[Mapping[str, str], Mapping[str, str]]]:
    """For each head, whose events there an undo gave to another, and which ids of people mean another record now."""
    homes = {f"{head.kind}:{head.subject_id}": head.pk for head in heads}
    given: dict[int, dict[str, str]] = {head.pk: {} for head in heads}
    for row in SharedOut.objects.filter(label=SharedOut.HOME, key__in=homes, origin__in=list(map(UUID, ids))).order_by("pk"):
        given[homes[row.key]][str(row.origin_id)] = str(row.person_id)
    wanted = {*ids, *(now for each in given.values() for now in each.values())}
    rows = Person.objects.filter(pk__in=wanted, merged_into__isnull=False).values_list("pk", "merged_into_id")
    merged = {str(was): str(now) for was, now in rows}
    return {head: (each, merged) for head, each in given.items()}


def earlier(events: Iterable[Any]) -> dict[UUID, int]:
    """Events counted by the record that stands now, each home once: rows with `person` and `home`."""
    counted = {(row["person"], row["home"]) for row in events}
    counts: dict[UUID, int] = {}
    for person, _ in counted:
        counts[person] = counts.get(person, 0) + 1
    return counts
