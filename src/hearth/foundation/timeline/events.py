"""The two kinds that speak of other events."""

from datetime import datetime

from hearth.foundation.timeline.kinds import Code, EventKind


class EventCorrected(EventKind, code="event.corrected", subject="any", sentence="An earlier entry was corrected"):
    """An earlier event happened at another time, or one of its keys had another value."""

    event: int
    happened_at: datetime | None = None
    key: Code | None = None
    value: Code | None = None
    reason: Code | None = None


class EventWithdrawn(EventKind, code="event.withdrawn", subject="any", sentence="An earlier entry was withdrawn"):
    """An earlier event did not happen, or not to this subject."""

    event: int
    reason: Code | None = None
