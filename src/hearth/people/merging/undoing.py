"""What an undo does: what goes back, what changed since and is chosen, what was added since and is shared out."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q

from hearth.foundation.access.limiting import PERSON
from hearth.foundation.timeline.models import Event
from hearth.people.merging import rows, rules
from hearth.people.models import Merge, Person

NOW, BEFORE, OTHER = "now", "before", "other"
"""Of a field changed since: it stays, it goes back, or it goes back and the other record gets what stands now."""


@dataclass
class Undoing:
    """What undoing one merge means now."""

    merge: Merge
    back: list[list[str]] = field(default_factory=list)
    """Logged moves whose row still stands with the kept record."""
    fields: dict[str, Any] = field(default_factory=dict)
    """Fields that get the value they had before."""
    changed: dict[str, Any] = field(default_factory=dict)
    """Fields that somebody has changed since: the value before, to choose or not."""
    added: list[tuple[rows.Reference, Any]] = field(default_factory=list)
    """Rows added since: each stays with the kept record unless it is given to the other."""


def read(merge: Merge) -> Undoing:
    """What would be done. Nothing is written."""
    found = Undoing(merge)
    kept = Person.objects.get(pk=merge.kept_id)
    for name, value in merge.before.items():
        if name in rules.CHOSEN and rows_value(getattr(kept, name)) != merge.after[name]:
            found.changed[name] = parsed(name, value)
        elif value != merge.after[name]:
            found.fields[name] = parsed(name, value)
    moved = {(label, key) for label, key in merge.moves}
    itself = {(label, key) for label, key in [*merge.guards, [Person._meta.label, str(merge.merged_id)]]}
    for reference in (*rows.references(), *rows.written()):
        own = set(merge.had.get(reference.label, ()))
        for row in reference.rows(merge.kept_id):
            if (reference.label, str(row.pk)) in moved:
                found.back.append([reference.label, str(row.pk)])
            elif str(row.pk) not in own and (row._meta.label, str(row.pk)) not in itself:
                found.added.append((reference, row))
    return found


def said_by(person: Person) -> dict[str, Any]:
    """What a record says in each field that a merge may change, as the log keeps it."""
    return {name: rows_value(getattr(person, name)) for name in rules.STANDING}


def rows_value(value: Any) -> Any:
    """A field's value as the log keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value) if isinstance(value, UUID) else value


def parsed(name: str, value: Any) -> Any:
    """A field's value out of the log."""
    known = next(one for one in Person._meta.concrete_fields if name in (one.name, one.attname))
    return value if isinstance(value, list) else known.to_python(value)


def later(merge: Merge) -> Merge | None:
    """A merge done since that touches either record and still stands: it must be undone first."""
    either = [merge.kept_id, merge.merged_id]
    since = Merge.objects.filter(Q(kept__in=either) | Q(merged__in=either), at__isnull=False, undone_at=None)
    return since.filter(event__gt=merge.event).select_related("kept", "merged").order_by("-event").first()


def homes(row: Model) -> set[str]:
    """The subjects whose events may be about a person through a row: itself, and what it belongs to."""
    found = set()
    for one in row._meta.concrete_fields:
        about = getattr(one.related_model, "access", None) if one.is_relation else None
        value = getattr(row, one.attname)
        if about is not None and value is not None and about.kind != PERSON:
            found.add(f"{about.kind}:{value}")
    own = getattr(row, "access", None)
    return found | ({f"{own.kind}:{row.pk}"} if own is not None else set())


def spoken_since(merge: Merge, wanted: set[str]) -> set[str]:
    """Of some homes, those with events about the kept record since the merge."""
    since = Event.objects.filter(links__head__kind=PERSON, links__head__subject_id=merge.kept_id, pk__gt=merge.event).exclude(
        home__kind=PERSON
    )
    found = {f"{kind}:{key}" for kind, key in since.values_list("home__kind", "home__subject_id").distinct()}
    return found & wanted


def aside(merge: Merge) -> list[Model]:
    """The rows that were set aside, as they were; one that would now stand twice is left out."""
    found = []
    for one in merge.aside:
        model = apps.get_model(one["model"])
        row = model(pk=model._meta.pk.to_python(one["pk"]))
        for name, value in one["fields"].items():
            known: Any = model._meta.get_field(name)
            setattr(row, known.attname, value if isinstance(value, list) else known.to_python(value))
        found.append(row)
    return found
