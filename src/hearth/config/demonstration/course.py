"""The course of a family's contacts, step by step, each step one action at its own time by somebody whose work it is."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from hearth.config.demonstration import choices
from hearth.config.demonstration.analysing import analyse
from hearth.config.demonstration.families import Child, Coming, Family
from hearth.config.demonstration.staffing import Office
from hearth.config.demonstration.stories import ANSWERS, PROTECTIVE_STEPS, RETURNED, SAFE_PLACES
from hearth.foundation import packs, worktime
from hearth.foundation.access.readers import Reader
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.people.search import candidates
from hearth.services.frontdoor import actions, capabilities
from hearth.services.frontdoor.actions import basis
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door

LATE = 0.06
RETURNS = 0.08
PUBLIC = {"1A": "family", "1B": "public", "1C": "family", "1D": "public", "9": "anonymous"}


class Step(NamedTuple):
    """Something that is done at a time."""

    at: datetime
    order: tuple[int, int]
    act: Callable[[], None]


class Household:
    """A family's records as they come to exist: looked for first, and added only when nobody is them."""

    def __init__(self, office: Office, family: Family) -> None:
        self.office, self.family = office, family
        self.children: list[Person] = []
        self.adults: list[Person] = []

    def known(self, reader: Reader) -> list[Person]:
        """The children's records, made by whoever first writes them down."""
        if not self.children:
            for child in self.family.children:
                self.children.append(self._identify(reader, self._child(child)))
            for adult in self.family.adults:
                named = Named(
                    kind=Person.ADULT,
                    forenames=adult.forenames,
                    surname=adult.surname,
                    date_of_birth=adult.born,
                    sex=adult.sex,
                    telephone=self.family.home_telephone if adult.relation == "mother" else "",
                    address=self.family.address if adult.lives_there else "",
                    postcode=self.family.postcode if adult.lives_there else "",
                )
                person = self._identify(reader, named)
                self.adults.append(person)
                for known in self.children:
                    people.relate(
                        reader, known, person, adult.relation, parental_responsibility=adult.responsible, source="the referrer"
                    )
            self._related(reader)
        return self.children

    def _related(self, reader: Reader) -> None:
        first = self.children[0]
        for other in self.children[1:]:
            people.relate(reader, first, other, "sibling", source="the referrer")
            people.relate(reader, other, first, "sibling", source="the referrer")
        people.state_fact(reader, first, "first_language", self.family.community.language, known_by="told", told_by="the referrer")

    def _child(self, child: Child) -> Named:
        return Named(
            kind=Person.UNBORN if child.born is None else Person.CHILD,
            forenames=child.forenames,
            surname=child.surname,
            known_as=child.known_as,
            date_of_birth=child.born,
            expected_date=child.expected,
            sex=child.sex,
            address=self.family.address,
            postcode=self.family.postcode,
        )

    def _identify(self, reader: Reader, named: Named) -> Person:
        relatives = frozenset(person.pk for person in (*self.children, *self.adults))
        try:
            return people.identify(reader, replace(named, dismissed=relatives))
        except people.Undecided:  # people of like name: shown, looked at, and none of them is this one
            shown = frozenset(one.person_id for one in candidates(named.terms))
            return people.identify(reader, replace(named, dismissed=relatives | shown))


class Course:
    """One contact from its arrival to the answer, as far as the present moment lets it go."""

    def __init__(self, household: Household, coming: Coming, chance: random.Random) -> None:
        self.household, self.coming, self.chance = household, coming, chance
        self.office, self.door, self.calendar = household.office, front_door(), packs.active().calendar
        self.by_night = not self.calendar.is_open(coming.received)
        self.contact: Contact | None = None

    def steps(self, place: int) -> list[Step]:
        """Every step with its time, in order; those still to come are simply not taken."""
        at = self.coming.received + self._minutes(2, 14)
        made = [(at, self.receive)]
        grave = self.coming.story.weight >= 3
        if self.door.grades_on == "contact":
            at += self._minutes(2, 12)
            made.append((at, self.grade))
        if grave:
            made.append((at + (self._minutes(130, 240) if self.chance.random() < 0.1 else self._minutes(15, 75)), self.protect))
        if not grave and self.chance.random() < 0.09:
            at += self._minutes(150, 400)
            made.append((at, self.raise_urgency))
        if self.chance.random() < 0.3:
            made.append((at + self._minutes(10, 60), self.settle_safety))
        at = self._working(at + (self._minutes(20, 80) if grave else self._minutes(45, 330)))
        if self.chance.random() < LATE:
            at = self._working(at + timedelta(hours=self.chance.uniform(20, 60)))
        made.append((at, self.recommend))
        if self.chance.random() < RETURNS:
            at = self._working(at + self._minutes(20, 120))
            made.append((at, self.send_back))
            at = self._working(at + self._minutes(30, 180))
            made.append((at, self.recommend_again))
        at = self._working(at + (self._minutes(8, 35) if grave else self._minutes(20, 150)))
        made.append((at, self.decide))
        made.append((self._working(at + (self._minutes(10, 40) if grave else self._minutes(40, 900))), self.accept))
        made.append((self._working(at + self._minutes(10, 600)), self.answer))
        return [Step(moment, (self.household.family.index, place * 100 + number), act) for number, (moment, act) in enumerate(made)]

    def _minutes(self, least: int, most: int) -> timedelta:
        return timedelta(minutes=round(self.chance.triangular(least, most, least)))

    def _working(self, moment: datetime) -> datetime:
        """The next moment somebody is there: grave and night work is done when it comes, the rest while the office is open.

        What is just past closing is mostly finished before people go home.
        """
        if self.by_night and self.coming.story.weight >= 1:
            return moment
        opening = self.calendar.next_opening(moment)
        if opening == moment:
            return moment
        closed = self.calendar.opening(moment.astimezone(worktime.LONDON).date())
        if closed and timedelta(0) <= moment - closed[1] < timedelta(hours=3) and self.chance.random() < 0.85:
            return moment
        return opening + self._minutes(5, 90)

    @property
    def _worker(self) -> Reader:
        return self.office.worker(self.coming.number, night=self.by_night)

    @property
    def _manager(self) -> Reader:
        return self.office.one_of(self.door.roles.decides, self.coming.number // 7, night=self.by_night, besides=self._worker)

    @property
    def _teller(self) -> Reader:
        worker = self._worker
        return worker if worker.can(capabilities.TELL) else self._manager

    def receive(self) -> None:
        """Somebody takes the call or opens the letter."""
        taker = self.office.caller(self.coming.number, night=self.by_night)
        known = self.household.known(taker)
        family, story, chance = self.household.family, self.coming.story, self.chance
        named = [
            pair
            for pair in zip(family.children, known, strict=True)
            if pair[0].born or story.weight > 1 or len(family.children) == 1
        ]
        where, whom = chance.choice(SAFE_PLACES)
        spoken = next((child for child, _ in named if child.born), named[0][0])
        new = actions.NewContact(
            purpose="support" if story.weight == 0 else "safeguarding",
            what_told=self._told(spoken, family),
            lines=[
                actions.NewLine(
                    who=Named(person_id=person.pk),
                    where_now=where if child.born else "",
                    with_whom=whom if child.born else "",
                    seen=chance.choice(("yes", "yes", "no", "not_asked")),
                    safe_now="yes" if story.weight < 3 else chance.choice(("yes", "unknown")),
                    child_words=chance.choice(story.words) if story.words and child is spoken else "",
                    school=child.school,
                )
                for child, person in named
            ],
            received_at=self.coming.received,
            child_protection=story.weight >= 3,
            kind="new_worry" if self.coming.number % 9 else "more_on_open",
            referrer_source=self.coming.source,
            referrer_kind=PUBLIC.get(self.coming.source, "professional"),
        )
        self.contact = actions.receive_contact(taker, self._referred(new))

    def _told(self, child: Child, family: Family) -> str:
        she, her = ("she", "her") if child.sex == "F" else ("he", "his")
        others = [one.forenames for one in family.children if one is not child and one.born]
        name = child.forenames if child.born else "The unborn baby"
        text = self.chance.choice(self.coming.story.told)
        other = others[0] if others else "the younger ones"
        return text.format(child=name, she=she, She=she.capitalize(), her=her, other=other)

    def _referred(self, new: actions.NewContact) -> actions.NewContact:
        """The contact with who told us, and how."""
        source, kind = self.coming.source, new.referrer_kind
        if kind != "professional":
            mother = self.household.family.adults[0]
            names = {"family": f"{mother.forenames} {mother.surname}", "public": "A neighbour, name kept", "anonymous": ""}
            return replace(
                new,
                channel=self.chance.choices(("telephone", "in_person", "email"), (80, 10, 10))[0],
                referrer_name=names[kind],
                referrer_telephone="" if kind == "anonymous" else self.household.family.home_telephone,
                referrer_confidential=kind == "public",
            )
        several = self.office.agencies.get(source) or next(iter(self.office.agencies.values()))
        who = several[self.coming.number % len(several)]
        channel = self.chance.choices(("telephone", "secure_email", "form", "letter"), (50, 20, 25, 5))[0]
        return replace(
            new,
            channel="police" if source == "6" else channel,
            referrer_name=who.name,
            referrer_job=who.job,
            referrer_agency=who.agency_id,
            referrer_telephone=who.telephone,
            referrer_email=who.email,
            referrer_email_secure=who.email_secure,
            referrer_address=f"{who.agency.name}, {len(who.agency.name) * 3} Council Street, ZZ9 9ZZ",
        )

    def grade(self) -> None:
        """The urgency is set by whoever has it."""
        reader = self._worker if self.by_night or self._worker.can(capabilities.CONFIRM_GRADE) else self._manager
        grade = choices.grade(self.door, self.coming.story.weight, self.chance)
        actions.set_grade(reader, self._id, grade=grade, reasons="From what was told, and where the child is now.")

    def raise_urgency(self) -> None:
        """Hours later something makes it graver than it seemed: what was due may be past before anybody knew."""
        if not self._undecided():
            return
        if self.door.grades_on == "contact":
            reasons = "The school rang again: the child does not want to go home today."
            if self._now().grade != self.door.grades[0].code:
                actions.set_grade(self._manager, self._id, grade=self.door.grades[0].code, reasons=reasons)
        elif not self._now().child_protection:
            actions.set_protection(self._worker, self._id, child_protection=True)

    def protect(self) -> None:
        """Something is done at once."""
        manager = self._manager.user.name if self.by_night else ""
        actions.record_protective_step(
            self._worker,
            self._id,
            what=self.chance.choice(PROTECTIVE_STEPS),
            done_by=self._worker.user.name,
            done_at=worktime.now(),
            agreed_by_name=manager,
            agreed_at=worktime.now() if manager else None,
        )

    def settle_safety(self) -> None:
        """Somebody asks again where a child is, and until when safe."""
        line = self._lines()[0]
        if line.outcome or line.safe_now == "no":
            return
        until = worktime.now() + timedelta(hours=self.chance.randrange(3, 72))
        values = {"seen": "yes", "safe_now": "yes", "safe_until": until, "safe_reason": "Grandmother has said she will keep them."}
        base = {name: getattr(line, name) for name in values}
        actions.record_safety(self._worker, line.pk, version=line.version, base=base, values=values)

    def recommend(self) -> None:
        """An outcome for each child, with reasons; brothers and sisters may differ."""
        self._recommend("")

    def recommend_again(self) -> None:
        """The manager's question is answered."""
        self._recommend(self.chance.choice(ANSWERS))

    def _agreement(self) -> None:
        """Where the urgency asks for agreement in every case, the family is asked before anything is recommended."""
        grade = self.door.grade(self._now().grade)
        if grade is None or grade.dispense != "never" or self._now().family_views.exists():
            return
        mother = self.household.family.adults[0]
        basis.record_family_view(
            self._worker,
            self._id,
            about=f"{mother.forenames} {mother.surname}, mother",
            answer="agrees",
            asked_by=self._worker.user.name,
            asked_at=worktime.now(),
            how="by telephone",
        )

    def _recommend(self, answer: str) -> None:
        story = self.coming.story
        usual = choices.outcome(self.door, story.weight, self.chance)
        analyse(self._worker, self._now(), self._now().what_told, self.chance.choice(story.reasons))
        self._agreement()
        for place, line in enumerate(self._lines()):
            if line.outcome or line.recommendations.filter(status="waiting").exists():
                continue
            differs = place > 0 and story.weight < 3 and self.chance.random() < 0.2
            chosen = choices.outcome(self.door, max(story.weight - 1, 0), self.chance) if differs else usual
            actions.recommend(
                self._worker,
                line.pk,
                outcome=chosen.code,
                team=chosen.teams[self.household.family.index % len(chosen.teams)] if chosen.teams else "",
                reasons=f"{answer} {self.chance.choice(story.reasons)}".strip(),
                significant_harm=choices.harm(chosen, story.weight, self.chance),
                level_of_need=choices.level(self.door, story.weight),
                recommended_steps=story.steps if chosen.needs_steps else "",
                answer_to_return=answer,
                why_early_help="The family asked for it, and somebody visits every week this time.",
            )

    def send_back(self) -> None:
        """The manager asks before deciding."""
        line = self._lines()[0]
        waiting = line.recommendations.filter(status="waiting").first()
        if waiting:
            actions.return_recommendation(self._manager, line.pk, version=waiting.version, words=self.chance.choice(RETURNED))

    def decide(self) -> None:
        """Another person decides, child by child."""
        for line in self._lines():
            waiting = line.recommendations.filter(status="waiting").first()
            if waiting:
                actions.decide(self._manager, line.pk, version=waiting.version, shown={"reasons": waiting.reasons})

    def accept(self) -> None:
        """The receiving team accepts by name."""
        for offered in self._now().hand_overs.filter(accepted_at=None, withdrawn_at=None).order_by("offered_at", "pk"):
            actions.accept_hand_over(self.office.in_team(offered.to_team, self.household.family.index), offered.pk)

    def answer(self) -> None:
        """The referrer hears what came of it."""
        telling = self._now().tellings.filter(whom="referrer", status="to_tell").first()
        if telling is None or self._undecided():
            return
        contact = self._now()
        route = "telephone"
        if contact.referrer_kind == "professional":
            route = "secure_email" if contact.referrer_email_secure and self.coming.number % 20 == 0 else "post"
        actions.tell_referrer(self._teller, telling.pk, route=route)

    @property
    def _id(self) -> object:
        return self._now().pk

    def _now(self) -> Contact:
        if self.contact is None:
            raise RuntimeError("A step came before the contact was received")
        self.contact.refresh_from_db()
        return self.contact

    def _lines(self) -> list[ContactLine]:
        return list(self._now().lines.select_related("contact"))

    def _undecided(self) -> bool:
        return self._now().lines.filter(outcome="").exists()


def of_family(household: Household, seed: str) -> list[Step]:
    """Every step of every contact about a family."""
    family = household.family
    found: list[Step] = []
    for place, coming in enumerate(family.contacts):
        chance = random.Random(f"{seed}:course:{family.index}:{place}")  # noqa: S311 - invented, the same every time
        found += Course(household, coming, chance).steps(place)
    return found
