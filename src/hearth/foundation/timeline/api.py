"""What happened: the append-only record of events."""

from hearth.foundation.timeline.heads import Subject
from hearth.foundation.timeline.identity import resolved_by
from hearth.foundation.timeline.kinds import Code, EventKind, kind_named, kinds
from hearth.foundation.timeline.recording import (
    after_action,
    correct,
    in_recording,
    lock,
    on,
    record,
    recording,
    withdraw,
)
from hearth.foundation.timeline.streams import Entry, stream, streams

__all__ = [
    "Code",
    "Entry",
    "EventKind",
    "Subject",
    "after_action",
    "correct",
    "in_recording",
    "kind_named",
    "kinds",
    "lock",
    "on",
    "record",
    "recording",
    "resolved_by",
    "stream",
    "streams",
    "withdraw",
]
