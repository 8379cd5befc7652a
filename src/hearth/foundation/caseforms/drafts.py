"""Drafts: saved by themselves, finished by submitting, taken over by a colleague, never overwritten by the earlier writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.held import storable
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.models import Draft, TakeOver
from hearth.foundation.timeline.api import Subject
from hearth.foundation.timeline.kinds import kinds
from hearth.foundation.worktime import LONDON

NEVER_KEPT = {"csrfmiddlewaretoken", "request_id", "password", "draft", "draft_page", "draft_kind", "draft_subject", "draft_base"}
LONGEST_CALL = timedelta(days=60)
HIGHEST = 2_147_483_647
"""The highest version that its column holds."""
Data = dict[str, list[str]]


@dataclass(frozen=True)
class DraftPage:
    """A page that keeps drafts: the capability it asks, and the route that goes on with one (by its id)."""

    capability: str
    route: str
    by_subject: bool = False


_pages: dict[str, DraftPage] = {}


def register_page(code: str, capability: str, route: str, *, by_subject: bool = False) -> None:
    """Let a page keep drafts. `by_subject`: its route takes the subject's id in place of the draft's."""
    _pages[code] = DraftPage(capability, route, by_subject)


def draft_page(code: str) -> DraftPage:
    """A registered page. Raises Invalid for an unknown one."""
    if code not in _pages:
        raise Invalid("There is no such page.")
    return _pages[code]


class TakenOver(Exception):
    """The draft is somebody else's now, or was finished; in words for the earlier writer's page."""

    def __init__(self, words: str, draft: Draft) -> None:
        super().__init__(words)
        self.draft = draft


def kept(given: Mapping[str, list[str]]) -> Data:
    """Submitted form data without what belongs to the page itself."""
    return storable(given, NEVER_KEPT)


def save_draft(
    reader: Reader,
    draft_id: UUID,
    *,
    page: str,
    data: Data,
    about: Subject | None = None,
    base_version: int = 0,
    rang_at: datetime | None = None,
) -> Draft:
    """Keep what is being typed; the first saving makes the draft. No event: it is not yet part of the record.

    Raises Refused without the page's capability, TakenOver where it is no longer this reader's to write, Invalid where
    what comes with the words is nothing that a page of ours sends.
    """
    capability = draft_page(page).capability
    if not reader.can(capability):
        raise Refused(capability, Draft, draft_id)
    now = worktime.now()
    rang_at = min(rang_at, now) if rang_at else None
    if rang_at and now - rang_at > LONGEST_CALL:
        raise Invalid("The telephone cannot have rung that long ago.")
    if (about and about.kind not in {kind.subject for kind in kinds()}) or not 0 <= base_version <= HIGHEST:
        raise Invalid("This page could not be read.")
    with transaction.atomic():
        fresh = Draft(
            id=draft_id,
            writer=reader.user,
            page=page,
            kind=about.kind if about else "",
            subject_id=about.id if about else None,
            base_version=base_version,
            rang_at=rang_at,
            data=data,
            started_at=rang_at or now,
            updated_at=now,
        )
        Draft.objects.bulk_create([fresh], ignore_conflicts=True)
        draft = Draft.objects.select_for_update(of=("self",)).select_related("writer").get(pk=draft_id)
        still_mine(reader, draft)
        draft.data, draft.updated_at = data, now
        draft.save(update_fields=["data", "updated_at"])
    return draft


def still_mine(reader: Reader, draft: Draft) -> None:
    """Raises TakenOver when the draft is finished or somebody else's now, NotFound when it never was this reader's."""
    if draft.writer_id == reader.id and draft.finished_at is None:
        return
    last = TakeOver.objects.filter(draft_id=draft.pk).order_by("pk").last()
    mine = draft.writer_id == reader.id or TakeOver.objects.filter(draft_id=draft.pk, taken_from=reader.user).exists()
    if not mine:
        raise NotFound(draft_page(draft.page).capability, Draft, draft.pk)
    if draft.writer_id != reader.id and last is not None:
        at = f"{last.at.astimezone(LONDON):%H:%M}"
        raise TakenOver(f"{draft.writer.name} took this over at {at}. What you type here since then is not kept: tell them.", draft)
    raise TakenOver("This has been recorded already.", draft)


def take_over(reader: Reader, draft_id: UUID) -> Draft:
    """Go on with what a colleague has half typed; recorded with who and when. Called inside a room's action.

    The clock keeps running from the ring; the earlier writer's page never overwrites it again.
    """
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id).first()
    capability = draft_page(draft.page).capability if draft else ""
    if draft is None or not reader.can(capability):
        raise NotFound(capability, Draft, draft_id)
    if draft.finished_at is not None:
        raise Invalid("This has been recorded already.")
    if draft.writer_id == reader.id:
        return draft
    TakeOver.objects.create(draft_id=draft.pk, taken_from_id=draft.writer_id, taken_by=reader.user, at=worktime.now())
    draft.writer = reader.user
    draft.save(update_fields=["writer"])
    return draft


def finish(reader: Reader, draft_id: UUID | None, result_id: UUID | None) -> None:
    """What was drafted has been submitted, or given up (no result): its words go. Called inside a room's action."""
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id).first() if draft_id else None
    if draft is None:
        return
    still_mine(reader, draft)
    draft.data, draft.finished_at, draft.result_id = {}, worktime.now(), result_id
    draft.save(update_fields=["data", "finished_at", "result_id"])


def open_drafts(page: str) -> list[Draft]:
    """Everything being typed on a page now, the longest first."""
    return list(Draft.objects.filter(page=page, finished_at=None).select_related("writer"))


def own_draft(reader: Reader, page: str, about: Subject) -> Draft | None:
    """What this reader has typed about a subject on a page and not yet submitted."""
    rows = Draft.objects.filter(page=page, kind=about.kind, subject_id=about.id, writer=reader.user, finished_at=None)
    return rows.order_by("updated_at").last()
