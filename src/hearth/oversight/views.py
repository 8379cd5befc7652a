"""My work, and the way to each person's first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearth.foundation.access.notices import read_lately, unread
from hearth.people import capabilities as people
from hearth.people.front_page import warnings_due
from hearth.services.frontdoor import capabilities, queries
from hearth.web.page import page
from hearth.web.pages import reader_of

PARTS = [
    ("today", "Due today", "Nothing is due today."),
    ("week", "This week and later", "Nothing else is waiting for you."),
    ("waiting", "Waiting for others", "You are waiting for nobody."),
    ("done", "Done in the last 7 days", "Nothing was finished in the last 7 days."),
]


@page()
def first_page(request: HttpRequest) -> HttpResponse:
    """The queue for the front door, my work for everybody else."""
    reader = reader_of(request)
    return redirect("queue" if reader.capabilities.get(capabilities.VIEW) == "all" else "my_work")


@page()
def my_work(request: HttpRequest) -> HttpResponse:
    """What is owed by this reader, what they wait for, what they finished, and notices."""
    reader = reader_of(request)
    rows = queries.my_work(reader)
    warnings = warnings_due(reader) if reader.can(people.CHANGE) else 0
    parts = [(title, empty, [row for row in rows if row.part == part]) for part, title, empty in PARTS]
    context = {"parts": parts, "notices": unread(reader), "read": read_lately(reader), "warnings": warnings}
    return render(request, "oversight/my_work.html", context)
