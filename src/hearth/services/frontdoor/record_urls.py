"""Addresses of the pages between receipt and recommendation, under one contact."""

from django.urls import path

from hearth.services.frontdoor.views import figures, managing, record

FORMS = {
    "kind": record.kind,
    "name-child": record.name_child,
    "link": record.link,
    "unlink": record.unlink,
    "keep-urgency": record.keep_urgency,
    "difference": record.difference,
    "family-view": record.family_view,
    "basis": record.lawful_basis,
    "enquiry": record.enquiry,
    "source": record.source,
    "system": record.system,
    "sort": record.sort,
    "triage": record.triage,
    "criteria": record.criteria,
    "danger": record.danger,
    "advice-only": record.advice_only,
    "immediate": record.immediate,
    "bring-in": record.bring_in,
    "transfer": record.transfer,
    "screened": record.pass_on,
    "advice-only-end": record.advice_only_end,
    "manager-seen": managing.review,
    "evaluation": record.evaluation,
    "emergency-call": record.emergency,
    "form-exception": record.form_exception,
    "form-received": record.form_received,
    "form-chased": record.form_chased,
    "acknowledge": record.acknowledge,
    "conversation": record.hold,
    "give-advice": record.advise,
}

urlpatterns = [
    path("screening/", record.screening_list, name="screening"),
    path("oversight/", managing.oversight, name="oversight"),
    path("office-hours/", managing.office_hours, name="office_hours"),
    path("visitors/", managing.visitors, name="visitors"),
    path("visitors/<int:visitor_id>/place/", managing.place_visitor, name="place_visitor"),
    path("visitors/<int:visitor_id>/left/", managing.visitor_left, name="visitor_left"),
    path("contacts/<uuid:contact_id>/advice-given/<int:advice_id>/", managing.advice_sheet, name="advice_sheet"),
    path("figures/day/", figures.day, name="figures_day"),
    path("figures/week/", figures.week, name="figures_week"),
    path("figures/month/", figures.month, name="figures_month"),
    path("counted/", record.counted, name="counted"),
    *[path(f"contacts/<uuid:contact_id>/{name}/", view, name=name.replace("-", "_")) for name, view in FORMS.items()],
    path("contacts/<uuid:contact_id>/kind/<slug:kind>/", record.kind_details, name="kind_details"),
    path("contacts/<uuid:contact_id>/enquiries/<int:enquiry_id>/answer/", record.answer, name="answer_enquiry"),
    path("contacts/<uuid:contact_id>/questions/<int:question_id>/reply/", record.reply, name="reply"),
    path("contacts/<uuid:contact_id>/steps/<int:step_id>/confirm/", record.confirm_step, name="confirm_step"),
    path("contacts/<uuid:contact_id>/flags/<int:flag_id>/settle/", record.settle_flag, name="settle_flag"),
]
