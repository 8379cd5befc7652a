"""Pages of the manager's oversight, the office's hours, advice to print, and visitors."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.errors import Invalid
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions import managing, visiting
from hearth.services.frontdoor.forms.managing import PlaceForm, ReviewForm, VisitorForm
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.queries import managing as queries
from hearth.services.frontdoor.queries.record import withheld
from hearth.services.frontdoor.views.record import form_view
from hearth.web.days import day_asked
from hearth.web.page import page
from hearth.web.pages import form_page, page_number, reader_of

DAYS = 14

review = form_view(
    managing.review_contact,
    ReviewForm,
    "Seen by the manager",
    "Marked as seen.",
    note="Each look is kept, with your name and the time.",
)


@page(capabilities.TRIAGE)
def oversight(request: HttpRequest) -> HttpResponse:
    """Every contact with its age, stage and holder, and whether the manager has seen it."""
    shown = queries.overseen(reader_of(request), page_number(request))
    return render(request, "frontdoor/oversight.html", {"shown": shown})


@page(capabilities.VIEW)
def office_hours(request: HttpRequest) -> HttpResponse:
    """When the office is open: two weeks from a day, with the reason for each day that it is shut."""
    asked = day_asked(request)
    calendar = packs.active().calendar
    days = [asked.day + timedelta(days=after) for after in range(DAYS)]
    rows = [(day, calendar.opening(day), calendar.why_not_working(day) or "Closed") for day in days]
    context = {"rows": rows, "asked": asked, "open_now": calendar.is_open(worktime.now())}
    return render(request, "frontdoor/office_hours.html", context, status=422 if asked.problem else 200)


@page(capabilities.VIEW)
def advice_sheet(request: HttpRequest, contact_id: UUID, advice_id: int) -> HttpResponse:
    """One piece of advice with the strategies agreed, on a page that prints: nothing of the record stands on it."""
    reader = reader_of(request)
    contact = limiting.read(Contact, contact_id, reader, capabilities.VIEW)
    given = contact.advice_given.filter(pk=advice_id).first()
    if given is None or withheld(reader, contact):
        raise Http404
    context = {"given": given, "contact": contact, "back": reverse("contact", args=[contact_id])}
    return render(request, "frontdoor/advice_sheet.html", context)


@page(capabilities.RECEPTION, capabilities.WORK, methods=("GET", "POST"))
def visitors(request: HttpRequest) -> HttpResponse:
    """Who is here, waiting or in interview; reception logs the next one."""
    reader = reader_of(request)

    def act(form: VisitorForm) -> Any:
        return visiting.log_visitor(reader, request_id=form.number, **form.values())

    context = {"here": queries.visitors_here(reader), "can": reader.can, "caps": capabilities}
    return form_page(
        request,
        "frontdoor/visitors.html",
        VisitorForm,
        act,
        done=reverse("visitors"),
        said="The front door sees them.",
        context=context,
    )


@page(capabilities.RECEPTION, capabilities.WORK, methods=("GET", "POST"))
def place_visitor(request: HttpRequest, visitor_id: int) -> HttpResponse:
    """The room and the worker of one visitor."""
    reader = reader_of(request)
    visitor = queries.visitor(reader, visitor_id)
    if visitor is None:
        raise Http404

    def make(data: Any) -> PlaceForm:
        return PlaceForm(data, initial={"room": visitor.room, "worker": visitor.worker})

    def act(form: PlaceForm) -> Any:
        return visiting.place_visitor(reader, visitor_id, request_id=form.number, **form.values())

    done = reverse("visitors")
    return form_page(request, "frontdoor/place_visitor.html", make, act, done=done, said="Recorded.", context={"visitor": visitor})


@page(capabilities.RECEPTION, capabilities.WORK, methods=("POST",))
def visitor_left(request: HttpRequest, visitor_id: int) -> HttpResponse:
    """The visitor has gone."""
    try:
        visiting.visitor_left(reader_of(request), visitor_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    return redirect("visitors")
