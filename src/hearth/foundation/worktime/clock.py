"""The one clock. Everything asks here what time it is; tests and the demonstration set it."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_set_to: datetime | None = None


def now() -> datetime:
    """The present moment, aware, to the second."""
    return _set_to if _set_to is not None else datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The present day in England."""
    return now().astimezone(LONDON).date()


def set_clock(moment: datetime | None) -> None:
    """Stop the clock at a moment (a time without an offset is Europe/London), or let it run again with None."""
    global _set_to  # noqa: PLW0603 - there is one clock for the whole process, threads included
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=LONDON)
    _set_to = moment


@contextlib.contextmanager
def frozen(moment: datetime | str) -> Iterator[None]:
    """Hold the clock at a moment for the length of a block."""
    earlier = _set_to
    set_clock(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)
    try:
        yield
    finally:
        set_clock(earlier)
