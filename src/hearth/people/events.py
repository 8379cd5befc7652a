"""What can happen to people."""

from datetime import date
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class PersonAdded(EventKind, code="person.added", subject="person", sentence="Record opened"):
    """Somebody was added, after a search that found nobody who was them."""

    person_kind: Code
    dismissed: int = 0


class PersonBorn(EventKind, code="person.born", subject="person", sentence="Date of birth recorded"):
    """A date of birth was set or changed; timescales that depend on age read it."""

    date_of_birth: date


class FactStated(EventKind, code="person.fact_stated", subject="person", sentence="A fact was stated: {fact}"):
    """Something was said to be so; its value is in the statement."""

    fact: Code
    statement: int


class PersonRestricted(EventKind, code="person.restricted", subject="person", sentence="The record was restricted"):
    """A record was restricted or sealed, or the restriction ended."""

    level: Code


class WorkerAllocated(EventKind, code="person.allocated", subject="person", sentence="A worker was allocated"):
    """A member of staff became involved."""

    worker: UUID
    role: Code


class RecordOpened(EventKind, code="person.opened_with_reason", subject="person", sentence="Opened with a reason"):
    """Somebody not involved opened a restricted record with a reason, for a time."""

    opening: int
