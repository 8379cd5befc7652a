"""Telling: the referrer, adults of the family, other professionals; letters; closing a contact."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import check
from hearth.foundation.letters import actions as letters
from hearth.foundation.letters.models import Letter
from hearth.foundation.letters.pdf import letter_pdf, telephone_now
from hearth.people.models import Person
from hearth.services.frontdoor import actions, capabilities, wording
from hearth.services.frontdoor.forms.passing import (
    DecideTellingForm,
    FamilyLetterAfterCallForm,
    ProfessionalForm,
    ReferrerLetterAfterCallForm,
    StepsDiscussedForm,
    TellReferrerForm,
    TellRouteForm,
)
from hearth.services.frontdoor.models import Contact, Telling
from hearth.services.frontdoor.relatives import adults, professionals, visible_children
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

PAGE = "frontdoor/tell.html"
PEOPLE = "frontdoor/tell_people.html"


@page(capabilities.TELL, methods=("GET", "POST"))
def tell(request: HttpRequest, telling_id: UUID) -> HttpResponse:
    """The letter as it will read, what may not be told, and the route it goes by."""
    reader = reader_of(request)
    telling = Telling.objects.filter(pk=telling_id).exclude(whom="professional").first()
    contact = check(Contact, telling.contact_id if telling else None, reader, capabilities.TELL)
    if telling is None:
        raise Http404
    family = telling.whom == "family"
    called = telling.status == "told" and telling.route == "telephone"
    template, words = _letter(request, contact, telling)
    title, paragraphs = letters.preview(template, words)

    def act(form: Any) -> Any:
        if family:
            return actions.tell_family(reader, telling_id, request_id=form.number, **form.values())
        return actions.tell_referrer(reader, telling_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact.pk])
    context = {
        "telling": telling,
        "contact": contact,
        "letter_title": title,
        "paragraphs": paragraphs,
        "not_told": wording.may_not_be_told(contact, telling.whom),
        "called": called,
        "undecided": contact.lines.filter(outcome="").exists(),
        "back": back,
    }
    first, after_call = (TellRouteForm, FamilyLetterAfterCallForm) if family else (TellReferrerForm, ReferrerLetterAfterCallForm)
    make = after_call if called else first
    return form_page(request, PAGE, make, act, done=back, said="Told, and kept on the record.", context=context)


def _letter(request: HttpRequest, contact: Contact, telling: Telling) -> tuple[str, dict[str, str]]:
    if telling.whom == "referrer":
        return wording.referrer_template(contact), wording.referrer_words(contact) | {"added": request.POST.get("added", "")}
    adult = next((one for one in adults(reader_of(request), contact) if one.person_id == telling.person_id), None)
    if adult is None:
        raise Http404
    return "family", wording.family_words(contact, adult)


@page(capabilities.TELL, methods=("GET", "POST"))
def tell_adult(request: HttpRequest, contact_id: UUID, person_id: UUID) -> HttpResponse:
    """Tell one adult of the family; until a manager's decision is recorded the page says why not, and telling is refused."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.TELL)
    adult = next((one for one in adults(reader, contact) if one.person_id == person_id), None)
    if adult is None:
        raise NotFound(capabilities.TELL, Person, person_id)
    telling = contact.tellings.filter(whom="family", person_id=person_id).select_related("decided_by").first()
    why = actions.why_not_told(telling, adult.name)
    if telling is not None and not why:
        return redirect("tell", telling.pk)

    def act(form: TellRouteForm) -> Any:
        return actions.tell_adult(reader, contact_id, person_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    context = {"title": f"Tell {adult.name}", "contact": contact, "back": back, "note": why}
    return form_page(request, "frontdoor/form.html", TellRouteForm, act, done=back, context=context)


@page(capabilities.TELL_FAMILY, methods=("GET", "POST"))
def tell_family(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Decide for each adult of the family whether they are told."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.TELL_FAMILY)
    settled = {one.person_id: one for one in contact.tellings.filter(whom="family")}
    people = [
        (
            one.person_id,
            one.name,
            ", ".join(one.kinds),
            settled.get(one.person_id),
            DecideTellingForm(initial={"person": one.person_id}),
        )
        for one in adults(reader, contact)
    ]

    def act(form: DecideTellingForm) -> Any:
        values = form.values()
        return actions.decide_telling(reader, contact_id, values.pop("person"), request_id=form.number, **values)

    title = "Who of the family is told?"
    note = "Decide for each adult alone. One adult being told is no reason to tell another."
    return _people(request, contact, title, note, people, DecideTellingForm, act, wording.may_not_be_told(contact, "family"))


@page(capabilities.TELL, methods=("GET", "POST"))
def tell_professionals(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Tell each other professional, or say why not."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.TELL)
    settled = {one.professional_id: one for one in contact.tellings.filter(whom="professional")}
    people = [
        (
            one.pk,
            one.name,
            f"{one.job}, {one.agency}".strip(", "),
            settled.get(one.pk),
            ProfessionalForm(initial={"professional": one.pk}),
        )
        for one in professionals(reader, contact)
    ]

    def act(form: ProfessionalForm) -> Any:
        values = form.values()
        return actions.settle_professional(reader, contact_id, values.pop("professional"), request_id=form.number, **values)

    title, note = "Which other professionals are told?", ""
    return _people(request, contact, title, note, people, ProfessionalForm, act, wording.may_not_be_told(contact, "professional"))


def _people(
    request: HttpRequest, contact: Contact, title: str, note: str, people: list[Any], make: Any, act: Any, not_told: str
) -> HttpResponse:
    here = reverse(request.resolver_match.url_name, args=[contact.pk]) if request.resolver_match else ""
    field = "professional" if make is ProfessionalForm else "person"
    context = {
        "title": title,
        "note": note,
        "contact": contact,
        "people": people,
        "not_told": not_told,
        "chosen": request.POST.get(field, ""),
        "by_professional": make is ProfessionalForm,
        "back": reverse("contact", args=[contact.pk]),
    }
    return form_page(request, PEOPLE, make, act, done=here, said="Recorded.", context=context)


@page(capabilities.TELL, methods=("GET", "POST"))
def steps_discussed(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Record that the recommended steps were talked through with the referrer."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.TELL)
    back = reverse("contact", args=[contact_id])

    def act(form: StepsDiscussedForm) -> Any:
        return actions.record_steps_discussed(reader, contact_id, request_id=form.number, **form.values())

    context = {"title": "Talk the steps through with the referrer", "contact": contact, "back": back, "note": ""}
    return form_page(request, "frontdoor/form.html", StepsDiscussedForm, act, done=back, said="Recorded.", context=context)


@page(capabilities.TELL, methods=("POST",))
def close_contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Close a contact, or say what is still missing."""
    try:
        actions.close_contact(reader_of(request), contact_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Closed. It stays on the record.")
    return redirect("contact", contact_id)


def _found(request: HttpRequest, letter_id: UUID) -> Letter:
    found = Letter.objects.filter(pk=letter_id, kind="contact").first()
    if found is None:
        raise Http404
    reader = reader_of(request)
    contact = check(Contact, found.subject_id, reader, capabilities.VIEW)
    # A letter to the family names its children: only whoever may see all of them reads it.
    if found.template == "family" and len(visible_children(reader, contact)) < contact.lines.count():
        raise NotFound(capabilities.VIEW, Letter, letter_id)
    return found


@page(capabilities.VIEW)
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """A letter on the record, as PDF."""
    answer = HttpResponse(letter_pdf(_found(request, letter_id)), content_type="application/pdf")
    answer["Content-Disposition"] = "inline; filename=letter.pdf"
    return answer


@page(capabilities.VIEW)
def letter_page(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """A letter on the record, to read on the screen."""
    found = _found(request, letter_id)
    sendings = list(found.sendings.select_related("by").order_by("at"))
    back = reverse("contact", args=[found.subject_id])
    return render(
        request,
        "frontdoor/letter.html",
        {"letter": found, "sendings": sendings, "back": back, "telephone": telephone_now(found.made_at)},
    )
