"""The first events of many new subjects at once: the same heads, chains and links as `record` makes one by one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from hearth.foundation import worktime
from hearth.foundation.timeline.heads import Subject, write
from hearth.foundation.timeline.kinds import EventKind
from hearth.foundation.timeline.models import Event, Head, Link
from hearth.foundation.timeline.recording import chain_hash, current, hooks, is_handled


@dataclass(slots=True)
class _New:
    """An event on its way to its table, with what its hash is made of."""

    id: int
    kind: str
    sequence: int
    happened_at: datetime
    recorded_at: datetime
    recorded_by: UUID | None
    request_id: UUID | None
    data: dict[str, Any]


def reserved(table: str, many: int) -> list[int]:
    """Keys set aside for rows of a table that are written together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [cursor.fetchone()[0], many])
        return [key for (key,) in cursor.fetchall()]


def copy_rows(into: str, rows: Iterable[Sequence[Any]]) -> None:
    """COPY rows into a table named with its columns: "people_card (number, kind)". For text of any kind."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def record_first(kind: str, chains: Sequence[tuple[UUID, Sequence[EventKind]]]) -> None:
    """Begin the chain of each of these new subjects of a kind with its events, in order, inside `recording()`.

    Raises RuntimeError for kinds of event that a handler listens to: those are recorded one by one. A subject that has a
    head already is the caller's mistake; the database refuses it.
    """
    mine, moment = current(), worktime.now()
    if handled := {event.code for _, events in chains for event in events if is_handled(event.code)}:
        raise RuntimeError(f"These kinds of event have handlers, and cannot be recorded in bulk: {', '.join(sorted(handled))}")
    head_ids = reserved(Head._meta.db_table, len(chains))
    event_ids = iter(reserved(Event._meta.db_table, sum(len(events) for _, events in chains)))
    heads, made = [], []
    for head_id, (subject_id, events) in zip(head_ids, chains, strict=True):
        subject, before = Subject(kind, subject_id), b""
        for sequence, what in enumerate(events, 1):
            data = what.model_dump(mode="json", exclude_none=True)
            one = _New(next(event_ids), what.code, sequence, moment, moment, mine.by, mine.request_id, data)
            before = chain_hash(before, one, subject, [subject])
            made.append((head_id, one, before))
        heads.append(Head(id=head_id, kind=kind, subject_id=subject_id, length=len(events), hash=before))
    copy_rows(
        f"{Head._meta.db_table} (id, kind, subject_id, length, hash, standards_digest)",
        ((head.pk, head.kind, head.subject_id, head.length, head.hash, "") for head in heads),
    )
    copy_rows(
        f"{Event._meta.db_table} (id, kind, home_id, sequence, happened_at, recorded_at, recorded_by, request_id, data, hash)",
        (_event_row(head_id, one, hash_) for head_id, one, hash_ in made),
    )
    copy_rows(f"{Link._meta.db_table} (event_id, head_id)", ((one.id, head_id) for head_id, one, _ in made))
    for hook in hooks():
        hook(heads)
    write(heads)


def _event_row(head_id: int, one: _New, hash_: bytes) -> tuple[Any, ...]:
    return (
        one.id, one.kind, head_id, one.sequence, one.happened_at, one.recorded_at, one.recorded_by, one.request_id,
        json.dumps(one.data), hash_,
    )  # fmt: skip
