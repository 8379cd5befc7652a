"""Kinds of event of the front door: what was received, who took it and who holds it."""

from datetime import date
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


class NewInformation(
    EventKind,
    code="contact.new_information",
    subject="contact",
    sentence="New information; urgency to be looked at again",
):
    """Something new was said; the question of urgency is open again."""

    other: UUID | None = None


class FormAwaited(EventKind, code="contact.form_awaited", subject="contact", sentence="Written referral form awaited"):
    """A professional who telephoned about a child's immediate safety is to follow with the form."""


class FormReceived(EventKind, code="contact.form_received", subject="contact", sentence="Written referral form received"):
    """The form came."""


class FormChased(EventKind, code="contact.form_chased", subject="contact", sentence="Written request asked for again"):
    """The professional was asked again for the form."""


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


class EarlierWorkerTold(
    EventKind,
    code="contact.earlier_worker_told",
    subject="contact",
    sentence="The earlier {whom} was told of the new contact",
):
    """The worker who last held a closed case, or that worker's manager, was written to: `worker` or `manager`."""

    child: UUID
    whom: Code


class KnownChildMessage(
    EventKind,
    code="contact.known_child_message",
    subject="contact",
    sentence="Secure message about a known child",
):
    """A secure e-mail came about a child who is known; the manager reviews it."""


class KindSet(EventKind, code="contact.kind_set", subject="contact", sentence="Kind of contact: {kind}"):
    """Somebody said what kind of contact this is."""

    kind: Code
    before: Code


class ContactsLinked(EventKind, code="contact.linked", subject="contact", sentence="Linked with another report of one event"):
    """Two contacts are reports of one event; each keeps its own referrer."""

    other: UUID


class ContactUnlinked(EventKind, code="contact.unlinked", subject="contact", sentence="No longer linked with other reports"):
    """The contact is not a report of that event after all."""


class ReReferralCorrected(
    EventKind, code="referral.re_referral_corrected", subject="referral", sentence="The mark of re-referral was corrected"
):
    """Somebody corrected whether this is a re-referral."""

    re_referral: bool


class EmergencyCallRecorded(
    EventKind, code="contact.emergency_call", subject="contact", sentence="Call about immediate danger recorded"
):
    """Whether and when the police or the front door were called."""

    whom: Code
    answer: Code


class FromOutOfHoursOpened(
    EventKind, code="contact.from_out_of_hours_opened", subject="contact", sentence="Opened by the daytime front door"
):
    """Somebody of the daytime front door opened what came from out of hours."""

    worker: UUID
