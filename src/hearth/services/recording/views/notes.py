"""Case notes of a child, writing one, correcting one, and one's own actions."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.limiting import check
from hearth.people import capabilities
from hearth.people.models import Person
from hearth.services.recording import actions, queries
from hearth.services.recording.codes import NOTE_KIND, NOTE_KINDS
from hearth.services.recording.forms.notes import CorrectionForm, DoneForm, NoteForm
from hearth.services.recording.models import CaseNote
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "people/form.html"


@page(capabilities.VIEW)
def case_notes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A child's case notes, the latest event first; only one kind where the address says so."""
    reader = reader_of(request)
    kind = request.GET.get("kind", "")
    shown = queries.case_notes(reader, person_id, kind=kind if kind in NOTE_KINDS else "", number=request.GET.get("page", "1"))
    context = {"shown": shown, "kinds": NOTE_KIND, "may_change": reader.can(capabilities.CHANGE)}
    return render(request, "recording/notes.html", context)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def write(request: HttpRequest, person_id: UUID, kind: str) -> HttpResponse:
    """Write a case note of one kind; a kind that there is not leads back to the notes."""
    reader = reader_of(request)
    who = check(Person, person_id, reader, capabilities.CHANGE)
    if kind not in NOTE_KINDS:
        return redirect("case_notes", person_id)
    back = reverse("case_notes", args=[person_id])

    def act(form: NoteForm) -> Any:
        made = actions.write_note(reader, person_id, kind=kind, given=form.given(), request_id=form.number)
        if made.view_without_facts:
            messages.warning(request, "Your note gives a view and no facts. Write what was seen or said in a note of its own.")
        return made

    note = "Once saved it is signed with your name and cannot be changed. A mistake is put right by a correction beside it."
    context = {"title": NOTE_KINDS[kind].title, "who": who, "back": back, "back_words": "Case notes", "note": note}
    child = who.forenames or who.name

    def make(data: Any) -> NoteForm:
        return NoteForm(data, kind=kind, child=child)

    return form_page(request, FORM, make, act, done=back, said="Written and signed.", context=context)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def correct(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Add a correction to a case note."""
    return _about_note(request, note_id, "Correct this note", CorrectionForm, actions.correct_note, "Correction added.")


@page(capabilities.CHANGE, methods=("GET", "POST"))
def done(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The action of a decision was carried out."""
    return _about_note(request, note_id, "The action was carried out", DoneForm, actions.finish_action, "Recorded as done.")


def _about_note(request: HttpRequest, note_id: UUID, title: str, make: Any, action: Any, said: str) -> HttpResponse:
    reader = reader_of(request)
    note = check(CaseNote, note_id, reader, capabilities.CHANGE)
    back = reverse("case_notes", args=[note.person_id])
    words = note.action if action is actions.finish_action else f"{note.summary}. The note stays as it was written."
    context = {"title": title, "who": note.person, "back": back, "back_words": "Case notes", "note": words}

    def act(form: Any) -> Any:
        return action(reader, note_id, request_id=form.number, **form.values())

    return form_page(request, FORM, make, act, done=back, said=said, context=context)


@page(capabilities.CHANGE)
def own_actions(request: HttpRequest) -> HttpResponse:
    """The decisions that this reader carries out, the nearest day first."""
    return render(request, "recording/own_actions.html", {"actions": queries.own_actions(reader_of(request))})
