"""Passing on: a referral for each child, and hand-overs that are done only when accepted by name."""

from datetime import date, datetime
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Involvement, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.actions import subject as person_subject
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.accepting import acceptors, may_accept
from hearth.services.frontdoor.actions.common import notify, open_contact
from hearth.services.frontdoor.actions.managing import keep_direction
from hearth.services.frontdoor.models import ClosingChoice, Contact, ContactLine, HandOver, Referral
from hearth.services.frontdoor.pack import Outcome, front_door


def team_for(outcome: Outcome, line: ContactLine) -> str:
    """The team an outcome goes to for one child; "" where somebody has to choose."""
    return outcome.team or ""


def twelve_months_before(day: date) -> date:
    """The same day a year earlier; 28 February where there is no such day."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def earlier_referral(person_id: UUID, received: datetime) -> Referral | None:
    """A child's latest referral in the 12 months before a moment, which makes the next one a re-referral."""
    first = twelve_months_before(received.astimezone(worktime.LONDON).date())
    start = datetime(first.year, first.month, first.day, tzinfo=worktime.LONDON)
    rows = Referral.objects.filter(person_id=person_id, received_at__gte=start, received_at__lt=received)
    return rows.order_by("-received_at").first()


def pass_on(reader: Reader, line: ContactLine, outcome: Outcome, team: str, why: str = "") -> HandOver:
    """Offer one child's work to a team, with a referral where the outcome opens one.

    Decided again, the same referral goes to the team that is now meant, and an earlier offer is withdrawn.
    """
    if team not in packs.active().teams:
        raise Invalid({"team": "Choose the team."})
    take_back(reader, line)
    return offer(reader, line.contact, team, line=line, referral=_referral(line, outcome, team), why=why)


def take_back(reader: Reader, line: ContactLine) -> None:
    """Withdraw what is still offered of one child's work, because it was decided not to pass it on."""
    for waiting in line.hand_overs.filter(accepted_at=None, withdrawn_at=None):
        _withdraw(reader, waiting, "Decided again")


def _referral(line: ContactLine, outcome: Outcome, team: str) -> Referral | None:
    referral = Referral.objects.filter(line=line).first()
    if referral is not None or not outcome.opens_referral:
        if referral is not None:
            referral.team, referral.outcome = team, outcome.code
            referral.save()
        return referral
    received = line.contact.received_at
    earlier = earlier_referral(line.person_id, received)
    referral = Referral.objects.create(
        person=line.person,
        line=line,
        received_at=received,
        opened_at=worktime.now(),
        outcome=outcome.code,
        team=team,
        earlier_referral=earlier,
        re_referral=earlier is not None,
    )
    timeline.record(
        events.ReferralOpened(child=line.person_id, referral=referral.pk, team=team, received_at=referral.received_at),
        subjects.of_referral(referral),
        about=[subjects.child(line), subjects.of_contact(line.contact)],
    )
    return referral


def offer(
    reader: Reader,
    contact: Contact,
    team: str,
    *,
    line: ContactLine | None = None,
    referral: Referral | None = None,
    to_user: User | None = None,
    why: str = "",
) -> HandOver:
    """Offer work to a team or a person. The front door keeps it, and its clocks, until somebody accepts it by name."""
    made = HandOver.objects.create(
        contact=contact,
        line=line,
        referral=referral,
        to_team=team,
        to_user=to_user,
        why=why,
        offered_by=reader.user,
        offered_at=worktime.now(),
    )
    child = line.person_id if line else None
    timeline.record(
        events.HandOverOffered(handover=made.pk, child=child, team=team), subjects.of_contact(contact), about=_about(made)
    )
    notify(acceptors(made), contact, "Work was passed to you or your team, to accept by name", f"offered:{made.pk}")
    return made


def _about(hand_over: HandOver) -> list[timeline.Subject]:
    return [subjects.child(hand_over.line)] if hand_over.line else subjects.children(hand_over.contact)


@action(capabilities.WORK)
def pass_to(reader: Reader, contact_id: UUID, *, to_user: UUID | None = None, team: str = "", why: str) -> HandOver:
    """Offer a whole contact to a person, as to a child's own worker, or to a team. Raises Invalid with neither, or no reason."""
    contact = open_contact(reader, contact_id)
    user = User.objects.filter(pk=to_user, is_active=True).first() if to_user else None
    if user is not None:
        team = team or next((held.team for held in Reader(user).held), "")
    if team not in packs.active().teams:
        raise Invalid({"to_user": "Choose who is to have it, or a team."})
    if not why.strip():
        raise Invalid({"why": "Say why it goes to them."})
    if contact.hand_overs.filter(line=None, accepted_at=None, withdrawn_at=None).exists():
        raise Invalid("It has been offered already. Withdraw that offer first.")
    made = offer(reader, contact, team, to_user=user, why=why)
    _set_stage(contact)
    return made


@action(capabilities.DECIDE, capabilities.RECOMMEND)
def offer_again(reader: Reader, line_id: UUID, *, team: str, why: str) -> HandOver:
    """Offer one child's work again after it was declined, or to another team in place of the first."""
    line = check(ContactLine, line_id, reader, capabilities.VIEW, for_update=True)
    outcome = front_door().outcome(line.outcome)
    if outcome is None or not outcome.passes_on:
        raise Invalid("What was decided for this child does not pass them on to a team.")
    if not why.strip():
        raise Invalid({"why": "Say why this team."})
    made = pass_on(reader, line, outcome, team, why)
    _set_stage(line.contact)
    return made


def _waiting(hand_over_id: UUID, capability: str) -> HandOver:
    found = HandOver.objects.select_for_update().filter(pk=hand_over_id).first()
    if found is None:
        raise NotFound(capability, HandOver, hand_over_id)
    if found.accepted_at is not None:
        raise Invalid(f"{found.accepted_by} has accepted this already.")
    if found.withdrawn_at is not None:
        raise Invalid("This is no longer offered.")
    return found


def _offered(reader: Reader, hand_over_id: UUID) -> tuple[HandOver, Contact]:
    """What is offered to this reader. Raises Refused where it is another's to accept."""
    found = _waiting(hand_over_id, capabilities.ACCEPT)
    if not may_accept(reader, found):
        raise Refused(capabilities.ACCEPT, HandOver, hand_over_id, "This was passed to somebody else.")
    contact = check(Contact, found.contact_id, reader, capabilities.ACCEPT)
    return found, contact


@action(capabilities.ACCEPT)
def accept_hand_over(reader: Reader, hand_over_id: UUID) -> HandOver:
    """Accept work by name. From now on it is the accepter's; they are involved with the child."""
    hand_over, contact = _offered(reader, hand_over_id)
    now = worktime.now()
    hand_over.accepted_by, hand_over.accepted_at = reader.user, now
    hand_over.save()
    line = hand_over.line
    children = [line.person_id] if line else list(contact.lines.values_list("person_id", flat=True))
    _involve(reader, hand_over, children)
    timeline.record(
        events.HandOverAccepted(handover=hand_over.pk, child=line.person_id if line else None, worker=reader.id),
        subjects.of_contact(contact),
        about=[person_subject(child) for child in children],
    )
    ClosingChoice.objects.filter(hand_over=hand_over).update(accepted_at=now, name=reader.user.name)
    if line is None:
        Contact.objects.filter(pk=contact.pk).update(holder=reader.user)
    _set_stage(contact)
    return hand_over


@action(capabilities.ACCEPT)
def decline_hand_over(reader: Reader, hand_over_id: UUID, *, words: str) -> HandOver:
    """Say no, with words: it is back with the front door, whose clocks have run on."""
    hand_over, contact = _offered(reader, hand_over_id)
    if not words.strip():
        raise Invalid({"words": "Say why, so that the front door can place it right."})
    hand_over.declined_by, hand_over.withdrawn_at, hand_over.ended_words = reader.user, worktime.now(), words
    hand_over.save()
    child = hand_over.line.person_id if hand_over.line else None
    timeline.record(
        events.HandOverDeclined(handover=hand_over.pk, child=child), subjects.of_contact(contact), about=_about(hand_over)
    )
    notify([hand_over.offered_by], contact, "What you passed on was declined: place it again", f"declined:{hand_over.pk}")
    _set_stage(contact)
    return hand_over


@action(capabilities.WORK)
def withdraw_hand_over(reader: Reader, hand_over_id: UUID, *, words: str) -> HandOver:
    """Take an offer back, so that it can go elsewhere."""
    hand_over = _waiting(hand_over_id, capabilities.WORK)
    contact = check(Contact, hand_over.contact_id, reader, capabilities.WORK)
    if not words.strip():
        raise Invalid({"words": "Say why you take it back."})
    _withdraw(reader, hand_over, words)
    _set_stage(contact)
    return hand_over


def _withdraw(reader: Reader, hand_over: HandOver, words: str) -> None:
    hand_over.withdrawn_by, hand_over.withdrawn_at, hand_over.ended_words = reader.user, worktime.now(), words
    hand_over.save()
    child = hand_over.line.person_id if hand_over.line else None
    timeline.record(
        events.HandOverWithdrawn(handover=hand_over.pk, child=child, team=hand_over.to_team),
        subjects.of_contact(hand_over.contact),
        about=_about(hand_over),
    )


@action(capabilities.CORRECT)
def correct_re_referral(reader: Reader, referral_id: UUID, *, re_referral: bool, reason: str) -> Referral:
    """Correct whether a referral counts as a re-referral; the reason stays beside the mark."""
    referral = check(Referral, referral_id, reader, capabilities.CORRECT, for_update=True)
    if not reason.strip():
        raise Invalid({"reason": "Say why the mark is wrong."})
    referral.re_referral, referral.re_referral_corrected = re_referral, reason
    referral.save()
    timeline.record(
        events.ReReferralCorrected(re_referral=re_referral),
        subjects.of_referral(referral),
        about=[person_subject(referral.person_id)],
    )
    return referral


@action(capabilities.WORK)
def take_contact(reader: Reader, contact_id: UUID) -> Contact:
    """Take a contact: this reader has it from now on."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    return _give(contact, reader.user)


@action(capabilities.TRIAGE)
def allocate_contact(reader: Reader, contact_id: UUID, *, worker: UUID, direction: str = "") -> Contact:
    """Give a contact to somebody of the front door, with the manager's direction.

    Raises Invalid for somebody who is away or not there."""
    contact = check(Contact, contact_id, reader, capabilities.TRIAGE, for_update=True)
    user = User.objects.filter(pk=worker).first()
    door = front_door()
    if user is None or not Reader(user).teams & {door.team, door.out_of_hours_team}:
        raise Invalid({"worker": "Choose somebody of the front door."})
    if user.is_absent(worktime.now()):
        raise Invalid({"worker": f"{user.name} is away. Choose somebody who is here."})
    given = _give(contact, user)
    keep_direction(reader, contact, user, direction)
    if user != reader.user:
        notify([user], contact, "A contact was given to you", f"given:{worktime.now():%Y%m%d%H%M%S}")
    return given


def _give(contact: Contact, user: User) -> Contact:
    """Somebody has the contact. A social worker who takes it answers every call for one, and ends its screening."""
    if not contact.is_open:
        raise Invalid("This contact is closed.")
    worker = _recommends(user)
    contact.holder, contact.team = user, _team_of(user, contact)
    if worker and contact.stage in ("screening", "triage"):
        contact.stage = "with_worker"
    contact.version += 1
    contact.save()
    if worker:
        contact.worker_calls.filter(taken_at=None).update(taken_by=user, taken_at=worktime.now())
    taken = events.TakenByWorker(worker=user.pk) if worker else events.ContactHeld(holder=user.pk)
    timeline.record(taken, subjects.of_contact(contact), about=subjects.children(contact))
    return contact


def _recommends(user: User) -> bool:
    return bool(Reader(user).roles & set(front_door().roles.recommends))


def worker_holding(contact: Contact) -> User | None:
    """Whoever has a contact, where they are of those who recommend here and are not away: it waits for no other."""
    holder = contact.holder
    return holder if holder is not None and not holder.is_absent(worktime.now()) and _recommends(holder) else None


def _team_of(user: User, contact: Contact) -> str:
    door = front_door()
    teams = Reader(user).teams
    return next((team for team in (door.team, door.out_of_hours_team) if team in teams), contact.team)


def _set_stage(contact: Contact) -> None:
    """A decided contact is passed on while an offer waits, and decided once none does."""
    if contact.lines.filter(outcome="").exists() or not contact.is_open:
        return
    waiting = contact.hand_overs.filter(accepted_at=None, withdrawn_at=None).exists()
    Contact.objects.filter(pk=contact.pk).update(stage="passed_on" if waiting else "decided")


def _involve(reader: Reader, hand_over: HandOver, children: list[UUID]) -> None:
    for child in children:
        Involvement.objects.get_or_create(
            kind=PERSON,
            subject_id=child,
            role="accepted",
            user=reader.user,
            ends_at=None,
            defaults={"team": hand_over.to_team, "starts_at": worktime.now()},
        )
