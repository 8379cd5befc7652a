"""Passing on and telling."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.letters import actions as letters
from hearth.foundation.letters.models import Letter
from hearth.foundation.letters.pdf import letter_pdf
from hearth.services.frontdoor import actions, capabilities
from hearth.services.frontdoor.forms import TellForm
from hearth.services.frontdoor.models import Contact, Telling
from hearth.services.frontdoor.wording import referrer_template, referrer_words
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of


@page(capabilities.ACCEPT, methods=("POST",))
def accept(request: HttpRequest, hand_over_id: UUID) -> HttpResponse:
    """Accept work by name."""
    try:
        actions.accept_hand_over(reader_of(request), hand_over_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Accepted. It is yours now.")
    return redirect("incoming")


@page(capabilities.TELL, methods=("GET", "POST"))
def tell(request: HttpRequest, telling_id: UUID) -> HttpResponse:
    """The letter as it will read, and the route it goes by."""
    reader = reader_of(request)
    telling = Telling.objects.filter(pk=telling_id).first()
    if telling is None:
        raise Http404
    contact = check(Contact, telling.contact_id, reader, capabilities.TELL)
    title, paragraphs = letters.preview(referrer_template(contact), referrer_words(contact))

    def act(form: TellForm) -> Any:
        return actions.tell_referrer(reader, telling_id, route=form.cleaned_data["route"], request_id=form.number)

    back = reverse("contact", args=[contact.pk])
    context = {"telling": telling, "contact": contact, "letter_title": title, "paragraphs": paragraphs, "back": back}
    return form_page(
        request, "frontdoor/tell.html", TellForm, act, done=back, said="Told, and kept on the record.", context=context
    )


@page(capabilities.VIEW)
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """A letter on the record, as PDF."""
    found = Letter.objects.filter(pk=letter_id, kind="contact").first()
    if found is None:
        raise Http404
    check(Contact, found.subject_id, reader_of(request), capabilities.VIEW)
    answer = HttpResponse(letter_pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = "inline; filename=letter.pdf"
    return answer
