"""A call becomes a contact: its children and adults, the guide's answers, what was agreed before hanging up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import answering, drafts
from hearth.foundation.caseforms.loading import case_form
from hearth.foundation.caseforms.models import Draft
from hearth.foundation.merging import changed_fields
from hearth.foundation.timeline import api as timeline
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.households import live_with
from hearth.people.models import Person
from hearth.people.unspoken import Unspoken
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions import conversation
from hearth.services.frontdoor.actions.receiving import NewContact, receive_contact
from hearth.services.frontdoor.models import Contact, ContactLine, NextStep
from hearth.services.frontdoor.pack import front_door

PART_FIELDS = ("child_part", "child_words")


@dataclass(frozen=True, repr=False)
class NewAdult(Unspoken):
    """An adult named on the call: what they are to which children (their places on the page; none given: all)."""

    who: Named
    relation: str
    parental_responsibility: str = "not_asked"
    lives_there: str = ""
    children: frozenset[int] = frozenset()


@dataclass(frozen=True)
class NewStep:
    """A next step: what, who does it, by when."""

    what: str
    owner: str
    by_when: date | None = None


@dataclass(frozen=True, repr=False)
class Call(Unspoken):
    """Everything a call gives."""

    contact: NewContact
    adults: list[NewAdult] = field(default_factory=list)
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    siblings: bool = False
    advice: str = ""
    steps: list[NewStep] = field(default_factory=list)
    caller_agrees: bool | None = None
    reason_when_not: str = ""
    draft: UUID | None = None


@action(capabilities.RECEIVE)
def take_call(reader: Reader, call: Call) -> Contact:
    """Record a call as a contact, all of it or nothing; its draft is finished with it.

    Raises what `receive_contact` raises, Invalid for next steps without the caller's answer, and TakenOver where a
    colleague has the call now.
    """
    _check_agreed(call)
    contact = receive_contact(reader, call.contact)
    children = [line.person for line in contact.lines.select_related("person").order_by("position")]
    if call.siblings:
        people.relate_siblings(reader, children, source=f"Told on contact {contact.number}")
    for adult in call.adults:
        _add_adult(reader, contact, adult, children)
    form = case_form(front_door().conversation_form)
    for section, values in call.answers.items():
        if any(value not in answering.EMPTY for value in values.values()):
            answering.save_section(reader, form, section, subjects.of_contact(contact), version=0, values=values)
    now = worktime.now()
    if call.advice.strip():
        to_whom = contact.referrer_name or "whoever told us"
        conversation.give_advice(reader, contact.pk, kind="advice", what=call.advice, to_whom=to_whom)
    for step in call.steps:
        NextStep.objects.create(
            contact=contact,
            what=step.what,
            owner=step.owner,
            by_when=step.by_when,
            caller_agrees=bool(call.caller_agrees),
            reason_when_not=call.reason_when_not,
            recorded_by=reader.user,
            recorded_at=now,
        )
    drafts.finish(reader, call.draft, contact.pk)
    return contact


def _check_agreed(call: Call) -> None:
    problems: dict[str, str] = {}
    for step in call.steps:
        if not step.what.strip() or not step.owner.strip():
            problems[""] = "Each next step needs what is to be done and who does it."
    if call.steps and call.caller_agrees is None:
        problems["caller_agrees"] = "Say whether the caller agrees with the next steps."
    if call.caller_agrees is False and not call.reason_when_not.strip():
        problems["reason_when_not"] = "Say why the caller does not agree."
    if problems:
        raise Invalid(problems)


def _add_adult(reader: Reader, contact: Contact, adult: NewAdult, children: list[Person]) -> None:
    given = bool(adult.who.address or adult.who.postcode)
    person = people.identify(reader, adult.who, housed=False)
    source = f"Told on contact {contact.number}"
    concerned = [child for place, child in enumerate(children) if not adult.children or place in adult.children]
    for child in concerned:
        if child.pk == person.pk:
            raise Invalid(f"{person.name} stands on this page as a child and as an adult. Keep one of the two.")
        responsibility = adult.parental_responsibility
        people.relate(reader, child, person, adult.relation, parental_responsibility=responsibility, source=source)
    if given:
        lives = adult.lives_there or "yes"
        people.live_at(reader, person, adult.who.address, adult.who.postcode, lives_there=lives)
    elif adult.lives_there and concerned:
        live_with(reader, person, concerned[0], lives_there=adult.lives_there)


@action(capabilities.RECEIVE)
def take_over_call(reader: Reader, draft_id: UUID) -> Draft:
    """Go on with a call that a colleague has half typed; its clock keeps running from the ring."""
    return drafts.take_over(reader, draft_id)


@action(capabilities.RECEIVE)
def give_up_call(reader: Reader, draft_id: UUID) -> None:
    """Give up a half-typed call that came to nothing (a wrong number). Only whoever has it may."""
    drafts.finish(reader, draft_id, None)


@action(capabilities.WORK)
def record_part(reader: Reader, line_id: UUID, *, version: int, base: Mapping[str, Any], values: Mapping[str, Any]) -> ContactLine:
    """Write what is happening for one child, and the child's own words. Stale where both changed the same field."""
    line = check(ContactLine, line_id, reader, capabilities.WORK, for_update=True)
    changed = changed_fields(line, PART_FIELDS, values, version=version, base=base)
    if not changed:
        return line
    for name, value in changed.items():
        setattr(line, name, value)
    line.version += 1
    line.save()
    timeline.record(events.PartRecorded(child=line.person_id), subjects.of_contact(line.contact), about=[subjects.child(line)])
    return line
