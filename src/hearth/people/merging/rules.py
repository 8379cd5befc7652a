"""When two records may become one, which value of each fact stands, and who must agree."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.limiting import PERSON
from hearth.foundation.access.models import Restriction
from hearth.people import identities
from hearth.people.facts import FACTS, stated
from hearth.people.folding import fold
from hearth.people.merging import separation
from hearth.people.merging.rows import KEPT, MERGED
from hearth.people.models import Person, Relationship, Residence, ServiceEpisode, Statement

CHOSEN = ("kind", *FACTS)
"""The fields of which one value stands. What is estimated follows its date."""
STANDING = (*CHOSEN, "birth_estimated", "mother_id")
"""The fields that a merge may change."""
BLANK: tuple[Any, ...] = ("", "not_asked", None, [])
VERIFIED = ("seen", "record")
EXCLUSIVE = {"child_in_need", "child_protection"}
"""Plans of which a child has one or the other."""
YOUNGEST_ADULT = 14
"""Below this age nobody is recorded as an adult by mistake of a year or two."""


def is_blank(name: str, value: Any) -> bool:
    """Does the record say nothing there?"""
    return value in BLANK or (name == "sex" and value == "U")


def differ(name: str, kept: Person, merged: Person) -> bool:
    """Do both records say something, and not the same?"""
    one, other = getattr(kept, name), getattr(merged, name)
    return one != other and not is_blank(name, one) and not is_blank(name, other)


def usual(name: str, kept: Person, merged: Person) -> str:
    """Whose value stands unless somebody chooses: what was born over unborn, a true date over an estimated one."""
    if name == "kind":
        return MERGED if kept.kind == Person.UNBORN else KEPT
    if name == "date_of_birth" and kept.birth_estimated and merged.date_of_birth and not merged.birth_estimated:
        return MERGED
    return MERGED if is_blank(name, getattr(kept, name)) and not is_blank(name, getattr(merged, name)) else KEPT


def changed(kept: Person, merged: Person, choices: Mapping[str, str]) -> dict[str, Any]:
    """The kept record's fields that get the other's value."""
    found = {}
    for name in CHOSEN:
        value = getattr(merged, name)
        chosen = choices.get(name, usual(name, kept, merged))
        if chosen == MERGED and value != getattr(kept, name) and not is_blank(name, value):
            found[name] = value
    if "date_of_birth" in found and merged.birth_estimated != kept.birth_estimated:
        found["birth_estimated"] = merged.birth_estimated
    if kept.mother_id is None and merged.mother_id not in (None, kept.pk):
        found["mother_id"] = merged.mother_id
    return found


def unborn_with_birth(person: Person, values: Mapping[str, Any]) -> bool:
    """Would a record be of an unborn child and have a date of birth?"""
    kind, born = (values.get(name, getattr(person, name)) for name in ("kind", "date_of_birth"))
    return kind == Person.UNBORN and born is not None


def names_besides(kept: Person, merged: Person, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Forenames and surname that one of the two records says and that do not stand: they go on finding the person."""
    stands = {name: values.get(name, getattr(kept, name)) for name in ("forenames", "surname", "known_as")}
    found: dict[str, tuple[str, str]] = {}
    for one in (kept, merged):
        if fold(one.forenames, one.surname) != fold(stands["forenames"], stands["surname"]):
            found.setdefault(fold(one.forenames, one.surname), (one.forenames, one.surname))
        if fold(one.known_as) not in (fold(stands["known_as"]), fold(stands["forenames"])):
            found.setdefault(fold(one.known_as), (one.known_as, ""))
    return [names for folded, names in found.items() if folded]


def needs_two(kept: UUID, merged: UUID) -> bool:
    """Has either an open service? Then one person proposes and another confirms."""
    return ServiceEpisode.objects.filter(person__in=[kept, merged], closed_on=None).exists()


def blocks(kept: Person, merged: Person) -> list[str]:
    """Why the two cannot be made one as they stand, each in words."""
    if separation.are_apart(kept.pk, merged.pk):
        return ["These are the birth and the adoptive identity of one child. They are never made one."]
    return [*_kinds(kept, merged), *_numbers(kept, merged), *_plans(kept.pk, merged.pk), *_restrictions(kept.pk, merged.pk)]


def _kinds(kept: Person, merged: Person) -> list[str]:
    kinds = {kept.kind, merged.kind}
    if kinds == {Person.ADULT, Person.UNBORN}:
        return ["One record is of an adult and the other of an unborn child. They cannot be one person."]
    if kinds == {Person.ADULT, Person.CHILD}:
        child = kept if kept.kind == Person.CHILD else merged
        adult = merged if child is kept else kept
        if child.date_of_birth and not _may_be_grown(child, adult):
            return ["One record is of an adult and the other of a child. Correct the kind or the date of birth first."]
    return []


def _may_be_grown(child: Person, adult: Person) -> bool:
    born: date = child.date_of_birth or worktime.today()
    near = adult.date_of_birth is None or abs((born - adult.date_of_birth).days) < 3 * 365
    return near and (worktime.today() - born).days > YOUNGEST_ADULT * 365


def _numbers(kept: Person, merged: Person) -> list[str]:
    if not differ("nhs_number", kept, merged) or not all(_verified(one, "nhs_number") for one in (kept, merged)):
        return []
    return ["Each record has an NHS number that was seen, and they are different: two people. Correct the wrong one first."]


def _verified(person: Person, fact: str) -> bool:
    said = identities.written(Statement.objects.all(), person.pk)
    return said.filter(fact=fact, value=stated(getattr(person, fact)), known_by__in=VERIFIED).exists()


def _plans(kept: UUID, merged: UUID) -> list[str]:
    rows = list(ServiceEpisode.objects.filter(person__in=[kept, merged], closed_on=None).order_by("opened_on", "pk"))
    own, other = [one for one in rows if one.person_id == kept], [one for one in rows if one.person_id == merged]
    found = []
    for one in own:
        for two in other:
            same = one.service == two.service
            if same and (one.team, one.opened_on) != (two.team, two.opened_on):
                found.append(
                    f"Both have “{one.get_service_display()}” open, since {_day(one.opened_on)} and since {_day(two.opened_on)}."
                    " Close the one that is wrong first."
                )
            elif not same and {one.service, two.service} == EXCLUSIVE:
                found.append("One has a child in need plan open and the other a child protection plan. Close the wrong one first.")
    return found


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _restrictions(kept: UUID, merged: UUID) -> list[str]:
    rows = Restriction.objects.filter(kind=PERSON, subject_id__in=[kept, merged], ended_at=None)
    if len(set(rows.values_list("level", flat=True))) > 1:
        return ["One record is restricted and the other sealed. Make both the same first."]
    return []


def like_twins(kept: Person, merged: Person) -> str:
    """Why the two may be twins, in words, where somebody must say that they are sure; empty where nothing says so."""
    born = kept.date_of_birth
    if born is None or born != merged.date_of_birth or kept.birth_estimated or merged.birth_estimated:
        return ""
    if fold(kept.forenames) == fold(merged.forenames) and kept.sex == merged.sex:
        return ""
    if _mothers(kept) & _mothers(merged):
        return "They were born on the same day to the same mother, and are not named alike: they may be twins."
    homes = Residence.objects.filter(person=merged, ends_on=None).values("address")
    if (
        fold(kept.surname) == fold(merged.surname)
        and Residence.objects.filter(person=kept, address__in=homes, ends_on=None).exists()
    ):
        return "They were born on the same day, live at one address, and are not named alike: they may be twins."
    return ""


def _mothers(person: Person) -> set[UUID]:
    rows = Relationship.objects.filter(person=person, kind="mother").values_list("relative_id", flat=True)
    return {*rows, *([person.mother_id] if person.mother_id else [])}
