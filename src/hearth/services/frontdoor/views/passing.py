"""Passing on: allocating, offering, accepting, declining; and one hand-over with everything known."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import actions, capabilities, queries, referral_parts
from hearth.services.frontdoor.forms.passing import AllocateForm, OfferForm, PassForm, ReReferralForm, WordsForm
from hearth.services.frontdoor.models import Contact, ContactLine, HandOver, Referral
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.passing import referral_hand_over
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"


@page(capabilities.ACCEPT, capabilities.VIEW)
def passed(request: HttpRequest, hand_over_id: UUID) -> HttpResponse:
    """One hand-over: everything that was found out, and accept or decline."""
    shown = queries.passed_on(reader_of(request), hand_over_id)
    return _passed(request, shown)


@page(capabilities.ACCEPT, capabilities.VIEW)
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One child's referral, as the receiving team has it."""
    reader = reader_of(request)
    return _passed(request, queries.passed_on(reader, referral_hand_over(reader, referral_id).pk))


def _passed(request: HttpRequest, shown: queries.PassedOn) -> HttpResponse:
    reader = reader_of(request)
    context = {"shown": shown, "door": front_door(), "form": WordsForm(), "caps": capabilities, "can": reader.can}
    context["parts"] = referral_parts.written(reader, [line.pk for line in shown.lines])
    return render(request, "frontdoor/passed.html", context)


@page(capabilities.ACCEPT, methods=("POST",))
def accept(request: HttpRequest, hand_over_id: UUID) -> HttpResponse:
    """Accept work by name."""
    try:
        made = actions.accept_hand_over(reader_of(request), hand_over_id)
    except Invalid as problem:
        messages.error(request, str(problem))
        return redirect("incoming")
    messages.success(request, "Accepted. It is yours now.")
    return redirect("passed", made.pk)


@page(capabilities.ACCEPT, methods=("GET", "POST"))
def decline(request: HttpRequest, hand_over_id: UUID) -> HttpResponse:
    """Decline with words."""
    reader = reader_of(request)
    shown = queries.passed_on(reader, hand_over_id)

    def act(form: WordsForm) -> Any:
        return actions.decline_hand_over(reader, hand_over_id, words=form.cleaned_data["words"], request_id=form.number)

    context = {
        "title": "Decline what was passed to you",
        "contact": shown.contact,
        "back": reverse("incoming"),
        "note": "It goes back to the front door with your words. Its clocks have not stopped.",
    }
    said = "Declined. The front door has it."
    return form_page(request, FORM, WordsForm, act, done=reverse("incoming"), said=said, context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def withdraw(request: HttpRequest, hand_over_id: UUID) -> HttpResponse:
    """Take an offer back."""
    reader = reader_of(request)
    found = HandOver.objects.filter(pk=hand_over_id).first()
    contact = check(Contact, found.contact_id if found else None, reader, capabilities.WORK)
    back = reverse("contact", args=[contact.pk])

    def act(form: WordsForm) -> Any:
        return actions.withdraw_hand_over(reader, hand_over_id, words=form.cleaned_data["words"], request_id=form.number)

    context = {"title": "Take back what was passed on", "contact": contact, "back": back, "note": ""}
    return form_page(request, FORM, WordsForm, act, done=back, said="Taken back. Pass it on again.", context=context)


@page(capabilities.DECIDE, capabilities.RECOMMEND, methods=("GET", "POST"))
def offer_again(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Pass one child's work on again."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.VIEW)
    back = reverse("contact", args=[line.contact_id])

    def act(form: OfferForm) -> Any:
        return actions.offer_again(reader, line_id, request_id=form.number, **form.values())

    last = line.hand_overs.last()
    note = f"Before: {last.ended_words}" if last and last.ended_words else ""
    context = {"title": f"Pass {line.person.name} on again", "contact": line.contact, "back": back, "note": note}
    return form_page(request, FORM, OfferForm, act, done=back, said="Passed on, to be accepted by name.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def pass_to(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Pass a whole contact to a person or a team."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    back = reverse("contact", args=[contact_id])

    def act(form: PassForm) -> Any:
        return actions.pass_to(reader, contact_id, request_id=form.number, **form.values())

    note = "It stays ours, with its clocks, until they accept it by name. For somebody away, their manager can accept it."
    context = {"title": "Pass this contact on", "contact": contact, "back": back, "note": note}
    return form_page(request, FORM, PassForm, act, done=back, said="Passed on, to be accepted by name.", context=context)


@page(capabilities.WORK, methods=("POST",))
def take(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Take a contact."""
    try:
        actions.take_contact(reader_of(request), contact_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "You have this contact now.")
    return redirect("morning" if request.POST.get("from") == "morning" else reverse("contact", args=[contact_id]))


@page(capabilities.TRIAGE, methods=("GET", "POST"))
def allocate(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Give a contact to somebody of the front door."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.TRIAGE)
    back = reverse("contact", args=[contact_id])

    def act(form: AllocateForm) -> Any:
        return actions.allocate_contact(
            reader, contact_id, worker=form.worker_id(), direction=form.cleaned_data["direction"], request_id=form.number
        )

    context = {"title": "Who is to have this contact?", "contact": contact, "back": back, "note": ""}
    return form_page(request, FORM, AllocateForm, act, done=back, said="Allocated.", context=context)


@page(capabilities.CORRECT, methods=("GET", "POST"))
def re_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Correct the mark of a re-referral."""
    reader = reader_of(request)
    found = check(Referral, referral_id, reader, capabilities.CORRECT)
    back = reverse("referral", args=[referral_id])

    def act(form: ReReferralForm) -> Any:
        return actions.correct_re_referral(reader, referral_id, request_id=form.number, **form.values())

    context = {"title": "Is this a re-referral?", "contact": found.line.contact, "back": back, "note": ""}
    return form_page(request, FORM, ReReferralForm, act, done=back, said="Corrected.", context=context)
