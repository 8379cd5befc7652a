"""Days, weeks and months as stretches of time in England."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hearth.foundation import worktime


@dataclass(frozen=True)
class Period:
    """From the first midnight up to, and without, the last."""

    first: date
    after: date

    @property
    def starts_at(self) -> datetime:
        """Its first moment."""
        return _midnight(self.first)

    @property
    def ends_at(self) -> datetime:
        """The moment it is over."""
        return _midnight(self.after)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after - timedelta(days=1)

    def holds(self, moment: datetime | None) -> bool:
        """Does a moment lie in it?"""
        return moment is not None and self.starts_at <= moment < self.ends_at


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=worktime.LONDON)


def day_of(day: date) -> Period:
    """One day."""
    return Period(day, day + timedelta(days=1))


def week_of(day: date) -> Period:
    """The week, from Monday, in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=7))


def month_of(day: date) -> Period:
    """The month in which a day lies."""
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1))
