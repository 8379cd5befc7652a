"""Visitors who ask for a social worker at reception: they wait, a room and a worker are named, they leave."""

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events
from hearth.services.frontdoor.actions.common import needed
from hearth.services.frontdoor.models import Visitor


@action(capabilities.RECEPTION)
def log_visitor(reader: Reader, *, name: str, asked_for: str) -> Visitor:
    """Note that somebody came and whom they asked for; the front door sees them as waiting from this minute."""
    needed(
        {"name": name, "asked_for": asked_for},
        {"name": "Write the visitor's name, or that they would not say.", "asked_for": "Say whom they asked for."},
    )
    made = Visitor.objects.create(name=name.strip(), asked_for=asked_for.strip(), arrived_at=worktime.now(), logged_by=reader.user)
    timeline.record(events.VisitorArrived(visitor=made.pk), _subject(made))
    return made


@action(capabilities.RECEPTION, capabilities.WORK)
def place_visitor(reader: Reader, visitor_id: int, *, room: str, worker: str) -> Visitor:
    """Name the room, the worker, or both; once both are named the interview has begun."""
    visitor = _here(visitor_id)
    if not room.strip() and not worker.strip():
        raise Invalid({"room": "Name a room or a worker."})
    visitor.room, visitor.worker = room.strip() or visitor.room, worker.strip() or visitor.worker
    begins = bool(visitor.room and visitor.worker) and visitor.in_interview_at is None
    if begins:
        visitor.in_interview_at = worktime.now()
    visitor.save()
    if begins:
        timeline.record(events.VisitorSeen(visitor=visitor.pk), _subject(visitor))
    return visitor


@action(capabilities.RECEPTION, capabilities.WORK)
def visitor_left(reader: Reader, visitor_id: int) -> Visitor:
    """The visitor has gone: they no longer stand on the list."""
    visitor = _here(visitor_id)
    visitor.left_at = worktime.now()
    visitor.save()
    timeline.record(events.VisitorLeft(visitor=visitor.pk), _subject(visitor))
    return visitor


def _here(visitor_id: int) -> Visitor:
    visitor = Visitor.objects.select_for_update().filter(pk=visitor_id, left_at=None).first()
    if visitor is None:
        raise Invalid("This visitor is no longer here.")
    return visitor


def _subject(visitor: Visitor) -> timeline.Subject:
    return timeline.Subject("visitor", visitor.key)
