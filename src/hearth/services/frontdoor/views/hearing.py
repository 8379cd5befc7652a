"""Pages on which it is recorded that managers, earlier workers and other professionals hear of a contact."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hearth.foundation.access.errors import Invalid
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions import hearing
from hearth.services.frontdoor.forms import hearing as forms
from hearth.services.frontdoor.views.record import form_view
from hearth.web.page import page
from hearth.web.pages import reader_of

tell_earlier = form_view(
    hearing.tell_earlier,
    forms.TellEarlierForm,
    "The earlier social worker and their manager",
    "Recorded.",
    note="Both are written to when a case that was closed in the last months comes back.",
    part="potential_id",
)


@page(capabilities.TELL, methods=("POST",))
def mark_to_be_told(request: HttpRequest, contact_id: UUID, professional_id: UUID) -> HttpResponse:
    """A professional is to be told; until they are it stands among what is missing."""
    try:
        hearing.mark_to_be_told(reader_of(request), contact_id, professional_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "They are to be told.")
    return redirect("tell_professionals", contact_id)
