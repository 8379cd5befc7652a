"""Pages of out of hours, of a child's words and of early help below the threshold."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions import night, saying
from hearth.services.frontdoor.forms import night as forms
from hearth.services.frontdoor.models import Contact, ContactLine, NightAnalysis
from hearth.services.frontdoor.views.record import form_view
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"

immediate_risk = form_view(
    night.answer_immediate_risk,
    forms.ImmediateRiskForm,
    "What is the immediate risk?",
    "Recorded.",
    note="Yes opens the emergency: the most urgent clock runs from receipt, and the manager hears at once.",
)
managers_part = form_view(
    night.add_managers_part,
    forms.ManagersPartForm,
    "The on-call manager’s part of the analysis",
    "Added to the analysis.",
    note="A note of a telephone call is enough, with the time of the call.",
)
not_reachable = form_view(
    night.not_reachable,
    forms.NotReachableForm,
    "Who cannot be reached, until when?",
    "Recorded. The daytime follows it up when it opens.",
    part="enquiry_id",
)
early_help = form_view(
    saying.consider_early_help,
    forms.EarlyHelpForm,
    "Is early help to be offered?",
    "Recorded.",
    note="Below the threshold for MASH early help is considered. The reason is written down either way.",
)


@page(capabilities.WORK, methods=("GET", "POST"))
def analysis(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """The night's analysis of one contact, as it was last written."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    found = NightAnalysis.objects.filter(contact=contact).first()
    names = ("version", "risks", "impact_child", "impact_family", "level", "proportionate")
    now = {name: getattr(found, name) for name in names} if found else {}

    def make(data: Any) -> forms.NightAnalysisForm:
        return forms.NightAnalysisForm(data, initial=now)

    def act(form: forms.NightAnalysisForm) -> Any:
        return night.write_night_analysis(reader, contact_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[contact_id])
    note = "What is left empty is pointed out when the contact is handed over."
    context = {"title": "Analysis out of hours", "contact": contact, "back": back, "note": note}
    return form_page(request, FORM, make, act, done=back, said="Analysis recorded.", context=context)


@page(capabilities.WORK, methods=("GET", "POST"))
def words(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Write down a child's words as they were spoken."""
    reader = reader_of(request)
    line = check(ContactLine, line_id, reader, capabilities.WORK)

    def act(form: forms.WordsForm) -> Any:
        return saying.write_words(reader, line_id, request_id=form.number, **form.values())

    back = reverse("contact", args=[line.contact_id])
    context = {
        "title": f"Words said by or about {line.person.name}",
        "contact": line.contact,
        "back": back,
        "note": "Exactly as they were said. What you think of them belongs in the analysis.",
    }
    return form_page(request, FORM, forms.WordsForm, act, done=back, said="Kept as said.", context=context)
