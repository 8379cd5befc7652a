"""Enquiries to reach the right decision, whether the source is who they say, the research log, and professionals told."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Agency
from hearth.services.frontdoor import capabilities, consenting, events, subjects
from hearth.services.frontdoor.actions.basis import shares_without_agreement, why_not_routine
from hearth.services.frontdoor.actions.common import flag, needed, not_future, notify, open_contact
from hearth.services.frontdoor.actions.linking import reopen_urgency
from hearth.services.frontdoor.models import Check, Contact, Enquiry, SourceCheck
from hearth.services.frontdoor.pack import front_door


@action(capabilities.WORK)
def make_enquiry(
    reader: Reader,
    contact_id: UUID,
    *,
    whom: str,
    person_asked: str,
    question: str,
    agency: UUID | None = None,
    basis: str = "",
    asked_at: datetime | None = None,
    wanted_by: datetime | None = None,
) -> Enquiry:
    """Record that somebody is asked something. The contact's clock goes on.

    A routine question to an agency waits for a lawful basis: Invalid says what is missing. One that has been asked
    already (`asked_at` given) is saved all the same and flagged. Out of hours one without a basis is saved, and whoever
    asked and their managers hear that it is missing.
    """
    contact = open_contact(reader, contact_id)
    not_future("asked_at", asked_at)
    needed(
        {"person_asked": person_asked, "question": question},
        {"person_asked": "Say who is asked.", "question": "Write what you ask."},
    )
    kind = Agency.objects.filter(pk=agency).values_list("kind", flat=True).first() or "" if agency else ""
    if whom == "agency" and (missing := why_not_routine(contact, kind)):
        if asked_at is None:
            raise Invalid({"whom": missing})
        flag(contact, "An agency was asked as a routine check before there was a basis for it.")
    made = Enquiry.objects.create(
        contact=contact,
        whom=whom,
        agency_id=agency,
        person_asked=person_asked.strip(),
        question=question.strip(),
        basis=basis,
        without_consent=shares_without_agreement(contact),
        asked_by=reader.user,
        asked_at=asked_at or worktime.now(),
        wanted_by=wanted_by,
        consent_overridden=whom == "agency" and consenting.is_overridden(contact),
    )
    timeline.record(
        events.EnquiryMade(enquiry=made.pk),
        subjects.of_contact(contact),
        about=subjects.children(contact),
        happened_at=made.asked_at,
    )
    if made.basis_missing:
        managers = on_duty(front_door().roles.decides, front_door().out_of_hours_team)
        title = f"The basis is missing of something asked out of hours: contact {contact.number}"
        notify([reader.user, *managers], contact, title, f"basis-missing:{made.pk}")
    return made


@action(capabilities.WORK)
def answer_enquiry(
    reader: Reader, contact_id: UUID, enquiry_id: int, *, answer: str, answered_at: datetime, may_change_urgency: bool = False
) -> Enquiry:
    """Record what was learnt. An answer is taken at any time, also after the contact is closed."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    enquiry = contact.enquiries.filter(pk=enquiry_id).first()
    if enquiry is None or enquiry.answered_at is not None:
        raise Invalid("This enquiry has been answered already.")
    not_future("answered_at", answered_at)
    needed({"answer": answer}, {"answer": "Write what was learnt, or that they knew nothing."})
    if answered_at < enquiry.asked_at:
        flag(contact, "An answer is recorded as given before it was asked for.")
    enquiry.answer, enquiry.answered_at = answer.strip(), answered_at
    enquiry.save()
    timeline.record(
        events.EnquiryAnswered(enquiry=enquiry.pk),
        subjects.of_contact(contact),
        about=subjects.children(contact),
        happened_at=answered_at,
    )
    if may_change_urgency and contact.is_open:
        reopen_urgency(contact)
    return enquiry


@action(capabilities.WORK)
def check_source(reader: Reader, contact_id: UUID, *, validated: bool, how: str) -> SourceCheck:
    """Record whether whoever told us is who they say, and how that was checked."""
    contact = open_contact(reader, contact_id)
    needed({"how": how}, {"how": "Say how: for example, rang back on the school's published number."})
    made = SourceCheck.objects.create(contact=contact, validated=validated, how=how.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.SourceChecked(validated=validated), subjects.of_contact(contact), about=subjects.children(contact))
    return made


@action(capabilities.WORK)
def record_check(reader: Reader, contact_id: UUID, *, system: str, searched: str = "", found: str = "", gap: str = "") -> Check:
    """Record a search of one system and what was found, or why it could not be searched."""
    contact = open_contact(reader, contact_id)
    if system not in front_door().checks:
        raise Invalid({"system": "Choose one of the systems."})
    if not gap.strip():
        needed(
            {"searched": searched, "found": found},
            {"searched": "Say what was searched for.", "found": "Say what was found, or that nothing was."},
        )
    made = Check.objects.create(
        contact=contact,
        system=system,
        searched=searched.strip(),
        found=found.strip(),
        gap=gap.strip(),
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(events.SystemChecked(check=made.pk), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def systems_unchecked(contact: Contact) -> list[str]:
    """The systems neither searched nor explained, by their titles."""
    done = set(contact.checks.values_list("system", flat=True))
    return [title for code, title in front_door().checks.items() if code not in done]
