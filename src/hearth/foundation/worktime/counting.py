"""Counting a limit from a moment, and saying in words how it was counted."""

import calendar as months
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from hearth.foundation.worktime.calendar import Calendar
from hearth.foundation.worktime.clock import LONDON
from hearth.foundation.worktime.words import day_words, moment_words

LAST_MINUTE = time(23, 59)


class Counts(StrEnum):
    """What a limit counts."""

    ELAPSED = "elapsed"
    OFFICE_HOURS = "office_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Ends(StrEnum):
    """At which moment of its last day a limit ends."""

    EXACT = "exact"
    SAME_TIME = "same_time"
    END_OF_DAY = "end_of_day"


@dataclass(frozen=True)
class Period:
    """A length as written: `amount` minutes for elapsed and office hours, else whole days, weeks or months."""

    amount: int
    counts: Counts
    words: str


@dataclass(frozen=True)
class Counted:
    """A limit counted out: the due minute, the day it falls on in England, and the counting in words."""

    due_at: datetime
    due_on: date
    words: str


_PERIOD = re.compile(r"(\d{1,4}) (minute|hour|office hour|working day|day|week|month)s?")
_UNITS = {
    "minute": (Counts.ELAPSED, 1),
    "hour": (Counts.ELAPSED, 60),
    "office hour": (Counts.OFFICE_HOURS, 60),
    "working day": (Counts.WORKING_DAYS, 1),
    "day": (Counts.DAYS, 1),
    "week": (Counts.WEEKS, 1),
    "month": (Counts.MONTHS, 1),
}


@lru_cache
def parse_period(text: str) -> Period:
    """Read "24 hours", "2 working days", "same day", "6 weeks", "3 months". Raises ValueError in plain words."""
    if text == "same day":
        return Period(0, Counts.DAYS, "same day")
    if text == "same working day":
        return Period(0, Counts.WORKING_DAYS, "same working day")
    found = _PERIOD.fullmatch(text)
    if not found:
        raise ValueError(
            f'"{text}" is not a length of time; write for example "24 hours", "2 working days", "6 weeks" or "same day"'
        )
    counts, size = _UNITS[found[2]]
    return Period(int(found[1]) * size, counts, text)


def check_length(written: str | None, ends: Ends | None) -> None:
    """Raise ValueError where a length cannot be read, or does not end as is said: hours to the minute, days on a day."""
    if written is None:
        return
    counts = parse_period(written).counts
    if ends is not None and (ends is Ends.EXACT) is not (default_end(counts) is Ends.EXACT):
        allowed = "exact" if default_end(counts) is Ends.EXACT else "same_time or end_of_day"
        raise ValueError(f'"{written}" cannot end {ends}; it ends {allowed}')


def default_end(counts: Counts) -> Ends:
    """Hours end to the minute; days, weeks and months at the end of the day unless a standard says otherwise."""
    return Ends.EXACT if counts in (Counts.ELAPSED, Counts.OFFICE_HOURS) else Ends.END_OF_DAY


def to_minute(moment: datetime) -> datetime:
    """Times are kept to the minute."""
    return moment.replace(second=0, microsecond=0)


def after(start: datetime, period: Period, calendar: Calendar, ends: Ends | None = None) -> Counted:
    """A limit of one period after a start."""
    return _count(start, period, calendar, ends or default_end(period.counts), 1)


def before(planned: datetime, period: Period, calendar: Calendar, ends: Ends | None = None) -> Counted:
    """A limit of one period back from a planned moment."""
    return _count(planned, period, calendar, ends or default_end(period.counts), -1)


def moment_before(planned: datetime, period: Period, calendar: Calendar, ends: Ends | None = None) -> datetime:
    """The due moment of `before` alone, where nobody reads how it was counted."""
    return _due(to_minute(planned), period, calendar, ends or default_end(period.counts), -1)[0]


def _count(start: datetime, period: Period, calendar: Calendar, ends: Ends, direction: int) -> Counted:
    start = to_minute(start)
    due, day = _due(start, period, calendar, ends, direction)
    local = start.astimezone(LONDON)
    if period.counts is Counts.ELAPSED:
        words = _clock_words(period, start, local, due, direction)
    elif period.counts is Counts.OFFICE_HOURS:
        words = _office_words(period, start, due, calendar, direction)
    else:
        words = _day_words(period, local, day, ends, calendar, direction)
    return Counted(due, day, words)


def _due(start: datetime, period: Period, calendar: Calendar, ends: Ends, direction: int) -> tuple[datetime, date]:
    if period.counts is Counts.ELAPSED:
        due = (start.astimezone(UTC) + direction * timedelta(minutes=period.amount)).astimezone(LONDON)
        return due, due.date()
    if period.counts is Counts.OFFICE_HOURS:
        counted = _office_minutes if direction > 0 else _office_minutes_back
        due = counted(start, period.amount, calendar)
        return due, due.date()
    local = start.astimezone(LONDON)
    day = _move(local.date(), period, calendar, direction)
    clock_time = LAST_MINUTE if ends is Ends.END_OF_DAY else local.time()
    # A wall-clock time that the spring change skips is read through UTC, an hour later.
    return datetime.combine(day, clock_time, LONDON).astimezone(UTC).astimezone(LONDON), day


def _move(day: date, period: Period, calendar: Calendar, direction: int) -> date:
    amount = direction * period.amount
    if period.counts is Counts.WORKING_DAYS:
        if amount == 0:
            return day if calendar.is_working_day(day) else calendar.add_working_days(day, direction)
        return calendar.add_working_days(day, amount)
    if period.counts is Counts.DAYS:
        return day + timedelta(days=amount)
    if period.counts is Counts.WEEKS:
        return day + timedelta(weeks=amount)
    month = day.month - 1 + amount
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, months.monthrange(year, month)[1]))


def _office_minutes(start: datetime, minutes: int, calendar: Calendar) -> datetime:
    moment = calendar.next_opening(start)
    left = timedelta(minutes=minutes)
    while True:
        opening = calendar.opening(moment.astimezone(LONDON).date())
        if opening is None:
            raise AssertionError("an office that has just opened has hours")
        # Subtract in UTC: the same zone's wall clock would miss a clock change.
        remaining = opening[1].astimezone(UTC) - moment.astimezone(UTC)
        if left <= remaining:
            return (moment.astimezone(UTC) + left).astimezone(LONDON)
        left -= remaining
        moment = calendar.next_opening(opening[1])


def _office_minutes_back(planned: datetime, minutes: int, calendar: Calendar) -> datetime:
    if not calendar.hours:
        raise ValueError("This calendar has no office hours")
    left = timedelta(minutes=minutes)
    day = planned.astimezone(LONDON).date()
    while True:
        opening = calendar.opening(day)
        if opening and opening[0] < planned:
            ends = min(planned.astimezone(UTC), opening[1].astimezone(UTC))
            worked = ends - opening[0].astimezone(UTC)
            if left <= worked:
                return (ends - left).astimezone(LONDON)
            left -= worked
        day -= timedelta(days=1)


def _clock_words(period: Period, start: datetime, local: datetime, due: datetime, direction: int) -> str:
    if period.amount == 0:
        return f"at {moment_words(start)}"
    words = f"{period.words} {'from' if direction > 0 else 'before'} {moment_words(start)}"
    if local.utcoffset() != due.utcoffset():
        words += "; the clocks change in between, hours are counted as they pass"
    return words


def _office_words(period: Period, start: datetime, due: datetime, calendar: Calendar, direction: int) -> str:
    words = f"{period.words} of office time {'from' if direction > 0 else 'before'} {moment_words(start)}"
    if direction > 0 and not calendar.is_open(start):
        words += f", starting at {moment_words(calendar.next_opening(start))} when the office opens"
    first, last = sorted((start.astimezone(LONDON).date(), due.date()))
    return words + _closures(calendar, first, last)


def _day_words(period: Period, local: datetime, day: date, ends: Ends, calendar: Calendar, direction: int) -> str:
    if period.amount == 0:
        words = f"the {period.words}, {day_words(day)}"
    else:
        words = f"{period.words} {'from' if direction > 0 else 'before'} {day_words(local.date())}"
    if period.counts is Counts.WORKING_DAYS:
        first, last = sorted((local.date(), day))
        words += _closures(calendar, first, last)
    if period.counts is Counts.MONTHS and day.day != local.day:
        words += f"; {day:%B} has no day {local.day}, so its last day counts"
    return words + (f", until {local:%H:%M}" if ends is not Ends.END_OF_DAY else ", until the end of the day")


def _closures(calendar: Calendar, first: date, last: date) -> str:
    named = [f"{day.day} {day:%B} is {reason}" for day, reason in calendar.named_closures(first, last)]
    return "".join(f"; {words}" for words in named)
