"""Several reports of one event: linked, each referrer kept and answered; new information reopens the question of urgency."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import needed, open_contact
from hearth.services.frontdoor.models import Contact, Incident


@action(capabilities.WORK)
def link_contacts(reader: Reader, contact_id: UUID, *, contact_number: int) -> Contact:
    """Say that two contacts report one event. Both stay, each with its own referrer to answer.

    What the one says is new information for every other that is open. Raises Invalid for the contact itself, an
    unknown number, or two that are linked already.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    found = Contact.objects.filter(number=contact_number).values_list("pk", flat=True).first()
    if found is None or found == contact.pk:
        raise Invalid({"contact_number": "Give the number of another contact."})
    other = check(Contact, found, reader, capabilities.WORK, for_update=True)
    join(contact, other)
    for one in reports(contact):
        if one.pk != contact.pk and one.is_open:
            reopen_urgency(one, contact)
    return contact


def join(contact: Contact, other: Contact) -> None:
    """Put two contacts, and all that each is linked with, under one event."""
    if contact.incident_id is not None and contact.incident_id == other.incident_id:
        raise Invalid({"contact_number": "These two are linked already."})
    incident = contact.incident or other.incident or Incident.objects.create(made_at=worktime.now())
    for one in {one.pk: one for one in (*reports(contact), *reports(other))}.values():
        one.incident = incident
        one.save()
    contact.incident = other.incident = incident
    timeline.record(
        events.ContactsLinked(other=other.pk),
        subjects.of_contact(contact),
        about=[subjects.of_contact(other), *subjects.children(contact)],
    )


def reports(contact: Contact) -> list[Contact]:
    """All reports of the event that a contact reports, itself among them."""
    if contact.incident_id is None:
        return [contact]
    return list(Contact.objects.filter(incident_id=contact.incident_id).order_by("received_at", "number"))


@action(capabilities.WORK)
def unlink_contact(reader: Reader, contact_id: UUID) -> Contact:
    """Say that a contact is not a report of that event after all; both stay as they are otherwise."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    if contact.incident_id is None:
        raise Invalid("This contact is not linked with another.")
    left = [one for one in reports(contact) if one.pk != contact.pk]
    for one in [contact, *left] if len(left) == 1 else [contact]:
        one.incident = None
        one.save()
    timeline.record(events.ContactUnlinked(), subjects.of_contact(contact), about=subjects.children(contact))
    return contact


def reopen_urgency(contact: Contact, because_of: Contact | None = None) -> None:
    """New information came: the question of urgency is open until somebody answers it."""
    contact.urgency_reopened_at = worktime.now()
    contact.save()
    timeline.record(
        events.NewInformation(other=because_of.pk if because_of else None),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )


@action(capabilities.CONFIRM_GRADE)
def keep_urgency(reader: Reader, contact_id: UUID) -> Contact:
    """Answer that the new information changes nothing about the urgency. Setting another one answers it too."""
    contact = open_contact(reader, contact_id, capabilities.CONFIRM_GRADE)
    if contact.urgency_reopened_at is None:
        raise Invalid("Nothing new has come since the urgency was last looked at.")
    urgency_answered(contact)
    return contact


def urgency_answered(contact: Contact) -> None:
    """The question that new information opened has its answer."""
    if contact.urgency_reopened_at is None:
        return
    contact.urgency_reopened_at = None
    contact.save()
    timeline.record(events.UrgencyReviewed(), subjects.of_contact(contact), about=subjects.children(contact))


@action(capabilities.WORK)
def record_difference(reader: Reader, contact_id: UUID, *, different_this_time: str) -> Contact:
    """Say what is different this time, on a contact about children of whom we were told before."""
    contact = open_contact(reader, contact_id)
    needed(
        {"different_this_time": different_this_time},
        {"different_this_time": "Say what is different this time, or that nothing is."},
    )
    contact.different_this_time = different_this_time.strip()
    contact.version += 1
    contact.save()
    return contact
