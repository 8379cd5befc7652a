"""Lists: the queue, what is to be signed off, what was passed to one's team."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hearth.services.frontdoor import capabilities, queries
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries_calls import calls_open
from hearth.web.page import page
from hearth.web.pages import reader_of


@page(capabilities.VIEW, methods=("GET", "POST"))
def queue(request: HttpRequest) -> HttpResponse:
    """Open contacts, the nearest clock first. Finding by name is a POST, so that no name stands in an address."""
    reader = reader_of(request)
    given = request.GET
    number = given.get("page", "1")
    found = queries.queue(
        reader,
        page=int(number) if number.isdigit() else 1,
        grade=given.get("grade", ""),
        mine=given.get("mine") == "yes",
        stage=given.get("stage", ""),
        text=request.POST.get("find", ""),
    )
    context = {
        "page": found,
        "counts": queries.counts(reader),
        "door": front_door(),
        "find": request.POST.get("find", ""),
        "given": given,
        "calls": calls_open(reader),
    }
    template = "frontdoor/queue_lines.html" if request.headers.get("HX-Request") else "frontdoor/queue.html"
    return render(request, template, context)


@page(capabilities.DECIDE)
def sign_off_list(request: HttpRequest) -> HttpResponse:
    """Recommendations waiting to be signed off."""
    reader = reader_of(request)
    return render(request, "frontdoor/sign_off_list.html", {"lines": queries.to_sign_off(reader)})


@page(capabilities.ACCEPT)
def incoming(request: HttpRequest) -> HttpResponse:
    """What was passed to this reader's teams and waits to be accepted by name."""
    reader = reader_of(request)
    return render(request, "frontdoor/incoming.html", {"hand_overs": queries.incoming(reader)})
