"""From what is noted on a contact to what a pack's tables suggest. Suggestions only: people decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.decision_tables import Evaluation, evaluate
from hearth.foundation.standards.loading import rulebook
from hearth.people.models import Person, Residence
from hearth.people.queries import episodes
from hearth.people.search import age_on
from hearth.services.frontdoor import guidance
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.models.guidance import FactorNoted, PromptAnswer
from hearth.services.frontdoor.pack import front_door

Facts = dict[str, Any]
HOME_CONDITIONS = ("poor_home_conditions", "animal_mess")


@dataclass(frozen=True)
class Known:
    """Everything the tables and prompts read of a contact: the family's facts, each child's, and all together."""

    family: Facts
    children: dict[UUID, Facts]

    @property
    def together(self) -> Facts:
        """The facts of the family and of every child as one."""
        found = dict(self.family)
        for facts in self.children.values():
            found |= {name: value for name, value in facts.items() if value is not False}
        found["factors"] = max([self.family["factors"], *(facts["factors"] for facts in self.children.values())])
        return found


def known(contact: Contact, lines: Iterable[ContactLine] | None = None) -> Known:
    """The facts of a contact, of the given children (all, unless a reader may see fewer)."""
    lines = list(contact.lines.select_related("person") if lines is None else lines)
    ids = {line.pk for line in lines}
    noted = [one for one in contact.factors.all() if one.taken_back_at is None]
    ticked: dict[UUID | None, set[str]] = {}
    for one in noted:
        if one.line_id is None or one.line_id in ids:
            ticked.setdefault(one.line_id, set()).add(one.code)
    base: Facts = {"always": True, "referrer": contact.referrer_kind, "kind": contact.kind}
    base |= earlier_counts([line.person for line in lines], contact)
    answers: dict[UUID | None, list[PromptAnswer]] = {}
    for answer in contact.answers.all():
        answers.setdefault(answer.line_id, []).append(answer)
    asked = _answered(answers.get(None, []))
    family = base | _ticks(ticked.get(None, set())) | asked
    young = any(_under_five(line.person) for line in lines)
    family["under_five"] = young
    children = {}
    where = _localities([line.person_id for line in lines])
    for line in lines:
        own = ticked.get(None, set()) | ticked.get(line.pk, set())
        own_home = {"locality": where[line.person_id]} if line.person_id in where else {}
        said = _answered(answers.get(line.pk, []))
        children[line.pk] = base | own_home | _ticks(own) | _of_person(line.person) | asked | said
    return Known(family, children)


def _localities(people: list[UUID]) -> dict[UUID, str]:
    """The locality of each child's home, from its postcode as the pack maps postcodes; none for a home it does not map."""
    door = front_door()
    if not door.postcodes:
        return {}
    homes = Residence.objects.filter(person_id__in=people, ends_on=None).exclude(lives_there="no").order_by("starts_on", "pk")
    found = {row.person_id: door.locality(row.address.postcode) for row in homes.select_related("address")}
    return {person: locality for person, locality in found.items() if locality}


def _ticks(codes: set[str]) -> Facts:
    listed = guidance.factors(packs.active().name)
    facts: Facts = {code: True for code in codes if code in listed}
    facts["factors"] = sum(1 for code in facts if listed[code].worry)
    facts["immediate_harm"] = bool({"injury_by_carer_today", "danger_now"} & codes)
    facts["early_help"] = "needs_help" in codes
    facts["safety"] = bool({code for code in facts if code in listed and listed[code].group in ("Harm", "Care and home")})
    facts["complex_need"] = facts["factors"] >= 3
    return facts


def _answered(answers: Iterable[PromptAnswer]) -> Facts:
    """Yes-or-no answers as facts; the latest of each counts."""
    return {one.prompt: one.answer == "yes" for one in answers if one.answer in ("yes", "no")}


def _of_person(person: Person) -> Facts:
    facts: Facts = {"under_five": _under_five(person)}
    if set(person.disabilities) - {"NONE"}:
        facts["disability"] = True
    if person.kind == Person.UNBORN:
        facts["unborn"] = True
    return facts


def _under_five(person: Person) -> bool:
    return person.date_of_birth is not None and age_on(person.date_of_birth, worktime.today()) < 5


def earlier_counts(people: list[Person], contact: Contact) -> Facts:
    """How many earlier contacts on home conditions, and earlier early help, these children have."""
    noted = FactorNoted.objects.filter(
        taken_back_at=None,
        code__in=HOME_CONDITIONS,
        contact__lines__person__in=people,
        contact__received_at__lt=contact.received_at,
    )
    homes = set(noted.order_by().values_list("contact_id", flat=True)) - {contact.pk}
    day = contact.received_at.date()
    helped = {one.opened_on for one in episodes(people) if one.service == "early_help" and one.opened_on < day}
    return {
        "earlier_home_conditions": len(homes),
        "earlier_early_help": len(helped),
    }


def suggested_grade(facts: Known) -> Evaluation | None:
    """The most urgent grade that any child's facts suggest, or None without grades or without any fact noted."""
    table = guidance.table("suggested_grade")
    if table is None or front_door().grades_on != "contact":
        return None
    found = [evaluate(table, own) for own in facts.children.values()] or [evaluate(table, facts.family)]
    suggesting = [one for one in found if one.result]
    return min(suggesting, key=lambda one: table.rank(one.result)) if suggesting else None


def suggested_outcomes(contact: Contact, own: Facts, grade: str) -> Evaluation | None:
    """The outcomes that one child's facts suggest, in order, or None where the pack has no such table or nothing holds."""
    table = guidance.table("suggested_outcomes")
    found = evaluate(table, own | {"grade": contact.grade or grade}) if table else None
    return found if found and found.results else None


def early_help_alone(own: Facts) -> list[str]:
    """Why early help alone is questioned for a child; empty where it is not."""
    table = guidance.table("early_help_alone")
    found = evaluate(table, own) if table else None
    return found.reasons if found and found.results else []


def respond_by(contact: Contact, grade: str) -> datetime | None:
    """By when a contact of a grade is to be responded to, as the pack's standards count it; None without such a limit."""
    pack = packs.active()
    for rule in rulebook(pack.name).applying_to("contact"):
        condition = rule.when.get("grade")
        if condition and grade in condition.one_of and rule.period:
            return worktime.after(contact.received_at, rule.period, pack.calendar, rule.ends).due_at
    return None
