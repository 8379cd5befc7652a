"""Two records of one person: the preview, making them one, confirming, undoing; and identities kept apart by adoption."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid, NotFound, Stale
from hearth.foundation.access.limiting import check, limit, restriction_on
from hearth.foundation.access.models import Restriction
from hearth.people import actions, capabilities, identities, overseeing
from hearth.people.merging import showing
from hearth.people.merging.forms import MergeForm, OtherRecordForm, SeparateForm, TurnDownForm, UndoForm
from hearth.people.models import Merge, Person
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of


@page(capabilities.MERGE, capabilities.MERGE_CONFIRM, methods=("GET", "POST"))
def merge(request: HttpRequest, kept_id: UUID, merged_id: UUID) -> HttpResponse:
    """Both records side by side and where everything goes; then they are made one, or it is proposed or confirmed."""
    reader = reader_of(request)
    stands = identities.resolve(kept_id)
    if kept_id != merged_id and identities.resolve(merged_id) == stands:
        check(Person, stands, reader, actions.may(reader))
        return redirect("merges", stands)
    try:
        shown = showing.preview(reader, kept_id, merged_id)
    except NotFound:
        for one in (kept_id, merged_id):
            hidden = restriction_on(one, reader)
            if hidden is not None and hidden.level == Restriction.RESTRICTED and one not in reader.conflicts:
                return redirect("open_record", one)
        raise
    mine = shown.proposal is not None and shown.proposal.proposed_by_id == reader.id
    confirming = shown.proposal is not None and not mine and reader.can(capabilities.MERGE_CONFIRM)
    proposing = shown.two_people and not confirming
    form = MergeForm(request.POST if request.method == "POST" else None, shown=shown)
    context = {"shown": shown, "mine": mine, "confirming": confirming, "proposing": proposing, "stale": None}
    if request.method == "POST" and form.is_valid():
        act = actions.propose_merge if proposing else actions.merge_people
        try:
            act(reader, kept_id, merged_id, request_id=form.number, **form.given())
        except Invalid as problem:
            form.add_problems(problem)
        except Stale as stale:
            fresh = MergeForm(shown=shown, initial={"reasons": form.cleaned_data["reasons"]})
            return render(request, "people/merge.html", context | {"form": fresh, "stale": stale}, status=409)
        else:
            messages.success(request, "Proposed. Somebody else confirms it." if proposing else "The two records are one.")
            return redirect("merges" if proposing else "person", kept_id)
    return render(request, "people/merge.html", context | {"form": form}, status=422 if request.method == "POST" else 200)


@page(capabilities.MERGE, capabilities.MERGE_CONFIRM, methods=("GET", "POST"))
def merges(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The merges of a record, each to look at or undo; and the number of another record of the same person."""
    reader = reader_of(request)
    person, found = showing.merges_of(reader, person_id)

    def act(form: OtherRecordForm) -> UUID:
        other = overseeing.person_numbered(form.cleaned_data["record"].strip())
        # A number nobody has, and one that is hidden, get the same answer.
        seen = limit(Person.objects.filter(pk=other or uuid4()), reader, actions.may(reader)).exists()
        if other is None or not seen or other == person_id:
            raise Invalid({"record": "There is no other record of this number that you can see."})
        return other

    def preview_of(other: UUID) -> str:
        return reverse("merge_people", args=[person_id, other])

    standing = [one for one in found if one.at and not one.undone_at]
    context = {"who": person, "merges": found, "not_chosen": {one.pk: showing.not_chosen(one) for one in standing}}
    return form_page(request, "people/merges.html", OtherRecordForm, act, done=preview_of, context=context)


@page(capabilities.MERGE, capabilities.MERGE_CONFIRM)
def proposals(request: HttpRequest) -> HttpResponse:
    """Proposed merges that wait for a second person."""
    reader = reader_of(request)
    return render(request, "people/merge_proposals.html", {"proposals": showing.proposals(reader)})


@page(capabilities.MERGE, capabilities.MERGE_CONFIRM, methods=("GET", "POST"))
def turn_down(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """They are not one person."""
    reader = reader_of(request)
    made = Merge.objects.filter(pk=merge_id, at=None, undone_at=None).first()
    if made is None:
        raise NotFound(actions.may(reader), Merge, merge_id)
    who = check(Person, made.kept_id, reader, actions.may(reader))
    check(Person, made.merged_id, reader, actions.may(reader))
    back = reverse("merges", args=[who.pk])
    note = f"Proposed with record {made.merged.number}, {made.merged.name}. The proposal and your reasons stay on both records."
    context = {"title": "Not one person", "who": who, "back": back, "back_words": "Merges of this record", "note": note}

    def act(form: TurnDownForm) -> Merge:
        return actions.turn_down_merge(reader, merge_id, reasons=form.cleaned_data["reasons"], request_id=form.number)

    return form_page(request, "people/form.html", TurnDownForm, act, done=back, said="Turned down.", context=context)


@page(capabilities.MERGE, capabilities.MERGE_CONFIRM, methods=("GET", "POST"))
def undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """Two records again, with what was added since shared out."""
    reader = reader_of(request)
    shown = showing.undo_preview(reader, merge_id)

    def make(data: Any) -> UndoForm:
        return UndoForm(data, shown=shown)

    def act(form: UndoForm) -> Merge:
        return actions.undo_merge(reader, merge_id, request_id=form.number, **form.given())

    done = reverse("merges", args=[shown.kept.pk])
    said = "The merge was undone: two records again."
    return form_page(request, "people/undo_merge.html", make, act, done=done, said=said, context={"shown": shown})


@page(capabilities.ADOPTION, methods=("GET", "POST"))
def separate(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """After an adoption: keep this birth record and the adoptive one apart."""
    reader = reader_of(request)
    who = check(Person, person_id, reader, capabilities.ADOPTION)

    def act(form: SeparateForm) -> Any:
        other = overseeing.person_numbered(form.cleaned_data["record"].strip())
        if other is None or not limit(Person.objects.filter(pk=other), reader, capabilities.ADOPTION).exists():
            raise Invalid({"record": "There is no record of this number that you can see."})
        data = {"reason": form.cleaned_data["reason"], "named": form.chosen()}
        return actions.separate_identities(reader, person_id, other, request_id=form.number, **data)

    back = reverse("person", args=[person_id])
    note = (
        "This record becomes the closed birth record: sealed to all but you and those you name. Nothing joins it to the"
        " adoptive record in any search, list or chronology of anybody else."
    )
    context = {"title": "Keep birth and adoptive records apart", "who": who, "back": back, "back_words": who.name, "note": note}
    return form_page(request, "people/form.html", SeparateForm, act, done=back, said="Kept apart.", context=context)
