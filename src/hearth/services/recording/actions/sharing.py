"""Information asked for, shared or not with reasons, and received."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import Notice, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, identities
from hearth.people.actions import subject
from hearth.people.models import Person
from hearth.services.recording import events, queries
from hearth.services.recording.models import SharingDecision, SharingReceipt, SharingRequest


@dataclass(frozen=True)
class SharingGiven:
    """What a worker says of sharing, or not sharing, information about a child."""

    outcome: str
    what: str
    purpose: str
    reason: str
    recipients: list[str] = field(default_factory=list)
    extent: str = ""
    why_full: str = ""
    risk: str = ""
    told: str = ""
    told_why: str = ""
    told_what: str = ""
    told_how: str = ""
    told_with_whom: str = ""
    told_at: datetime | None = None
    not_told_reason: str = ""
    sought: str = ""
    why_not_sought: str = ""
    why_not_reason: str = ""
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    basis: str = ""
    facts: str = ""
    overridden_by: User | None = None
    expected: str = ""
    plan_to_tell: str = ""
    effect_on_person: str = ""
    effect_on_others: str = ""
    critical: bool = False
    sent_to: str = ""
    sent_at: datetime | None = None


Wanted = dict[str, str]


@action(capabilities.CHANGE)
def ask_for_information(
    reader: Reader, person_id: UUID, *, who_asks: str, what: str, why: str, asked_at: datetime
) -> SharingRequest:
    """Record that somebody asked for information about a child; it waits until it is answered."""
    person = check(Person, person_id, reader, capabilities.CHANGE)
    given = {"who_asks": who_asks, "what": what, "why": why}
    words = {"who_asks": "Say who asks.", "what": "Say what they ask for.", "why": "Say what they want it for."}
    problems = {name: words[name] for name in words if not given[name].strip()}
    if asked_at > worktime.now():
        problems["asked_at"] = "The time must not be in the future."
    if problems:
        raise Invalid(problems)
    made = SharingRequest.objects.create(person=person, asked_at=asked_at, by=reader.user, at=worktime.now(), **given)
    timeline.record(events.SharingAsked(request=made.pk), subject(person_id), happened_at=asked_at)
    return made


@action(capabilities.CHANGE)
def decide_sharing(reader: Reader, person_id: UUID, *, given: SharingGiven, answers: UUID | None = None) -> SharingDecision:
    """Record a decision to share information about a child, or not to, with its reasons.

    Lack of agreement never refuses it by itself: without agreement another basis and the facts of the case are written,
    and after a refusal a manager is named who overrides it and is told.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE)
    asked = identities.written(SharingRequest.objects.filter(pk=answers, answer=None), person.pk).first() if answers else None
    if answers is not None and asked is None:
        raise Invalid("This request has been answered already.")
    problems = _wanted({"what": "Say what it is about.", "purpose": "Say for what purpose.", "reason": "Give the reasons."}, given)
    if given.outcome == "shared":
        problems |= _shared(given) | _told(given) | _agreement(given) | _ground(given)
        if given.answer == "refused" and given.overridden_by not in queries.managers(reader):
            problems["overridden_by"] = "They refused. Name the manager who overrides that; it cannot be yourself."
    elif given.outcome != "not_shared":
        problems["outcome"] = "Say whether it is shared."
    problems |= _ahead(given)
    if problems:
        raise Invalid(problems)
    values = {one.name: getattr(given, one.name) for one in fields(given)}
    made = SharingDecision.objects.create(person=person, request=asked, by=reader.user, at=worktime.now(), **values)
    timeline.record(events.SharingDecided(decision=made.pk, outcome=made.outcome, basis=made.basis or None), subject(person_id))
    if made.overridden_by is not None:
        title = "You are named as overriding a refusal to share information about a child"
        key = f"override:{made.pk}"
        Notice.objects.create(user=made.overridden_by, title=title, kind="person", subject_id=person_id, key=key, at=worktime.now())
    return made


def _wanted(words: Wanted, given: SharingGiven) -> Wanted:
    return {name: words[name] for name in words if not _said(getattr(given, name))}


def _said(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _ahead(given: SharingGiven) -> Wanted:
    """Words for each time and day that has not come."""
    problems = {
        name: "The time must not be in the future."
        for name in ("told_at", "sent_at")
        if (moment := getattr(given, name)) is not None and moment > worktime.now()
    }
    if given.answered_on is not None and given.answered_on > worktime.today():
        problems["answered_on"] = "The date must not be in the future."
    return problems


def _shared(given: SharingGiven) -> Wanted:
    words = {
        "recipients": "Name everybody it goes to, each on a line.",
        "extent": "Say whether a summary would do.",
        "risk": "Write the risk it is shared for.",
        "effect_on_person": "Write the effect on the person.",
        "effect_on_others": "Write the effect on others.",
    }
    if given.extent == "full":
        words["why_full"] = "Say why the full record is needed and a summary would not do."
    if given.critical:
        words |= {"sent_to": "Say to whom it was sent.", "sent_at": "Say when it was sent."}
    return _wanted(words, given)


def _told(given: SharingGiven) -> Wanted:
    if given.told == "yes":
        return _wanted(
            {
                "told_why": "Say what they were told of why.",
                "told_what": "Say what they were told of what is shared.",
                "told_how": "Say what they were told of how.",
                "told_with_whom": "Say what they were told of with whom.",
                "told_at": "Say when they were told.",
            },
            given,
        )
    if given.told == "no":
        return _wanted({"not_told_reason": "Say why the person was not told."}, given)
    return {"told": "Say whether the person was told."}


def _agreement(given: SharingGiven) -> Wanted:
    if given.sought == "no":
        words = {"why_not_sought": "Choose unsafe or inappropriate.", "why_not_reason": "Say why."}
        return _wanted(words, given)
    if given.sought == "yes":
        words = {"answer": "Say what the answer was.", "answered_by": "Say who answered.", "answered_on": "Say on which day."}
        return _wanted(words, given)
    return {"sought": "Say whether agreement was sought."}


def _ground(given: SharingGiven) -> Wanted:
    if not given.basis:
        return {"basis": "Choose the basis."}
    if given.basis == "agreement":
        agreed = given.sought == "yes" and given.answer == "agreed"
        return {} if agreed else {"basis": "Nobody is recorded as agreeing. Choose another basis, or record who agreed and when."}
    problems = _wanted(
        {"facts": "Without agreement, write the facts of the case.", "expected": "Say whether the person expects this."}, given
    )
    if given.expected == "no" and not given.plan_to_tell.strip():
        problems["plan_to_tell"] = "Say how and when they will be told, or why not."
    return problems


@action(capabilities.CHANGE)
def confirm_receipt(reader: Reader, decision_id: UUID, *, confirmed_by: str, received_at: datetime) -> SharingReceipt:
    """Record that information critical to a child's safety was received."""
    decision = check(SharingDecision, decision_id, reader, capabilities.CHANGE)
    if not decision.critical or SharingReceipt.objects.filter(decision=decision).exists():
        raise Invalid("There is no receipt left to confirm here.")
    if not confirmed_by.strip():
        raise Invalid({"confirmed_by": "Say who confirmed that they have it."})
    if received_at > worktime.now():
        raise Invalid({"received_at": "The time must not be in the future."})
    made = SharingReceipt.objects.create(
        decision=decision, confirmed_by=confirmed_by.strip(), received_at=received_at, by=reader.user, at=worktime.now()
    )
    timeline.record(events.SharingReceived(decision=decision.pk), subject(decision.person_id), happened_at=received_at)
    return made
