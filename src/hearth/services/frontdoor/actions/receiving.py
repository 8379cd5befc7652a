"""A contact comes in: recorded with its children, dated by its receipt, never refused for what is still missing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hearth.foundation import history, packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.people.unspoken import Unspoken
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.closing import tell_own_workers
from hearth.services.frontdoor.models import Contact, ContactLine, Telling
from hearth.services.frontdoor.pack import front_door

WRITTEN = {"email", "secure_email", "letter", "fax", "form", "police"}
EARLIEST = timedelta(days=60)


@dataclass(frozen=True, repr=False)
class NewLine(Unspoken):
    """One child as named on the call: who, where now, with whom, safe now and until when."""

    who: Named
    where_now: str = ""
    with_whom: str = ""
    seen: str = "not_asked"
    safe_now: str = "not_asked"
    safe_until: datetime | None = None
    safe_reason: str = ""
    child_part: str = ""
    child_words: str = ""
    school: str = ""


@dataclass(frozen=True, repr=False)
class NewContact(Unspoken):
    """What a call gives: who told us what, when, by which channel, about which children."""

    purpose: str
    what_told: str
    referrer_kind: str
    lines: list[NewLine]
    kind: str = "new_worry"
    channel: str = "telephone"
    started_at: datetime | None = None
    received_at: datetime | None = None
    referrer_source: str = "10"
    referrer_name: str = ""
    referrer_job: str = ""
    referrer_agency: UUID | None = None
    referrer_telephone: str = ""
    referrer_email: str = ""
    referrer_email_secure: bool = False
    referrer_address: str = ""
    referrer_confidential: bool = False
    family_part: str = ""
    different_this_time: str = ""
    door: str = ""
    child_protection: bool = False


@action(capabilities.RECEIVE)
def receive_contact(reader: Reader, new: NewContact) -> Contact:
    """Record a contact and its children; its clocks start at receipt.

    Who, where, what, who told us and safe now are enough; everything else may follow. Raises Invalid with the field
    named for a time in the future or nobody to speak of, Undecided where a child resembles someone already known.
    """
    now = worktime.now()
    received = new.received_at or new.started_at or now
    _check(new, received, now)
    pack = packs.active()
    contact = Contact.objects.create(
        kind=new.kind,
        channel=new.channel,
        purpose=new.purpose,
        door=new.door or _door(new),
        started_at=new.started_at or received,
        received_at=received,
        recorded_at=now,
        out_of_hours=not pack.calendar.is_open(received),
        taken_by=reader.user,
        referrer_kind=new.referrer_kind,
        referrer_source=new.referrer_source,
        referrer_name=new.referrer_name,
        referrer_job=new.referrer_job,
        referrer_agency_id=new.referrer_agency,
        referrer_telephone=new.referrer_telephone,
        referrer_email=new.referrer_email,
        referrer_email_secure=new.referrer_email_secure,
        referrer_address=new.referrer_address,
        referrer_confidential=new.referrer_confidential,
        what_told=new.what_told,
        family_part=new.family_part,
        different_this_time=new.different_this_time,
        **_list_of(new.started_at or received),
        stage=_first_stage(new, reader),
        holder=reader.user,
        child_protection=new.child_protection,
        **_conversation(new, reader, received),
    )
    contact.refresh_from_db(fields=["number"])
    people_named = [people.identify(reader, line.who) for line in new.lines]
    _record_received(contact, new, people_named)
    for position, (line, person) in enumerate(zip(new.lines, people_named, strict=True)):
        add_line(contact, line, person, position)
    if new.child_protection:
        timeline.record(
            events.ProtectionIdentified(child_protection=True),
            subjects.of_contact(contact),
            about=subjects.children(contact),
            happened_at=received,
        )
    if contact.daytime_from is not None:
        tell_own_workers(contact)
    Telling.objects.create(contact=contact, whom="referrer", name=new.referrer_name or "Whoever told us", **_referrer_status(new))
    return contact


def _check(new: NewContact, received: datetime, now: datetime) -> None:
    problems: dict[str, str] = {}
    if received > now + timedelta(minutes=1):
        problems["received_at"] = "The time received must not be in the future."
    if received < now - EARLIEST:
        problems["received_at"] = "The time received is more than 60 days ago. Check the date."
    if not new.what_told.strip():
        problems["what_told"] = "Write what we were told."
    if not new.lines and new.kind not in ("consultation", "not_ours", "information"):
        problems["lines"] = "Name at least one child, as far as you know."
    if problems:
        raise Invalid(problems)


def _first_stage(new: NewContact, reader: Reader) -> str:
    """Where a new contact stands: child protection passes the officer's screening at once."""
    door = front_door()
    if new.child_protection and door.first_stage == "screening":
        return "with_worker"
    if door.first_stage == "with_worker" and not reader.roles & set(door.roles.takes_calls):
        return "screening"
    return door.first_stage


def _list_of(taken: datetime) -> dict[str, Any]:
    """Whose list it goes to: out-of-hours' while the office is shut, and the daytime's from when it next opens."""
    door, calendar = front_door(), packs.active().calendar
    if calendar.is_open(taken):
        return {"team": door.team}
    return {"team": door.out_of_hours_team, "daytime_from": calendar.next_opening(taken)}


def _door(new: NewContact) -> str:
    """Which of the pack's doors it came through, where it has several: consultation, support, or a worry about harm."""
    wanted = "consultation" if new.kind == "consultation" else "support" if new.purpose == "support" else "worried"
    return wanted if wanted in front_door().doors else ""


def _conversation(new: NewContact, reader: Reader, received: datetime) -> dict[str, Any]:
    """A call that somebody took whose role takes calls here is a conversation held; writing is none."""
    spoken = new.channel not in WRITTEN | {"out_of_hours"}
    if spoken and reader.roles & set(front_door().roles.takes_calls):
        return {"conversation_by": reader.user, "conversation_at": received}
    return {}


def _referrer_status(new: NewContact) -> dict[str, str]:
    if new.referrer_kind == "anonymous":
        return {"status": "not_possible", "reason": "Would not say who they are, so nobody can be told."}
    return {"status": "to_tell"}


def _record_received(contact: Contact, new: NewContact, named: list[Person]) -> None:
    about = [people.subject(person) for person in named]
    timeline.record(
        events.ContactReceived(
            kind=contact.kind,
            channel=contact.channel,
            purpose=contact.purpose,
            referrer=contact.referrer_kind,
            source=contact.referrer_source.lower(),
            out_of_hours=contact.out_of_hours,
            secure_email=new.referrer_email_secure,
            door=contact.door or None,
        ),
        subjects.of_contact(contact),
        about=about,
        happened_at=contact.received_at,
    )
    timeline.record(events.ContactRecorded(by=contact.taken_by_id), subjects.of_contact(contact))


def add_line(contact: Contact, line: NewLine, person: Person, position: int) -> ContactLine:
    """Put a child on a contact."""
    if contact.lines.filter(person=person).exists():
        raise Invalid({"lines": f"{person.name} is named twice. Keep one of the two."})
    made = ContactLine.objects.create(
        contact=contact,
        person=person,
        position=position,
        where_now=line.where_now,
        with_whom=line.with_whom,
        seen=line.seen,
        safe_now=line.safe_now,
        safe_until=line.safe_until,
        safe_reason=line.safe_reason,
        child_part=line.child_part,
        child_words=line.child_words,
        school=line.school,
    )
    home, about = subjects.of_contact(contact), [people.subject(person)]
    timeline.record(events.ChildNamed(child=person.pk, line=made.pk), home, about=about)
    timeline.record(events.SafetyRecorded(child=person.pk, safe_now=made.safe_now, safe_until=made.safe_until), home, about=about)
    return made


@action(capabilities.CORRECT)
def correct_received_time(reader: Reader, contact_id: UUID, *, received_at: datetime, reason: str) -> Contact:
    """Correct when a contact was received. Every clock is computed again; both times stay on the record."""
    contact = check(Contact, contact_id, reader, capabilities.CORRECT, for_update=True)
    if received_at > worktime.now():
        raise Invalid({"received_at": "The time received must not be in the future."})
    if received_at < contact.recorded_at - EARLIEST:
        raise Invalid({"received_at": "That is more than 60 days before the contact was recorded. Check the date."})
    if not reason.strip():
        raise Invalid({"reason": "Say how you know the right time."})
    received = Event.objects.filter(home__kind="contact", home__subject_id=contact.pk, kind=events.ContactReceived.code).get()
    timeline.correct(received, happened_at=received_at)
    contact.received_at = received_at
    contact.out_of_hours = not packs.active().calendar.is_open(received_at)
    contact.version += 1
    with history.because(reason.strip()):
        contact.save()
    return contact
