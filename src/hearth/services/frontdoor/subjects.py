"""Contacts and those they concern as subjects of events."""

from hearth.foundation.timeline.api import Subject
from hearth.people.actions import subject as person_subject
from hearth.services.frontdoor.models import Contact, ContactLine, Referral


def of_contact(contact: Contact) -> Subject:
    """The contact itself."""
    return Subject("contact", contact.pk)


def of_referral(referral: Referral) -> Subject:
    """One child's referral."""
    return Subject("referral", referral.pk)


def children(contact: Contact) -> list[Subject]:
    """Every child on a contact, so that one event stands in each one's stream."""
    return [person_subject(line.person_id) for line in contact.lines.all()]


def child(line: ContactLine) -> Subject:
    """The child of one line."""
    return person_subject(line.person_id)
