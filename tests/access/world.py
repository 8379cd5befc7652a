"""For every relation that a reader can have to a record: a child, a contact, and everything that hangs on them."""

from dataclasses import dataclass, field
from typing import Any

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Conflict, Involvement
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.models import Obligation
from hearth.people import actions as people
from hearth.people.models import Person
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import FactorNoted, HandOver, Referral
from hearth.services.frontdoor.pack import front_door
from tests.support.people import call, child, staff

RELATIONS = ["none", "involved", "restricted", "sealed", "own_family"]
EACH_PACK = {"none", "sealed", "own_family"}
HIDDEN = ["restricted", "sealed", "own_family"]
NAMES = {"none": "Nonagon", "involved": "Involvarez", "restricted": "Restrepov", "sealed": "Sealskinner", "own_family": "Ownersby"}

# A body that would be right for any form, as far as one body can be.
SENT = {
    **dict.fromkeys(["reason", "reasons", "words", "note", "what", "why", "advice", "how", "found"], "Words long enough."),
    **dict.fromkeys(["forenames", "surname", "name", "told_by", "done_by", "to_whom", "source", "whose_words"], "Wren Other"),
    **dict.fromkeys(["ended_on", "starts_on", "told_on", "date_of_birth"], "1 6 2026"),
    **dict.fromkeys(["done_at", "received_at", "held_at", "given_at"], "1 6 2026 09:59"),
    **dict.fromkeys(["new_due_at", "until", "review_on", "ends_at"], "1 9 2026 12:00"),
    "answer": "approve", "choice": "i_stay", "confidential": "yes", "end": "yes", "grade": "green", "kind": "child",
    "known_by": "seen", "level": "restricted", "outcome": "advice", "parental_responsibility": "yes", "re_referral": "yes",
    "relation": "mother", "route": "telephone", "safe_now": "yes", "seen": "yes", "sex": "F", "shown": "0",
    "significant_harm": "neither", "tell": "yes", "version": "1", "base": "{}", "where_now": "at home", "lines": "1 Elm Road",
}  # fmt: skip


@dataclass
class Family:
    """A child in one relation to the reader, and the ids that routes about them take."""

    relation: str
    person: Any
    contact: Any
    team: str
    ids: dict[str, Any] = field(default_factory=dict)

    @property
    def secrets(self) -> list[str]:
        """What a page for a reader who may not see the child must not hold."""
        surname = NAMES[self.relation]
        return [surname, f"{surname} Mews", f"{surname}'s note"]


def make(relation: str, keeper: Reader) -> Family:
    """A child and a contact about them; `keeper` is a manager who made it all and owns any restriction."""
    surname, others = NAMES[relation], frozenset(Person.objects.values_list("pk", flat=True))
    home = {"address": f"1 {surname} Mews", "postcode": "SO15 5AA"}
    person = people.identify(keeper, child("Zeno", surname, 7, dismissed=others, **home))
    mother = people.identify(keeper, child("Wilma", "Otherby", 30, kind="adult", dismissed=others | {person.pk}))
    tie = people.relate(keeper, person, mother, "mother")
    agency = people.add_agency(keeper, name="Hill School", kind="education")
    helper = people.involve_professional(keeper, person.pk, name="Hal Head", agency=agency)
    warning = people.warn(keeper, person.pk, words=f"{surname} warning", reason="Dog", review_on=worktime.today().replace(month=12))
    contact = actions.receive_contact(keeper, call(person, what_told=f"{surname}'s note"))
    line = contact.lines.get()
    team = next(outcome.team for outcome in front_door().outcomes if outcome.team)
    offer = HandOver.objects.create(contact=contact, to_team=team, offered_by=keeper.user, offered_at=worktime.now())
    ids = {
        "person_id": person.pk,
        "contact_id": contact.pk,
        "line_id": line.pk,
        "hand_over_id": offer.pk,
        "telling_id": contact.tellings.get().pk,
        "obligation_id": Obligation.objects.filter(head__subject_id=contact.pk).values_list("pk", flat=True).first() or 0,
        "home_id": person.residences.get().pk,
        "relationship_id": tie.pk,
        "involvement_id": helper.pk,
        "warning_id": warning.pk,
        "group": "identity",
        "fact": "forenames",
        "notice_id": 0,
        "held_id": 0,
        "conflict_id": 0,
    }
    if relation in ("restricted", "sealed"):
        people.restrict(keeper, person.pk, level=relation, reason="Must not be found", owner=keeper.user)
    return Family(relation, person, contact, team, ids)


def put(reader: Reader, family: Family) -> None:
    """Put a reader into the family's relation to them."""
    if family.relation == "involved":
        for kind, key in (("person", family.person.pk), ("contact", family.contact.pk)):
            Involvement.objects.create(kind=kind, subject_id=key, user=reader.user, role="worker", starts_at=worktime.now())
    elif family.relation == "own_family":
        Conflict.objects.get_or_create(user=reader.user, person_id=family.person.pk, defaults={"declared_at": worktime.now()})
        reader.__dict__.pop("conflicts", None)


def keeper() -> Reader:
    """A manager who owns the restrictions; no role under test is this person."""
    role = next(code for code, role in packs.active().roles.items() if "people.restrict" in role.capabilities)
    return staff("Kay Keeper", role, front_door().team)


def of_one_child(family: Family, keeper: Reader) -> dict[str, object]:
    """What else hangs on the child: a referral, a fact noted about them, a timescale of their own."""
    line, now = family.contact.lines.get(), worktime.now()
    referral = Referral.objects.create(
        person=family.person, line=line, received_at=now, opened_at=now, outcome="assessment", team=family.team
    )
    factor = FactorNoted.objects.create(
        contact=family.contact, line=line, code="alcohol", known_by="seen", whose_words="His own", by=keeper.user, at=now
    )
    own = Obligation.objects.filter(head__subject_id=family.contact.pk, per=str(family.person.pk)).values_list("pk", flat=True)
    return {
        "kind": "step_up",
        "referral_id": referral.pk,
        "factor_id": factor.pk,
        "obligation_id": own.first() or family.ids["obligation_id"],
    }
