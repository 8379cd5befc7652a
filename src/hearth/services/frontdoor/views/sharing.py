"""Pages about asking the family and sharing without their agreement."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions import basis, sharing
from hearth.services.frontdoor.forms import sharing as forms
from hearth.services.frontdoor.forms.consent import FamilyViewForm
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.sharing import without_agreement
from hearth.services.frontdoor.relatives import Adult, adults, visible_children
from hearth.services.frontdoor.views.record import form_view
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"

family_knows = form_view(
    sharing.record_family_knows,
    forms.FamilyKnowsForm,
    "Does the family know about this call?",
    "Recorded.",
    note="Families are told first, unless telling them would expose a child to a risk of significant harm.",
)
give_basis = form_view(
    sharing.give_basis, forms.GiveBasisForm, "On what basis was it asked?", "The basis is recorded.", part="enquiry_id"
)


@page(capabilities.WORK, methods=("GET", "POST"))
def family_view(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """What one adult was told of this sharing and says; the adult may be named in the address."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    found = adults(reader, contact)
    chosen = _chosen(request, found)
    each = {str(one.person_id): (one.name, f"{one.name}, {', '.join(one.kinds).lower()}") for one in found}

    def make(data: Any) -> FamilyViewForm:
        return FamilyViewForm(data, adults=each, initial={"person": str(chosen.person_id) if chosen else ""})

    def act(form: FamilyViewForm) -> Any:
        return basis.record_family_view(reader, contact_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    context = {
        "title": "What an adult of the family was told, and says",
        "contact": contact,
        "back": back,
        "note": "A missing agreement never stops this contact or its clock.",
    }
    return form_page(request, FORM, make, act, done=back, said="Recorded.", context=context)


def _chosen(request: HttpRequest, found: list[Adult]) -> Adult | None:
    return next((one for one in found if str(one.person_id) == request.GET.get("person", "")), None)


@page(capabilities.WORK, methods=("GET", "POST"))
def consider(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Would asking raise the risk, can they be spoken to alone, are they asked? Not asked, the proposal opens."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    found = adults(reader, contact)
    chosen = _chosen(request, found)
    seen = set(visible_children(reader, contact))

    def make(data: Any) -> forms.ConsiderForm:
        form = forms.ConsiderForm(data, initial={"person": str(chosen.person_id) if chosen else ""})
        field: Any = form.fields["person"]
        each = [(str(one.person_id), f"{one.name}, {', '.join(one.kinds).lower()}") for one in found]
        field.choices = [*each, (forms.WHOLE, "The family as a whole")]
        return form

    def act(form: forms.ConsiderForm) -> Any:
        return sharing.consider_asking(reader, contact_id, request_id=form.number, **form.values())

    def then(step: Any) -> str:
        if not step.seek:
            return reverse("propose_override", args=[contact_id, step.pk])
        person = f"?person={step.person_id}" if step.person_id else ""
        return reverse("family_view", args=[contact_id]) + person

    context = {
        "title": "Asking for agreement",
        "contact": contact,
        "back": reverse("contact", args=[contact_id]),
        "note": "",
        "lines": [
            (line.person, [one for one in found if line.person_id in one.children])
            for line in contact.lines.select_related("person")
            if line.person_id in seen
        ],
    }
    return form_page(request, "frontdoor/consider.html", make, act, done=then, context=context)


def _test() -> str:
    overrides = front_door().overrides
    if overrides is None:
        raise Http404
    return overrides.test if packs.active().calendar.is_open(worktime.now()) else overrides.test_out_of_hours


@page(capabilities.WORK, methods=("GET", "POST"))
def propose(request: HttpRequest, contact_id: UUID, step_id: int) -> HttpResponse:
    """Propose to a manager to share without agreement; the test stands above the form."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    step = contact.agreement_steps.filter(pk=step_id, seek=False).first()
    if step is None:
        raise Http404

    def act(form: forms.ProposeForm) -> Any:
        return sharing.propose_override(reader, contact_id, step_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    context = {
        "title": f"Share without agreement: {step.about}",
        "contact": contact,
        "back": back,
        "note": "",
        "test": _test(),
        "approvers": sharing.approvers(),
    }
    said = "Proposed. Requests to partners wait until a manager has agreed."
    return form_page(request, "frontdoor/override.html", forms.ProposeForm, act, done=back, said=said, context=context)


@page(capabilities.DECIDE, methods=("GET", "POST"))
def answer(request: HttpRequest, contact_id: UUID, step_id: int) -> HttpResponse:
    """A manager's answer to a proposal, beside what the worker wrote."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.DECIDE)
    step = contact.agreement_steps.filter(pk=step_id).exclude(proposed_at=None).select_related("proposed_by").first()
    if step is None:
        raise Http404

    def act(form: forms.AnswerOverrideForm) -> Any:
        return sharing.decide_override(reader, contact_id, step_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    context = {
        "title": f"Share without agreement: {step.about}",
        "contact": contact,
        "back": back,
        "note": "",
        "test": _test(),
        "step": step,
        "approvers": sharing.approvers(),
    }
    return form_page(
        request, "frontdoor/override.html", forms.AnswerOverrideForm, act, done=back, said="Answered.", context=context
    )


@page(capabilities.DECIDE)
def audit(request: HttpRequest) -> HttpResponse:
    """Sharing without agreement: what waits for a manager's words, what lacks them, and what was answered."""
    return render(request, "frontdoor/without_agreement.html", {"shown": without_agreement(reader_of(request))})
