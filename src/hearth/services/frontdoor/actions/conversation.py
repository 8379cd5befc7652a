"""The conversation and what goes with it: who held it, calls about danger, the written request, acknowledgement, advice."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters import actions as letters
from hearth.foundation.letters.actions import Addressee
from hearth.foundation.timeline import api as timeline
from hearth.people import actions as people
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import flag, needed, not_future, open_contact
from hearth.services.frontdoor.actions.receiving import WRITTEN, NewLine, add_line
from hearth.services.frontdoor.models import Acknowledgement, Advice, Chase, Contact, ContactLine, EmergencyCall, RequestForm
from hearth.services.frontdoor.pack import front_door

LETTER_ROUTES = {"secure_email", "post", "by_hand"}


@action(capabilities.RECOMMEND)
def hold_conversation(reader: Reader, contact_id: UUID, *, held_at: datetime, what_told: str) -> Contact:
    """Record that this social worker spoke with whoever told us, when, and what was added to the note."""
    contact = open_contact(reader, contact_id, capabilities.RECOMMEND)
    not_future("held_at", held_at)
    needed({"what_told": what_told}, {"what_told": "Write what was said, or that nothing new was."})
    if held_at < contact.received_at:
        flag(contact, "The conversation is recorded as held before the contact was received.")
    contact.conversation_by, contact.conversation_at = reader.user, held_at
    contact.what_told = f"{contact.what_told}\n\nIn conversation with {reader.user.name}:\n{what_told.strip()}"
    contact.version += 1
    contact.save()
    timeline.record(
        events.ConversationHeld(worker=reader.id),
        subjects.of_contact(contact),
        about=subjects.children(contact),
        happened_at=held_at,
    )
    return contact


@action(capabilities.WORK)
def name_child(reader: Reader, contact_id: UUID, line: NewLine) -> ContactLine:
    """Name one more child on an open contact. Undecided where somebody known resembles them."""
    contact = open_contact(reader, contact_id)
    person = people.identify(reader, line.who)
    made = add_line(contact, line, person, contact.lines.count())
    contact.version += 1
    contact.save()
    return made


def conversation_to_hold(contact: Contact) -> bool:
    """Is a conversation with a social worker, the pack's normal way in, still to be held?"""
    door = front_door()
    workers_take_calls = not set(door.roles.takes_calls) - set(door.roles.recommends)
    return workers_take_calls and contact.conversation_by_id is None


def check_conversation(contact: Contact) -> None:
    """A call that no social worker took cannot have an outcome until one has spoken with the caller or taken it."""
    spoken = contact.channel not in WRITTEN | {"out_of_hours"}
    taken = contact.worker_calls.exclude(taken_at=None).exists()
    if spoken and conversation_to_hold(contact) and not taken:
        raise Invalid(
            {"outcome": "No social worker has spoken with the caller yet. Record that conversation, or take the contact, first."}
        )


@action(capabilities.WORK)
def record_emergency_call(
    reader: Reader,
    contact_id: UUID,
    *,
    whom: str,
    answer: str,
    called_at: datetime | None = None,
    called_by: str = "",
    reference: str = "",
) -> EmergencyCall:
    """Record whether the police, or the front door by telephone, were called about a danger, when and by whom."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    not_future("called_at", called_at)
    if answer == "called" and called_at is None:
        raise Invalid({"called_at": "Enter when they were called, as nearly as is known."})
    made = EmergencyCall.objects.create(
        contact=contact,
        whom=whom,
        answer=answer,
        called_at=called_at if answer == "called" else None,
        called_by=called_by.strip(),
        reference=reference.strip(),
        recorded_by=reader.user,
        recorded_at=worktime.now(),
    )
    timeline.record(
        events.EmergencyCallRecorded(whom=whom, answer=answer),
        subjects.of_contact(contact),
        about=subjects.children(contact),
        happened_at=made.called_at,
    )
    return made


def await_form_if_asked(contact: Contact) -> None:
    """Await the written request where the pack asks for it: after a professional's call about a child's immediate safety."""
    asked = front_door().form_asked
    spoken = contact.channel not in WRITTEN | {"out_of_hours"}
    safety = contact.child_protection or contact.worker_calls.filter(why="immediate").exists()
    immediate = contact.referrer_kind == "professional" and safety and spoken
    if asked == "never" or not immediate or RequestForm.objects.filter(contact=contact).exists():
        return
    RequestForm.objects.create(
        contact=contact, exception="immediate", awaited_since=contact.received_at, recorded_by_id=contact.taken_by_id
    )
    timeline.record(
        events.FormAwaited(), subjects.of_contact(contact), about=subjects.children(contact), happened_at=contact.received_at
    )


@action(capabilities.WORK)
def except_from_form(reader: Reader, contact_id: UUID, *, exception: str) -> RequestForm:
    """Say why a contact goes ahead without the written request. The immediate exception awaits it afterwards."""
    contact = open_contact(reader, contact_id)
    police = contact.referrer_source == "6" or contact.channel == "police"
    if exception.startswith("police") and not police:
        raise Invalid({"exception": "Choose this only for the police."})
    if exception == "public" and contact.referrer_kind == "professional":
        raise Invalid({"exception": "A professional told us. Choose another exception, or record the form."})
    form, _ = RequestForm.objects.get_or_create(contact=contact, defaults={"recorded_by": reader.user})
    if form.received_at is not None:
        raise Invalid({"exception": "The form has been received, so no exception is needed."})
    first = exception == "immediate" and form.awaited_since is None
    form.exception = exception
    if first:
        form.awaited_since = contact.received_at
    form.save()
    if first:
        timeline.record(
            events.FormAwaited(), subjects.of_contact(contact), about=subjects.children(contact), happened_at=form.awaited_since
        )
    return form


@action(capabilities.WORK)
def receive_form(reader: Reader, contact_id: UUID, *, received_at: datetime, received_by: str) -> RequestForm:
    """Match the written request to its contact: when it came and how. By e-mail or on line counts the same."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    not_future("received_at", received_at)
    form, _ = RequestForm.objects.get_or_create(contact=contact, defaults={"recorded_by": reader.user})
    if form.received_at is not None:
        raise Invalid("The form has been recorded already.")
    form.received_at, form.received_by = received_at, received_by
    form.save()
    timeline.record(events.FormReceived(), subjects.of_contact(contact), about=subjects.children(contact), happened_at=received_at)
    return form


@action(capabilities.WORK)
def chase_form(reader: Reader, contact_id: UUID, *, how: str) -> Chase:
    """Ask the professional again for the written request."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    needed({"how": how}, {"how": "Say whom you asked and how."})
    form = RequestForm.objects.filter(contact=contact, received_at=None).exclude(awaited_since=None).first()
    if form is None:
        raise Invalid("No form is awaited for this contact.")
    made = Chase.objects.create(form=form, how=how.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.FormChased(), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def acknowledge_at_once(contact: Contact) -> None:
    """Send the acknowledgement with a copy of what was asked to the secure address the referrer gave."""
    if contact.referrer_email and contact.referrer_email_secure:
        _acknowledge(Reader(contact.taken_by), contact, "secure_email")


@action(capabilities.TELL)
def acknowledge(reader: Reader, contact_id: UUID, *, route: str) -> Acknowledgement:
    """Tell the referrer that their contact arrived; a copy of what they asked goes only by secure e-mail."""
    contact = check(Contact, contact_id, reader, capabilities.TELL, for_update=True)
    if contact.referrer_kind == "anonymous":
        raise Invalid("Whoever told us would not say who they are, so nobody can be told.")
    if contact.acknowledgements.exists():
        raise Invalid("This contact has been acknowledged already.")
    if route == "secure_email" and not (contact.referrer_email and contact.referrer_email_secure):
        raise Invalid({"route": "There is no secure e-mail address. Telephone or write instead."})
    if route == "telephone" and not contact.referrer_telephone:
        raise Invalid({"route": "There is no telephone number. Choose another route."})
    return _acknowledge(reader, contact, route)


def _acknowledge(reader: Reader, contact: Contact, route: str) -> Acknowledgement:
    letter = None
    if route in LETTER_ROUTES:
        to = Addressee(contact.referrer_name or "Whoever told us", route, contact.referrer_address, contact.referrer_email)
        home = subjects.of_contact(contact)
        letter = letters.write(reader, "acknowledgement", _words(contact, route), to, home, str(_number(contact)))
        letters.send(reader, letter)
    made = Acknowledgement.objects.create(
        contact=contact,
        route=route,
        with_copy=route == "secure_email",
        letter=letter.pk if letter else None,
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(events.ReferrerAcknowledged(route=route), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def _number(contact: Contact) -> int:
    return Contact.objects.values_list("number", flat=True).get(pk=contact.pk)


def _words(contact: Contact, route: str) -> dict[str, str]:
    received = contact.received_at.astimezone(worktime.LONDON)
    details = packs.active().contact_details
    return {
        "name": contact.referrer_name or "Sir or Madam",
        "received": f"{received.day} {received:%B} {received.year} at {received:%H:%M}",
        "reference": str(_number(contact)),
        "telephone": details.telephone if details else "",
        "copy": contact.what_told if route == "secure_email" else "",
    }


@action(capabilities.WORK)
def give_advice(
    reader: Reader,
    contact_id: UUID,
    *,
    kind: str,
    what: str,
    to_whom: str,
    services: list[str] | None = None,
    details_given: bool = False,
    strategies: str = "",
    ground: str = "",
) -> Advice:
    """Record advice given, or the services a caller was sent to, at whatever stage the contact is.

    It is the caller's help and not a child's outcome: that stays a social worker's recommendation.
    """
    contact = open_contact(reader, contact_id)
    needed({"what": what, "to_whom": to_whom}, {"what": "Write what was advised.", "to_whom": "Say to whom."})
    named = [name.strip() for name in services or [] if name.strip()]
    if kind == "signpost" and not named:
        raise Invalid({"services": "Name at least one service, one on each line."})
    made = Advice.objects.create(
        contact=contact,
        kind=kind,
        what=what.strip(),
        to_whom=to_whom.strip(),
        services=named,
        details_given=details_given,
        strategies=strategies.strip(),
        ground=ground.strip(),
        stage=contact.stage,
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(events.AdviceGiven(advice=made.pk), subjects.of_contact(contact), about=subjects.children(contact))
    return made
