"""Kinds of event of the front door: whether the family is asked and told, and sharing without their agreement."""

from hearth.foundation.timeline.kinds import Code, EventKind


class FamilyKnowsRecorded(
    EventKind, code="contact.family_knows", subject="contact", sentence="Whether the family knows that we were told: {answer}"
):
    """Whoever told us said whether the family knows of it."""

    answer: Code


class AgreementStepTaken(
    EventKind, code="contact.agreement_step", subject="contact", sentence="Whether an adult of the family is asked was considered"
):
    """It was considered whether asking would raise the risk, and whether they are asked."""

    step: int
    seek: bool


class OverrideProposed(
    EventKind, code="contact.override_proposed", subject="contact", sentence="Sharing without agreement was proposed to a manager"
):
    """A worker proposed to share without agreement; it waits for a manager."""

    step: int


class OverrideDecided(
    EventKind, code="contact.override_decided", subject="contact", sentence="A manager answered about sharing without agreement"
):
    """A manager agreed, or did not, to share without agreement."""

    step: int
    agreed: bool


class EnquiryBasisGiven(EventKind, code="contact.enquiry_basis", subject="contact", sentence="The basis of an enquiry was given"):
    """An enquiry that was made without one has its basis: {basis}."""

    enquiry: int
    basis: Code
