"""The course of one contact about a family, step by step, each step done at its own time by somebody whose work it is."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from hearth.config.demonstration import choices, stories
from hearth.config.demonstration.analysing import analyse
from hearth.config.demonstration.arriving import Arrival
from hearth.config.demonstration.families import Coming
from hearth.config.demonstration.household import Household
from hearth.config.demonstration.timing import Times
from hearth.foundation import packs, worktime
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import actions, capabilities, jointly
from hearth.services.frontdoor.actions import basis, enquiries, kinds, screening
from hearth.services.frontdoor.actions.kinds import KindDetails
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import Outcome, front_door
from hearth.services.frontdoor.suggesting import suggest_kind

TOGETHER = "demonstration"


class Course:
    """One contact from its arrival to its end, as far as the present moment lets it go."""

    def __init__(self, household: Household, coming: Coming, chance: random.Random) -> None:
        self.household, self.coming, self.chance = household, coming, chance
        self.office, self.door, self.calendar = household.office, front_door(), packs.active().calendar
        self.weight = coming.story.weight
        self.by_night = not self.calendar.is_open(coming.received)
        self.times = Times(coming.received, self.weight, self.calendar, chance)
        self.arrival = Arrival(household, coming, chance)
        self.contact: Contact | None = None

    def steps(self) -> list[tuple[datetime, Callable[[], None]]]:
        """Every step up to the decision with its time, in order; those still to come are simply not taken."""
        made = [(self.times.taken, self.receive)]
        return made if self.coming.waiting else made + self._first() + self._decision()

    def _first(self) -> list[tuple[datetime, Callable[[], None]]]:
        """What happens within the first hours: sorted, taken, graded, somebody does something."""
        times, chance = self.times, self.chance
        made = [(times.screened, self.screen), (times.held, self.take)]
        if self.door.grades_on == "contact":
            made.append((times.graded, self.grade))
        if self.weight:
            made.append((times.responded, self.respond))
        if self.weight < 3 and (chance.random() < 0.035 or self.household.family.index % 24 == 6):
            made += [(times.raised, self.raise_urgency), (times.raised + timedelta(minutes=25), self.protect)]
        if chance.random() < 0.25:
            made += [(times.held + timedelta(minutes=15), self.settle_safety), (times.safe_again, self.see_again)]
        if self.by_night and not times.whole_night:
            made.append((times.night_ends, self.end_night))
        return made

    def _decision(self) -> list[tuple[datetime, Callable[[], None]]]:
        times = self.times
        made = [(times.asked, self.ask)]
        if self.door.first_stage == "screening":
            made.append((times.evaluated, self.evaluate))
        made.append((times.recommended, self.recommend))
        if times.returned:
            made += [(times.returned, self.send_back), (times.again, self.recommend_again)]
        return [*made, (times.decided, self.decide)]

    @property
    def worker(self) -> Reader:
        """The social worker who has it."""
        return self.office.worker(self.coming.number, night=self.by_night)

    @property
    def manager(self) -> Reader:
        """Another person, who decides."""
        return self.office.one_of(self.door.roles.decides, self.coming.number // 7, night=self.by_night, besides=self.worker)

    @property
    def teller(self) -> Reader:
        """Whoever tells what came of it."""
        worker = self.worker
        return worker if worker.can(capabilities.TELL) else self.manager

    def receive(self) -> None:
        """Somebody takes the call or opens the letter."""
        taker = self.arrival.taker
        with timeline.recording(taker.id, why=TOGETHER):
            self.contact = actions.receive_contact(taker, self.arrival.contact(self.household.known(taker)))
        self.household.contacts.append(self.contact.pk)

    def screen(self) -> None:
        """Sorted, searched for and passed on, or triaged, where the pack begins so."""
        contact = self.now()
        if contact.stage == "triage":
            priority = ("low", "normal", "high", "immediate")[self.weight]
            manager = self.office.triager(self.coming.number, night=self.by_night)
            screening.triage_contact(manager, self.id, priority=priority, next_action=self.chance.choice(stories.NEXT_ACTIONS))
        elif contact.stage == "screening" and not self.by_night:
            self._screen(contact)

    def _screen(self, contact: Contact) -> None:
        officer = self.arrival.taker
        with timeline.recording(officer.id, why=TOGETHER):
            if screening.to_be_sorted(contact):
                priority = ("low", "normal", "high", "high")[self.weight]
                action = self.chance.choice(stories.NEXT_ACTIONS)
                screening.sort_contact(officer, self.id, priority=priority, next_action=action)
            screening.answer_screening(officer, self.id, about="criteria", answer="possibly" if self.weight < 2 else "yes")
            searched = "; ".join(f"{one.forenames} {one.surname}" for one in self.household.family.children)
            for place, system in enumerate(self.door.checks):
                gap = "The system was down until noon." if (self.coming.number + place) % 23 == 0 else ""
                found = "" if gap else self.chance.choice(stories.FOUND)
                enquiries.record_check(officer, self.id, system=system, searched=searched, found=found, gap=gap)
            heading = self.chance.choice(stories.HEADINGS)
            screening.pass_to_workers(
                officer, self.id, heading=heading, action_taken="Every system searched; nobody else told yet."
            )

    def take(self) -> None:
        """A social worker has it from here, and says what kind of contact it is."""
        contact, worker = self.now(), self.worker
        with timeline.recording(worker.id, why=TOGETHER):
            if contact.holder_id != worker.id or contact.stage != "with_worker":
                actions.take_contact(worker, self.id)
            self._say_kind(worker)

    def _say_kind(self, worker: Reader) -> None:
        contact = self.now()
        kind = suggest_kind(worker, contact).kind
        if self.coming.number % 29 == 0 and kind == "new_worry":
            organisation = "Harbourshire Council"
            details = KindDetails(organisation=organisation, told="Their duty team, by telephone", reasons="Moved here last month")
            kinds.set_kind(worker, self.id, kind="moving_in", details=details)
        elif self.coming.story.code == "separated_parents" and self.coming.source == "7":
            due = worktime.today() + timedelta(days=42)
            kinds.set_kind(worker, self.id, kind="section_7_37", details=KindDetails(organisation="The family court", due_on=due))
        elif self.coming.number % 41 == 0 and kind == "new_worry":
            kinds.set_kind(worker, self.id, kind="private_fostering", details=KindDetails(reasons="With a family friend since May"))
        elif kind == "more_on_open":
            earlier = self.household.open_contact(besides=self.id)
            if earlier is not None:
                kinds.set_kind(worker, self.id, kind=kind, details=KindDetails(open_contact=earlier))
        elif kind != "new_worry" and not (kind == "closed_recently" and self.weight > 1):
            kinds.set_kind(worker, self.id, kind=kind)

    def grade(self) -> None:
        """The urgency is set by whoever has it."""
        reader = self.worker if self.worker.can(capabilities.CONFIRM_GRADE) else self.manager
        grade = choices.grade(self.door, self.weight, self.chance)
        actions.set_grade(reader, self.id, grade=grade, reasons="From what was told, and where the child is now.")

    def raise_urgency(self) -> None:
        """Hours later something makes it graver than it seemed: what was due may be past before anybody knew."""
        if not self.undecided() or not self.now().is_open:
            return
        if self.door.grades_on == "contact":
            reasons = "The school rang again: the child does not want to go home today."
            if self.now().grade != self.door.grades[0].code:
                actions.set_grade(self.manager, self.id, grade=self.door.grades[0].code, reasons=reasons)
        elif not self.now().child_protection:
            actions.set_protection(self.worker, self.id, child_protection=True)

    def respond(self) -> None:
        """Something is done about it: at once where it is grave."""
        if self.weight >= 3:
            self.protect()
        elif self.now().is_open:
            what = self.chance.choice(stories.RESPONSES)
            actions.record_protective_step(self.worker, self.id, what=what, done_by=self.worker.user.name, done_at=worktime.now())

    def protect(self) -> None:
        """Something is done to keep a child safe; at night a manager agrees by telephone."""
        if not self.now().is_open:
            return
        manager = self.manager.user.name if self.by_night else ""
        actions.record_protective_step(
            self.worker,
            self.id,
            what=self.chance.choice(stories.PROTECTIVE_STEPS),
            done_by=self.worker.user.name,
            done_at=worktime.now(),
            agreed_by_name=manager,
            agreed_at=worktime.now() if manager else None,
        )

    def settle_safety(self) -> None:
        """Somebody asks again where a child is, and until when safe."""
        until = self.times.safe_until
        self._safety(
            {"seen": "yes", "safe_now": "yes", "safe_until": until, "safe_reason": self.chance.choice(stories.SAFE_BECAUSE)}
        )

    def see_again(self) -> None:
        """Before that time is up somebody looks again."""
        self._safety({"seen": "yes", "safe_now": "yes", "safe_until": None, "safe_reason": ""})

    def _safety(self, values: dict[str, object]) -> None:
        line = self.lines()[0]
        if not self.now().is_open or line.safe_now == "no":
            return
        base = {name: getattr(line, name) for name in values}
        actions.record_safety(self.worker, line.pk, version=line.version, base=base, values=values)

    def end_night(self) -> None:
        """Out-of-hours ends it with advice, or leaves it to the daytime, who first read it in the morning."""
        night = self.worker
        if self.weight == 0 and (self.times.weekend or self.coming.number % 5 < 3):
            with timeline.recording(night.id, why=TOGETHER):
                to = self.now().referrer_name or "the caller"
                actions.end_with_advice(night, self.id, advice=stories.ADVICE_AT_NIGHT, to_whom=to, given_at=worktime.now())
        elif self.weight == 0:
            actions.mark_general_enquiry(
                night, self.id, note="Somebody rings back in the morning, before eleven.", to_whom="the caller"
            )
        else:
            actions.hand_to_daytime(night, self.id, words=self.chance.choice(stories.LEFT_TO_THE_DAY))
        self.by_night = False

    def ask(self) -> None:
        """What the family says, on what basis information is shared, and what others know; first it is taken in the morning."""
        if not self.now().is_open:
            return
        worker = self.worker
        with timeline.recording(worker.id, why=TOGETHER):
            if self.now().holder_id != worker.id:
                actions.open_from_out_of_hours(worker, self.id)
                actions.take_contact(worker, self.id)
            if self.weight and self.chance.random() < 0.6:
                self._consent(worker)
            if self.times.late:
                whom, question = self.chance.choice(stories.LATE_BECAUSE)
                self._enquire(worker, whom, question)
            elif self.weight and self.chance.random() < 0.2:
                whom, question, answer = self.chance.choice(stories.QUESTIONS_ASKED)
                self._enquire(worker, whom, question, answer)

    def _enquire(self, worker: Reader, whom: str, question: str, answer: str = "") -> None:
        made = enquiries.make_enquiry(worker, self.id, whom="professional", person_asked=whom, question=question)
        if answer:
            enquiries.answer_enquiry(worker, self.id, made.pk, answer=answer, answered_at=worktime.now())

    def _consent(self, worker: Reader) -> None:
        answer = self.chance.choices(("agrees", "refused", "unreachable", "unsafe", "not_asked"), (58, 12, 10, 13, 7))[0]
        if self.coming.story.code == "domestic_abuse" and answer == "refused":
            answer = "unsafe"
        mother = self.household.adults[0]
        asked = answer in ("agrees", "refused")
        basis.record_family_view(
            worker,
            self.id,
            about=mother.name,
            person=mother.pk,
            answer=answer,
            asked_by=worker.user.name if asked else "",
            asked_at=worktime.now() if asked else None,
            how="By telephone, on the number she gave as safe" if asked else "",
            in_writing=False if asked else None,
            reasons=stories.CONSENT_REASONS.get(answer, ""),
            attempts="Rang at 9, at noon and at 3. No message left." if answer == "unreachable" else "",
        )
        if answer == "agrees":
            basis.record_basis(
                worker, self.id, basis="agreement", reasons="Told and agrees to the school and the surgery being asked."
            )
        elif self.weight >= 2:
            named = "safeguarding" if self.weight == 3 else "public_task"
            basis.record_basis(worker, self.id, basis=named, reasons="What was told cannot wait for an agreement.")

    def evaluate(self) -> None:
        """A manager weighs what was gathered, on the day it came."""
        if not self.undecided() or not self.now().is_open:
            return
        likely = choices.HARM[self.weight][0]
        screening.evaluate(
            self.office.triager(self.coming.number, night=self.by_night),
            self.id,
            immediate_concern=False,
            risk=("low", "low", "medium", "high")[self.weight],
            likelihood=likely,
            reasons=self.chance.choice(self.coming.story.reasons),
        )

    def recommend(self) -> None:
        """An outcome for each child, with reasons; brothers and sisters may differ."""
        if self.times.late and self.now().is_open:
            waiting = self.now().enquiries.filter(answered_at=None).first()
            if waiting is not None:
                enquiries.answer_enquiry(self.worker, self.id, waiting.pk, answer=stories.LATE_ANSWER, answered_at=worktime.now())
        self._recommend("")

    def recommend_again(self) -> None:
        """The manager's question is answered."""
        self._recommend(self.chance.choice(stories.ANSWERS))

    def _agreement(self) -> None:
        """Where the urgency asks for agreement in every case, the family is asked before anything is recommended."""
        grade = self.door.grade(self.now().grade)
        if grade is None or grade.dispense != "never" or "agrees" in basis.latest_views(self.now()).values():
            return
        mother = self.household.family.adults[0]
        basis.record_family_view(
            self.worker,
            self.id,
            about=f"{mother.forenames} {mother.surname}, mother",
            answer="agrees",
            asked_by=self.worker.user.name,
            asked_at=worktime.now(),
            how="by telephone",
            in_writing=False,
        )

    def _recommend(self, answer: str) -> None:
        story = self.coming.story
        usual = choices.outcome(self.door, story.weight, self.chance)
        if not self.now().is_open:
            return
        worker = self.worker
        with timeline.recording(worker.id, why=TOGETHER):
            analyse(worker, self.now(), self.now().what_told, self.chance.choice(story.reasons))
            self._agreement()
            self._for_each_child(worker, usual, answer)

    def _for_each_child(self, worker: Reader, usual: Outcome, answer: str) -> None:
        story = self.coming.story
        colleague = next(iter(jointly.partners(worker)), None)
        for place, line in enumerate(self.lines()):
            if line.outcome or line.recommendations.filter(status="waiting").exists():
                continue
            differs = place > 0 and story.weight < 3 and self.chance.random() < 0.2
            chosen = choices.outcome(self.door, max(story.weight - 1, 0), self.chance) if differs else usual
            actions.recommend(
                worker,
                line.pk,
                outcome=chosen.code,
                team=chosen.teams[self.household.family.index % len(chosen.teams)] if chosen.teams else "",
                reasons=f"{answer} {self.chance.choice(story.reasons)}".strip(),
                significant_harm=choices.harm(chosen, story.weight, self.chance),
                level_of_need=choices.level(self.door, story.weight),
                recommended_steps=story.steps if chosen.needs_steps else "",
                answer_to_return=answer,
                together=colleague.pk if colleague else None,
                nothing_gathered="Nobody could be reached tonight, and it cannot wait for the morning.",
                why_early_help="The family asked for it, and somebody visits every week this time.",
            )

    def send_back(self) -> None:
        """The manager asks before deciding."""
        line = self.lines()[0]
        waiting = line.recommendations.filter(status="waiting").first()
        if waiting:
            actions.return_recommendation(
                self.manager, line.pk, version=waiting.version, words=self.chance.choice(stories.RETURNED)
            )

    def decide(self) -> None:
        """Another person decides, child by child."""
        manager = self.manager
        with timeline.recording(manager.id, why=TOGETHER):
            for line in self.lines():
                waiting = line.recommendations.filter(status="waiting").first()
                if waiting:
                    actions.decide(manager, line.pk, version=waiting.version, shown={"reasons": waiting.reasons})

    @property
    def id(self) -> UUID:
        """The contact's id."""
        if self.contact is None:
            raise RuntimeError("A step came before the contact was received")
        return self.contact.pk

    def now(self) -> Contact:
        """The contact as it is now."""
        return Contact.objects.select_related("holder").get(pk=self.id)

    def lines(self) -> list[ContactLine]:
        """Its children's lines as they are now."""
        return list(ContactLine.objects.filter(contact=self.id).select_related("contact", "person"))

    def undecided(self) -> bool:
        """Is a child's outcome still open?"""
        return ContactLine.objects.filter(contact=self.id, outcome="").exists()
