"""Taking a call: kept as it is typed, taken over if need be, recorded once."""

import contextlib
import uuid
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.held import take_held_work
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import drafts
from hearth.foundation.caseforms.drafts import TakenOver
from hearth.foundation.caseforms.loading import case_form
from hearth.foundation.caseforms.models import Draft
from hearth.people.actions import dismissed_from
from hearth.people.views.finding import searched_for
from hearth.people.views.looking import dropping, fragment, look
from hearth.services.frontdoor import actions, capabilities
from hearth.services.frontdoor.forms.call import MOST_CHILDREN, AdultForm, AdultFormSet, StepFormSet, StepRow
from hearth.services.frontdoor.forms.contact import CallForm, ChildForm, ChildFormSet
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.web.caseforms import SectionForm
from hearth.web.drafts import as_form_data, keep
from hearth.web.forms import error_entries
from hearth.web.page import page
from hearth.web.pages import reader_of, whole_number

PAGE = "call"
ROWS: dict[str, type[forms.Form]] = {"children": ChildForm, "adults": AdultForm, "steps": StepRow}
drafts.register_page(PAGE, capabilities.RECEIVE, "resume_call")


class CallPage:
    """The whole page's forms: the call, its children, adults, next steps and the guide's questions."""

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, child: dict[str, Any] | None = None) -> None:
        one_row: Any = [{}] if data is None else None
        self.call = CallForm(data, initial=initial)
        self.children = ChildFormSet(data, prefix="children", initial=one_row and [child or {}])
        self.adults = AdultFormSet(data, prefix="adults", initial=one_row)
        self.steps = StepFormSet(data, prefix="steps", initial=one_row)
        guide = case_form(front_door().conversation_form)
        self.guide = [(section, SectionForm(guide, section, data, prefix=f"guide-{section.code}")) for section in guide.sections]

    @property
    def rows(self) -> list[Any]:
        """Every form on the page."""
        return [self.call, *self.children, *self.adults, *self.steps, *(form for _, form in self.guide)]

    def is_valid(self) -> bool:
        """Is each of them?"""
        return all(form.is_valid() for form in self.rows)

    def be_quiet(self) -> None:
        """Show what was typed so far without complaining."""
        for form in self.rows:
            form.full_clean()
            form.quiet = True

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The entries of the error summary, in the order of the page."""
        return [entry for form in self.rows if form.is_bound for entry in error_entries(form)]

    def given(self, draft: UUID | None) -> actions.Call:
        """What the action takes."""
        values = self.call.cleaned_data
        steps = [form.new_step() for form in self.steps]
        agrees = {"yes": True, "no": False}.get(values["caller_agrees"])
        return actions.Call(
            contact=self.call.new_contact([child.new_line() for child in self.children if not child.is_empty]),
            adults=[adult.new_adult() for adult in self.adults if not adult.is_empty],
            answers={section.code: form.answers for section, form in self.guide},
            siblings=values["siblings"],
            advice=values["advice"],
            steps=[step for step in steps if step is not None],
            caller_agrees=agrees,
            reason_when_not=values["reason_when_not"],
            draft=draft,
        )


@page(capabilities.RECEIVE, methods=("GET", "POST"))
def take_call(request: HttpRequest) -> HttpResponse:
    """The call page: what we are told, who it is about with matches beside, who tells us; then it is a contact."""
    begun = searched_for(request)
    if begun is not None:
        return _page(request, CallPage(initial={"started_at": worktime.now(), "channel": "telephone"}, child=begun), uuid.uuid4())
    if request.method == "POST":
        return _submitted(request)
    held = take_held_work(request)
    if held is not None:
        shown = CallPage(held)
        shown.be_quiet()
        note = "You had been signed out before this was saved. Here it is as you typed it."
        return _page(request, shown, _draft_id(held), note=note)
    channel = request.GET.get("channel", "telephone")
    return _page(request, CallPage(initial={"started_at": worktime.now(), "channel": channel}), uuid.uuid4())


@page(capabilities.RECEIVE)
def resume_call(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Go on with a call that was half typed; a colleague's is taken over from the queue first."""
    draft = Draft.objects.filter(pk=draft_id, page=PAGE, finished_at=None).select_related("writer").first()
    if draft is None or draft.writer_id != reader_of(request).id:
        words = f"{draft.writer.name} is typing this call. You can take it over here." if draft else "That call is no longer open."
        messages.info(request, words)
        return redirect("queue")
    shown = CallPage(as_form_data(draft))
    shown.be_quiet()
    return _page(request, shown, draft.pk, saved=draft)


def _submitted(request: HttpRequest) -> HttpResponse:
    reader, given = reader_of(request), request.POST
    draft_id = _draft_id(given)
    half = _changed_rows(given)
    try:
        if "later" in given:
            _keep(reader, draft_id, given)
            messages.success(request, "Kept. The call is under Calls being taken.")
            return redirect("queue")
        if half is not None:
            _keep(reader, draft_id, half)
            shown = CallPage(half)
            shown.be_quiet()
            return _page(request, shown, draft_id)
        return _record(request, reader, draft_id)
    except TakenOver as gone:
        shown = CallPage(half or given)
        shown.be_quiet()
        recorded = Contact.objects.filter(pk=gone.draft.result_id).first() if gone.draft.result_id else None
        words = f"{gone} It is contact {recorded.number}." if recorded else str(gone)
        return _page(request, shown, draft_id, status=409, lost=words)


def _record(request: HttpRequest, reader: Reader, draft_id: UUID) -> HttpResponse:
    shown = CallPage(request.POST)
    if shown.is_valid():
        draft = Draft.objects.filter(pk=draft_id).first()
        if draft is not None and (draft.finished_at is None or draft.writer_id != reader.id):
            drafts.still_mine(reader, draft)
        try:
            contact = actions.take_call(reader, shown.given(draft_id), request_id=shown.call.number)
        except Invalid as problem:
            shown.call.add_problems(problem)
        else:
            messages.success(request, f"Contact {contact.number} recorded. Its clocks are running.")
            return redirect(_next(reader), contact.pk)
    _keep(reader, draft_id, request.POST)
    return _page(request, shown, draft_id, status=422)


def _keep(reader: Reader, draft_id: UUID, given: QueryDict) -> None:
    """Keep what was typed; where its hidden fields were tampered with, it still stands on the page shown next."""
    with contextlib.suppress(Invalid):
        keep(reader, draft_id, given, PAGE)


def _next(reader: Reader) -> str:
    """Straight to the urgency where the pack grades contacts and this reader may."""
    may = reader.can_any((capabilities.PROPOSE_GRADE, capabilities.CONFIRM_GRADE))
    return "grade" if front_door().grades_on == "contact" and may else "contact"


def _draft_id(given: QueryDict) -> UUID:
    found = dismissed_from([given.get("draft", "")])
    return next(iter(found), uuid.uuid4())


def _changed_rows(given: QueryDict) -> QueryDict | None:
    """The submitted data with a row more or less, or a match dismissed, when a button asked for it; None to record the call."""
    if not {"not_this", "ask"}.isdisjoint(given):
        return dropping(given)
    if "add" not in given and "remove" not in given:
        return None
    changed = given.copy()
    for name in ("add", "remove"):
        changed.pop(name, None)
    prefix, _, place = given.get("add", given.get("remove", "")).partition("-")
    total = changed.get(f"{prefix}-TOTAL_FORMS", "0")
    count = whole_number(total) if prefix in ROWS else 0
    if "add" in given and 0 < count < MOST_CHILDREN:
        changed[f"{prefix}-TOTAL_FORMS"] = str(count + 1)
        _begin(changed, prefix, count)
    elif "remove" in given and whole_number(place, count) < count <= MOST_CHILDREN:
        _remove(changed, prefix, whole_number(place), count)
    return changed


def _begin(data: QueryDict, prefix: str, place: int) -> None:
    """Begin an empty row with what stands in it until somebody says otherwise: safe now is not asked yet, not yes."""
    for name, field in ROWS[prefix].base_fields.items():
        if field.initial is not None:
            data[f"{prefix}-{place}-{name}"] = field.initial


def _remove(data: QueryDict, prefix: str, place: int, count: int) -> None:
    """Take one row out and move those behind it up."""
    rows: list[dict[str, list[str]]] = []
    for number in range(count):
        start = f"{prefix}-{number}-"
        rows.append({name.removeprefix(start): data.pop(name) for name in list(data) if name.startswith(start)})
    del rows[place]
    for number, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-TOTAL_FORMS"] = str(max(count - 1, 1))
    if not rows:
        _begin(data, prefix, 0)


def _page(
    request: HttpRequest,
    shown: CallPage,
    draft_id: UUID,
    *,
    status: int = 200,
    saved: Draft | None = None,
    note: str = "",
    lost: str = "",
) -> HttpResponse:
    context = {
        "shown": shown,
        "form": shown.call,
        "children": [(child, look(request, child)) for child in shown.children],
        "adults": [(adult, look(request, adult)) for adult in shown.adults],
        "matches_url": reverse("matches"),
        "started": shown.call.started,
        "draft": {"id": draft_id, "page": PAGE, "kind": "", "subject": "", "base": 0},
        "saved": saved,
        "note": note,
        "lost": lost,
        "added": request.POST.get("add", ""),
    }
    return render(request, "frontdoor/call.html", context, status=status)


@page(capabilities.RECEIVE, methods=("POST",))
def matches(request: HttpRequest) -> HttpResponse:
    """Who may be meant, as somebody types a name: a fragment beside the form."""
    prefix = request.POST.get("prefix", "")
    make = AdultForm if prefix.startswith("adults") else ChildForm
    return fragment(request, make(dropping(request.POST), prefix=prefix))


@page(capabilities.RECEIVE, methods=("POST",))
def take_over(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Take over a call that a colleague has half typed."""
    try:
        draft = actions.take_over_call(reader_of(request), draft_id)
    except Invalid as problem:
        messages.info(request, str(problem))
        return redirect("queue")
    return redirect("resume_call", draft.pk)


@page(capabilities.RECEIVE, methods=("POST",))
def give_up(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Give up a half-typed call of one's own that came to nothing."""
    try:
        actions.give_up_call(reader_of(request), draft_id)
    except TakenOver as gone:
        messages.info(request, str(gone))
    else:
        messages.success(request, "The half-typed call was given up. Nothing was recorded.")
    return redirect("queue")
