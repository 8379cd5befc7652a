"""One contact: its page and the forms on it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import actions, analysis, capabilities, jointly, queries, referral_parts, weighing
from hearth.services.frontdoor.actions.safety import SAFETY_FIELDS
from hearth.services.frontdoor.forms.contact import GradeForm, ReceivedForm, RecommendForm, SafetyForm, StepForm
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries import consent as consent_queries
from hearth.services.frontdoor.queries import guidance as guidance_queries
from hearth.services.frontdoor.queries import record as record_queries
from hearth.services.frontdoor.queries.calls import call_given
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"


@page(capabilities.VIEW)
def contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Everything on a contact, the next step for this reader first."""
    reader = reader_of(request)
    shown = queries.contact_page(reader, contact_id)
    if shown.contact.daytime_from is not None and not shown.opened_by_reader:
        actions.open_from_out_of_hours(reader, contact_id)
    return render(
        request,
        "frontdoor/contact.html",
        {
            "shown": shown,
            "door": front_door(),
            "can": reader.can,
            "caps": capabilities,
            "call": call_given(shown),
            "record": record_queries.record_of(reader, shown.contact, shown.adults, shown.ahead),
            "guidance": guidance_queries.guidance_for(reader, shown.contact),
            "consent": consent_queries.consent_shown(shown.contact),
            "earlier_involvement": consent_queries.earlier_shown(reader, shown.contact),
            "further": consent_queries.further_actions(shown.contact),
            "parts": referral_parts.parts,
        },
    )


def _form(
    request: HttpRequest,
    contact_id: UUID,
    title: str,
    make: Any,
    act: Any,
    *,
    capability: str,
    said: str,
    note: str = "",
) -> HttpResponse:
    here = check(Contact, contact_id, reader_of(request), capability)
    back = reverse("contact", args=[contact_id])
    context = {"title": title, "contact": here, "back": back, "note": note}
    return form_page(request, FORM, make, act, done=back, said=said, context=context)


@page(capabilities.PROPOSE_GRADE, capabilities.CONFIRM_GRADE, methods=("GET", "POST"))
def grade(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """How urgent it is."""

    def act(form: GradeForm) -> Any:
        return actions.set_grade(reader_of(request), contact_id, request_id=form.number, **form.values())

    capability = capabilities.CONFIRM_GRADE if reader_of(request).can(capabilities.CONFIRM_GRADE) else capabilities.PROPOSE_GRADE
    here = check(Contact, contact_id, reader_of(request), capability)
    lines = guidance_queries.visible_lines(reader_of(request), here)
    back = reverse("contact", args=[contact_id])
    context = {"title": "How urgent is this?", "contact": here, "back": back, "note": ""}
    context["suggestion"] = guidance_queries.suggestion(here, weighing.known(here, lines))
    return form_page(request, "frontdoor/grade.html", GradeForm, act, done=back, said="Urgency recorded.", context=context)


@page(capabilities.CORRECT, methods=("GET", "POST"))
def received(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Correct when it was received."""

    def act(form: ReceivedForm) -> Any:
        return actions.correct_received_time(reader_of(request), contact_id, request_id=form.number, **form.values())

    return _form(
        request,
        contact_id,
        "Correct when it was received",
        ReceivedForm,
        act,
        capability=capabilities.CORRECT,
        said="Corrected. Every timescale was counted again.",
        note="Both times stay on the record, and every timescale is counted again.",
    )


@page(capabilities.WORK, methods=("GET", "POST"))
def step(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Record a protective step."""

    def act(form: StepForm) -> Any:
        return actions.record_protective_step(reader_of(request), contact_id, request_id=form.number, **form.values())

    return _form(
        request,
        contact_id,
        "Record a protective step",
        StepForm,
        act,
        capability=capabilities.WORK,
        said="Protective step recorded.",
        note="Nothing else needs to be complete first: no form, no agreement of the family, no sign-off.",
    )


@page(capabilities.WORK, methods=("GET", "POST"))
def safety(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Where one child is now, and until when safe."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.WORK)
    now = {name: getattr(line, name) for name in SAFETY_FIELDS}

    def make(data: Any) -> SafetyForm:
        return SafetyForm(data, now=now, version=line.version)

    def act(form: SafetyForm) -> Any:
        return actions.record_safety(reader, line_id, **form.shared, request_id=form.number)

    title = f"Where is {line.person.name} now, and until when safe?"
    back = reverse("contact", args=[line.contact_id])
    return form_page(
        request,
        FORM,
        make,
        act,
        done=back,
        said="Recorded.",
        context={"title": title, "contact": line.contact, "back": back, "note": ""},
    )


@page(capabilities.RECOMMEND, methods=("GET", "POST"))
def recommend(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Recommend an outcome for one child."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.RECOMMEND)

    def act(form: RecommendForm) -> Any:
        values = form.values()
        values["together"] = values.get("together") or None
        return actions.recommend(reader, line_id, request_id=form.number, **values)

    back = reverse("contact", args=[line.contact_id])
    withheld = record_queries.withheld(reader, line.contact)
    context = {
        "title": f"Recommendation for {line.person.name}",
        "contact": line.contact,
        "back": back,
        "note": " ".join(analysis.before_outcome(line)),
        "lacks_analysis": bool(analysis.missing(line.contact, line)),
        "before_outcome": record_queries.before_outcome(line.contact, withheld=withheld),
    }
    context["suggested"] = suggested = guidance_queries.outcomes_for(reader, line)

    def make(data: Any) -> RecommendForm:
        door = front_door()
        by_night = door.gathers_by_night and line.contact.out_of_hours and line.contact.team == door.out_of_hours_team
        return RecommendForm(data, suggested=suggested, partners=jointly.partners(reader), by_night=by_night)

    return form_page(
        request, "frontdoor/recommend.html", make, act, done=back, said="Recommendation sent to be signed off.", context=context
    )
