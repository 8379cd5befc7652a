"""Which records are one person: the one place where the ids that things were recorded with are resolved.

Rows that may change are re-pointed when two records become one. What is append-only (statements, notes, events) keeps the
id it was written with; whoever reads it by person reads it through here.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet, UUIDField
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


def of(person_id: UUID) -> list[UUID]:
    """Every id a person was recorded with, the one that stands now first."""
    now = Person.objects.filter(pk=person_id).values(now=Coalesce("merged_into_id", "pk", output_field=UUIDField()))
    rows = Person.objects.filter(Q(pk__in=now) | Q(merged_into__in=now)).order_by(F("merged_into").asc(nulls_first=True), "number")
    return list(rows.values_list("pk", flat=True)) or [person_id]


class Shared(NamedTuple):
    """Keys of one label that an undo gave away from some records, and those it gave to them."""

    away: set[str]
    gained: set[str]


def _shared(label: str, ids: Collection[UUID]) -> Shared:
    rows = SharedOut.objects.filter(Q(person__in=ids) | Q(origin__in=ids), label=label)
    found = Shared(set(), set())
    for row in rows.order_by("pk"):
        if row.person_id in ids:
            found.gained.add(row.key)
            found.away.discard(row.key)
        else:
            found.away.add(row.key)
            found.gained.discard(row.key)
    return found


def written(rows: QuerySet[M], person_id: UUID) -> QuerySet[M]:
    """Of append-only rows that have a `person`, those about somebody, under whichever of their ids they were written."""
    ids = of(person_id)
    shared = _shared(rows.model._meta.label, ids)
    wanted = Q(person__in=ids)
    if shared.away:
        wanted &= ~Q(pk__in=shared.away)
    return rows.filter(wanted | Q(pk__in=shared.gained)) if shared.gained else rows.filter(wanted)


def stream(person_id: UUID) -> list[timeline.Entry]:
    """What happened to a person under all the ids they were recorded with, in the order it happened."""
    ids = of(person_id)
    shared = _shared(SharedOut.HOME, ids)
    heads = list(Head.objects.filter(kind=PERSON, subject_id__in=ids).values_list("pk", flat=True))
    found = _entries(heads)
    if shared.away:
        gone = _at_homes(found, shared.away)
        found = {key: entry for key, entry in found.items() if key not in gone}
    if shared.gained:
        origins = SharedOut.objects.filter(label=SharedOut.HOME, key__in=shared.gained, person__in=ids).values("origin")
        others = _entries(list(Head.objects.filter(kind=PERSON, subject_id__in=origins).values_list("pk", flat=True)))
        found |= {key: others[key] for key in _at_homes(others, shared.gained)}
    return sorted(found.values(), key=lambda entry: (entry.at, entry.id))


def _entries(heads: list[int]) -> dict[int, timeline.Entry]:
    return {entry.id: entry for entries in timeline.streams(heads).values() for entry in entries} if heads else {}


def _at_homes(entries: Mapping[int, timeline.Entry], homes: Collection[str]) -> set[int]:
    rows = Event.objects.filter(pk__in=list(entries)).values_list("pk", "home__kind", "home__subject_id")
    return {key for key, kind, subject in rows if f"{kind}:{subject}" in homes}


@timeline.resolved_by
def resolved(heads: Collection[Head], ids: Collection[str]) -> Mapping[int, Mapping[str, str]]:
    """For each head, which ids of people in its events mean another record now: merged, or shared out by an undo."""
    merged = {
        str(was): str(now)
        for was, now in Person.objects.filter(pk__in=ids, merged_into__isnull=False).values_list("pk", "merged_into_id")
    }
    homes = {f"{head.kind}:{head.subject_id}": head.pk for head in heads}
    found = {head.pk: dict(merged) for head in heads}
    for row in SharedOut.objects.filter(label=SharedOut.HOME, key__in=homes, origin__in=list(map(UUID, ids))).order_by("pk"):
        given = str(row.person_id)
        found[homes[row.key]][str(row.origin_id)] = merged.get(given, given)
    return found


def earlier(events: Iterable[Any]) -> dict[UUID, int]:
    """Events counted by the record that stands now, each home once: rows with `person` and `home`."""
    counted = {(row["person"], row["home"]) for row in events}
    counts: dict[UUID, int] = {}
    for person, _ in counted:
        counts[person] = counts.get(person, 0) + 1
    return counts
