"""The facts that this room keeps about a person: their words on the screen, and how a value reads.

Each fact is a column of `Person`; statements beside it say how the value is known, who told it and when.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hearth.people import codes
from hearth.people.models import Person

NO_ANSWER = dict(codes.NO_ANSWER)
GROUPS = {
    "identity": "Name, birth and numbers",
    "background": "Ethnicity, nationality, language and religion",
    "needs": "Communication and disability",
    "contact": "How to reach them safely",
}


@dataclass(frozen=True)
class Fact:
    """A fact: its column, its words, the group of facts that are asked together, and its code list where it has one.

    `blank` is what an empty column means: "not_asked" where the question is put to everybody, else nothing is missing.
    """

    name: str
    label: str
    group: str
    choices: tuple[tuple[str, str], ...] = ()
    blank: str = ""

    def words(self, value: Any) -> str:
        """A value as people read it; what an empty one means, or nothing."""
        if value in (None, "", []):
            return NO_ANSWER.get(self.blank, "")
        if isinstance(value, date):
            return f"{value.day} {value:%B} {value.year}"
        known = NO_ANSWER | dict(self.choices)
        parts = value if isinstance(value, list) else [value]
        return ", ".join(known.get(str(part), str(part)) for part in parts)


def _list(choices: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(choices)


FACTS: Mapping[str, Fact] = {
    fact.name: fact
    for fact in (
        Fact("forenames", "First names", "identity"),
        Fact("surname", "Last name", "identity"),
        Fact("known_as", "Known as", "identity"),
        Fact("date_of_birth", "Date of birth", "identity", blank="not_asked"),
        Fact("expected_date", "Expected date", "identity"),
        Fact("hospital", "Hospital", "identity"),
        Fact("sex", "Sex", "identity", _list(codes.SEX), blank="not_asked"),
        Fact("nhs_number", "NHS number", "identity"),
        Fact("upn", "Pupil number (UPN)", "identity"),
        Fact("died_on", "Died on", "identity"),
        Fact("ethnicity", "Ethnicity", "background", _list(codes.ETHNICITY), blank="not_asked"),
        Fact("nationality", "Nationality", "background", blank="not_asked"),
        Fact("first_language", "First language", "background", blank="not_asked"),
        Fact("interpreter", "Interpreter needed", "background", _list(codes.YES_NO_UNKNOWN), blank="not_asked"),
        Fact("religion", "Religion", "background", blank="not_asked"),
        Fact("communication", "Communication needs", "needs", blank="not_asked"),
        Fact("disabilities", "Disability", "needs", _list(codes.DISABILITY), blank="not_asked"),
        Fact("disability_needs", "What follows from it", "needs"),
        Fact("telephone", "Telephone", "contact"),
        Fact("telephone_safe", "Safe to ring", "contact", _list(codes.YES_NO_UNKNOWN), blank="not_asked"),
        Fact("email", "E-mail", "contact"),
        Fact("email_safe", "Safe to write to", "contact", _list(codes.YES_NO_UNKNOWN), blank="not_asked"),
        Fact("safe_contact", "Safest way and time", "contact"),
    )
}


def in_group(group: str) -> list[Fact]:
    """The facts that are asked together."""
    return [fact for fact in FACTS.values() if fact.group == group]


def stated(value: Any) -> str:
    """A value as a statement keeps it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return ",".join(value) if isinstance(value, list) else str(value)


def is_disabled(person: Person) -> bool:
    """Is a disability recorded?"""
    return any(code != "NONE" for code in person.disabilities)


def still_to_ask(person: Person) -> list[str]:
    """What the expected record of a child still lacks, in words: nothing here stops work, it travels with the child."""
    if person.kind == Person.ADULT:
        return []
    missing = [] if person.kind == Person.UNBORN or (person.forenames and person.surname) else ["first and last name"]
    asked = ["ethnicity", "nationality", "first_language", "religion", "communication", "disabilities"]
    if person.kind == Person.UNBORN:
        return [] if person.expected_date else ["expected date"]
    if person.date_of_birth is None or person.birth_estimated:
        missing.append("date of birth")
    if person.sex == "U":
        missing.append("sex")
    return missing + [FACTS[name].label.lower() for name in asked if getattr(person, name) in ("", "not_asked", "NOBT", [])]
