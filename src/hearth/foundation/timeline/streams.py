"""Reading a subject's stream, corrections and withdrawals applied."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from hearth.foundation.timeline.events import EventCorrected, EventWithdrawn
from hearth.foundation.timeline.models import Head
from hearth.foundation.timeline.reading import rows
from hearth.foundation.worktime import LONDON

_ABOUT_EVENTS = (EventCorrected.code, EventWithdrawn.code)


class Entry(NamedTuple):
    """One event as readers see it: corrected, and never one that was withdrawn."""

    id: int
    kind: str
    at: datetime
    data: dict[str, Any]


def stream(head: Head, kinds: Collection[str] | None = None) -> list[Entry]:
    """A subject's events in the order they happened, only of some kinds when given."""
    return streams([head.pk], kinds).get(head.pk, [])


def streams(head_ids: Sequence[int], kinds: Collection[str] | None = None) -> dict[int, list[Entry]]:
    """The streams of several subjects by the ids of their heads, in one query; one without events is left out."""
    named = "" if kinds is None else " AND e.kind = ANY(%s)"
    found = rows(
        "SELECT l.head_id, e.id, e.kind, e.happened_at, e.data FROM timeline_link l"  # noqa: S608 - no words from outside
        f" JOIN timeline_event e ON e.id = l.event_id WHERE l.head_id = ANY(%s){named} ORDER BY l.head_id, e.id",
        [list(head_ids)] if kinds is None else [list(head_ids), [*kinds, *_ABOUT_EVENTS]],
    )
    # All of it is parsed at once: a call for each event would take longer than the query.
    read = json.loads(f"[{','.join([row[4] for row in found])}]")
    entries = [(row[0], Entry(row[1], row[2], row[3], data)) for row, data in zip(found, read, strict=True)]
    return {head: corrected(entry for _, entry in group) for head, group in groupby(entries, key=itemgetter(0))}


def corrected(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in recorded order, turned into the stream that readers see, in the order things happened."""
    seen: dict[int, Entry] = {}
    for entry in entries:
        if entry.kind == EventCorrected.code:
            earlier = seen.get(entry.data["event"])
            if earlier is not None:
                seen[earlier.id] = _with_correction(earlier, entry.data)
        elif entry.kind == EventWithdrawn.code:
            seen.pop(entry.data["event"], None)
        else:
            seen[entry.id] = entry
    return sorted(seen.values(), key=lambda entry: (entry.at, entry.id))


def _with_correction(entry: Entry, data: dict[str, Any]) -> Entry:
    at = datetime.fromisoformat(data["happened_at"]) if data.get("happened_at") else entry.at
    at = at if at.tzinfo else at.replace(tzinfo=LONDON)
    values = {**entry.data, data["key"]: data.get("value")} if data.get("key") else entry.data
    return entry._replace(at=at, data=values)
