"""`@tracked` keeps every earlier state of a model's rows; `changes` reads them back field by field."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


class Change(NamedTuple):
    """One field that had another value: until when, what it was, what it became, by whom, in which action, for what reason."""

    at: datetime
    field: str
    before: Any
    after: Any
    by: str
    why: str
    because: str = ""


def tracked(model: M) -> M:
    """A class decorator: insertions, changes and removals of rows are kept in an append-only table beside."""
    decorate: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        context_field=pghistory.ContextJSONField(),
        obj_field=pghistory.ObjForeignKey(
            on_delete=models.DO_NOTHING, db_constraint=False, related_name="states", related_query_name="states"
        ),
        append_only=False,  # the application's role has no right to change these tables; see `hearth.config.grants`
    )
    return decorate(model)


def because(words: str) -> AbstractContextManager[object]:
    """What is written inside, and in the rest of the action, is kept with the reason that somebody gave in words."""
    reason: AbstractContextManager[object] = pghistory.context(because=words)
    return reason


def last_writer(row: models.Model) -> str | None:
    """The id of whoever wrote a row last, None where the program itself did."""
    state = row.states.order_by("-pgh_id").first()  # type: ignore[attr-defined]
    return (state.pgh_context or {}).get("by") or None if state else None


def changes(row: models.Model) -> list[Change]:
    """Every change of a row's fields, newest first."""
    states = list(row.states.order_by("pgh_id"))  # type: ignore[attr-defined]
    names = [field.attname for field in row._meta.concrete_fields]
    found: list[Change] = []
    for earlier, later in pairwise(states):
        context = later.pgh_context or {}
        for name in names:
            before, after = getattr(earlier, name), getattr(later, name)
            if before != after:
                told = (context.get(key, "") for key in ("by", "why", "because"))
                found.append(Change(later.pgh_created_at, name, before, after, *told))
    return found[::-1]
