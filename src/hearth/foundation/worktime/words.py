"""Days, moments and durations in plain words."""

import calendar
from datetime import date, datetime, timedelta

from hearth.foundation.worktime.clock import LONDON

_DAYS, _MONTHS = tuple(calendar.day_abbr), tuple(calendar.month_name)


def day_words(day: date, *, year: bool = False) -> str:
    """ "Mon 1 June", with the year when asked."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month]}" + (f" {day.year}" if year else "")


def moment_words(moment: datetime, *, year: bool = False) -> str:
    """ "10:00 on Mon 1 June"."""
    local = moment.astimezone(LONDON)
    return f"{local.hour:02}:{local.minute:02} on {day_words(local.date(), year=year)}"


def duration_words(length: timedelta) -> str:
    """ "2 days 3 hours", "38 minutes", "less than a minute": the two largest units, never negative."""
    minutes = int(abs(length).total_seconds() // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    shown = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count][:2]
    return " ".join(shown) or "less than a minute"
