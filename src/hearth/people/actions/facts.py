"""Changing what is recorded about a person: the typed column and a statement of how it is known, in one."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.merging import changed_fields
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import OLDEST, subject
from hearth.people.facts import FACTS, stated
from hearth.people.folding import digits, fold
from hearth.people.models import Person, Statement
from hearth.people.search import age_on

NAMES = ("forenames", "known_as", "surname")


@action(capabilities.CHANGE)
def state_fact(
    reader: Reader,
    person: Person,
    fact: str,
    value: str,
    *,
    known_by: str,
    told_by: str = "",
    told_on: date | None = None,
    note: str = "",
) -> Statement:
    """Add a statement of a fact. The typed column is set by `change_facts`."""
    check(Person, person.pk, reader, capabilities.CHANGE)
    made = Statement.objects.create(
        person=person,
        fact=fact,
        value=value,
        known_by=known_by,
        told_by=told_by,
        told_on=told_on or worktime.today(),
        note=note,
        recorded_by=reader.user,
        recorded_at=worktime.now(),
    )
    timeline.record(events.FactStated(fact=fact, statement=made.pk), subject(person))
    return made


@action(capabilities.CHANGE)
def change_facts(
    reader: Reader,
    person_id: UUID,
    *,
    version: int,
    base: dict[str, Any],
    values: dict[str, Any],
    known_by: str,
    told_by: str = "",
    told_on: date | None = None,
    note: str = "",
) -> Person:
    """Change facts of `hearth.people.facts`, each with a statement of how it is known, who told it and when.

    `base` is what the page showed and `version` which version that was. If somebody has saved since, only a fact that
    both changed is a conflict: Stale then carries theirs, and nothing is written. Facts only they changed stay.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE, for_update=True)
    changed = changed_fields(person, FACTS, values, version=version, base=base)
    _check_source(known_by, told_by, told_on)
    _check_facts(person, changed, note)
    birth = changed.get("date_of_birth")
    if "date_of_birth" in changed:
        changed["birth_estimated"] = False
    if not changed:
        return person
    for name, value in changed.items():
        setattr(person, name, value)
    person.search_name = fold(*(getattr(person, name) for name in NAMES))
    person.version += 1
    person.save()
    for name, value in changed.items():
        if name in FACTS:
            state_fact(reader, person, name, stated(value), known_by=known_by, told_by=told_by, told_on=told_on, note=note)
    if birth:
        timeline.record(events.PersonBorn(date_of_birth=birth), subject(person))
    return person


def _check_source(known_by: str, told_by: str, told_on: date | None) -> None:
    problems = {}
    if known_by == "told" and not told_by.strip():
        problems["told_by"] = "Say who told you."
    if told_on and told_on > worktime.today():
        problems["told_on"] = "The day must not be in the future."
    if problems:
        raise Invalid(problems)


def _check_facts(person: Person, changed: dict[str, Any], note: str) -> None:
    problems = _check_dates(person, changed) | _check_needs(person, changed)
    if changed.get("sex") == "U" and not note.strip():
        problems["note"] = "Say why the sex is not known."
    if changed.get("nhs_number") and not _is_nhs_number(changed["nhs_number"]):
        problems["nhs_number"] = "This is not a valid NHS number. Check its ten digits."
    if changed.get("upn") and not re.fullmatch(r"[A-Z]\d{11}[\dA-Z]", changed["upn"]):
        problems["upn"] = "A pupil number is a letter, eleven digits, and a digit or a letter."
    named = fold(changed.get("forenames", person.forenames), changed.get("surname", person.surname))
    if {"forenames", "surname"} & set(changed) and person.kind != Person.UNBORN and not named:
        problems["forenames"] = "Enter a name. If it is not known, write what they are called."
    if problems:
        raise Invalid(problems)


def _check_dates(person: Person, changed: dict[str, Any]) -> dict[str, str]:
    today, problems = worktime.today(), {}
    born = changed.get("date_of_birth")
    if born and person.kind == Person.UNBORN:
        problems["date_of_birth"] = "An unborn child has an expected date. When the child is born, record the birth."
    elif born and born > today:
        problems["date_of_birth"] = "Date of birth must not be in the future."
    elif born and age_on(born, today) > OLDEST:
        problems["date_of_birth"] = f"Nobody is more than {OLDEST} years old. Check the year."
    if changed.get("died_on") and changed["died_on"] > today:
        problems["died_on"] = "The date must not be in the future."
    return problems


def _check_needs(person: Person, changed: dict[str, Any]) -> dict[str, str]:
    given = set(changed.get("disabilities") or [])
    if "NONE" in given and len(given) > 1:
        return {"disabilities": "Choose either no disability or the kinds of disability."}
    if given - {"NONE"} and not (changed.get("disability_needs") or person.disability_needs).strip():
        return {"disability_needs": "Say what needs follow from it, so that arrangements can be made early."}
    return {}


def _is_nhs_number(number: str) -> bool:
    """Ten digits with the check digit of the NHS Data Dictionary (modulus 11)."""
    if digits(number) != number or len(number) != 10:
        return False
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True)) % 11
    return rest != 10 and rest % 11 == int(number[9])


@action(capabilities.CHANGE)
def confirm_fact(
    reader: Reader, person_id: UUID, fact: str, *, known_by: str, told_by: str = "", told_on: date | None = None
) -> Statement:
    """ "Still true?" The fact is stated again as it stands, so that its age starts anew. Nothing else changes."""
    person = check(Person, person_id, reader, capabilities.CHANGE)
    if fact not in FACTS:
        raise Invalid("There is no such fact.")
    _check_source(known_by, told_by, told_on)
    return state_fact(reader, person, fact, stated(getattr(person, fact)), known_by=known_by, told_by=told_by, told_on=told_on)


@action(capabilities.CHANGE)
def born(
    reader: Reader,
    person_id: UUID,
    *,
    date_of_birth: date,
    sex: str,
    forenames: str = "",
    surname: str = "",
    known_by: str = "told",
    told_by: str = "",
) -> Person:
    """An unborn child was born: the same record becomes a child's, with everything that was written before the birth.

    Raises Invalid for a record that is not of an unborn child, a birth in the future or more than a year ago.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE, for_update=True)
    if person.kind != Person.UNBORN:
        raise Invalid("This record is not of an unborn child.")
    problems = {}
    if date_of_birth > worktime.today():
        problems["date_of_birth"] = "Date of birth must not be in the future."
    elif (worktime.today() - date_of_birth).days > 366:
        problems["date_of_birth"] = "This is more than a year ago. Check the date."
    if known_by == "told" and not told_by.strip():
        problems["told_by"] = "Say who told you."
    if problems:
        raise Invalid(problems)
    person.kind, person.date_of_birth, person.birth_estimated, person.sex = Person.CHILD, date_of_birth, False, sex
    person.forenames = forenames.strip() or person.forenames or "Baby"
    person.surname = surname.strip() or person.surname or (person.mother.surname if person.mother else "")
    person.search_name = fold(*(getattr(person, name) for name in NAMES))
    person.version += 1
    person.save()
    for name in ("date_of_birth", "sex", "forenames", "surname"):
        state_fact(reader, person, name, stated(getattr(person, name)), known_by=known_by, told_by=told_by)
    timeline.record(events.ChildBorn(date_of_birth=date_of_birth), subject(person))
    timeline.record(events.PersonBorn(date_of_birth=date_of_birth), subject(person))
    return person
