"""Pages between receipt and recommendation, each a form for one action."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation import packs
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.people.views.looking import dropping, look, looks_again
from hearth.services.frontdoor import capabilities, codes, suggesting
from hearth.services.frontdoor.actions import basis, conversation, enquiries, kinds, linking, safety, screening
from hearth.services.frontdoor.forms import record as forms
from hearth.services.frontdoor.forms.contact import ChildForm
from hearth.services.frontdoor.forms.managing import AdviceOnlyForm, ScreenedForm
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries import record as record_queries
from hearth.web.forms import HearthForm
from hearth.web.page import View, page
from hearth.web.pages import form_page, reader_of

FORM = "frontdoor/form.html"


def form_view(
    act: Callable[..., Any],
    make: type[HearthForm],
    title: str,
    said: str,
    *,
    note: str | Callable[[], str] = "",
    part: str = "",
    fixed: dict[str, Any] | None = None,
    then: Callable[[Any], str] | None = None,
) -> View:
    """A page with one form for one action on a contact; `part` names the id in the address of what on it is meant."""
    asked: tuple[str, ...] = getattr(act, "capabilities")  # noqa: B009 - every action carries what it asks

    @page(*asked, methods=("GET", "POST"))
    def view(request: HttpRequest, contact_id: UUID, **parts: int) -> HttpResponse:
        reader = reader_of(request)
        contact = check(Contact, contact_id, reader, capabilities.VIEW)
        back = reverse("contact", args=[contact_id])

        def run(form: HearthForm) -> Any:
            given = [parts[part]] if part else []
            return act(reader, contact_id, *given, request_id=form.number, **(fixed or {}), **form.values())

        context = {"title": title, "contact": contact, "back": back, "note": note if isinstance(note, str) else note()}

        def done(made: Any) -> str:
            return reverse(then(made) if then else "contact", args=[contact_id])

        return form_page(request, FORM, make, run, done=done, said=said, context=context)

    return view


def button_view(act: Callable[..., Any], said: str, *, part: str = "", then: str = "contact") -> View:
    """A button for one action on a contact; what the action finds invalid is said on the contact's page."""
    asked: tuple[str, ...] = getattr(act, "capabilities")  # noqa: B009 - as above

    @page(*asked, methods=("POST",))
    def view(request: HttpRequest, contact_id: UUID, **parts: int) -> HttpResponse:
        try:
            act(reader_of(request), contact_id, *([parts[part]] if part else []))
        except Invalid as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, said)
        return redirect(then, contact_id)

    return view


@page(capabilities.WORK, methods=("GET", "POST"))
def kind(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Which kind of contact it is: what is known suggests one, the worker says which."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    suggestion = suggesting.suggest_kind(reader, contact)

    def make(data: Any) -> forms.KindForm:
        return forms.KindForm(data, initial={"kind": suggestion.kind})

    title = dict(codes.CONTACT_KIND)[suggestion.kind]
    context = {
        "title": "Kind of contact",
        "contact": contact,
        "back": reverse("contact", args=[contact_id]),
        "note": f"What is known suggests: {title}, because {suggestion.why}. You say which it is.",
    }
    return form_page(
        request,
        FORM,
        make,
        lambda form: form.cleaned_data["kind"],
        done=lambda chosen: reverse("kind_details", args=[contact_id, chosen]),
        context=context,
    )


@page(capabilities.WORK, methods=("GET", "POST"))
def kind_details(request: HttpRequest, contact_id: UUID, kind: str) -> HttpResponse:
    """What a kind of contact needs to say; saving sends the contact the way of its kind."""
    titles = dict(codes.CONTACT_KIND)
    if kind not in titles:
        raise Http404
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)

    def make(data: Any) -> HearthForm:
        form = forms.KIND_FORMS.get(kind, forms.PlainKindForm)(data)
        if isinstance(form, forms.MoreOnOpenForm):
            field: Any = form.fields["open_contact"]
            others = suggesting.other_open_contacts(reader, contact)
            field.choices = [(str(one.pk), f"Contact {one.number}, received {one.received_at:%-d %B}") for one in others]
        return form

    def act(form: HearthForm) -> Any:
        details = kinds.KindDetails(**form.values())
        return kinds.set_kind(reader, contact_id, kind=kind, details=details, request_id=form.number)

    context = {"title": titles[kind], "contact": contact, "back": reverse("kind", args=[contact_id]), "note": _route(kind)}
    back = reverse("contact", args=[contact_id])
    return form_page(request, FORM, make, act, done=back, said="Kind of contact recorded.", context=context)


def _route(kind: str) -> str:
    months = front_door().recent_months
    return {
        "more_on_open": "It is added to the open contact, whose urgency is looked at again. Whoever told us is still answered.",
        "has_worker": "It goes to the child's worker, who accepts it by name. Their team manager gets a copy.",
        "closed_recently": f"Work that ended within {months} months: it goes back to the last team, with a new referral record.",
        "step_up": "Early help is open: gather what they know before it goes on.",
        "not_ours": "It closes, and counts as redirected.",
        "consultation": "No name is needed, unless harm to a child is described.",
    }.get(kind, "")


@page(capabilities.VIEW)
def screening_list(request: HttpRequest) -> HttpResponse:
    """What waits at the start: for a social worker, to be sorted, in screening, for a conversation, for a form."""
    reader, by_received = reader_of(request), request.GET.get("sort") == "received"
    context = {
        "lists": record_queries.screening_lists(reader, by_received=by_received),
        "door": front_door(),
        "pack": packs.active(),
        "by_received": by_received,
        "triages": reader.can(capabilities.TRIAGE),
    }
    return render(request, "frontdoor/screening.html", context)


@page(capabilities.VIEW)
def counted(request: HttpRequest) -> HttpResponse:
    """The month's contacts by kind; consultations and what was redirected stand apart."""
    return render(request, "frontdoor/counted.html", {"shown": record_queries.counted(reader_of(request))})


@page(capabilities.WORK, methods=("GET", "POST"))
def name_child(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Name one more child on a contact, after a search of who may be meant."""
    reader = reader_of(request)
    contact = check(Contact, contact_id, reader, capabilities.WORK)
    child = ChildForm(dropping(request.POST) if request.method == "POST" else None, prefix="child")
    again = looks_again(request)
    problems: list[str] = []
    if request.method == "POST" and not again and child.is_valid():
        try:
            conversation.name_child(reader, contact_id, child.new_line())
        except Invalid as problem:
            problems = list(problem.problems.values())
        else:
            messages.success(request, "The child is named on this contact.")
            return redirect("contact", contact_id)
    if again:
        child.full_clean()
        child.quiet = True
    problems += [str(words) for errors in child.errors.values() for words in errors]
    context = {"contact": contact, "child": child, "look": look(request, child), "problems": problems}
    return render(request, "frontdoor/name_child.html", context, status=422 if problems else 200)


def _numbers() -> str:
    details = packs.active().contact_details
    return f"Police: 999. The front door: {details.telephone if details else 'see the authority'}. Say when each was called."


danger = form_view(
    screening.answer_screening,
    forms.CriteriaForm,
    "May any child be in danger?",
    "Answer recorded.",
    fixed={"about": "danger"},
)
link = form_view(linking.link_contacts, forms.LinkForm, "Link another report of this event", "Linked.")
unlink = button_view(linking.unlink_contact, "No longer linked.")
keep_urgency = button_view(linking.keep_urgency, "The urgency stays as it is.")
difference = form_view(linking.record_difference, forms.DifferenceForm, "What is different this time?", "Recorded.")
lawful_basis = form_view(
    basis.record_basis,
    forms.BasisForm,
    "Lawful basis for this sharing",
    "Recorded.",
    note="This is not the same question as whether the family agrees.",
)
enquiry = form_view(
    enquiries.make_enquiry, forms.EnquiryForm, "Ask somebody", "Enquiry recorded.", note="The contact's clock goes on."
)
answer = form_view(enquiries.answer_enquiry, forms.AnswerForm, "What was learnt", "Answer recorded.", part="enquiry_id")
source = form_view(enquiries.check_source, forms.SourceForm, "Check who told us", "Recorded.")
system = form_view(enquiries.record_check, forms.CheckForm, "Search of a system", "Added to the research log.")
sort = form_view(screening.sort_contact, forms.SortForm, "Priority and next action", "Priority recorded.")
triage = form_view(screening.triage_contact, forms.SortForm, "Triage", "Triage recorded.")
criteria = form_view(
    screening.answer_screening,
    forms.CriteriaForm,
    "Is there a worry, or a possible worry, about how a child is doing?",
    "Answer recorded.",
    fixed={"about": "criteria"},
)
advice_only = form_view(
    screening.answer_screening,
    forms.CriteriaForm,
    "Is only advice or information needed?",
    "Answer recorded.",
    fixed={"about": "advice_only"},
    then=lambda made: {"yes": "give_advice", "no": "family_view"}.get(made.answer, "contact"),
)
reply = form_view(screening.reply_to_screening, forms.ReplyForm, "Answer a question", "Answer recorded.", part="question_id")
immediate = button_view(screening.raise_immediate, "Social workers and the manager were alerted.", then="emergency_call")
bring_in = form_view(screening.bring_in_worker, forms.BringInForm, "Bring in a social worker", "Social workers were alerted.")
put_through = button_view(screening.put_through, "Put through, with what is known.")
transfer = form_view(screening.transfer_call, forms.TransferForm, "Put the call through", "Recorded.")
pass_on = form_view(
    screening.pass_to_workers, ScreenedForm, "Screening is done: pass to the social workers", "Passed to the social workers."
)
advice_only_end = form_view(
    screening.end_with_advice_only,
    AdviceOnlyForm,
    "End with advice only",
    "Ended. It stays on the manager's oversight list.",
    note="For what was settled with advice. A concern about a child goes to a social worker first.",
)
evaluation = form_view(screening.evaluate, forms.EvaluationForm, "Evaluate what was gathered", "Evaluation recorded.")
emergency = form_view(
    conversation.record_emergency_call,
    forms.EmergencyCallForm,
    "Calls about an immediate danger",
    "Recorded.",
    note=_numbers,
)
form_exception = form_view(conversation.except_from_form, forms.ExceptionForm, "Going ahead without the form", "Recorded.")
form_received = form_view(conversation.receive_form, forms.FormReceivedForm, "The written form came", "Form recorded.")
form_chased = form_view(conversation.chase_form, forms.ChaseForm, "Ask again for the form", "Recorded.")
acknowledge = form_view(
    conversation.acknowledge,
    forms.AcknowledgeForm,
    "Tell whoever told us that we have it",
    "Acknowledged, and kept on the record.",
    note="A copy of what they told us goes by secure e-mail only.",
)
hold = form_view(conversation.hold_conversation, forms.ConversationForm, "Conversation with whoever told us", "Recorded.")
advise = form_view(
    conversation.give_advice,
    forms.AdviceForm,
    "Advice given",
    "Advice recorded.",
    then=lambda made: "advice_only_end" if screening.advice_is_all(made.contact) else "contact",
)
confirm_step = button_view(safety.confirm_step, "Your agreement is confirmed.", part="step_id")
settle_flag = button_view(safety.settle_flag, "Marked as looked at.", part="flag_id")
