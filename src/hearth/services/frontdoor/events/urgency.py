"""Kinds of event of the front door: safety, urgency and protection."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class SafetyRecorded(
    EventKind,
    code="contact.safety_recorded",
    subject="contact",
    sentence="Where a child is and until when safe was recorded",
):
    """Where a child is now and until when they are safe."""

    child: UUID
    safe_now: Code
    safe_until: datetime | None = None


class ProtectionIdentified(
    EventKind,
    code="contact.protection_identified",
    subject="contact",
    sentence="Recognised as a child protection matter",
):
    """Somebody recognised, or ruled out, a child protection matter."""

    child_protection: bool


class ImmediateConcern(
    EventKind,
    code="contact.immediate_concern",
    subject="contact",
    sentence="Immediate safety concern: passed to social workers",
):
    """The contact went to the social workers at once, ahead of sorting."""

    immediate: bool


class GradeProposed(EventKind, code="contact.grade_proposed", subject="contact", sentence="A lower urgency was proposed"):
    """A grade was proposed that takes effect only when confirmed."""

    proposed_grade: Code


class ContactGraded(EventKind, code="contact.graded", subject="contact", sentence="Urgency set to {grade}"):
    """The contact's urgency is this grade from now on; its clock counts from receipt."""

    grade: Code


class GradeConfirmed(EventKind, code="contact.grade_confirmed", subject="contact", sentence="Urgency confirmed"):
    """A social worker or manager confirmed the grade."""

    confirmed_grade: Code


class ContactResponded(
    EventKind, code="contact.responded", subject="contact", sentence="A protective step or response was recorded"
):
    """Something was done to keep the children safe."""

    step: int


class UrgencyReviewed(EventKind, code="contact.urgency_reviewed", subject="contact", sentence="Urgency looked at again"):
    """The question of urgency was answered again."""


class ClosedCaseSafeguarding(
    EventKind,
    code="contact.closed_case_safeguarding",
    subject="contact",
    sentence="Safeguarding issues on a recently closed case",
):
    """There are safeguarding issues about a child whose case was closed recently."""

    child: UUID


class DutyManagerCalled(
    EventKind,
    code="contact.duty_manager_called",
    subject="contact",
    sentence="The duty manager was telephoned",
):
    """The duty manager heard of it by telephone."""

    child: UUID | None = None


class ContactSorted(EventKind, code="contact.sorted", subject="contact", sentence="Priority given: {priority}"):
    """A contact that waits has a priority and a next action."""

    priority: Code
