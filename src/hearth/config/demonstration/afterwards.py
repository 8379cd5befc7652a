"""After the decision: accepted by name, the referrer and the family told, the form received, the contact closed."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from hearth.config.demonstration.course import TOGETHER, Course
from hearth.config.demonstration.household import Household, Step
from hearth.foundation import worktime
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Person, Relationship
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation
from hearth.services.frontdoor.missing import still_missing
from hearth.services.frontdoor.models import RequestForm, Telling

NOT_TOLD = "Where he lives is not known; the mother has said that she tells him."
UNSAFE = "Not safe: it would come to the person who may have caused the harm."


class Afterwards:
    """The end of a contact's course."""

    def __init__(self, course: Course) -> None:
        self.course, self.times, self.chance = course, course.times, course.chance
        self.first_by_telephone = course.coming.number % 8 == 0

    def steps(self) -> list[tuple[datetime, Callable[[], None]]]:
        """Its steps with their times."""
        times = self.times
        made: list[tuple[datetime, Callable[[], None]]] = [(times.told, self.answer)]
        if self.first_by_telephone:
            made.append((times.written, self.write))
        # Some teams let an offer lie for days: a passed-on contact is not done until somebody accepts it by name.
        lies = timedelta(days=4) if self.course.household.family.index % 24 == 12 else timedelta()
        made += [(times.accepted + lies, self.accept), (times.form, self.form)]
        made += [(times.family_settled, self.settle_family), (times.family_told, self.tell_family), (times.closed, self.close)]
        return made

    def accept(self) -> None:
        """The receiving teams accept by name, or the child's own worker."""
        course = self.course
        for offered in course.now().hand_overs.filter(accepted_at=None, withdrawn_at=None).order_by("offered_at", "pk"):
            team = course.office.in_team(offered.to_team, course.household.family.index)
            reader = course.office.reader(offered.to_user) if offered.to_user else team
            actions.accept_hand_over(reader, offered.pk)

    def answer(self) -> None:
        """The referrer hears what came of it: most by letter, some by telephone first."""
        course = self.course
        telling = Telling.objects.filter(contact=course.id, whom="referrer", status="to_tell").first()
        if telling is None or course.undecided():
            return
        route = "telephone" if self.first_by_telephone else self._written()
        actions.tell_referrer(course.teller, telling.pk, route=route)

    def write(self) -> None:
        """The letter that follows the call."""
        called = Telling.objects.filter(contact=self.course.id, whom="referrer", status="told", route="telephone").first()
        if called is not None and self.course.now().is_open:
            actions.tell_referrer(self.course.teller, called.pk, route=self._written())

    def _written(self) -> str:
        contact = self.course.now()
        return "secure_email" if contact.referrer_email_secure and self.course.coming.number % 3 == 0 else "post"

    def form(self) -> None:
        """The professional's form follows the call."""
        course = self.course
        if RequestForm.objects.filter(contact=course.id, received_at=None).exclude(awaited_since=None).exists():
            conversation.receive_form(course.teller, course.id, received_at=worktime.now(), received_by="form")

    def settle_family(self) -> None:
        """A manager decides for each adult alone whether they are told."""
        course = self.course
        if course.undecided() or not course.now().is_open:
            return
        manager = course.manager
        with timeline.recording(manager.id, why=TOGETHER):
            for adult in self._adults():
                tell, reason = self._safe(adult)
                actions.decide_telling(manager, course.id, adult.pk, tell=tell, reason=reason)

    def _adults(self) -> list[Person]:
        children = {line.person_id for line in self.course.lines()}
        related = Relationship.objects.filter(person_id__in=children, ended_on=None).values("relative_id")
        return list(Person.objects.filter(kind=Person.ADULT, pk__in=related).order_by("number"))

    def _safe(self, adult: Person) -> tuple[bool, str]:
        mother = adult.pk == self.course.household.adults[0].pk
        if mother:
            return True, "She knows that we were told, and asked to hear."
        if self.course.coming.story.code in ("domestic_abuse", "sexual_harm", "injury"):
            return False, UNSAFE
        lives = {
            one.pk
            for one, drawn in zip(self.course.household.adults, self.course.household.family.adults, strict=True)
            if drawn.lives_there
        }
        return (True, "Lives with the children and was spoken to.") if adult.pk in lives else (False, NOT_TOLD)

    def tell_family(self) -> None:
        """Each adult who is told hears by a letter of their own."""
        course = self.course
        waiting = list(Telling.objects.filter(contact=course.id, whom="family", status="to_tell").order_by("name", "pk"))
        if not waiting or not course.now().is_open:
            return
        teller = course.teller
        with timeline.recording(teller.id, why=TOGETHER):
            for telling in waiting:
                actions.tell_family(teller, telling.pk, route="post")

    def close(self) -> None:
        """Nothing more is to be done. A few are forgotten for a day or two, and stand on the list as "to close"."""
        course = self.course
        if not course.now().is_open:
            return
        teller = course.teller
        with timeline.recording(teller.id, why=TOGETHER):
            if any((one := course.door.outcome(line.outcome)) and one.needs_steps for line in course.lines()):
                plan = "The school meets the parents in two weeks and rings if it does not help."
                actions.record_steps_discussed(teller, course.id, discussed_on=worktime.today(), plan=plan)
            if not still_missing(course.now()):
                actions.close_contact(teller, course.id)


def of_family(household: Household, seed: str) -> list[Step]:
    """Every step of every contact about a family."""
    family = household.family
    found: list[Step] = []
    for place, coming in enumerate(family.contacts):
        chance = random.Random(f"{seed}:course:{family.index}:{place}")  # noqa: S311 - invented, the same every time
        course = Course(household, coming, chance)
        made = course.steps() if coming.waiting else course.steps() + Afterwards(course).steps()
        found += [Step(at, (family.index, place * 100 + number), act) for number, (at, act) in enumerate(made)]
    return found
