"""What can happen at the front door. Data holds ids, codes and times only."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class ContactReceived(EventKind, code="contact.received", subject="contact", sentence="Contact received"):
    """Somebody told us. Its time is the time of receipt, which every clock counts from."""

    kind: Code
    channel: Code
    purpose: Code
    referrer: Code
    source: Code
    out_of_hours: bool
    secure_email: bool = False


class ContactRecorded(EventKind, code="contact.recorded", subject="contact", sentence="Contact record added"):
    """The contact record was added."""

    by: UUID


class ChildNamed(EventKind, code="contact.child_named", subject="contact", sentence="A child was named on a contact"):
    """A child stands on the contact."""

    child: UUID
    line: UUID


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


class TakenByWorker(EventKind, code="contact.taken_by_worker", subject="contact", sentence="Taken by a social worker"):
    """A social worker has the contact."""

    worker: UUID


class ContactTriaged(EventKind, code="contact.triaged", subject="contact", sentence="Triaged by the duty manager"):
    """The duty manager has reviewed a new contact and given it its priority."""

    manager: UUID
    priority: Code


class ContactEvaluated(EventKind, code="contact.evaluated", subject="contact", sentence="Information gathered and evaluated"):
    """What was gathered has been evaluated."""

    immediate_concern: bool


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


class NewInformation(
    EventKind,
    code="contact.new_information",
    subject="contact",
    sentence="New information; urgency to be looked at again",
):
    """Something new was said; the question of urgency is open again."""

    other: UUID | None = None


class UrgencyReviewed(EventKind, code="contact.urgency_reviewed", subject="contact", sentence="Urgency looked at again"):
    """The question of urgency was answered again."""


class EnquiryMade(EventKind, code="contact.enquiry_made", subject="contact", sentence="An enquiry was made"):
    """Somebody was asked."""

    enquiry: int


class EnquiryAnswered(EventKind, code="contact.enquiry_answered", subject="contact", sentence="An enquiry was answered"):
    """They answered."""

    enquiry: int


class FormAwaited(EventKind, code="contact.form_awaited", subject="contact", sentence="Written referral form awaited"):
    """A professional who telephoned about a child's immediate safety is to follow with the form."""


class FormReceived(EventKind, code="contact.form_received", subject="contact", sentence="Written referral form received"):
    """The form came."""


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


class ReferralOpened(EventKind, code="referral.opened", subject="referral", sentence="Referral opened"):
    """A child's episode opened at a receiving service; counts from the receipt of the contact."""

    child: UUID
    referral: UUID
    team: Code
    received_at: datetime


class HandOverOffered(EventKind, code="handover.offered", subject="contact", sentence="Passed on, to be accepted by name"):
    """Work was offered to a team or a person."""

    handover: UUID
    child: UUID | None = None
    team: Code


class HandOverAccepted(EventKind, code="handover.accepted", subject="contact", sentence="Accepted by name"):
    """Somebody accepted it by name: only now is it passed on."""

    handover: UUID
    child: UUID | None = None
    worker: UUID


class ReferrerAcknowledged(
    EventKind, code="contact.acknowledged", subject="contact", sentence="The referrer was told that we have it"
):
    """The referrer knows that their contact arrived."""

    route: Code


class ReferrerTold(EventKind, code="contact.referrer_told", subject="contact", sentence="The referrer was told the outcome"):
    """The referrer was answered."""

    telling: UUID
    route: Code
    written: bool


class FamilyTold(EventKind, code="contact.family_told", subject="contact", sentence="An adult of the family was told"):
    """An adult of the family was told."""

    telling: UUID
    route: Code


class ClosingTimeChosen(
    EventKind,
    code="contact.closing_time_chosen",
    subject="contact",
    sentence="Closing time: what happens next was chosen",
):
    """At office closing this contact's open clock got a named choice."""

    choice: Code
    safe_until: datetime | None = None


class ContactClosed(EventKind, code="contact.closed", subject="contact", sentence="Contact closed"):
    """Nothing more is to be done on this contact."""

    reason: Code | None = None


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
