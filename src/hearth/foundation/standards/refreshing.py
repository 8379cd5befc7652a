"""Keeps stored obligations equal to what the engine says: in every action, and in bulk when a pack changes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from hearth.foundation import packs
from hearth.foundation.standards import engine
from hearth.foundation.standards.loading import Rulebook, rulebook
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.api import Entry, stream
from hearth.foundation.timeline.models import Head
from hearth.foundation.timeline.streams import corrected

FIELDS = [
    "duty",
    "owed_by",
    "opened_by",
    "identified_at",
    "counts_from",
    "due_at",
    "due_soon_at",
    "counted",
    "met_at",
    "ended_at",
    "waived_at",
    "superseded_by",
    "leading",
    "statutory",
    "passed_before_identified",
]
BATCH = 2_000


def refresh(heads: list[Head]) -> None:
    """Recompute the obligations of the heads an action touched, and write the differences."""
    book = rulebook(packs.active().name)
    for head in heads:
        if book.applying_to(head.kind):
            _write(head, _compute(book, head.kind, stream(head, book.kinds_for(head.kind))))
            head.standards_digest = book.pack.digest
            head.save(update_fields=["standards_digest", "next_due_at"])


def _compute(book: Rulebook, kind: str, entries: Sequence[Entry]) -> list[engine.Obligation]:
    rules = engine.Rules(book.applying_to(kind), book.pack.calendar, book.pack.settings)
    return engine.obligations(entries, rules)


def _row(head: Head, made: engine.Obligation) -> Obligation:
    rule = made.standard
    return Obligation(
        head=head,
        key=made.key,
        standard=rule.id,
        duty=rule.duty,
        per=made.per,
        owed_by=rule.owed_by,
        opened_by=made.opened_by,
        identified_at=made.identified_at,
        counts_from=made.counts_from,
        due_at=made.due_at,
        due_soon_at=made.due_soon_at,
        counted=made.counted,
        met_at=made.met_at,
        ended_at=made.ended_at,
        waived_at=made.waived_at,
        superseded_by=made.superseded_by,
        leading=made.leading,
        statutory=rule.statutory,
        passed_before_identified=made.passed_before_identified,
    )


def _write(head: Head, computed: list[engine.Obligation]) -> None:
    stored = {row.key: row for row in Obligation.objects.filter(head=head)}
    wanted = {made.key: _row(head, made) for made in computed}
    gone = [row.pk for key, row in stored.items() if key not in wanted]
    changed = []
    for key, row in wanted.items():
        known = stored.get(key)
        if known is not None and any(getattr(known, name) != getattr(row, name) for name in FIELDS):
            row.pk = known.pk
            changed.append(row)
    if gone:
        Obligation.objects.filter(pk__in=gone).delete()
    if changed:
        Obligation.objects.bulk_update(changed, FIELDS)
    Obligation.objects.bulk_create([row for key, row in wanted.items() if key not in stored])
    head.next_due_at = next_due(computed)


def next_due(computed: Iterable[engine.Obligation]) -> datetime | None:
    """The earliest due time among the open leading obligations."""
    return min((made.due_at for made in computed if made.leading and made.is_open and made.due_at), default=None)


def recompute_all(*, only_stale: bool = True) -> int:
    """Recompute every subject computed under another version of the pack (or all). Returns how many were.

    Subject by subject within a batch: each batch locks its heads and commits by itself.
    """
    book = rulebook(packs.active().name)
    done = 0
    for kind in book.subjects:
        after = 0
        while True:
            with transaction.atomic():
                heads = Head.objects.filter(kind=kind, pk__gt=after).order_by("pk").select_for_update()
                if only_stale:
                    heads = heads.exclude(standards_digest=book.pack.digest)
                batch = list(heads[:BATCH])
                if not batch:
                    break
                _recompute(book, kind, batch)
            done += len(batch)
            after = batch[-1].pk
    return done


def _recompute(book: Rulebook, kind: str, heads: list[Head]) -> None:
    """One batch: read all its streams at once, compute, and replace its rows by COPY."""
    by_id = {head.pk: head for head in heads}
    streams = _streams(list(by_id), book.kinds_for(kind))
    rows: list[Obligation] = []
    for head in heads:
        computed = _compute(book, kind, streams.get(head.pk, []))
        rows.extend(_row(head, made) for made in computed)
        head.next_due_at, head.standards_digest = next_due(computed), book.pack.digest
    _replace_rows(list(by_id), rows)
    _update_heads(heads)


def _streams(head_ids: list[int], kinds: set[str]) -> dict[int, list[Entry]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT l.head_id, e.id, e.kind, e.happened_at, e.data FROM timeline_link l"
            " JOIN timeline_event e ON e.id = l.event_id"
            " WHERE l.head_id = ANY(%s) AND e.kind = ANY(%s) ORDER BY l.head_id, e.id",
            [head_ids, [*kinds, "event.corrected", "event.withdrawn"]],
        )
        rows = cursor.fetchall()
    return {head: corrected(Entry(*_decoded(row)) for row in group) for head, group in groupby(rows, key=itemgetter(0))}


def _decoded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    data = row[4]
    return (*row[1:4], json.loads(data) if isinstance(data, str) else data)


COLUMNS = ["head_id", "key", "standard", "per", *FIELDS]


def _replace_rows(head_ids: list[int], rows: list[Obligation]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM standards_obligation WHERE head_id = ANY(%s)", [head_ids])
        with cursor.copy(f"COPY standards_obligation ({', '.join(COLUMNS)}) FROM STDIN") as copy:
            for row in _copied(rows):
                copy.write_row(row)


def _copied(rows: Iterable[Obligation]) -> Iterator[tuple[Any, ...]]:
    read = itemgetter(*COLUMNS)
    return (read(row.__dict__) for row in rows)


def _update_heads(heads: list[Head]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE timeline_head h SET standards_digest = v.digest, next_due_at = v.due"
            " FROM (SELECT unnest(%s::bigint[]) id, unnest(%s::text[]) digest, unnest(%s::timestamptz[]) due) v WHERE h.id = v.id",
            [
                [head.pk for head in heads],
                [head.standards_digest for head in heads],
                [head.next_due_at for head in heads],
            ],
        )
