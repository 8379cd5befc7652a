"""Kinds of contact, each with its route. Changing the kind later is the same action; every one said is kept."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Person, ServiceEpisode
from hearth.people.queries import allocated_workers, closed_services, last_workers
from hearth.services.frontdoor import capabilities, codes, events, subjects
from hearth.services.frontdoor.accepting import managers_of
from hearth.services.frontdoor.actions import routing
from hearth.services.frontdoor.actions.common import duty_managers, not_future, notify, open_contact
from hearth.services.frontdoor.actions.linking import join, reopen_urgency
from hearth.services.frontdoor.actions.screening import CONCERN, judged_first
from hearth.services.frontdoor.models import Contact, KindRecord, PotentialReferral
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.suggesting import closed_recently, suggest_kind


@dataclass(frozen=True)
class KindDetails:
    """What some kinds need to say; each kind asks only for its own."""

    reasons: str = ""
    organisation: str = ""
    told: str = ""
    redirected: str = ""
    due_on: date | None = None
    safeguarding: bool = False
    manager_called_at: datetime | None = None
    harm_described: str = ""
    name_asked: str = ""
    question: str = ""
    ended_with: str = ""
    open_contact: UUID | None = None


@action(capabilities.WORK)
def set_kind(reader: Reader, contact_id: UUID, *, kind: str, details: KindDetails | None = None) -> KindRecord:
    """Say what kind of contact this is, and send it the way of its kind.

    Raises Invalid with the field named where the kind lacks what it needs: the open contact it belongs to, the worker,
    the authority, the court, whether a name was asked when harm was described, where something else was passed to.
    """
    contact = open_contact(reader, contact_id)
    given = details or KindDetails()
    if kind not in dict(codes.CONTACT_KIND):
        raise Invalid({"kind": "Choose one of the kinds."})
    not_future("manager_called_at", given.manager_called_at)
    _check_details(contact, kind, given)
    if kind == "not_ours" and judged_first(reader, contact):
        raise Invalid({"kind": CONCERN})
    suggested = suggest_kind(reader, contact).kind
    kept = {field.name: getattr(given, field.name) for field in fields(given) if field.name != "open_contact"}
    made = KindRecord.objects.create(contact=contact, kind=kind, suggested=suggested, by=reader.user, at=worktime.now(), **kept)
    before, contact.kind = contact.kind, kind
    contact.version += 1
    contact.save()
    timeline.record(events.KindSet(kind=kind, before=before), subjects.of_contact(contact), about=subjects.children(contact))
    _take_route(reader, contact, kind, given)
    return made


def _check_details(contact: Contact, kind: str, given: KindDetails) -> None:
    wanted = {
        "moving_in": {"organisation": "Name the other authority.", "told": "Say who was told there, or that nobody was yet."},
        "information": {"organisation": "Say who asks."},
        "section_7_37": {"organisation": "Name the court."},
    }.get(kind, {})
    problems = {name: words for name, words in wanted.items() if not getattr(given, name).strip()}
    if kind == "section_7_37" and given.due_on is None:
        problems["due_on"] = "Say by when the court wants the report."
    if kind == "consultation":
        problems |= _consultation_problems(contact, given)
    if kind == "not_ours":
        problems |= _redirect_problems(contact, given)
    if kind == "unborn" and not contact.lines.filter(person__kind=Person.UNBORN).exists():
        problems["kind"] = "No unborn child is named on this contact."
    if problems:
        raise Invalid(problems)


def _consultation_problems(contact: Contact, given: KindDetails) -> dict[str, str]:
    problems = {}
    if not given.question.strip():
        problems["question"] = "Write what was asked."
    if not given.told.strip():
        problems["told"] = "Write the advice that was given."
    if given.harm_described not in ("yes", "no"):
        problems["harm_described"] = "Say whether harm to a child was described."
    if given.harm_described == "yes" and given.name_asked not in ("given", "refused"):
        problems["name_asked"] = "Harm was described, so ask the child's name, and say what the answer was."
    named = contact.lines.exists()
    if given.name_asked == "given" and not named:
        problems["name_asked"] = "The name was given: name the child on this contact first."
    if given.ended_with in ("assessment", "early_help") and not named:
        problems["ended_with"] = "This goes on to a child's own record: name the child on this contact first."
    return problems


def _redirect_problems(contact: Contact, given: KindDetails) -> dict[str, str]:
    problems = {}
    if contact.child_protection or (contact.grade and front_door().rank(contact.grade) < len(front_door().grades) - 1):
        problems["kind"] = "This is marked as urgent or as child protection, so it cannot be passed on as not ours."
    if not given.redirected:
        problems["redirected"] = "Say whether it was passed to another service or information was given."
    if given.redirected == "passed" and not given.organisation.strip():
        problems["organisation"] = "Name the service it was passed to."
    if given.redirected == "information" and not given.told.strip():
        problems["told"] = "Write the information that was given."
    return problems


def _take_route(reader: Reader, contact: Contact, kind: str, given: KindDetails) -> None:
    if kind == "more_on_open":
        _add_to_open(reader, contact, given.open_contact)
    elif kind == "has_worker":
        _pass_to_case_holder(reader, contact)
    elif kind == "closed_recently":
        _back_to_last_team(reader, contact, given)
    elif kind == "not_ours":
        _redirect(contact)
    elif kind == "consultation" and given.ended_with == "assessment":
        contact.refresh_from_db()
        contact.purpose = "safeguarding" if given.harm_described == "yes" else contact.purpose
        contact.what_told = f"{contact.what_told}\n\nConsultation: {given.question}\n\nAdvice given: {given.told}"
        contact.save()


def _add_to_open(reader: Reader, contact: Contact, other_id: UUID | None) -> None:
    if other_id is None:
        raise Invalid({"open_contact": "Choose the open contact that this belongs to."})
    other = open_contact(reader, other_id)
    if contact.pk in (other.pk, other.added_to_id):
        raise Invalid({"open_contact": "Choose another contact."})
    contact.added_to = other
    contact.save()
    if contact.incident_id is None or contact.incident_id != other.incident_id:
        join(contact, other)
    reopen_urgency(other, contact)
    if other.holder_id is not None and other.holder_id != reader.id and other.holder is not None:
        title = f"More was said on contact {other.number}: look at the urgency again"
        notify([other.holder], other, title, f"more:{contact.pk}")


def _pass_to_case_holder(reader: Reader, contact: Contact) -> None:
    """Offer the contact to each child's case holder, who accepts by name; their team manager gets a copy."""
    workers = allocated_workers(list(contact.lines.values_list("person_id", flat=True)))
    holders = {worker.pk: worker for worker in workers.values()}
    if not holders:
        raise Invalid({"kind": "No child on this contact has a worker."})
    for worker in holders.values():
        team = team_of(worker)
        if team is None:
            raise Invalid({"kind": f"{worker.name} holds no team now. Pass it to the team instead."})
        routing.offer(reader, contact, team, to_user=worker, why="About a child you work with.")
        title = f"Copy: contact {contact.number} was passed to {worker.name}"
        notify([user for user in managers_of(team) if user.pk != worker.pk], contact, title, f"copy:{worker.pk}")
    contact.stage = "passed_on"
    contact.save()


def team_of(user: User) -> str | None:
    """The team in which somebody holds a role now."""
    held = RoleHeld.objects.at(worktime.now()).filter(user=user)
    return held.order_by("starts_at").values_list("team", flat=True).last()


def _back_to_last_team(reader: Reader, contact: Contact, given: KindDetails) -> None:
    """Open a new referral record at the potential stage for each child, and tell the last worker and their manager."""
    day = contact.received_at.astimezone(worktime.LONDON).date()
    ids = list(contact.lines.values_list("person_id", flat=True))
    recent = {person: one for person, one in closed_services(ids).items() if closed_recently(one, day)}
    if not recent:
        months = front_door().recent_months
        raise Invalid({"kind": f"No child on this contact had a service that ended within the last {months} months."})
    asked = given.safeguarding or (front_door().duty_call_for_recent and contact.purpose != "support")
    if asked and given.manager_called_at is None:
        raise Invalid({"manager_called_at": f"Telephone {_duty_manager()} first, and enter when."})
    if given.safeguarding:
        _record_safeguarding(contact, list(recent), given.manager_called_at)
    workers = last_workers(list(recent))
    for person_id, episode in recent.items():
        if not contact.potential_referrals.filter(person_id=person_id).exists():
            _open_potential(contact, person_id, episode, workers.get(person_id))
    for team in dict.fromkeys(one.team for one in recent.values() if one.team):
        if not contact.hand_overs.filter(to_team=team, withdrawn_at=None).exists():
            routing.offer(reader, contact, team, why="Your work with a child on it ended within the last months.")
            contact.stage = "passed_on"
            contact.save()


def _duty_manager() -> str:
    """The duty manager by name, with the number to ring."""
    names = ", ".join(one.name for one in duty_managers()) or "the duty manager"
    details = packs.active().contact_details
    return f"{names} on {details.telephone}" if details else names


def _record_safeguarding(contact: Contact, children: list[UUID], called_at: datetime | None) -> None:
    home = subjects.of_contact(contact)
    for child in children:
        timeline.record(events.ClosedCaseSafeguarding(child=child), home, about=[timeline.Subject("person", child)])
    timeline.record(events.DutyManagerCalled(), home, about=subjects.children(contact), happened_at=called_at)


def _open_potential(contact: Contact, person_id: UUID, episode: ServiceEpisode, worker: User | None) -> None:
    if episode.closed_on is None:  # an open service is not a closed one
        return
    managers = managers_of(episode.team) if episode.team else []
    gone = worker is not None and (not worker.is_active or team_of(worker) is None)
    PotentialReferral.objects.create(
        contact=contact,
        person_id=person_id,
        service=episode.service,
        team=episode.team,
        closed_on=episode.closed_on,
        last_worker=worker,
        worker_has_left=gone,
        last_manager=managers[0] if managers else None,
        opened_at=worktime.now(),
    )
    timeline.record(
        events.PotentialReferralOpened(child=person_id, closed_on=episode.closed_on),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    title = f"We were told of a child whose work with your team ended lately: contact {contact.number}"
    told = {"worker": [] if worker is None or gone else [worker], "manager": managers}
    for whom, users in told.items():
        notify(users, contact, title, "recent")
        if users:
            timeline.record(
                events.EarlierWorkerTold(child=person_id, whom=whom),
                subjects.of_contact(contact),
                about=[timeline.Subject("person", person_id)],
            )


def _redirect(contact: Contact) -> None:
    """Passed to another service or answered with information: it closes and counts as redirected."""
    contact.stage, contact.closed_at = "closed", worktime.now()
    contact.save()
    timeline.record(events.ContactClosed(reason="redirected"), subjects.of_contact(contact), about=subjects.children(contact))
