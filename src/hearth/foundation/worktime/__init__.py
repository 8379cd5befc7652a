"""Time as an authority counts it: elapsed and office hours, days, working days, weeks, months; and the one clock."""

from hearth.foundation.worktime.calendar import Calendar, OfficeHours, england_bank_holidays
from hearth.foundation.worktime.clock import LONDON, frozen, now, set_clock, today
from hearth.foundation.worktime.counting import (
    Counted,
    Counts,
    Ends,
    Period,
    after,
    before,
    check_length,
    moment_before,
    parse_period,
)
from hearth.foundation.worktime.words import day_words, duration_words, moment_words

__all__ = [
    "LONDON",
    "Calendar",
    "Counted",
    "Counts",
    "Ends",
    "OfficeHours",
    "Period",
    "after",
    "before",
    "check_length",
    "day_words",
    "duration_words",
    "england_bank_holidays",
    "frozen",
    "moment_before",
    "moment_words",
    "now",
    "parse_period",
    "set_clock",
    "today",
]
