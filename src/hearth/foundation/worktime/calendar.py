"""An authority's calendar: which days count as working days, and when its office is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import holidays

from hearth.foundation.worktime.clock import LONDON

FIRST_YEAR, LAST_YEAR = 1990, 2070


@lru_cache(maxsize=1)
def england_bank_holidays() -> Mapping[date, str]:
    """England's bank holidays by date, from the holidays library."""
    return dict(holidays.UnitedKingdom(subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1)))


@dataclass(frozen=True)
class OfficeHours:
    """When an office is open on one day of the week, in England's wall-clock time."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Calendar:
    """Working days and office hours.

    `hours` maps a weekday (Monday is 0) to its opening hours; a weekday that is missing is closed.
    `closing_days` are the authority's own closed days with their reason, beyond weekends and bank holidays.
    """

    hours: Mapping[int, OfficeHours] = field(default_factory=dict)
    closing_days: Mapping[date, str] = field(default_factory=dict)
    _working: list[date] = field(init=False, repr=False, compare=False)
    _index: dict[date, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Working days are numbered once, so that adding any number of them is one look-up.
        day, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        working: list[date] = []
        index: dict[date, int] = {}
        while day <= last:
            if self.why_not_working(day) is None:
                working.append(day)
            index[day] = len(working) - 1
            day += timedelta(days=1)
        object.__setattr__(self, "_working", working)
        object.__setattr__(self, "_index", index)

    def why_not_working(self, day: date) -> str | None:
        """Why a day is not a working day ("Saturday", "Summer Bank Holiday", a closing day's reason), or None."""
        if day.weekday() >= 5:
            return day.strftime("%A")
        return england_bank_holidays().get(day) or self.closing_days.get(day)

    def is_working_day(self, day: date) -> bool:
        """Is it neither a weekend, a bank holiday nor a closing day?"""
        return self.why_not_working(day) is None

    def add_working_days(self, day: date, count: int) -> date:
        """The count-th working day after a day (before it, when negative). Day one is the next working day.

        Raises ValueError outside the years the calendar covers.
        """
        place = self._index.get(day, -1) + count
        if count < 0 and not self.is_working_day(day):
            place += 1
        if day not in self._index or not 0 <= place < len(self._working):
            raise ValueError(f"{count} working days from {day} is outside the calendar's years {FIRST_YEAR} to {LAST_YEAR}")
        return self._working[place]

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie after the first day, up to and including the last."""
        return self._index[last] - self._index[first]

    def named_closures(self, first: date, last: date) -> Iterable[tuple[date, str]]:
        """Bank holidays and closing days (not plain weekends) after the first day up to the last, with words for each."""
        day = first + timedelta(days=1)
        while day <= last:
            if day.weekday() < 5 and day in england_bank_holidays():
                yield day, f"a bank holiday ({england_bank_holidays()[day]})"
            elif day.weekday() < 5 and day in self.closing_days:
                yield day, f"a closing day ({self.closing_days[day]})"
            day += timedelta(days=1)

    def opening(self, day: date) -> tuple[datetime, datetime] | None:
        """When the office opens and closes on a day, or None if it is shut all day."""
        hours = self.hours.get(day.weekday())
        if hours is None or not self.is_working_day(day):
            return None
        return datetime.combine(day, hours.opens, LONDON), datetime.combine(day, hours.closes, LONDON)

    def is_open(self, moment: datetime) -> bool:
        """Is the office open at a moment? It is open at the opening minute and shut at the closing minute."""
        opening = self.opening(moment.astimezone(LONDON).date())
        return opening is not None and opening[0] <= moment < opening[1]

    def next_opening(self, moment: datetime) -> datetime:
        """When the office next opens after a moment at which it is shut; the moment itself when it is open.

        Raises ValueError if the office never opens.
        """
        if self.is_open(moment):
            return moment
        if not self.hours:
            raise ValueError("This calendar has no office hours")
        day = moment.astimezone(LONDON).date()
        while True:
            opening = self.opening(day)
            if opening and opening[0] >= moment:
                return opening[0]
            day += timedelta(days=1)
