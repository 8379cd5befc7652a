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


class ContactHeld(EventKind, code="contact.held", subject="contact", sentence="Somebody else has the contact"):
    """An officer has the contact; a social worker taking it is another kind."""

    holder: UUID


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


class WorkerCalled(EventKind, code="contact.worker_called", subject="contact", sentence="A social worker was called to it"):
    """Social workers on duty were alerted."""

    call: int
    why: Code


class PotentialReferralOpened(
    EventKind,
    code="contact.potential_referral",
    subject="contact",
    sentence="Closed recently: a new referral record waits",
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


class ProfessionalTold(EventKind, code="contact.professional_told", subject="contact", sentence="Another professional was told"):
    """Another professional was told."""

    telling: UUID
    route: Code


class FromOutOfHoursOpened(
    EventKind, code="contact.from_out_of_hours_opened", subject="contact", sentence="Opened by the daytime front door"
):
    """Somebody of the daytime front door opened what came from out of hours."""

    worker: UUID


class HearsInTheMorning(
    EventKind, code="contact.from_out_of_hours_told", subject="contact", sentence="The child's own worker and manager are told"
):
    """A contact out of hours about a child with a worker stands on that worker's and their manager's lists."""

    worker: UUID


class HandOverDeclined(EventKind, code="handover.declined", subject="contact", sentence="Declined: back with the front door"):
    """The team or person said no, with words; the front door has it."""

    handover: UUID
    child: UUID | None = None


class HandOverWithdrawn(EventKind, code="handover.withdrawn", subject="contact", sentence="No longer offered to {team}"):
    """The front door took an offer back."""

    handover: UUID
    child: UUID | None = None
    team: Code


class ReReferralCorrected(
    EventKind, code="referral.re_referral_corrected", subject="referral", sentence="The mark of re-referral was corrected"
):
    """Somebody corrected whether this is a re-referral."""

    re_referral: bool


class DecisionReopened(EventKind, code="contact.decision_reopened", subject="contact", sentence="The decision is to be made again"):
    """The decision stays on the record as it was; a new recommendation and decision follow."""

    child: UUID


class TellingDecided(
    EventKind, code="contact.telling_decided", subject="contact", sentence="It was decided whether somebody is told"
):
    """Somebody decided whether a person is told."""

    telling: UUID
    tell: bool


class StepsDiscussed(
    EventKind, code="contact.steps_discussed", subject="contact", sentence="The recommended steps were talked through"
):
    """The recommended steps were talked through with the referrer, or could not be."""

    reached: bool


class ShiftOutcomeGiven(EventKind, code="contact.shift_outcome", subject="contact", sentence="Out of hours: {outcome}"):
    """How out-of-hours ended it: advice given, or a general enquiry for the daytime."""

    outcome: Code


class KindSet(EventKind, code="contact.kind_set", subject="contact", sentence="Kind of contact: {kind}"):
    """Somebody said what kind of contact this is."""

    kind: Code
    before: Code


class ContactsLinked(EventKind, code="contact.linked", subject="contact", sentence="Linked with another report of one event"):
    """Two contacts are reports of one event; each keeps its own referrer."""

    other: UUID


class ContactUnlinked(EventKind, code="contact.unlinked", subject="contact", sentence="No longer linked with other reports"):
    """The contact is not a report of that event after all."""


class FamilyViewRecorded(
    EventKind, code="contact.family_view", subject="contact", sentence="What an adult of the family was told and says"
):
    """What one adult was told of this sharing, and whether they agree."""

    view: int
    answer: Code


class BasisRecorded(EventKind, code="contact.basis_recorded", subject="contact", sentence="Lawful basis: {basis}"):
    """On what basis information is shared for this contact."""

    basis: Code
    without_asking: bool


class ContactSorted(EventKind, code="contact.sorted", subject="contact", sentence="Priority given: {priority}"):
    """A contact that waits has a priority and a next action."""

    priority: Code


class ScreeningAnswered(EventKind, code="contact.screening_answered", subject="contact", sentence="Screening question answered"):
    """A screening question was answered, or asked of somebody."""

    about: Code
    answer: Code


class SourceChecked(EventKind, code="contact.source_checked", subject="contact", sentence="Whoever told us was checked"):
    """The source was validated, or could not be."""

    validated: bool


class SystemChecked(EventKind, code="contact.system_checked", subject="contact", sentence="A system was searched"):
    """A line of the research log."""

    check: int


class EmergencyCallRecorded(
    EventKind, code="contact.emergency_call", subject="contact", sentence="Call about immediate danger recorded"
):
    """Whether and when the police or the front door were called."""

    whom: Code
    answer: Code


class FormChased(EventKind, code="contact.form_chased", subject="contact", sentence="Written request asked for again"):
    """The professional was asked again for the form."""


class ConversationHeld(
    EventKind, code="contact.conversation_held", subject="contact", sentence="A social worker spoke with whoever told us"
):
    """The conversation that a written contact lacked was held."""

    worker: UUID


class AdviceGiven(EventKind, code="contact.advice_given", subject="contact", sentence="Advice given"):
    """Advice was given or services were named."""

    advice: int


class StepConfirmed(
    EventKind, code="contact.step_confirmed", subject="contact", sentence="Telephone agreement to a protective step confirmed"
):
    """The manager who agreed by telephone has confirmed it in writing."""

    step: int


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
