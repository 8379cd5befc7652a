"""Saving drafts as they are typed, and coming back to one after signing in again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.held import take_held_work
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import drafts
from hearth.foundation.caseforms.drafts import TakenOver
from hearth.foundation.caseforms.models import Draft
from hearth.foundation.timeline.api import Subject
from hearth.foundation.worktime import LONDON
from hearth.web.page import page
from hearth.web.pages import reader_of


def as_form_data(draft: Draft) -> QueryDict:
    """A draft as a page's form takes it."""
    data = QueryDict(mutable=True)
    for name, values in draft.data.items():
        data.setlist(name, values)
    return data


def keep(reader: Reader, draft_id: UUID, given: QueryDict, page: str = "") -> Draft:
    """Keep a submitted form as a draft of `page`, or of the page its hidden fields name. Raises TakenOver, Invalid."""
    subject, rang = given.get("draft_subject", ""), given.get("started_at", "")
    try:
        about = Subject(given.get("draft_kind", ""), UUID(subject)) if subject else None
        rang_at = datetime.fromisoformat(rang) if rang else None
        base_version = int(given.get("draft_base") or 0)
    except ValueError:
        raise Invalid("This page could not be read.") from None
    if rang_at is not None and rang_at.tzinfo is None:
        rang_at = rang_at.replace(tzinfo=LONDON)
    data = drafts.kept(dict(given.lists()))
    return drafts.save_draft(
        reader,
        draft_id,
        page=page or given.get("draft_page", ""),
        data=data,
        about=about,
        base_version=base_version,
        rang_at=rang_at,
    )


@page(methods=("GET", "POST"))
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """POST keeps what is typed and says when; GET goes on where it was being typed."""
    reader = reader_of(request)
    if request.method == "POST":
        return _saved(reader, draft_id, request.POST)
    held: Any = take_held_work(request)
    if held is not None:
        _saved(reader, draft_id, held)
    found = Draft.objects.filter(pk=draft_id, writer=reader.user, finished_at=None).first()
    if found is None:
        raise Http404
    where = drafts.draft_page(found.page)
    return redirect(where.route, found.subject_id if where.by_subject else found.pk)


def _saved(reader: Reader, draft_id: UUID, given: QueryDict) -> HttpResponse:
    try:
        keep(reader, draft_id, given)
    except TakenOver as gone:
        return JsonResponse({"words": str(gone)}, status=409)
    except Invalid as problem:
        return JsonResponse({"words": str(problem)}, status=422)
    return JsonResponse({"words": f"Saved {worktime.now().astimezone(LONDON):%H:%M}"})
