"""What belongs to a record: every row that points to it, and where each goes when two records become one."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from hearth.foundation.access.limiting import PERSON
from hearth.foundation.access.models import Conflict, Restriction
from hearth.foundation.timeline.models import AppendOnly, Head
from hearth.people.models import Card, Merge, Person, SharedOut

KEPT, MERGED = "kept", "merged"
_APART = (Card, Conflict, Head, Merge, Restriction, SharedOut)
"""Not moved: made anew, guarded on both sides, or about the merge itself."""
ALIKE: dict[str, tuple[str, ...]] = {
    "people.Residence": ("address_id", "ends_on"),
    "people.PersonName": ("forenames", "surname", "kind"),
    "people.PersonProfessional": ("professional_id", "ends_on"),
    "people.ServiceEpisode": ("service", "team", "opened_on", "closed_on"),
    "people.Relationship": ("person_id", "relative_id", "kind"),
    "access.Involvement": ("role", "user_id", "team", "ends_at"),
}
"""What makes a row of one record the same as one of the other, so that it would only show twice."""


class Reference(NamedTuple):
    """A column that names a person; `by_kind` where its row says beside it that it is a person's."""

    model: type[Model]
    column: str
    by_kind: bool = False

    @property
    def label(self) -> str:
        """The model and the column, as the log of moves keeps them."""
        return f"{self.model._meta.label}.{self.column}"

    def rows(self, person_id: UUID) -> QuerySet[Any]:
        """The rows that name this person, in a fixed order."""
        kind = {"kind": PERSON} if self.by_kind else {}
        return self.model._default_manager.filter(**{self.column: person_id}, **kind).order_by("pk")


@functools.cache
def references() -> tuple[Reference, ...]:
    """Every column that is re-pointed by a merge, whichever room it stands in."""
    return tuple(one for one in _columns() if not issubclass(one.model, AppendOnly))


@functools.cache
def written() -> tuple[Reference, ...]:
    """Every append-only column that names a person as `person`: never changed, and read through `identities.written`."""
    return tuple(one for one in _columns() if issubclass(one.model, AppendOnly) and one.column == "person_id")


def _columns() -> Iterator[Reference]:
    for model in apps.get_models():
        if model in _APART or hasattr(model, "pgh_tracked_model"):
            continue
        fields = {one.name: one for one in model._meta.concrete_fields}
        for one in fields.values():
            if one.is_relation and one.related_model is Person:
                yield Reference(model, one.attname)
        if {"kind", "subject_id"} <= set(fields):
            yield Reference(model, "subject_id", by_kind=True)


def find(label: str) -> Reference:
    """The reference that a log names."""
    return next(one for one in (*references(), *written()) if one.label == label)


class Pair(NamedTuple):
    """A row of the merged record and the kept record's own that says the same: one of the two is set aside."""

    reference: Reference
    merged: Any
    kept: Any

    @property
    def key(self) -> str:
        """What a choice between the two is called."""
        return f"{self.reference.model._meta.model_name}-{self.merged.pk}"

    @property
    def fuller(self) -> str:
        """Which of the two stands unless somebody chooses: the guarded or fuller one, else the kept record's own."""
        if getattr(self.merged, "confidential", False) != getattr(self.kept, "confidential", False):
            return MERGED if self.merged.confidential else KEPT
        if getattr(self.kept, "parental_responsibility", "") == "not_asked" != getattr(self.merged, "parental_responsibility", ""):
            return MERGED
        return KEPT

    @property
    def differs(self) -> bool:
        """Do the two say anything different beside whom they name?"""
        apart = {"id", "person_id", "relative_id", "subject_id", "starts_at"}
        return any(
            getattr(self.merged, one.attname) != getattr(self.kept, one.attname)
            for one in self.merged._meta.concrete_fields
            if one.attname not in apart
        )


@dataclass
class Plan:
    """Where each row of the merged record goes."""

    moves: list[tuple[Reference, Any]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    between: list[Any] = field(default_factory=list)
    """Rows that name both records, such as two who were recorded as twins: set aside."""
    stays: list[tuple[Reference, Any]] = field(default_factory=list)
    """Rows that cannot stand twice and hold more than themselves, such as both on one contact: they stay."""


def plan(kept: UUID, merged: UUID) -> Plan:
    """Where each row goes. Nothing is written."""
    found = Plan()
    for reference in references():
        own: list[Any] | None = None
        for row in reference.rows(merged):
            if _names(row, kept):
                found.between.append(row)
                continue
            own = list(reference.rows(kept)) if own is None else own
            same = next((one for one in own if _alike(reference, row, one)), None)
            if same is not None:
                found.pairs.append(Pair(reference, row, same))
            elif _clashes(reference, row, kept):
                found.stays.append((reference, row))
            else:
                found.moves.append((reference, row))
    return found


def _names(row: Any, kept: UUID) -> bool:
    """Does a relationship name both?"""
    return kept in (getattr(row, "person_id", None), getattr(row, "relative_id", None)) and hasattr(row, "relative_id")


def _alike(reference: Reference, row: Any, other: Any) -> bool:
    names = ALIKE.get(reference.model._meta.label, ())
    return bool(names) and all(getattr(row, name) == getattr(other, name) for name in names if name != reference.column)


def _clashes(reference: Reference, row: Any, kept: UUID) -> bool:
    was = getattr(row, reference.column)
    setattr(row, reference.column, kept)
    try:
        row.validate_constraints()
    except ValidationError:
        return True
    finally:
        setattr(row, reference.column, was)
    return False


def owned(person_id: UUID) -> dict[str, list[str]]:
    """The keys of every row of a record, by reference."""
    found = {}
    for reference in (*references(), *written()):
        keys = [str(key) for key in reference.rows(person_id).values_list("pk", flat=True)]
        if keys:
            found[reference.label] = keys
    return found


def point(moves: list[list[str]], to: UUID, since: UUID) -> list[list[str]]:
    """Re-point logged rows to `to`, of those that still stand with `since`; the ones that were moved."""
    by_label: dict[str, list[str]] = {}
    for label, key in moves:
        by_label.setdefault(label, []).append(key)
    done = []
    for label, keys in by_label.items():
        reference = find(label)
        standing = reference.rows(since).filter(pk__in=keys)
        there = [str(key) for key in standing.values_list("pk", flat=True)]
        standing.update(**{reference.column: to})
        done += [[label, key] for key in there]
    return done
