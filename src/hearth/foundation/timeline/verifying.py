"""Seals, and the search for anything edited, inserted or removed."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction

from hearth.foundation import worktime
from hearth.foundation.timeline.heads import Subject
from hearth.foundation.timeline.models import Event, Head, Link, Seal
from hearth.foundation.timeline.recording import chain_hash
from hearth.foundation.worktime import moment_words


def seal(folder: Path) -> Seal | None:
    """Seal every event of finished transactions since the last seal, and copy the seal to a folder outside the database.

    Returns None when nothing is new; seals not copied yet are copied all the same.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('timeline.seal'))")
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 + timeline_transactions_before()")
        upto = int(cursor.fetchone()[0])
        last = Seal.objects.order_by("-to_transaction").first()
        start = last.to_transaction if last else 0
        count, digest = _range_hash(start, upto)
        made = _sealed(start, upto, count, digest) if count else None
    copy_seals(folder)
    return made


def _sealed(start: int, upto: int, count: int, digest: bytes) -> Seal:
    return Seal.objects.create(from_transaction=start, to_transaction=upto, events=count, hash=digest, sealed_at=worktime.now())


def copy_seals(folder: Path) -> None:
    """Copy every seal that the folder does not have yet, one whose process was killed before it could copy included."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in Seal.objects.order_by("to_transaction"):
        file = folder / f"seal-{one.to_transaction:020d}.json"
        if not file.exists():
            copy = {
                "from": one.from_transaction,
                "to": one.to_transaction,
                "events": one.events,
                "hash": bytes(one.hash).hex(),
                "sealed_at": one.sealed_at.isoformat(),
            }
            file.write_text(json.dumps(copy))


def copies(folder: Path) -> list[Path]:
    """The seals copied to a folder, in their order."""
    return sorted(folder.glob("seal-*.json"))


def _range_hash(start: int, upto: int) -> tuple[int, bytes]:
    """How many events a range of transactions holds, and their hash. The first range holds whatever lies below it."""
    within = Event.objects.filter(transaction__lte=upto)
    if start:
        within = within.filter(transaction__gt=start)
    total, count = hashlib.sha256(), 0
    for pk, digest in within.order_by("id").values_list("id", "hash").iterator(chunk_size=20_000):
        total.update(pk.to_bytes(8, "big", signed=True) + bytes(digest))
        count += 1
    return count, total.digest()


def verify(folder: Path) -> Iterator[str]:
    """Every fault found, in words: chains recomputed event by event, then every copied seal against what is there now.

    All of it as it stands at one moment, so that what people record meanwhile is no fault.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield from _verify_chains()
        yield from _verify_seals(folder)


def _verify_seals(folder: Path) -> Iterator[str]:
    stored = {one.to_transaction: one for one in Seal.objects.all()}
    reached = 0
    for file in copies(folder):
        try:
            copy = json.loads(file.read_text())
            start, upto, made_at = copy["from"], copy["to"], datetime.fromisoformat(copy["sealed_at"])
        except (ValueError, KeyError, TypeError):
            yield f"The copied seal {file.name} cannot be read"
            continue
        when = moment_words(made_at, year=True)
        if start != reached:
            yield f"A copied seal is missing before the one made at {when}"
        reached = upto
        count, digest = _range_hash(start, upto)
        if digest.hex() != copy["hash"]:
            yield f"The events sealed at {when} are not as they were: {copy['events']} then, {count} now, and their hashes differ"
        row = stored.get(upto)
        if row is None or (row.from_transaction, bytes(row.hash).hex()) != (start, copy["hash"]):
            yield f"The seal made at {when} does not stand in the database as it was copied"


def _verify_chains() -> Iterator[str]:
    heads = {head.pk: head for head in Head.objects.iterator(chunk_size=20_000)}
    about: dict[int, list[Subject]] = {}
    for event_id, head_id in Link.objects.values_list("event_id", "head_id").iterator(chunk_size=20_000):
        about.setdefault(event_id, []).append(_subject(heads.get(head_id)))
    last: dict[int, tuple[int, int, bytes]] = {}
    for event in Event.objects.order_by("home_id", "sequence").iterator(chunk_size=20_000):
        home = _subject(heads.get(event.home_id))
        length, number, before = last.get(event.home_id, (0, 0, b""))
        if event.sequence != length + 1:
            yield f"Events are missing or added before number {event.sequence} of {home.kind} {home.id}"
        if event.pk <= number or bytes(event.hash) != chain_hash(before, event, home, about.get(event.pk, [])):
            yield f"Event {event.pk} ({event.kind}) of {home.kind} {home.id} has been changed since it was recorded"
        last[event.home_id] = (event.sequence, event.pk, bytes(event.hash))
    for pk, head in heads.items():
        length, _, before = last.get(pk, (0, 0, b""))
        if (head.length, bytes(head.hash)) != (length, before):
            yield f"The chain of {head.kind} {head.subject_id} does not end where its head says"


def _subject(head: Head | None) -> Subject:
    """What a head stands for; no subject at all where the head has been removed."""
    return Subject(head.kind, head.subject_id) if head else Subject("a removed subject", UUID(int=0))
