"""Addresses of the pages between receipt and recommendation, under one contact."""

from django.urls import path

from hearth.services.frontdoor.views import hearing, record, sharing

FORMS = {
    "kind": record.kind,
    "name-child": record.name_child,
    "link": record.link,
    "unlink": record.unlink,
    "keep-urgency": record.keep_urgency,
    "difference": record.difference,
    "family-view": sharing.family_view,
    "family-knows": sharing.family_knows,
    "consider-asking": sharing.consider,
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
    "evaluation": record.evaluation,
    "emergency-call": record.emergency,
    "form-exception": record.form_exception,
    "form-received": record.form_received,
    "form-chased": record.form_chased,
    "acknowledge": record.acknowledge,
    "conversation": record.hold,
    "duty-manager": hearing.call_duty_manager,
    "review": hearing.review_message,
    "give-advice": record.advise,
}

urlpatterns = [
    path("screening/", record.screening_list, name="screening"),
    path("counted/", record.counted, name="counted"),
    *[path(f"contacts/<uuid:contact_id>/{name}/", view, name=name.replace("-", "_")) for name, view in FORMS.items()],
    path("contacts/<uuid:contact_id>/kind/<slug:kind>/", record.kind_details, name="kind_details"),
    path("contacts/<uuid:contact_id>/earlier-worker/<int:potential_id>/", hearing.tell_earlier, name="tell_earlier"),
    path(
        "contacts/<uuid:contact_id>/professionals/<uuid:professional_id>/to-tell/",
        hearing.mark_to_be_told,
        name="mark_to_be_told",
    ),
    path("without-agreement/", sharing.audit, name="without_agreement"),
    path("contacts/<uuid:contact_id>/without-agreement/<int:step_id>/", sharing.propose, name="propose_override"),
    path("contacts/<uuid:contact_id>/without-agreement/<int:step_id>/answer/", sharing.answer, name="answer_override"),
    path("contacts/<uuid:contact_id>/enquiries/<int:enquiry_id>/basis/", sharing.give_basis, name="give_basis"),
    path("contacts/<uuid:contact_id>/enquiries/<int:enquiry_id>/answer/", record.answer, name="answer_enquiry"),
    path("contacts/<uuid:contact_id>/questions/<int:question_id>/reply/", record.reply, name="reply"),
    path("contacts/<uuid:contact_id>/steps/<int:step_id>/confirm/", record.confirm_step, name="confirm_step"),
    path("contacts/<uuid:contact_id>/flags/<int:flag_id>/settle/", record.settle_flag, name="settle_flag"),
]
