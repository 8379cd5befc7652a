"""Keeps stored obligations equal to what the engine says: in every action, and in bulk when a pack changes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import connection

from hearth.foundation import packs
from hearth.foundation.standards import engine
from hearth.foundation.standards.loading import Rulebook, rulebook
from hearth.foundation.timeline.api import streams
from hearth.foundation.timeline.identity import present
from hearth.foundation.timeline.models import Head
from hearth.foundation.timeline.reading import rows

COLUMNS = {
    "head_id": "bigint",
    "key": "text",
    "standard": "text",
    "duty": "text",
    "per": "text",
    "owed_by": "text",
    "opened_by": "bigint",
    "identified_at": "timestamptz",
    "counts_from": "timestamptz",
    "due_at": "timestamptz",
    "due_soon_at": "timestamptz",
    "counted": "text",
    "met_at": "timestamptz",
    "ended_at": "timestamptz",
    "waived_at": "timestamptz",
    "superseded_by": "text",
    "leading": "boolean",
    "statutory": "boolean",
    "passed_before_identified": "boolean",
}
"""What of an obligation is stored, with the types of its columns. The head and the key say which one it is."""
Row = tuple[Any, ...]
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_GIVEN = ", ".join(f"%s::{kind}[]" for kind in COLUMNS.values())
_CHANGED = ", ".join(f'"{name}" = v."{name}"' for name in list(COLUMNS)[2:])
# Only our own column names and types stand in these statements; every value is a parameter.
_STORED = f"SELECT {_NAMES} FROM standards_obligation WHERE head_id = ANY(%s)"  # noqa: S608
_ADD = f"COPY standards_obligation ({_NAMES}) FROM STDIN"
_CHANGE = (
    f"UPDATE standards_obligation o SET {_CHANGED} FROM unnest({_GIVEN}) v ({_NAMES})"  # noqa: S608
    " WHERE o.head_id = v.head_id AND o.key = v.key"
)
_REMOVE = (
    "DELETE FROM standards_obligation o USING unnest(%s::bigint[], %s::text[]) v (head_id, key)"
    " WHERE o.head_id = v.head_id AND o.key = v.key"
)


def refresh(heads: list[Head]) -> None:
    """Recompute the obligations of the heads an action touched, and store the differences."""
    book = rulebook(packs.active().name)
    by_kind = groupby(sorted(heads, key=attrgetter("kind")), key=attrgetter("kind"))
    for kind, those in by_kind:
        if book.applying_to(kind):
            recompute(book, kind, list(those))


def recompute(book: Rulebook, kind: str, heads: Sequence[Head]) -> None:
    """Recompute subjects of one kind whose heads are locked, and store the differences.

    What the heads themselves say of it (the digest, the next due time) is set on them; writing them is the caller's.
    """
    each = {rule.per for rule in book.applying_to(kind) if rule.per}
    found = present(heads, streams([head.pk for head in heads], book.kinds_for(kind)), {*each, "per"} if each else ())
    rules = engine.Rules(book.applying_to(kind), book.pack.calendar, book.pack.settings)
    computed = {}
    for head in heads:
        made = computed[head.pk] = engine.obligations(found.get(head.pk, []), rules)
        head.next_due_at, head.standards_digest = next_due(made), book.pack.digest
    _store(computed)


def next_due(computed: Iterable[engine.Obligation]) -> datetime | None:
    """The earliest due time among the open leading obligations."""
    return min((made.due_at for made in computed if made.leading and made.is_open and made.due_at), default=None)


def _store(computed: Mapping[int, Sequence[engine.Obligation]]) -> None:
    wanted = {row[:2]: row for head, obligations in computed.items() for row in map(_row, [head] * len(obligations), obligations)}
    stored = {row[:2]: row for row in rows(_STORED, [list(computed)])}
    gone = [place for place in stored if place not in wanted]
    changed = [row for place, row in wanted.items() if place in stored and stored[place] != row]
    added = [row for place, row in wanted.items() if place not in stored]
    with connection.cursor() as cursor:
        if gone:
            cursor.execute(_REMOVE, [list(column) for column in zip(*gone, strict=True)])
        if changed:
            cursor.execute(_CHANGE, [list(column) for column in zip(*changed, strict=True)])
        if added:
            with cursor.copy(_ADD) as copy:
                for row in added:
                    copy.write_row(row)


def _row(head_id: int, made: engine.Obligation) -> Row:
    """An obligation as it is stored, in the order of COLUMNS; times in UTC, as they come back."""
    rule = made.standard
    return (
        head_id,
        made.key,
        rule.id,
        rule.duty,
        made.per,
        rule.owed_by,
        made.opened_by,
        _utc(made.identified_at),
        _utc(made.counts_from),
        _utc(made.due_at),
        _utc(made.due_soon_at),
        made.counted,
        _utc(made.met_at),
        _utc(made.ended_at),
        _utc(made.waived_at),
        made.superseded_by,
        made.leading,
        rule.statutory,
        made.passed_before_identified,
    )


def _utc(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(UTC)
