"""The analysis of a contact, with a part for each child, and one child's own part of the story."""

import uuid
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access import limiting
from hearth.foundation.access.errors import Invalid, Stale
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import answering, drafts, facts
from hearth.foundation.caseforms.drafts import TakenOver
from hearth.foundation.caseforms.language import FormSection
from hearth.foundation.timeline.api import Subject
from hearth.services.frontdoor import actions, analysis, capabilities, queries, subjects
from hearth.services.frontdoor.actions.calls import PART_FIELDS
from hearth.services.frontdoor.forms.call import PartForm
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.web.caseforms import SectionForm
from hearth.web.drafts import as_form_data, keep
from hearth.web.forms import HearthForm, error_entries
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

PAGE = "analysis"
TEMPLATE = "frontdoor/analysis.html"
drafts.register_page(PAGE, capabilities.RECOMMEND, "analysis", by_subject=True)


@dataclass(frozen=True)
class Asked:
    """A section on the page: whose it is, and its form."""

    section: FormSection
    line: ContactLine | None
    about: Subject
    form: SectionForm


def _asked(reader: Reader, contact: Contact, lines: list[ContactLine], data: Any) -> list[Asked]:
    found = []
    case = analysis.form()
    for line in (None, *lines):
        about = analysis.of_line(line) if line else subjects.of_contact(contact)
        for section in case.sections:
            if section.each_child == (line is not None):
                row = answering.stored(case, section.code, about)
                form = SectionForm(
                    case,
                    section,
                    data,
                    prefix=f"{about.id}-{section.code}",
                    answers=row.data if row else {},
                    version=row.version if row else 0,
                    known=facts.known(reader, section, line.person_id) if line else {},
                )
                found.append(Asked(section, line, about, form))
    return found


@page(capabilities.RECOMMEND, methods=("GET", "POST"))
def analysis_page(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Write the analysis: kept as it is typed, merged field by field with what others write meanwhile."""
    reader = reader_of(request)
    contact = limiting.read(Contact, contact_id, reader, capabilities.RECOMMEND)
    lines = list(limiting.limit(contact.lines.select_related("person", "contact"), reader, capabilities.RECOMMEND))
    about = subjects.of_contact(contact)
    own = drafts.own_draft(reader, PAGE, about)
    context: dict[str, Any] = {"saved": None, "stale": None, "lost": "", "errors": []}
    if request.method == "GET":
        context["saved"] = own
        asked = _asked(reader, contact, lines, as_form_data(own) if own else None)
        return _show(request, reader, contact, lines, asked, own.pk if own else uuid.uuid4(), context)
    draft_id = own.pk if own else _draft_id(request)
    if "give_up" in request.POST:
        actions.give_up_analysis(reader, draft_id)
        return redirect("analysis", contact_id)
    asked = _asked(reader, contact, lines, request.POST)
    number = HearthForm(request.POST)
    status = 422
    try:
        if "later" in request.POST:
            keep(reader, draft_id, request.POST)
            messages.success(request, "Kept as you typed it, not yet part of the record.")
            return redirect("contact", contact_id)
        if all(one.form.is_valid() for one in asked) and number.is_valid():
            given = [_given(one) for one in asked]
            actions.record_analysis(reader, contact_id, given, draft=draft_id, request_id=number.number)
            messages.success(request, "Analysis recorded.")
            return redirect("contact", contact_id)
        context["errors"] = [entry for one in asked for entry in error_entries(one.form)]
    except Invalid as problem:
        context["errors"] = [{"text": words, "href": "#main-content"} for words in problem.problems.values()]
    except Stale as stale:
        context["stale"], status = stale, 409
        asked = [_rebased(reader, one) for one in asked]
    except TakenOver as gone:
        context["lost"], status = str(gone), 409
    return _show(request, reader, contact, lines, asked, draft_id, context, status)


def _given(one: Asked) -> actions.SectionGiven:
    return actions.SectionGiven(
        section=one.section.code,
        values=one.form.answers,
        version=one.form.shown_version,
        line=one.line.pk if one.line else None,
        confirmed=one.form.confirmed,
    )


def _rebased(reader: Reader, one: Asked) -> Asked:
    """After a conflict: one's own words on top of what the record says now, ready to be saved knowingly."""
    case = analysis.form()
    row = answering.stored(case, one.section.code, one.about)
    answers = answering.rebased(row, one.form.shown_version, one.form.answers)
    known = facts.known(reader, one.section, one.line.person_id) if one.line else {}
    version = row.version if row else 0
    form = SectionForm(case, one.section, None, prefix=one.form.prefix or "", answers=answers, version=version, known=known)
    return Asked(one.section, one.line, one.about, form)


def _draft_id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("draft", ""))
    except ValueError:
        return uuid.uuid4()


def _show(
    request: HttpRequest,
    reader: Reader,
    contact: Contact,
    lines: list[ContactLine],
    asked: list[Asked],
    draft_id: UUID,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    shown = {child.line.pk: child for child in queries.children_shown(reader, contact)}
    children = [
        {
            "line": line,
            "known": shown[line.pk],
            "history": analysis.history(reader, line),
            "sections": [one for one in asked if one.line == line],
        }
        for line in lines
    ]
    context |= {
        "contact": contact,
        "case": analysis.form(),
        "whole": [one for one in asked if one.line is None],
        "children": children,
        "withheld": len(lines) < contact.lines.count(),
        "back": reverse("contact", args=[contact.pk]),
        "number": HearthForm(),
        "draft": {"id": draft_id, "page": PAGE, "kind": "contact", "subject": contact.pk, "base": contact.version},
    }
    return render(request, TEMPLATE, context, status=status if request.method == "POST" else 200)


@page(capabilities.WORK, methods=("GET", "POST"))
def part(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """What is happening for one child, and the child's own words."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.WORK)
    now = {name: getattr(line, name) for name in PART_FIELDS}

    def make(data: Any) -> PartForm:
        return PartForm(data, now=now, version=line.version)

    def act(form: PartForm) -> Any:
        return actions.record_part(reader, line_id, **form.shared, request_id=form.number)

    back = reverse("contact", args=[line.contact_id])
    context = {"title": f"What is happening for {line.person.name}", "contact": line.contact, "back": back, "note": ""}
    return form_page(request, "frontdoor/form.html", make, act, done=back, said="Recorded.", context=context)
