"""What can happen to a record: notes written and corrected, information asked for, shared, withheld and received."""

from datetime import date
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class NoteWritten(EventKind, code="record.note_written", subject="person", sentence="Case note: {kind}"):
    """A case note was written; its words are in its row."""

    note: UUID
    kind: Code


class AttemptMade(EventKind, code="record.attempt_made", subject="person", sentence="Tried without success: {method}"):
    """Somebody tried to reach the child or family and did not."""

    note: UUID
    method: Code


class DecisionNoted(EventKind, code="record.decision_noted", subject="person", sentence="A decision was recorded"):
    """A decision was recorded, with who carries it out and by when."""

    note: UUID
    responsible: UUID
    due_on: date


class NoteCorrected(EventKind, code="record.note_corrected", subject="person", sentence="A case note was corrected"):
    """A correction was added to a case note."""

    note: UUID


class ActionCarriedOut(EventKind, code="record.action_done", subject="person", sentence="The action of a decision was done"):
    """The action of a decision was carried out."""

    note: UUID


class SharingAsked(EventKind, code="record.sharing_asked", subject="person", sentence="Information was asked for"):
    """Somebody asked for information."""

    request: UUID


class SharingDecided(EventKind, code="record.sharing_decided", subject="person", sentence="Sharing information: {outcome}"):
    """Information was shared, or it was decided not to share it."""

    decision: UUID
    outcome: Code
    basis: Code | None = None


class SharingReceived(
    EventKind, code="record.sharing_received", subject="person", sentence="Critical information was received by whom it was sent to"
):
    """Whoever was sent critical information has it."""

    decision: UUID


class ChronologyWritten(
    EventKind, code="record.chronology_written", subject="person", sentence="A short chronology was written, version {version}"
):
    """A short chronology was written for a contact; its lines are in its row."""

    chronology: UUID
    version: int
