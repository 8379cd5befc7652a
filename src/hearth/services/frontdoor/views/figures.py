"""The front door's figures by day, week and month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries import figures, periods
from hearth.web.days import day_asked
from hearth.web.page import page
from hearth.web.pages import reader_of


@page(capabilities.VIEW)
def day(request: HttpRequest) -> HttpResponse:
    """The daily board, and the daily report of every contact with its limits."""
    reader, asked = reader_of(request), day_asked(request)
    period = periods.day_of(asked.day)
    board = figures.daily_board(reader, period)
    context = {"asked": asked, "board": board, "report": figures.daily_report(reader, period)}
    return render(request, "frontdoor/figures_day.html", context, status=422 if asked.problem else 200)


@page(capabilities.VIEW)
def week(request: HttpRequest) -> HttpResponse:
    """The weekly report."""
    asked = day_asked(request)
    context = {"asked": asked, "shown": figures.weekly(reader_of(request), periods.week_of(asked.day))}
    return render(request, "frontdoor/figures_week.html", context, status=422 if asked.problem else 200)


@page(capabilities.VIEW)
def month(request: HttpRequest) -> HttpResponse:
    """The month's scorecard."""
    asked = day_asked(request)
    context = {"asked": asked, "shown": figures.monthly(reader_of(request), periods.month_of(asked.day))}
    return render(request, "frontdoor/figures_month.html", context, status=422 if asked.problem else 200)
