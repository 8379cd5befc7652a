"""Signing off, and having a decision made again."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.foundation.caseforms.answering import SectionShown
from hearth.foundation.caseforms.models import Answers
from hearth.services.frontdoor import actions, analysis, capabilities, queries
from hearth.services.frontdoor.forms.contact import DecideForm
from hearth.services.frontdoor.forms.passing import WordsForm
from hearth.services.frontdoor.models import ContactLine, Decision
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries import consent as consent_queries
from hearth.services.frontdoor.queries import record as record_queries
from hearth.services.frontdoor.queries.signing import ToDecide
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

PAGE = "frontdoor/sign_off.html"


def _written(line: ContactLine, answers: list[Answers]) -> list[SectionShown]:
    return [part for part in analysis.of_child(line, answers) if not part.is_empty]


@page(capabilities.DECIDE, methods=("GET", "POST"))
def sign_off(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Per child: recommendation, reasons, history and checks; approve, return with words, or decide otherwise."""
    reader = reader_of(request)
    shown = queries.contact_page(reader, contact_id)
    waiting = queries.sign_off_page(reader, shown.contact)
    answers = analysis.answers_of(shown.contact, [one.line for one in waiting])
    blank = [(one, _form(None, one)) for one in waiting]
    context = {
        "shown": shown,
        "forms": blank,
        "door": front_door(),
        "back": reverse("sign_off_list"),
        "bound_line": None,
        "analysis_of": {one.line.pk: _written(one.line, answers) for one in waiting},
        "can": reader.can,
        "caps": capabilities,
        "earlier_involvement": consent_queries.earlier_shown(reader, shown.contact),
        "further": consent_queries.further_actions(shown.contact),
        "before_outcome": record_queries.before_outcome(shown.contact, withheld=shown.withheld),
    }
    if request.method == "GET":
        return render(request, PAGE, context)
    chosen = next((one for one in waiting if str(one.line.pk) == request.POST.get("line")), None)
    if chosen is None:
        raise Http404

    def act(form: DecideForm) -> Any:
        values = form.values()
        if values["answer"] == "return":
            return actions.return_recommendation(
                reader, chosen.line.pk, version=values["version"], words=values["words"], request_id=form.number
            )
        otherwise = values["answer"] == "otherwise"
        return actions.decide(
            reader,
            chosen.line.pk,
            version=values["version"],
            shown=_evidence(shown, chosen),
            reasons=values["words"],
            outcome=values["outcome"] if otherwise else "",
            team=values["team"] if otherwise else "",
            request_id=form.number,
        )

    left = len([one for one in waiting if not one.own]) > 1
    context["bound_line"] = chosen.line.pk
    return form_page(
        request,
        PAGE,
        lambda data: _form(data, chosen),
        act,
        done=reverse("sign_off", args=[contact_id]) if left else reverse("sign_off_list"),
        said=f"Recorded for {chosen.line.person.name}.",
        context=context,
    )


def _form(data: Any, one: ToDecide) -> DecideForm:
    return DecideForm(data, prefix=str(one.line.pk), initial={"version": one.recommendation.version})


def _evidence(shown: queries.ContactShown, chosen: ToDecide) -> dict[str, Any]:
    """What the decider had before them, by id and version."""
    return {
        "recommendation": chosen.recommendation.pk,
        "earlier": [one.recommendation.pk for one in chosen.earlier],
        "contact": shown.contact.version,
        "line": chosen.line.version,
        "clocks": [clock.row.key for clock in shown.clocks],
    }


@page(capabilities.DECIDE, methods=("GET", "POST"))
def reopen(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Have one child's outcome decided again; what was decided stays."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.DECIDE)
    back = reverse("contact", args=[line.contact_id])

    def act(form: WordsForm) -> Any:
        return actions.reopen_decision(reader, line_id, reason=form.cleaned_data["words"], request_id=form.number)

    decided = Decision.objects.filter(line=line).last()
    note = f"Decided by {decided.by}. That decision stays as it is; a new recommendation and decision follow." if decided else ""
    context = {"title": f"Decide again for {line.person.name}", "contact": line.contact, "back": back, "note": note}
    return form_page(request, "frontdoor/form.html", WordsForm, act, done=back, said="To be decided again.", context=context)
