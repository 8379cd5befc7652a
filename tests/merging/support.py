"""Merging in one line, and the rows of the record as they stand."""

from typing import Any

from django.apps import apps

from hearth.foundation import worktime
from hearth.foundation.access.models import HeldWork, Notice
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.models import AppendOnly, Head
from hearth.people import actions as people
from hearth.people.models import Merge, Person, SharedOut, Token, TokenKey
from hearth.services.recording.actions import write_note
from hearth.services.recording.actions.notes import NoteGiven

LEFT_OUT = (Head, Merge, SharedOut, Token, TokenKey)
"""Ends of chains grow, the merge itself stays on the record, and words once learnt are kept for searching."""


def merge(reader: Reader, kept: Person, merged: Person, **more: Any) -> Merge:
    """Make the two one, as they stand."""
    return people.merge_people(reader, kept.pk, merged.pk, **(given(kept, merged) | more))


def given(kept: Person, merged: Person) -> dict[str, Any]:
    """What every merge is given: the versions as they are now, and why."""
    kept.refresh_from_db()
    merged.refresh_from_db()
    return {"version": kept.version, "other_version": merged.version, "reasons": "Same boy: seen with his passport.", "sure": True}


def undo(reader: Reader, made: Merge, **more: Any) -> Merge:
    """Two records again."""
    version = Person.objects.get(pk=made.kept_id).version
    return people.undo_merge(reader, made.pk, version=version, reasons="His twin, as it turns out.", **more)


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row that may change, but what a merge leaves behind on purpose: versions grow, notices and numbers of rows stay."""
    found = {}
    for model in apps.get_models():
        label = model._meta.label
        if label.startswith(("people.", "access.", "frontdoor.", "recording.", "caseforms.")) and _compared(model):
            apart = {"version", "id"} if label in ("people.Person", "people.Row") else set()
            apart -= {"id"} if label == "people.Person" else set()
            names = [one.attname for one in model._meta.concrete_fields if one.attname not in apart]
            found[label] = sorted((tuple(row) for row in model._default_manager.values_list(*names)), key=repr)
    return found


def _compared(model: Any) -> bool:
    if hasattr(model, "pgh_tracked_model") or issubclass(model, AppendOnly):
        return False
    return model not in (*LEFT_OUT, Notice, HeldWork)


def noted(reader: Reader, person: Person, summary: str) -> Any:
    """A case note about somebody."""
    given = NoteGiven(happened_at=worktime.now(), summary=summary, attributed="yes")
    return write_note(reader, person.pk, kind="other", given=given)
