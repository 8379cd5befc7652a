"""My work, and the way to each person's first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearth.services.frontdoor import capabilities
from hearth.web.page import page


@page()
def first_page(request: HttpRequest) -> HttpResponse:
    """The queue for the front door, my work for everybody else."""
    reader = request.reader  # type: ignore[attr-defined]
    return redirect("queue" if reader.capabilities.get(capabilities.VIEW) == "all" else "my_work")


@page()
def my_work(request: HttpRequest) -> HttpResponse:
    """What is owed by this reader, and notices."""
    return render(request, "oversight/my_work.html", {})
