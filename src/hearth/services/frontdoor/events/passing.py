"""Kinds of event of the front door: handing over, telling and closing."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


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


class HandOverDeclined(EventKind, code="handover.declined", subject="contact", sentence="Declined: back with the front door"):
    """The team or person said no, with words; the front door has it."""

    handover: UUID
    child: UUID | None = None


class HandOverWithdrawn(EventKind, code="handover.withdrawn", subject="contact", sentence="No longer offered to {team}"):
    """The front door took an offer back."""

    handover: UUID
    child: UUID | None = None
    team: Code


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


class TellingDecided(
    EventKind, code="contact.telling_decided", subject="contact", sentence="It was decided whether somebody is told"
):
    """Somebody decided whether a person is told."""

    telling: UUID
    tell: bool


class ProfessionalToTell(
    EventKind,
    code="contact.professional_to_tell",
    subject="contact",
    sentence="Another professional is to be told",
):
    """Somebody decided that it is appropriate to tell another professional; the telling says whom."""

    telling: UUID


class ProfessionalTold(EventKind, code="contact.professional_told", subject="contact", sentence="Another professional was told"):
    """Another professional was told."""

    telling: UUID
    route: Code


class HearsInTheMorning(
    EventKind, code="contact.from_out_of_hours_told", subject="contact", sentence="The child's own worker and manager are told"
):
    """A contact out of hours about a child with a worker stands on that worker's and their manager's lists."""

    worker: UUID


class ClosingTimeChosen(
    EventKind,
    code="contact.closing_time_chosen",
    subject="contact",
    sentence="Closing time: what happens next was chosen",
):
    """At office closing this contact's open clock got a named choice."""

    choice: Code
    safe_until: datetime | None = None


class ShiftOutcomeGiven(EventKind, code="contact.shift_outcome", subject="contact", sentence="Out of hours: {outcome}"):
    """How out-of-hours ended it: advice given, or a general enquiry for the daytime."""

    outcome: Code


class ContactClosed(EventKind, code="contact.closed", subject="contact", sentence="Contact closed"):
    """Nothing more is to be done on this contact."""

    reason: Code | None = None
