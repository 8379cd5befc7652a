"""Kinds of event that standards themselves record."""

from datetime import datetime

from hearth.foundation.timeline.kinds import Code, EventKind


class StandardWaived(
    EventKind, code="standard.waived", subject="any", sentence="A timescale was waived or varied by someone who may"
):
    """A limit was waived, or varied to another time, by someone whom the standard names.

    `standard` is the standard's id in lower case. The reason's words are in the waiver's row.
    """

    standard: Code
    per: Code | None = None
    new_due_at: datetime | None = None
    waiver: int | None = None
