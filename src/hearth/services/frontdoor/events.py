"""What can happen at the front door. Data holds ids, codes and times only."""

from datetime import date, datetime
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
    door: Code | None = None


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


class AllDecided(EventKind, code="contact.all_decided", subject="contact", sentence="The outcome of every child is decided"):
    """Every child on the contact has an outcome: whoever told us can now be answered."""


class PotentialReferral(
    EventKind,
    code="contact.potential_referral",
    subject="contact",
    sentence="Closed recently: a new referral record waits",
    recorded=False,
):
    """Work with this child ended within the last months; a new referral record is at the potential stage."""

    child: UUID
    closed_on: date


class ClosedCaseSafeguarding(
    EventKind,
    code="contact.closed_case_safeguarding",
    subject="contact",
    sentence="Safeguarding issues on a recently closed case",
    recorded=False,
):
    """There are safeguarding issues about a child whose case was closed recently."""

    child: UUID


class DutyManagerCalled(
    EventKind,
    code="contact.duty_manager_called",
    subject="contact",
    sentence="The duty manager was telephoned",
    recorded=False,
):
    """The duty manager heard of it by telephone."""

    child: UUID | None = None


class EarlierWorkerTold(
    EventKind,
    code="contact.earlier_worker_told",
    subject="contact",
    sentence="The earlier {whom} was told of the new contact",
    recorded=False,
):
    """The worker who last held a closed case, or that worker's manager, was written to: `worker` or `manager`."""

    child: UUID
    whom: Code


class ManagerReviewed(
    EventKind,
    code="contact.manager_reviewed",
    subject="contact",
    sentence="Reviewed by the manager",
    recorded=False,
):
    """The manager reviewed a message about a known child, or a referral from the mailbox."""


class KnownChildMessage(
    EventKind,
    code="contact.known_child_message",
    subject="contact",
    sentence="Secure message about a known child",
    recorded=False,
):
    """A secure e-mail came about a child who is known; the manager reviews it."""


class ProfessionalToTell(
    EventKind,
    code="contact.professional_to_tell",
    subject="contact",
    sentence="Another professional is to be told",
    recorded=False,
):
    """Somebody decided that it is appropriate to tell another professional; the telling says whom."""

    telling: UUID


class OtherProfessionalTold(
    EventKind,
    code="contact.professional_told",
    subject="contact",
    sentence="Another professional was told",
    recorded=False,
):
    """Another professional was told in writing or by telephone."""

    telling: UUID
    route: Code


class OpenedByDay(
    EventKind,
    code="contact.from_out_of_hours_opened",
    subject="contact",
    sentence="Opened by the daytime front door",
    recorded=False,
):
    """Somebody of the daytime front door opened what came from out of hours."""

    worker: UUID


class OwnWorkerTold(
    EventKind,
    code="contact.from_out_of_hours_told",
    subject="contact",
    sentence="The child's own worker and manager are told",
    recorded=False,
):
    """A contact out of hours about a child with a worker stands on that worker's and their manager's lists."""

    worker: UUID
