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
    statement: int | None = None


class PersonRestricted(EventKind, code="person.restricted", subject="person", sentence="The record was restricted"):
    """A record was restricted or sealed, or the restriction ended."""

    level: Code


class WorkerAllocated(EventKind, code="person.allocated", subject="person", sentence="A worker was allocated"):
    """A member of staff became involved."""

    worker: UUID | None = None
    role: Code
    ended: bool = False


class RecordOpened(EventKind, code="person.opened_with_reason", subject="person", sentence="Opened with a reason"):
    """Somebody not involved opened a restricted record with a reason, for a time."""

    opening: int


class ChildBorn(EventKind, code="person.birth_recorded", subject="person", sentence="Born; the record is now a child's"):
    """An unborn child was born: the same record goes on, with a date of birth."""

    date_of_birth: date


class HomeRecorded(EventKind, code="person.home_recorded", subject="person", sentence="An address was recorded or ended"):
    """Somebody moved, or stopped living somewhere. The address itself is in its row."""

    home: int
    confidential: bool = False
    ended: bool = False


class AddressesMadeConfidential(
    EventKind, code="person.addresses_confidential", subject="person", sentence="Whether addresses are confidential was changed"
):
    """Every address of somebody was made confidential, or no longer so."""

    confidential: bool


class RelativeRecorded(EventKind, code="person.relative_recorded", subject="person", sentence="Family recorded: {relation}"):
    """What somebody is to a person, and parental responsibility, was recorded or ended."""

    relation: Code
    relationship: int
    ended: bool = False


class ProfessionalInvolved(
    EventKind, code="person.professional_involved", subject="person", sentence="A professional's involvement was recorded or ended"
):
    """A professional of a partner agency works, or no longer works, with somebody."""

    professional: UUID
    ended: bool = False


class MergeProposed(
    EventKind, code="person.merge_proposed", subject="person", sentence="Proposed as one person with another record"
):
    """Two records were proposed as one person, or the proposal was turned down."""

    merge: UUID
    other: UUID
    ended: bool = False


class RecordsMerged(EventKind, code="person.merged", subject="person", sentence="Two records of one person were made one"):
    """Everything about `merged` was re-pointed to `kept`."""

    merge: UUID
    kept: UUID
    merged: UUID


class MergeUndone(EventKind, code="person.merge_undone", subject="person", sentence="The merge was undone: two records again"):
    """Two records that had been made one are two again."""

    merge: UUID
    kept: UUID
    merged: UUID


class IdentitiesSeparated(
    EventKind, code="person.identities_separated", subject="person", sentence="Birth identity closed after adoption"
):
    """Stands in the birth identity's stream alone: the adoptive one must not show that there is another."""

    separation: UUID


class WarningRecorded(EventKind, code="person.warning_recorded", subject="person", sentence="Warning recorded, confirmed or ended"):
    """A warning stands on the record until its review day, or was ended."""

    warning: UUID
    review_on: date | None = None
    ended: bool = False


class DuplicateJudged(
    EventKind, code="person.duplicate_judged", subject="person", sentence="Said of a possible duplicate: {judgement}"
):
    """It was said of two records whether they may be of one person."""

    other: UUID
    judgement: Code
