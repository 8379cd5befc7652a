"""Timescales of a contact: why a date is what it is, and giving it another by whom the standard names."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.foundation.standards import actions
from hearth.foundation.standards import queries as standards
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.owing import check_sight
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.forms.passing import VaryForm
from hearth.services.frontdoor.models import Contact
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of


def _of_contact(contact: Contact, obligation_id: int) -> Obligation:
    mine = Obligation.objects.filter(pk=obligation_id, head__kind="contact", head__subject_id=contact.pk)
    found = standards.known(mine).select_related("head").first()
    if found is None:
        raise Http404
    return found


@page(capabilities.VIEW)
def why(request: HttpRequest, contact_id: UUID, obligation_id: int) -> HttpResponse:
    """Why this date? The standard, the words behind it, the counting, and every other limit on the same duty."""
    reader = reader_of(request)
    here = check(Contact, contact_id, reader, capabilities.VIEW)
    row = _of_contact(here, obligation_id)
    check_sight(reader, "contact", here.pk, row.per)
    one = standards.timescale(row)
    context = {
        "one": one,
        "beside": standards.beside(row),
        "waivers": standards.waivers(row),
        "contact": here,
        "back": reverse("contact", args=[contact_id]),
        "vary": reverse("vary", args=[contact_id, obligation_id])
        if one.is_open and reader.can(capabilities.VARY) and actions.may_vary(reader, row)
        else "",
    }
    return render(request, "web/why.html", context)


@page(capabilities.VARY, methods=("GET", "POST"))
def vary(request: HttpRequest, contact_id: UUID, obligation_id: int) -> HttpResponse:
    """Give a timescale another time, or say that it need not be met, with the reason."""
    reader = reader_of(request)
    here = check(Contact, contact_id, reader, capabilities.VARY)
    row = actions.to_vary(reader, _of_contact(here, obligation_id).pk)
    one, earlier = standards.timescale(row), standards.waivers(row)
    back = reverse("why", args=[contact_id, obligation_id])

    def make(data: Any) -> VaryForm:
        return VaryForm(data, must_have_time=one.rule.may_vary is not None and one.rule.may_vary.asks_new_time, shown=len(earlier))

    def act(form: VaryForm) -> Any:
        given: Any = form.values()
        if given["new_due_at"] is None:
            del given["new_due_at"]
            return actions.waive(reader, row.pk, request_id=form.number, **given)
        return actions.vary(reader, row.pk, request_id=form.number, **given)

    context = {"one": one, "earlier": earlier, "contact": here, "back": back}
    return form_page(request, "frontdoor/vary.html", make, act, done=back, said="Recorded, with your reason.", context=context)
