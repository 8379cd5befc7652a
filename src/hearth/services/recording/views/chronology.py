"""The short chronology of a child that goes with a referral."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hearth.services.frontdoor import capabilities
from hearth.services.recording import actions, queries
from hearth.services.recording.forms.chronology import ChronologyForm
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of


@page(capabilities.RECOMMEND, methods=("GET", "POST"))
def short_chronology(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Build it from earlier contacts and services and this contact, edit it, and save it with the referral."""
    reader = reader_of(request)
    shown = queries.chronology_to_write(reader, line_id, build=request.GET.get("build") == "yes")

    def make(data: Any) -> ChronologyForm:
        return ChronologyForm(data, initial={"version": shown.version, "lines": shown.text})

    def act(form: ChronologyForm) -> Any:
        return actions.write_chronology(reader, line_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[shown.about.contact_id])
    context = {"title": "Short chronology", "shown": shown, "back": back}
    return form_page(request, "recording/chronology.html", make, act, done=back, said="Saved with the referral.", context=context)
