"""Who may see what: restricting and opening records, conflicts of interest, cover, the access log, notices."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import PERSON, check, restriction_on
from hearth.foundation.access.models import Restriction, User
from hearth.foundation.access.notices import every
from hearth.foundation.access.notices import read_notice as mark_read
from hearth.people import actions, capabilities, overseeing
from hearth.people.forms import keeping as forms
from hearth.people.models import Person
from hearth.web.page import page
from hearth.web.pages import form_page, page_number, reader_of


@page(capabilities.VIEW, capabilities.OPEN, methods=("GET", "POST"))
def open_record(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A restricted record: it exists, whom to ask, and opening it with a reason. A sealed one is not found."""
    reader = reader_of(request)
    hidden = restriction_on(person_id, reader)
    if hidden is None or hidden.level == Restriction.SEALED or person_id in reader.conflicts:
        raise NotFound(capabilities.OPEN, Person, person_id)

    def act(form: forms.OpenForm) -> Any:
        return actions.open_with_reason(reader, person_id, request_id=form.number, **form.values())

    context = {"ask": hidden.owner, "may_open": reader.can(capabilities.OPEN)}
    done = reverse("person", args=[person_id])
    said = f"Opened. {hidden.owner.name} has been told."
    return form_page(request, "people/open.html", forms.OpenForm, act, done=done, said=said, context=context)


@page(capabilities.RESTRICT, methods=("GET", "POST"))
def restrict(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Restrict or seal a record, or end that."""
    reader = reader_of(request)
    who = check(Person, person_id, reader, capabilities.RESTRICT)
    back = reverse("person", args=[person_id])
    if "end" in request.POST:
        try:
            actions.end_restriction(reader, person_id)
        except Invalid as problem:
            messages.error(request, str(problem))
        return redirect(back)

    def act(form: forms.RestrictForm) -> Any:
        level, reason = form.cleaned_data["level"], form.cleaned_data["reason"]
        return actions.restrict(reader, person_id, level=level, reason=reason, owner=form.chosen(), request_id=form.number)

    now = Restriction.objects.filter(kind=PERSON, subject_id=person_id, ended_at=None).exists()
    context = {
        "title": "Restrict this record",
        "who": who,
        "back": back,
        "back_words": who.name,
        "note": "Whoever keeps the record sees it, and hears of every opening. Say below who that is.",
        "end_words": "End the restriction" if now else "",
    }
    # Whoever restricts it may now be kept out themselves: the first page is always theirs.
    return form_page(request, "people/form.html", forms.RestrictForm, act, done="/", said="Restricted.", context=context)


@page(capabilities.SEARCH, capabilities.CONFLICTS, methods=("GET", "POST"))
def conflicts(request: HttpRequest) -> HttpResponse:
    """Conflicts of interest: declare one's own, or record somebody's."""
    reader = reader_of(request)
    others = reader.can(capabilities.CONFLICTS)

    def make(data: Any) -> forms.ConflictForm:
        return forms.ConflictForm(data, for_others=others)

    def act(form: forms.ConflictForm) -> Any:
        data = form.cleaned_data
        whose = User.objects.filter(pk=data["whose"]).first() if data.get("whose") else None
        # A number nobody has, and one that is hidden, get the same answer.
        person_id = overseeing.person_numbered(data["record"].strip()) or uuid4()
        return actions.declare_conflict(reader, person_id, user=whose, reason=data["reason"], request_id=form.number)

    context = {"conflicts": overseeing.conflicts(reader), "others": others}
    said = "Recorded. The record and the family's are closed to them from now on."
    return form_page(request, "access/conflicts.html", make, act, done=reverse("conflicts"), said=said, context=context)


@page(capabilities.CONFLICTS, methods=("GET", "POST"))
def end_conflict(request: HttpRequest, conflict_id: int) -> HttpResponse:
    """A conflict no longer holds."""

    def act(form: forms.ReasonForm) -> Any:
        return actions.end_conflict(reader_of(request), conflict_id, reason=form.cleaned_data["reason"], request_id=form.number)

    back = reverse("conflicts")
    context = {
        "title": "The conflict no longer holds",
        "who": None,
        "back": back,
        "back_words": "Conflicts of interest",
        "note": "",
    }
    return form_page(request, "people/form.html", forms.ReasonForm, act, done=back, said="Ended.", context=context)


@page(capabilities.SET_COVER, methods=("GET", "POST"))
def cover(request: HttpRequest) -> HttpResponse:
    """Who covers for whom, from and to."""

    def act(form: forms.CoverForm) -> Any:
        data = form.cleaned_data
        dates = {"starts_at": data["starts_at"], "ends_at": data["ends_at"]}
        return actions.arrange_cover(reader_of(request), int(data["held"]), form.chosen(), request_id=form.number, **dates)

    context = {"covers": overseeing.covers()}
    return form_page(request, "access/cover.html", forms.CoverForm, act, done=reverse("cover"), said="Arranged.", context=context)


@page(capabilities.SET_COVER, methods=("POST",))
def end_cover(request: HttpRequest, held_id: int) -> HttpResponse:
    """Cover ends before its time."""
    try:
        actions.end_cover(reader_of(request), held_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    return redirect("cover")


@page(capabilities.REVIEW, methods=("GET", "POST"))
def access_log(request: HttpRequest) -> HttpResponse:
    """Who looked, searched, exported or was refused."""
    form = forms.LogFilterForm(request.POST if request.method == "POST" else request.GET)
    chosen = form.cleaned_data if form.is_valid() else {"number": "", "who": "", "what": ""}
    found = overseeing.access_log(reader_of(request), page=page_number(request), **chosen)
    query = "".join(f"&{key}={value}" for key, value in chosen.items() if value)
    return render(request, "access/log.html", {"form": form, "page": found, "query": query})


@page(capabilities.REVIEW)
def odd_patterns(request: HttpRequest) -> HttpResponse:
    """Patterns of looking that somebody should ask about."""
    return render(request, "access/odd.html", {"odd": overseeing.odd_patterns(), "days": overseeing.LOOKED_BACK.days})


@page()
def notices(request: HttpRequest) -> HttpResponse:
    """What this reader should know."""
    return render(request, "access/notices.html", {"notices": every(reader_of(request))})


@page(methods=("POST",))
def read_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as read."""
    mark_read(reader_of(request), notice_id)
    return redirect("my_work" if request.POST.get("from") == "my_work" else "notices")
