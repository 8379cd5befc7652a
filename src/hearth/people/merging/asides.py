"""Rows that a merge has set aside follow the people they name, so that an undo gives them back to whoever stands then."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from hearth.foundation.access.limiting import PERSON
from hearth.people.merging import rows
from hearth.people.models import Merge


def point(to: UUID, since: UUID, among: Collection[tuple[str, str]] | None = None) -> list[list[str]]:
    """Re-point what other merges set aside and names `since` to `to`, or only the rows `among` it; those that were moved."""
    done = []
    for merge in _standing(since).select_for_update(of=("self",)):
        moved = [
            (fields, name, label, row["pk"])
            for row in merge.aside
            for fields, name, label in _naming(row, since)
            if among is None or (label, row["pk"]) in among
        ]
        for fields, name, label, key in moved:
            fields[name] = str(to)
            done.append([label, key])
        if moved:
            merge.save(update_fields=["aside"])
    return done


def named(person_id: UUID) -> dict[str, list[str]]:
    """The keys of the rows that merges have set aside and that name somebody, by reference."""
    found: dict[str, list[str]] = {}
    for merge in _standing(person_id):
        for row in merge.aside:
            for _, _, label in _naming(row, person_id):
                found.setdefault(label, []).append(row["pk"])
    return found


def hand_on(merge: Merge, row: dict[str, Any]) -> None:
    """A row that cannot stand again yet waits for the undo of the other merge that re-pointed it, if there is one."""
    for other in Merge.objects.filter(at__isnull=False, undone_at=None).exclude(pk=merge.pk).order_by("event"):
        if any(key == row["pk"] and label.rpartition(".")[0].lower() == row["model"] for label, key in other.moves):
            other.aside.append(row)
            other.save(update_fields=["aside"])
            return


def _standing(person_id: UUID) -> QuerySet[Merge]:
    """Merges not undone whose log names somebody among what it set aside."""
    standing = Merge.objects.filter(at__isnull=False, undone_at=None).annotate(kept_aside=Cast("aside", TextField()))
    return standing.filter(kept_aside__contains=str(person_id)).order_by("event")


def _naming(row: dict[str, Any], person_id: UUID) -> Iterator[tuple[dict[str, Any], str, str]]:
    """The fields of a row set aside that name somebody: where they stand, their name, and the label of the reference."""
    fields = row["fields"]
    for reference in rows.references():
        if reference.model._meta.label_lower == row["model"] and (not reference.by_kind or fields["kind"] == PERSON):
            name = reference.model._meta.get_field(reference.column).name
            if fields.get(name) == str(person_id):
                yield fields, name, reference.label
