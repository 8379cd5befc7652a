"""What can happen in the multi-agency hub. Its room is not built yet: these kinds are what its standards will read."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class EnquirySent(EventKind, code="enquiry.sent", subject="enquiry", sentence="Enquiry sent to an agency", recorded=False):
    """One agency was asked; its limit counts from here. An enquiry's grade is not the contact's urgency."""

    agency: UUID
    enquiry_grade: Code
    contact: UUID | None = None


class EnquiryGraded(EventKind, code="enquiry.graded", subject="enquiry", sentence="Enquiry graded {enquiry_grade}", recorded=False):
    """The grade was changed; limits still count from the sending."""

    enquiry_grade: Code


class EnquiryReceived(EventKind, code="enquiry.received", subject="enquiry", sentence="An agency's checks came", recorded=False):
    """One agency answered, with something or with nothing known."""

    agency: UUID


class EnquiryWithdrawn(EventKind, code="enquiry.withdrawn", subject="enquiry", sentence="Enquiry withdrawn", recorded=False):
    """The enquiry is no longer needed, of one agency or (without one) of all."""

    agency: UUID | None = None


class DecisionTold(
    EventKind, code="mash.told_of_decision", subject="contact", sentence="The MASH was told of the decision", recorded=False
):
    """The MASH knows what was decided for one child."""

    child: UUID


class PoliceCheckAsked(
    EventKind, code="mash.police_check_asked", subject="contact", sentence="Police check asked for", recorded=False
):
    """A decision maker asked the information sharing police officer."""

    check: UUID


class PoliceCheckAnswered(
    EventKind, code="mash.police_check_answered", subject="contact", sentence="Police check answered", recorded=False
):
    """The officer answered."""

    check: UUID
    answered_at: datetime | None = None


class PoliceFindingsForwarded(
    EventKind,
    code="mash.police_findings_forwarded",
    subject="contact",
    sentence="Police findings forwarded to the MASH researchers",
    recorded=False,
):
    """The MASH researchers have what the police check found about one child."""

    child: UUID
