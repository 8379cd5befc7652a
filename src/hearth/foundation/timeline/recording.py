"""Recording events: one transaction, one chain for each subject, handlers in the same transaction."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import pghistory
from django.db import transaction

from hearth.foundation import worktime
from hearth.foundation.timeline.events import EventCorrected, EventWithdrawn
from hearth.foundation.timeline.heads import Subject, locked, write
from hearth.foundation.timeline.kinds import EventKind
from hearth.foundation.timeline.models import Event, Head, Link


class Recorded(Protocol):
    """What of an event its hash is made of."""

    kind: Any
    sequence: Any
    happened_at: Any
    recorded_at: Any
    recorded_by: Any
    request_id: Any
    data: Any


@dataclass
class Recording:
    """What one action has recorded so far: who acts, under which request, and the heads it touched."""

    by: UUID | None
    request_id: UUID | None
    heads: dict[Subject, Head] = field(default_factory=dict)
    touched: set[Subject] = field(default_factory=set)


Handler = Callable[[Event, EventKind], None]
_handlers: dict[str, list[Handler]] = {}
_after: list[Callable[[list[Head]], None]] = []
_current: ContextVar[Recording | None] = ContextVar("recording", default=None)


def on(kind: type[EventKind]) -> Callable[[Handler], Handler]:
    """A decorator: call this when an event of a kind is recorded, in the same transaction."""

    def register(handler: Handler) -> Handler:
        _handlers.setdefault(kind.code, []).append(handler)
        return handler

    return register


def after_action(hook: Callable[[list[Head]], None]) -> Callable[[list[Head]], None]:
    """A decorator: call this with the heads an action touched, before its transaction ends."""
    _after.append(hook)
    return hook


@contextlib.contextmanager
def recording(by: UUID | None, request_id: UUID | None = None, why: str = "") -> Iterator[Recording]:
    """The transaction of one action. An action called by another joins its recording."""
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    mine = Recording(by, request_id)
    token = _current.set(mine)
    try:
        with transaction.atomic(), pghistory.context(by=str(by or ""), why=why):
            yield mine
            heads = [mine.heads[subject] for subject in sorted(mine.touched)]
            for hook in _after:
                hook(heads)
            write(heads)
    finally:
        _current.reset(token)


def hooks() -> list[Callable[[list[Head]], None]]:
    """What is called with the heads an action touched, in order."""
    return list(_after)


def is_handled(code: str) -> bool:
    """Does any handler listen to a kind of event?"""
    return bool(_handlers.get(code))


def in_recording() -> bool:
    """Is an action under way?"""
    return _current.get() is not None


def lock(subjects: Iterable[Subject]) -> list[Head]:
    """Lock the heads of several subjects, always in the same order, making those that are new."""
    mine = current()
    wanted = sorted(set(subjects))
    if not mine.heads.keys() >= set(wanted):
        mine.heads |= locked(subject for subject in wanted if subject not in mine.heads)
    return [mine.heads[subject] for subject in wanted]


def record(
    what: EventKind,
    home: Subject,
    *,
    about: Iterable[Subject] = (),
    happened_at: datetime | None = None,
) -> Event:
    """Append an event to its home's chain and to the stream of everyone it is about.

    Raises TypeError for a kind declared as not yet recorded, RuntimeError outside `recording()`.
    """
    if not what.recorded:
        raise TypeError(f"{what.code} is declared as not yet recorded")
    mine = current()
    concerned = sorted({home, *about})
    heads = dict(zip(concerned, lock(concerned), strict=True))
    head = heads[home]
    moment = worktime.now()
    event = Event(
        kind=what.code,
        home=head,
        sequence=head.length + 1,
        happened_at=happened_at or moment,
        recorded_at=moment,
        recorded_by=mine.by,
        request_id=mine.request_id,
        data=what.model_dump(mode="json", exclude_none=True),
    )
    event.hash = chain_hash(bytes(head.hash), event, home, concerned)
    event.save()
    Link.objects.bulk_create([Link(event=event, head=linked) for linked in heads.values()])
    head.length, head.hash = event.sequence, event.hash
    mine.touched.update(concerned)
    for handler in _handlers.get(what.code, []):
        handler(event, what)
    return event


def correct(event: Event, *, happened_at: datetime, reason: str | None = None) -> Event:
    """Say that an earlier event happened at another time. Every reader then sees the corrected stream."""
    return _about_earlier(event, EventCorrected(event=event.pk, happened_at=happened_at, reason=reason))


def withdraw(event: Event, *, reason: str | None = None) -> Event:
    """Say that an earlier event did not happen. Every reader then sees the stream without it."""
    return _about_earlier(event, EventWithdrawn(event=event.pk, reason=reason))


def _about_earlier(event: Event, what: EventKind) -> Event:
    links = [Subject(link.head.kind, link.head.subject_id) for link in event.links.select_related("head")]
    return record(what, Subject(event.home.kind, event.home.subject_id), about=links)


def chain_hash(before: bytes, event: Recorded, home: Subject, concerned: Iterable[Subject]) -> bytes:
    """The hash that ties an event to the one before it in its chain."""
    content: list[Any] = [
        event.kind,
        f"{home.kind}:{home.id}",
        event.sequence,
        event.happened_at.timestamp(),
        event.recorded_at.timestamp(),
        str(event.recorded_by or ""),
        str(event.request_id or ""),
        event.data,
        [f"{subject.kind}:{subject.id}" for subject in sorted(concerned)],
    ]
    return hashlib.sha256(before + _JSON.encode(content).encode()).digest()


_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


def current() -> Recording:
    """The recording under way. Raises RuntimeError where there is none."""
    mine = _current.get()
    if mine is None:
        raise RuntimeError("Events are recorded inside an action: use timeline.recording()")
    return mine
