"""Kinds of event of the front door: analysis, levels of need, recommendation and decision."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class PartRecorded(EventKind, code="contact.part_recorded", subject="contact", sentence="A child's own part was written"):
    """A child's own part of the contact was written or changed."""

    child: UUID


class AnalysisRecorded(EventKind, code="contact.analysis_recorded", subject="contact", sentence="The analysis was written"):
    """The analysis of a contact, or a child's part of it, was written or changed."""

    sections: int


class FactNoted(EventKind, code="contact.fact_noted", subject="contact", sentence="A fact was noted: {factor}"):
    """A fact about a child or the family was ticked."""

    factor: Code
    known_by: Code
    child: UUID | None = None


class FactTakenBack(EventKind, code="contact.fact_taken_back", subject="contact", sentence="A fact was taken back: {factor}"):
    """A fact that was ticked turned out otherwise."""

    factor: Code
    child: UUID | None = None


class PromptAnswered(EventKind, code="contact.prompt_answered", subject="contact", sentence="Found out: {prompt}"):
    """Something to find out was answered."""

    prompt: Code
    child: UUID | None = None


class HistoryNoted(EventKind, code="contact.history_noted", subject="contact", sentence="Relevant history was noted"):
    """An adult's history with another family was noted for managers."""

    history: int


class LevelSet(EventKind, code="child.level_set", subject="contact", sentence="Level of need: {level}"):
    """A child's level of need was set."""

    child: UUID
    level: Code


class Recommended(EventKind, code="contact.recommended", subject="contact", sentence="A recommendation was made: {outcome}"):
    """A worker recommends an outcome for one child."""

    child: UUID
    outcome: Code
    version: int


class Returned(EventKind, code="contact.returned", subject="contact", sentence="A recommendation was returned for discussion"):
    """The decider returned it with words; the clock keeps running."""

    child: UUID
    version: int


class Decided(EventKind, code="contact.decided", subject="contact", sentence="Decided: {outcome}"):
    """The outcome for one child, decided by another person than recommended it."""

    child: UUID
    outcome: Code
    passes_on: bool


class DecisionReopened(EventKind, code="contact.decision_reopened", subject="contact", sentence="The decision is to be made again"):
    """The decision stays on the record as it was; a new recommendation and decision follow."""

    child: UUID


class AllDecided(EventKind, code="contact.all_decided", subject="contact", sentence="The outcome of every child is decided"):
    """Every child on the contact has an outcome: whoever told us can now be answered."""


class ManagerReviewed(
    EventKind,
    code="contact.manager_reviewed",
    subject="contact",
    sentence="Reviewed by the manager",
):
    """The manager reviewed a message about a known child, or a referral from the mailbox."""


class ReferralOpened(EventKind, code="referral.opened", subject="referral", sentence="Referral opened"):
    """A child's episode opened at a receiving service; counts from the receipt of the contact."""

    child: UUID
    referral: UUID
    team: Code
    received_at: datetime
