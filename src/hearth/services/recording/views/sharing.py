"""What was asked for and shared about a child, or not, and the forms behind it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.people import capabilities
from hearth.people.models import Person
from hearth.services.recording import actions, queries
from hearth.services.recording.forms.sharing import AskForm, ReceiptForm, SharingForm
from hearth.services.recording.models import SharingDecision, SharingRequest
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "people/form.html"


@page(capabilities.VIEW)
def sharing(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Everything asked for, shared and not shared about a child."""
    reader = reader_of(request)
    shown = queries.sharing_log(reader, person_id)
    return render(
        request, "recording/sharing.html", {"shown": shown, "may_change": reader.can(capabilities.CHANGE), "printing": False}
    )


@page(capabilities.VIEW)
def print_sharing(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same to print, without navigation; printing is logged."""
    shown = queries.sharing_log(reader_of(request), person_id, printing=True)
    return render(request, "recording/sharing.html", {"shown": shown, "may_change": False, "printing": True})


def _who(request: HttpRequest, person_id: UUID, title: str, note: str = "") -> tuple[Person, str, dict[str, Any]]:
    who = check(Person, person_id, reader_of(request), capabilities.CHANGE)
    back = reverse("sharing", args=[person_id])
    return who, back, {"title": title, "who": who, "back": back, "back_words": "What was shared", "note": note}


@page(capabilities.CHANGE, methods=("GET", "POST"))
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody asked for information about a child."""
    reader = reader_of(request)
    _, back, context = _who(request, person_id, "Somebody asks for information")

    def act(form: AskForm) -> Any:
        return actions.ask_for_information(reader, person_id, request_id=form.number, **form.values())

    return form_page(request, FORM, AskForm, act, done=back, said="Recorded. It waits for an answer.", context=context)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def decide(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Decide to share something about a child, or not."""
    return _decide(request, person_id, None)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Decide on what somebody asked for."""
    asked = check(SharingRequest, request_id, reader_of(request), capabilities.CHANGE)
    return _decide(request, asked.person_id, asked)


def _decide(request: HttpRequest, person_id: UUID, asked: SharingRequest | None) -> HttpResponse:
    reader = reader_of(request)
    note = f"{asked.who_asks} asked for: {asked.what}" if asked else ""
    _, back, context = _who(request, person_id, "Share information, or decide not to", note)

    def make(data: Any) -> SharingForm:
        given = {"what": asked.what, "purpose": asked.why} if asked else {}
        return SharingForm(data, reader=reader, initial=given)

    def act(form: SharingForm) -> Any:
        answers = asked.pk if asked else None
        return actions.decide_sharing(reader, person_id, given=form.given(), answers=answers, request_id=form.number)

    return form_page(request, "recording/decide_sharing.html", make, act, done=back, said="Recorded.", context=context)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def receipt(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Critical information was received."""
    reader = reader_of(request)
    decision = check(SharingDecision, decision_id, reader, capabilities.CHANGE)
    _, back, context = _who(request, decision.person_id, "They have received it", f"Sent to {decision.sent_to}.")

    def act(form: ReceiptForm) -> Any:
        return actions.confirm_receipt(reader, decision_id, request_id=form.number, **form.values())

    return form_page(request, FORM, ReceiptForm, act, done=back, said="Receipt recorded.", context=context)
