"""A day asked for in the address of a page: ?day=1/6/2026."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from hearth.foundation import worktime
from hearth.web.fields import read_date


@dataclass(frozen=True)
class DayAsked:
    """The day, as it was typed, and what is wrong with it."""

    day: date
    given: str
    problem: str = ""


def day_asked(request: HttpRequest) -> DayAsked:
    """The day that a page is asked to show; today where none is given or it cannot be read."""
    given = request.GET.get("day", "").strip()
    if not given:
        return DayAsked(worktime.today(), "")
    try:
        return DayAsked(read_date(given), given)
    except ValueError as error:
        return DayAsked(worktime.today(), given, str(error))
