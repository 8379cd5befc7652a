"""Reading a subject's stream, corrections and withdrawals applied."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from hearth.foundation.timeline.events import EventCorrected, EventWithdrawn
from hearth.foundation.timeline.models import Event, Head
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
    events = Event.objects.filter(links__head=head)
    if kinds is not None:
        events = events.filter(kind__in=[*kinds, *_ABOUT_EVENTS])
    rows = events.order_by("id").values_list("id", "kind", "happened_at", "data")
    return corrected(Entry(*row) for row in rows)


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
