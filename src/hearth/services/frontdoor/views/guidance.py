"""Facts, what to find out, an urgency to agree, levels of need, relevant history."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import actions, capabilities, weighing
from hearth.services.frontdoor.forms.guidance import (
    ConfirmGradeForm,
    FactorsForm,
    FindOutForm,
    HistoryForm,
    LevelForm,
    TakeBackForm,
)
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.models.guidance import FactorNoted
from hearth.services.frontdoor.queries import guidance as queries
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"


def _context(contact: Contact, title: str, note: str = "") -> dict[str, Any]:
    return {"title": title, "contact": contact, "back": reverse("contact", args=[contact.pk]), "note": note}


@page(capabilities.WORK, methods=("GET", "POST"))
def factors(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Tick what is known, how, and from whom."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    lines = queries.visible_lines(reader, contact)

    def make(data: Any) -> FactorsForm:
        return FactorsForm(data, lines=lines, initial={"lines": [str(lines[0].pk)] if len(lines) == 1 else []})

    def act(form: FactorsForm) -> Any:
        return actions.note_factors(reader, contact_id, request_id=form.number, **form.values())

    context = _context(contact, "What is known?") | {"facts": queries.facts_of(contact, lines)}
    return form_page(request, "frontdoor/factors.html", make, act, done=context["back"], said="Noted.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def take_back(request: HttpRequest, factor_id: int) -> HttpResponse:
    """Take back a fact that turned out otherwise."""
    reader = reader_of(request)
    noted = FactorNoted.objects.filter(pk=factor_id).first()
    if noted is None:
        raise Http404
    contact = check(Contact, noted.contact_id, reader, capabilities.WORK)
    if noted.line_id:
        check(ContactLine, noted.line_id, reader, capabilities.WORK)

    def act(form: TakeBackForm) -> Any:
        return actions.take_back_factor(reader, factor_id, request_id=form.number, **form.values())

    context = _context(contact, "Take back a fact", "It stays on the record with your reason and no longer counts.")
    return form_page(request, FORM, TakeBackForm, act, done=context["back"], said="Taken back.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def find_out(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Answer what is to be found out; what is left empty stays."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    lines = queries.visible_lines(reader, contact)
    asked = [one for one in queries.prompts_of(contact, lines, weighing.known(contact, lines)) if one.is_open]
    named = {one.name: one for one in asked}

    def make(data: Any) -> FindOutForm:
        return FindOutForm(data, asked=asked)

    def act(form: FindOutForm) -> Any:
        answers = [
            actions.Answer(named[name].prompt.code, named[name].line.pk if named[name].line else None, words)  # type: ignore[union-attr]
            for name, words in form.given().items()
        ]
        return actions.answer_prompts(
            reader, contact_id, answers=answers, told_by=form.cleaned_data["told_by"], request_id=form.number
        )

    context = _context(contact, "What to find out")
    return form_page(request, "frontdoor/find_out.html", make, act, done=context["back"], said="Recorded.", context=context)


@page(capabilities.CONFIRM_GRADE, methods=("GET", "POST"))
def confirm_grade(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Agree an urgency that somebody else proposed."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.CONFIRM_GRADE)

    def act(form: ConfirmGradeForm) -> Any:
        return actions.confirm_grade(reader, contact_id, request_id=form.number, **form.values())

    lines = queries.visible_lines(reader, contact)
    context = _context(contact, "Agree the proposed urgency") | {
        "suggestion": queries.suggestion(contact, weighing.known(contact, lines)),
        "waiting": contact.gradings.last(),
    }
    return form_page(
        request, "frontdoor/confirm_grade.html", ConfirmGradeForm, act, done=context["back"], said="Agreed.", context=context
    )


@page(capabilities.WORK, methods=("GET", "POST"))
def level(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Set a child's level of need; the earlier ones stand below."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.WORK)

    def act(form: LevelForm) -> Any:
        return actions.set_level(reader, line_id, request_id=form.number, **form.values())

    context = _context(line.contact, f"Level of need of {line.person.name}") | {
        "levels": line.person.levels_of_need.select_related("by").order_by("-at", "-pk")
    }
    return form_page(request, "frontdoor/level.html", LevelForm, act, done=context["back"], said="Recorded.", context=context)


@page(capabilities.THIRD_PARTY, methods=("GET", "POST"))
def history(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """An adult's history with another family: read and noted by managers."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.THIRD_PARTY)

    def act(form: HistoryForm) -> Any:
        return actions.note_relevant_history(reader, contact_id, request_id=form.number, **form.values())

    note = "Everybody else reads only that there is relevant history and to ask a manager."
    context = _context(contact, "Relevant history of an adult", note)
    return form_page(request, FORM, HistoryForm, act, done=context["back"], said="Noted.", context=context)


@page(capabilities.VIEW)
def advice(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """The advice list to go through with the caller, on a page that prints."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.VIEW)
    context = {"contact": contact, "guidance": queries.guidance_for(reader, contact), "back": reverse("contact", args=[contact_id])}
    return render(request, "frontdoor/advice.html", context)
