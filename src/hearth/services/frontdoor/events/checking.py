"""Kinds of event of the front door: basis, checks, screening and conversations."""

from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class ContactEvaluated(EventKind, code="contact.evaluated", subject="contact", sentence="Information gathered and evaluated"):
    """What was gathered has been evaluated."""

    immediate_concern: bool


class EnquiryMade(EventKind, code="contact.enquiry_made", subject="contact", sentence="An enquiry was made"):
    """Somebody was asked."""

    enquiry: int


class EnquiryAnswered(EventKind, code="contact.enquiry_answered", subject="contact", sentence="An enquiry was answered"):
    """They answered."""

    enquiry: int


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


class StepsDiscussed(
    EventKind, code="contact.steps_discussed", subject="contact", sentence="The recommended steps were talked through"
):
    """The recommended steps were talked through with the referrer, or could not be."""

    reached: bool
