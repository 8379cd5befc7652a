"""Pages of consent and its override, earlier involvement, and further actions."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation import packs
from hearth.foundation.access.limiting import check
from hearth.people import capabilities as people_capabilities
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions import consent, consulting
from hearth.services.frontdoor.forms import consent as forms
from hearth.services.frontdoor.models import ContactLine
from hearth.services.frontdoor.queries import consent as queries
from hearth.services.frontdoor.views.record import FORM, form_view
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

ask_override = form_view(
    consent.ask_override,
    forms.WhyForm,
    "Ask to override consent",
    "Asked.",
    note="Consent of both parents comes first. Say why agencies should be asked without it.",
)
override = form_view(
    consent.override_consent,
    forms.OverrideForm,
    "Override the need for parents' consent",
    "Recorded.",
    note="Your name, the time and the rationale stand on the child's file.",
)
further_action = form_view(consent.add_further_action, forms.FurtherActionForm, "Add a further action", "Added.")
further_done = form_view(consent.finish_further_action, forms.DoneForm, "It was done", "Recorded.", part="action_id")


@page(capabilities.CONFIRM_HISTORY, methods=("GET", "POST"))
def involvement(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Confirm what was found of earlier involvement with one child."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.CONFIRM_HISTORY)
    back = reverse("contact", args=[line.contact_id])
    shown = next((one for one in queries.earlier_shown(reader, line.contact) if one.line == line), None)
    found = "; ".join(f"{one.day:%-d %B %Y}: {one.what}, {one.result}" for one in shown.found) if shown else ""

    def act(form: forms.InvolvementForm) -> Any:
        return consent.confirm_involvement(reader, line_id, request_id=form.number, **form.values())

    context = {
        "title": f"Earlier involvement with {line.person.name}",
        "contact": line.contact,
        "back": back,
        "note": found or "None was found.",
    }
    return form_page(request, FORM, forms.InvolvementForm, act, done=back, said="Confirmed.", context=context)


@page(capabilities.RECEIVE, methods=("GET", "POST"))
def consult(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record a consultation about a child, from the child's own page."""
    reader = reader_of(request)
    who = check(Person, person_id, reader, people_capabilities.VIEW)
    back = reverse("person", args=[person_id])
    details = packs.active().contact_details
    number = f"{details.front_door}: {details.telephone}. " if details else ""

    def act(form: forms.ConsultForm) -> Any:
        return consulting.consult(reader, person_id, request_id=form.number, **form.values())

    context = {
        "title": f"Consult {details.front_door if details else 'the front door'}",
        "who": who,
        "back": back,
        "back_words": who.name,
        "note": f"{number}The call, the advice and the adviser stand on the child's record.",
    }
    return form_page(request, "people/form.html", forms.ConsultForm, act, done=back, said="Recorded.", context=context)


@page(capabilities.READ_OVERRIDES)
def overrides(request: HttpRequest) -> HttpResponse:
    """Every time consent was overridden, by name."""
    shown, hidden = queries.overrides(reader_of(request), request.GET.get("page", "1"))
    return render(request, "frontdoor/overrides.html", {"page": shown, "hidden": hidden})
