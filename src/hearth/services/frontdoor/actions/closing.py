"""Office closing and the morning: what is open gets a named choice; nothing moves by time alone."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.queries import allocated_workers
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.accepting import managers_of
from hearth.services.frontdoor.actions.common import notify
from hearth.services.frontdoor.actions.completing import close
from hearth.services.frontdoor.actions.routing import offer
from hearth.services.frontdoor.models import ClosingChoice, Contact, ContactReading, ShiftOutcome
from hearth.services.frontdoor.pack import front_door


@action(capabilities.CLOSE_OFFICE)
def choose_at_closing(
    reader: Reader,
    contact_id: UUID,
    *,
    choice: str,
    name: str = "",
    accepted_at: datetime | None = None,
    safe_until: datetime | None = None,
    reason: str = "",
) -> ClosingChoice:
    """Say what happens to an open contact overnight.

    Offered to out-of-hours it stays the day's until somebody there accepts it by name, or has accepted it by telephone
    (`name`, `accepted_at`). Safe until a time needs the reason. Whoever stays is named. The latest choice of a day counts.
    """
    contact = check(Contact, contact_id, reader, capabilities.CLOSE_OFFICE, for_update=True)
    problems = _problems(contact, choice, name, accepted_at, safe_until, reason)
    if problems:
        raise Invalid(problems)
    made = ClosingChoice.objects.create(
        contact=contact,
        day=worktime.today(),
        choice=choice,
        name=reader.user.name if choice == "i_stay" else name,
        accepted_at=accepted_at if choice == "out_of_hours" else None,
        safe_until=safe_until if choice == "safe_until" else None,
        reason=reason,
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.ClosingTimeChosen(choice=choice, safe_until=made.safe_until),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    team = front_door().out_of_hours_team
    offered = contact.hand_overs.filter(to_team=team, line=None, accepted_at=None, withdrawn_at=None).first()
    if choice == "out_of_hours" and accepted_at is None:
        made.hand_over = offered or offer(reader, contact, team, why="Office closing")
        made.save()
    if choice == "i_stay":
        Contact.objects.filter(pk=contact.pk).update(holder=reader.user)
    return made


def _problems(
    contact: Contact, choice: str, name: str, accepted_at: datetime | None, safe_until: datetime | None, reason: str
) -> dict[str, str]:
    now = worktime.now()
    if not contact.is_open:
        return {"": "This contact is closed."}
    if choice == "safe_until":
        found = {}
        if safe_until is None:
            found["safe_until"] = "Say until when the children are safe."
        elif safe_until <= now:
            found["safe_until"] = "This time has passed. Say until when they are safe from now on."
        if not reason.strip():
            found["reason"] = "Say because of what they are safe until then."
        return found
    if choice == "out_of_hours":
        if bool(name.strip()) != (accepted_at is not None):
            return {"name": "Accepted by telephone: enter both who accepted and when. Leave both empty to offer it."}
        if accepted_at is not None and accepted_at > now:
            return {"accepted_at": "The time must not be in the future."}
        return {}
    return {} if choice == "i_stay" else {"choice": "Choose what happens overnight."}


@action(capabilities.VIEW)
def open_from_out_of_hours(reader: Reader, contact_id: UUID) -> ContactReading:
    """Note the first time somebody opens a contact that came from out of hours, so that it is no longer unread to them."""
    contact = check(Contact, contact_id, reader, capabilities.VIEW)
    front = front_door().team in reader.teams
    first_here = front and not contact.readings.filter(front_door=True).exists()
    made, fresh = ContactReading.objects.get_or_create(
        contact=contact, user=reader.user, defaults={"front_door": front, "at": worktime.now()}
    )
    if fresh and first_here:
        timeline.record(
            events.FromOutOfHoursOpened(worker=reader.id), subjects.of_contact(contact), about=subjects.children(contact)
        )
    return made


def tell_own_workers(contact: Contact) -> None:
    """Taken out of hours about a child with a worker: it stands on that worker's and their manager's lists."""
    children = list(contact.lines.values_list("person_id", flat=True))
    for child, worker in allocated_workers(children).items():
        managers = [manager for team in sorted(Reader(worker).teams) for manager in managers_of(team)]
        told = dict.fromkeys([worker, *managers])
        notify(told, contact, "Out of hours was told something about a child you work with", "out-of-hours")
        timeline.record(
            events.HearsInTheMorning(worker=worker.pk), subjects.of_contact(contact), about=[timeline.Subject("person", child)]
        )


@action(capabilities.WORK)
def end_with_advice(reader: Reader, contact_id: UUID, *, advice: str, to_whom: str, given_at: datetime) -> ShiftOutcome:
    """End an out-of-hours contact with advice: what, to whom and when. It is kept and counted, apart from emergencies."""
    contact = _out_of_hours(reader, contact_id)
    problems = {}
    if not advice.strip():
        problems["advice"] = "Write the advice you gave."
    if not to_whom.strip():
        problems["to_whom"] = "Say to whom you gave it."
    if not contact.received_at <= given_at <= worktime.now():
        problems["given_at"] = "The time lies between the receipt of the contact and now."
    if contact.child_protection or contact.lines.filter(safe_now="no").exists():
        problems[""] = "A child in danger, or a child protection matter, does not end with advice."
    if problems:
        raise Invalid(problems)
    made = _end(reader, contact, "advice", advice, to_whom, given_at)
    # Advice on the telephone is the answer to whoever rang.
    contact.tellings.filter(whom="referrer", status="to_tell").update(
        status="told", route="telephone", told_by=reader.user, told_at=given_at, reason="Advice given on the telephone"
    )
    close(contact, "advice")
    return made


@action(capabilities.WORK)
def mark_general_enquiry(reader: Reader, contact_id: UUID, *, note: str, to_whom: str) -> ShiftOutcome:
    """Pass a general enquiry to the next daytime list with a note of what the caller was told; it counts as no emergency."""
    contact = _out_of_hours(reader, contact_id)
    problems = {}
    if not note.strip():
        problems["note"] = "Write what the caller was told: who will ring them, and when."
    if not to_whom.strip():
        problems["to_whom"] = "Say whom you told."
    if problems:
        raise Invalid(problems)
    made = _end(reader, contact, "general_enquiry", note, to_whom, worktime.now())
    now = worktime.now()
    Contact.objects.filter(pk=contact.pk).update(
        team=front_door().team, holder=None, daytime_from=contact.daytime_from or packs.active().calendar.next_opening(now)
    )
    return made


@action(capabilities.WORK)
def hand_to_daytime(reader: Reader, contact_id: UUID, *, words: str) -> ShiftOutcome:
    """Mark an out-of-hours contact as needing more response or analysis: it stands first when the office opens."""
    contact = _out_of_hours(reader, contact_id)
    if not words.strip():
        raise Invalid({"words": "Write what the daytime has to do, and what was done tonight."})
    return _end(reader, contact, "further", words, "", worktime.now())


def _out_of_hours(reader: Reader, contact_id: UUID) -> Contact:
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    team = front_door().out_of_hours_team
    if team not in reader.teams:
        raise Refused(capabilities.WORK, Contact, contact_id, "Only out-of-hours ends a contact in this way.")
    if contact.team != team or not contact.is_open:
        raise Invalid("This contact is not open with out-of-hours.")
    if ShiftOutcome.objects.filter(contact=contact).exists():
        raise Invalid("How this ended out of hours has been recorded already.")
    return contact


def _end(reader: Reader, contact: Contact, kind: str, words: str, to_whom: str, given_at: datetime) -> ShiftOutcome:
    made = ShiftOutcome.objects.create(
        contact=contact, kind=kind, words=words, to_whom=to_whom, given_at=given_at, by=reader.user, at=worktime.now()
    )
    timeline.record(events.ShiftOutcomeGiven(outcome=kind), subjects.of_contact(contact), about=subjects.children(contact))
    return made
