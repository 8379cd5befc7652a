"""Office closing, the morning, and out of hours."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import actions, capabilities, queries
from hearth.services.frontdoor.forms.passing import AdviceForm, ClosingForm, GeneralEnquiryForm, NeedsMoreForm
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.shift import basis_missing, childless, closes_at, follow_ups, night_analyses
from hearth.web.days import day_asked
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"


@page(capabilities.CLOSE_OFFICE)
def closing(request: HttpRequest) -> HttpResponse:
    """Everything still open at closing time, each with its named choice or none yet."""
    rows = queries.closing_list(reader_of(request))
    left = sum(1 for one in rows if not one.settled)
    return render(request, "frontdoor/closing.html", {"rows": rows, "left": left, "closes_at": closes_at()})


@page(capabilities.CLOSE_OFFICE, methods=("GET", "POST"))
def choose(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """What happens overnight to one contact."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.CLOSE_OFFICE)
    back = reverse("closing")

    def act(form: ClosingForm) -> Any:
        return actions.choose_at_closing(reader, contact_id, request_id=form.number, **form.values())

    note = "Its clocks run on, whatever you choose. Offered to out-of-hours it stays ours until they accept it by name."
    context = {"title": "What happens overnight?", "contact": contact, "back": back, "note": note}
    return form_page(request, FORM, ClosingForm, act, done=back, said="Chosen.", context=context)


@page(capabilities.VIEW)
def morning(request: HttpRequest) -> HttpResponse:
    """What came back from out of hours and waits to be taken."""
    reader = reader_of(request)
    lines = queries.morning_list(reader)
    context = {
        "lines": lines,
        "nights": night_analyses([line.contact for line in lines]),
        "door": front_door(),
        "follow_ups": follow_ups(reader),
        "opens": packs.active().calendar.next_opening(worktime.now()),
        "is_open": packs.active().calendar.is_open(worktime.now()),
    }
    return render(request, "frontdoor/morning.html", context)


@page(capabilities.VIEW)
def shift(request: HttpRequest) -> HttpResponse:
    """What a shift out of hours did."""
    reader, asked = reader_of(request), day_asked(request)
    context = {"shift": queries.shift_report(reader, asked.day), "given": asked.given, "problem": asked.problem}
    context["childless"] = childless(reader, asked.day)
    context["basis_missing"] = basis_missing(reader)
    return render(request, "frontdoor/shift.html", context, status=422 if asked.problem else 200)


@page(capabilities.WORK, methods=("GET", "POST"))
def advice(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """End an out-of-hours contact with advice."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)

    def act(form: AdviceForm) -> Any:
        return actions.end_with_advice(reader, contact_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    context = {"title": "Advice given", "contact": contact, "back": back, "note": "It is kept and counted as advice given."}
    return form_page(request, FORM, AdviceForm, act, done=back, said="Ended with advice.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def general_enquiry(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Pass a general enquiry to the daytime."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)

    def act(form: GeneralEnquiryForm) -> Any:
        return actions.mark_general_enquiry(reader, contact_id, request_id=form.number, **form.values())

    opens = packs.active().calendar.next_opening(worktime.now()).astimezone(worktime.LONDON)
    note = f"It stands on the daytime's list when the office opens, at {opens:%H:%M on %A %-d %B}."
    back = reverse("contact", args=[contact_id])
    context = {"title": "A general enquiry, for the daytime", "contact": contact, "back": back, "note": note}
    return form_page(request, FORM, GeneralEnquiryForm, act, done=reverse("queue"), said="Passed to the daytime.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def needs_more(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Hand an out-of-hours contact to the daytime as needing more."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)

    def act(form: NeedsMoreForm) -> Any:
        return actions.hand_to_daytime(reader, contact_id, words=form.cleaned_data["words"], request_id=form.number)

    back = reverse("contact", args=[contact_id])
    note = "It stands first on the daytime's queue when the office opens. Its clocks run on, and until then it is yours."
    context = {"title": "What the daytime has to do", "contact": contact, "back": back, "note": note}
    return form_page(request, FORM, NeedsMoreForm, act, done=back, said="Handed to the daytime.", context=context)
