"""Kinds of event of the front door: consent overridden, earlier involvement, further actions."""

from datetime import date
from uuid import UUID

from hearth.foundation.timeline.kinds import EventKind


class OverrideAsked(EventKind, code="contact.override_asked", subject="contact", sentence="Asked to override parents' consent"):
    """A worker asked that agencies be asked without every parent's consent."""

    override: int


class ConsentOverridden(
    EventKind, code="contact.consent_overridden", subject="contact", sentence="Override of parents' consent: {overridden}"
):
    """The need for parents' consent was overridden, or was not."""

    override: int
    overridden: bool


class EarlierInvolvementBrought(
    EventKind, code="contact.earlier_involvement_brought", subject="contact", sentence="Earlier involvement was brought in"
):
    """What the authority had to do with a child before was brought into the contact."""

    child: UUID
    found: int


class EarlierInvolvementConfirmed(
    EventKind, code="contact.earlier_involvement_confirmed", subject="contact", sentence="Earlier involvement was confirmed"
):
    """A worker confirmed a child's earlier involvement."""

    child: UUID


class FurtherActionAdded(EventKind, code="contact.further_action", subject="contact", sentence="A further action was added"):
    """The manager added something to be done."""

    action: int
    owner: UUID
    due_on: date


class FurtherActionDone(EventKind, code="contact.further_action_done", subject="contact", sentence="A further action was done"):
    """A further action was carried out."""

    action: int
