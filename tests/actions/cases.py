"""One right call of every action, with the record it needs: what the tests of all actions are made from.

`pack` is Southampton's unless only another has the action. `may_be_empty` names the texts that an action takes empty
although it has no default for them (and the drafts whose giving up is harmless when they are gone), `may_come` the days
and times that may lie ahead. A new action without its case makes `test_every_action` fail.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Involvement, RoleHeld
from hearth.foundation.access.notices import tell
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import drafts
from hearth.foundation.standards.models import Obligation
from hearth.people import actions as people
from hearth.people.models import DuplicatePair, Person, PersonProfessional, ServiceEpisode
from hearth.services.frontdoor import actions, analysis
from hearth.services.frontdoor.actions import consent, conversation, enquiries, kinds, linking, night, screening, sharing, visiting
from hearth.services.frontdoor.actions.analysing import SectionGiven
from hearth.services.frontdoor.actions.calls import Call
from hearth.services.frontdoor.actions.receiving import NewLine
from hearth.services.frontdoor.models import AgreementStep, Contact, ContactLine, Enquiry, HandOver, Visitor
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.chronology import Dated
from hearth.services.recording import actions as recording
from tests.support.people import analysed, call, child, staff

TODAY, NOW = date(2026, 6, 1), datetime(2026, 6, 1, 9, 59, tzinfo=worktime.LONDON)
LATER = NOW + timedelta(days=3)


class World:
    """Staff and a family; what an action needs beside them is made when it is asked for."""

    @cached_property
    def worker(self) -> Reader:
        return staff("Wren Worker", "social_worker", front_door().team)

    @cached_property
    def manager(self) -> Reader:
        return staff("Mara Manager", "manager", front_door().team)

    @cached_property
    def other(self) -> Reader:
        return staff("Mo Manager", "manager", front_door().team)

    @cached_property
    def officer(self) -> Reader:
        return staff("Ola Officer", "information_officer", "crs")

    @cached_property
    def assistant(self) -> Reader:
        """Wokingham's Duty Assistant Team Manager."""
        return staff("Asha Assistant", "duty_assistant_manager", front_door().team)

    @cached_property
    def advice_officer(self) -> Reader:
        """Swindon's officer, who screens."""
        return staff("Ola Officer", "advice_officer", front_door().team)

    @cached_property
    def reception(self) -> Reader:
        """Swindon's front of house."""
        return staff("Fay Front", "front_of_house", front_door().team)

    @cached_property
    def night(self) -> Reader:
        return staff("Nell Night", "advanced_practitioner", "edt")

    @cached_property
    def adoption(self) -> Reader:
        return staff("Ada Adoption", "adoption_worker", "crs")

    @cached_property
    def again(self) -> Person:
        """Filip once more, under another record."""
        seen = frozenset([self.filip.pk])
        return people.identify(self.worker, child("Filip", "Kowalski", 9, dismissed=seen))

    @cached_property
    def receiver(self) -> Reader:
        return staff("Bea Brief", "team_manager", "bis")

    @cached_property
    def stranger(self) -> Reader:
        """Signed in, and holding no role."""
        from hearth.foundation.access.models import User

        return Reader(User.objects.create_user("sam.stranger@council.example", None, name="Sam Stranger"))

    @cached_property
    def filip(self) -> Person:
        return people.identify(self.worker, child("Filip", "Kowalski", 9, address="12 Hill Lane", postcode="SO15 5AA"))

    @cached_property
    def anna(self) -> Person:
        """Filip's mother."""
        made = people.identify(self.worker, child("Anna", "Otherby", 34, kind="adult", telephone="07700 900001"))
        people.relate(self.worker, self.filip, made, "mother")
        return made

    @cached_property
    def unborn(self) -> Person:
        return people.identify(self.worker, child("", "", None, kind="unborn", expected_date=date(2026, 7, 1)))

    @cached_property
    def helper(self) -> PersonProfessional:
        agency = people.add_agency(self.worker, name="Hill School", kind="education")
        return people.involve_professional(self.worker, self.filip.pk, name="Hal Head", agency=agency)

    @cached_property
    def contact(self) -> Contact:
        return actions.receive_contact(self.worker, call(self.filip))

    @cached_property
    def line(self) -> ContactLine:
        return self.contact.lines.get()

    @cached_property
    def second(self) -> Contact:
        return actions.receive_contact(self.worker, call(child("Zoe", "Quill"), what_told="Another worry."))

    @cached_property
    def taken_by_officer(self) -> Contact:
        """An officer's call, still to be screened."""
        return actions.receive_contact(self.officer, call(child("Ada", "Novak")))

    @cached_property
    def at_night(self) -> Contact:
        with worktime.frozen("2026-05-31T23:00"):
            return actions.receive_contact(self.night, call(child("Ada", "Novak")))

    def recommended(self, outcome: str = "assessment") -> ContactLine:
        analysed(self.worker, self.contact)
        given = {"outcome": outcome, "reasons": "He is not safe at home.", "significant_harm": "neither"}
        actions.recommend(self.worker, self.line.pk, **given)
        return self.line

    def decided(self, outcome: str = "assessment") -> ContactLine:
        self.recommended(outcome)
        actions.decide(self.manager, self.line.pk, version=1, shown={})
        return self.line

    @cached_property
    def offered(self) -> HandOver:
        """Filip's work, offered to the receiving team."""
        self.decided()
        made = self.line.hand_overs.get()
        self.receiving = staff("Rae Receiver", "team_manager", made.to_team)
        return made

    def involve(self, reader: Reader) -> None:
        for kind, key in (("person", self.filip.pk), ("contact", self.contact.pk)):
            Involvement.objects.create(kind=kind, subject_id=key, user=reader.user, role="worker", starts_at=NOW)

    @cached_property
    def decision_clock(self) -> Obligation:
        return Obligation.objects.get(head__subject_id=self.contact.pk, standard="SOT-DECISION-24H")

    def draft(self, page: str, reader: Reader) -> uuid.UUID:
        return drafts.save_draft(reader, uuid.uuid4(), page=page, data={"what_told": ["He said"]}).pk


Given = tuple[list[Any], dict[str, Any]]


@dataclass(frozen=True)
class Case:
    """Who calls an action rightly and with what; what of it may be empty, or lie ahead."""

    who: str
    given: Callable[[World], Given]
    may_be_empty: frozenset[str] = frozenset()
    may_come: frozenset[str] = frozenset()
    pack: str = "southampton"


def case(who: str, given: Callable[[World], Given], *, empty: str = "", ahead: str = "", pack: str = "southampton") -> Case:
    return Case(who, given, frozenset(empty.split()), frozenset(ahead.split()), pack)


def on_contact(who: str = "worker", *, empty: str = "", ahead: str = "", pack: str = "southampton", **given: Any) -> Case:
    """An action on the contact about Filip that needs nothing beside it."""
    return case(who, lambda world: ([world.contact.pk], given), empty=empty, ahead=ahead, pack=pack)


def _asked(world: World) -> Given:
    made = enquiries.make_enquiry(world.worker, world.contact.pk, whom="referrer", person_asked="Anna", question="When?")
    return [world.contact.pk, made.pk], {"answer": "At noon.", "answered_at": worktime.now()}


def _unsure(world: World) -> Given:
    made = screening.answer_screening(
        world.officer, world.taken_by_officer.pk, about="criteria", answer="unsure", asked_of="social_worker"
    )
    return [world.taken_by_officer.pk, made.pk], {"reply": "yes", "reply_words": "He was hit."}


def _screened(world: World) -> Given:
    contact = world.taken_by_officer
    screening.answer_screening(world.officer, contact.pk, about="criteria", answer="yes")
    for system in enquiries.systems_unchecked(contact):
        code = next(code for code, title in enquiries.front_door().checks.items() if system in (title, code))
        enquiries.record_check(world.officer, contact.pk, system=code, gap="Out of order.")
    Contact.objects.filter(pk=contact.pk).update(stage="screening")
    return [contact.pk], {"heading": "Hit by his father", "action_taken": "Rang the school."}


def _advised(world: World) -> Given:
    """A question about support that advice answers, in Swindon's screening."""
    told = call(child("Bilal", "Hussain"), purpose="support", what_told="How do I get him to bed?")
    contact = actions.receive_contact(world.advice_officer, told)
    screening.answer_screening(world.advice_officer, contact.pk, about="advice_only", answer="yes")
    conversation.give_advice(world.advice_officer, contact.pk, kind="advice", what="Same hour each night.", to_whom="Mother")
    return [contact.pk], {"action_taken": "Advised her on bedtimes.", "route": "telephone"}


def _transfer(world: World) -> Given:
    return [world.contact.pk], {"transferred": False, "reason": "She will ring again."}


def _step(world: World) -> Given:
    made = actions.record_protective_step(
        world.worker, world.contact.pk, what="Kept at school.", done_by="", done_at=NOW, agreed_by=world.manager.id, agreed_at=NOW
    )
    return [world.contact.pk, made.pk], {}


def _flag(world: World) -> Given:
    early = NOW - timedelta(days=1)
    actions.record_protective_step(world.worker, world.contact.pk, what="Kept at school.", done_by="", done_at=early)
    return [world.contact.pk, world.contact.flags.first().pk], {}


def _told_family(world: World) -> Given:
    _ = world.anna
    world.decided("advice")
    made = actions.decide_telling(world.manager, world.contact.pk, world.anna.pk, tell=True, reason="She asked.")
    return [made.pk], {"route": "telephone"}


def _told_referrer(world: World) -> Given:
    world.decided("advice")
    return [world.contact.tellings.get(whom="referrer").pk], {"route": "telephone"}


def _professional(world: World) -> Given:
    helper = world.helper
    world.decided("advice")
    return [world.contact.pk, helper.professional_id], {"told": True, "route": "telephone"}


def _to_close(world: World) -> Given:
    actions.tell_referrer(world.worker, _told_referrer(world)[0][0], route="telephone")
    return [world.contact.pk], {}


def _sections(world: World) -> Given:
    section = analysis.of_child(world.line)[0].section
    field = next(one.code for one in section.fields if one.kind in ("narrative", "text", "paragraph"))
    return [world.contact.pk, [SectionGiven(section.code, {field: "He was hit."}, 0, world.line.pk)]], {}


def _linked(world: World) -> Given:
    linking.link_contacts(world.worker, world.contact.pk, contact_number=_number(world.second))
    return [world.contact.pk], {}


def _number(contact: Contact) -> int:
    contact.refresh_from_db()
    return contact.number


def _reopened(world: World) -> Given:
    actions.set_grade(world.worker, world.contact.pk, grade="red", reasons="Hit.")
    linking.link_contacts(world.worker, world.second.pk, contact_number=_number(world.contact))
    return [world.contact.pk], {}


def _form(world: World) -> Given:
    conversation.except_from_form(world.worker, world.contact.pk, exception="immediate")
    return [world.contact.pk], {"how": "Rang the school."}


def _noted(world: World) -> Given:
    from hearth.services.frontdoor import guidance

    code = next(iter(guidance.factors(packs.active().name)))
    return [world.contact.pk], {"factors": [code], "lines": [world.line.pk], "known_by": "told", "whose_words": "His teacher"}


def _taken_back(world: World) -> Given:
    where, given = _noted(world)
    actions.note_factors(world.worker, *where, **given)
    return [world.contact.factors.first().pk], {"reason": "It was another child."}


def _prompt(world: World) -> Given:
    from hearth.services.frontdoor import guidance

    code, found = next((code, one) for code, one in guidance.prompts(packs.active().name).items() if one.answer != "yes_no")
    line = world.line.pk if found.of == "child" else None
    return [world.contact.pk], {"answers": [actions.Answer(code, line, "At school.")], "told_by": "His teacher"}


def _held(world: World) -> RoleHeld:
    return RoleHeld.objects.get(user=world.worker.user)


def _cover(world: World) -> RoleHeld:
    return people.arrange_cover(
        world.manager, _held(world).pk, world.officer.user, starts_at=worktime.now(), ends_at=worktime.now() + timedelta(days=1)
    )


def _restricted(world: World) -> Given:
    people.restrict(world.manager, world.filip.pk, level="restricted", reason="Adoption", owner=world.manager.user)
    return [world.filip.pk], {"reason": "He is at the police station.", "until": worktime.now() + timedelta(hours=2)}


def _unrestrict(world: World) -> Given:
    return [_restricted(world)[0][0]], {}


def _conflict(world: World) -> Given:
    made = people.declare_conflict(world.manager, world.filip.pk, user=world.officer.user)
    return [made.pk], {"reason": "Another family"}


def _notice(world: World) -> Given:
    tell([world.worker.user], "Something", "a")
    return [world.worker.user.notices.get().pk], {}


def _two(world: World) -> Given:
    return [world.filip.pk, world.again.pk], {"version": 1, "other_version": 1, "reasons": "Same boy, seen."}


def _two_made_one(world: World) -> Given:
    where, given = _two(world)
    made = people.merge_people(world.worker, *where, **given)
    return [made.pk], {"version": 2, "reasons": "His twin."}


def _two_proposed(world: World) -> Given:
    where, given = _two(world)
    return [people.propose_merge(world.worker, *where, **given).pk], {"reasons": "His twin."}


def _warning(world: World) -> Any:
    return people.warn(world.worker, world.filip.pk, words="Dog", reason="It bites", review_on=date(2026, 9, 1)).pk


def _pair(world: World) -> DuplicatePair:
    return DuplicatePair.objects.create(
        first=world.filip, second=world.anna, score=20.0, band="probably", parts=[], found_at=worktime.now()
    )


def _declined(world: World) -> Given:
    offer = world.offered
    actions.decline_hand_over(world.receiving, offer.pk, words="Not ours.")
    return [world.line.pk], {"team": offer.to_team, "why": "They agreed by telephone."}


def _referral(world: World) -> Given:
    world.decided()
    return [world.line.referral.pk if hasattr(world.line, "referral") else _first_referral(world)], {
        "re_referral": True,
        "reason": "Known under another name.",
    }


def _first_referral(world: World) -> Any:
    from hearth.services.frontdoor.models import Referral

    return Referral.objects.get(line=world.line).pk


def _reopenable(world: World) -> Given:
    world.decided("advice")
    return [world.line.pk], {"reason": "The school rang again."}


def _proposed(world: World) -> Given:
    actions.set_grade(world.officer, world.contact.pk, grade="red", reasons="Hit.")
    return [world.contact.pk], {}


def _shared(world: World, **values: Any) -> Given:
    base = {name: getattr(world.line, name) for name in values}
    return [world.line.pk], {"version": world.line.version, "base": base, "values": values}


def _asking(world: World) -> Given:
    people.allocate(world.manager, world.filip.pk, world.worker.user)
    return [world.filip.pk], {}


def _general(world: World) -> Given:
    return [world.at_night.pk], {"note": "A worker rings.", "to_whom": "Mother"}


def _urgent(world: World) -> Given:
    screening.raise_immediate(world.worker, world.contact.pk)
    return [world.contact.pk], {}


def _checked(world: World) -> Given:
    system = next(iter(enquiries.front_door().checks))
    return [world.contact.pk], {"system": system, "searched": "His name", "found": "Nothing"}


def _accepted(world: World) -> Given:
    return [world.offered.pk], {}


def _override_asked(world: World) -> Given:
    """No parent is recorded, so agencies are not asked yet."""
    consent.ask_override(world.worker, world.contact.pk, why="His mother does not answer.")
    return [world.contact.pk], {"overridden": True, "rationale": "He may be hit again tonight."}


def _further(world: World) -> Given:
    made = consent.add_further_action(
        world.manager, world.contact.pk, what="Ring the GP.", owner=world.worker.user, due_on=date(2026, 6, 3)
    )
    return [world.contact.pk, made.pk], {"done_words": "Rang at noon."}


def _with_a_brother(world: World) -> Given:
    people.relate(world.worker, world.filip, world.unborn, "sibling")
    sikh = {"version": 1, "base": {"religion": ""}, "values": {"religion": "Sikh"}, "known_by": "seen"}
    people.change_facts(world.worker, world.filip.pk, **sikh)
    return [world.filip.pk], {"shared": {"religion": [world.unborn.pk]}}


def _came_back(world: World) -> Given:
    """A child of Swindon whose case was closed in March and who is told of again."""
    closed = {"service": "child_in_need", "team": "assessment", "opened_on": date(2025, 9, 1), "closed_on": date(2026, 3, 10)}
    ServiceEpisode.objects.create(person=world.filip, **closed)
    kinds.set_kind(world.worker, world.contact.pk, kind="closed_recently", details=kinds.KindDetails(manager_called_at=NOW))
    given = {"whom": "worker", "name": "Hal Holder", "told_at": NOW, "how": "by e-mail"}
    return [world.contact.pk, world.contact.potential_referrals.get().pk], given


NIGHT_ANALYSIS = {
    "risks": "He is hit.",
    "impact_child": "He is afraid.",
    "impact_family": "His brother hears it.",
    "level": "protection",
    "proportionate": "He sleeps at his aunt's.",
}


def _managers_part(world: World) -> Given:
    night.write_night_analysis(world.night, world.at_night.pk, version=0, **NIGHT_ANALYSIS)
    return [world.at_night.pk], {"words": "I agree.", "manager": world.manager.id, "telephoned_at": NOW}


def _enquiry(world: World) -> Enquiry:
    """A question asked at night, without a basis."""
    with worktime.frozen("2026-05-31T23:10"):
        return enquiries.make_enquiry(
            world.night, world.at_night.pk, whom="professional", person_asked="PC Bond", question="Where?"
        )


def _considered(world: World) -> AgreementStep:
    return sharing.consider_asking(world.worker, world.contact.pk, seek=False, raises_risk="yes", alone="no")


DISPENSE = {"reason": "His words.", "harm": "He is hit again.", "belief": "Asking would harm him.", "told_when": "After the police"}


def _to_answer(world: World) -> Given:
    _ = world.manager
    made = sharing.propose_override(world.worker, world.contact.pk, _considered(world).pk, **DISPENSE)
    return [world.contact.pk, made.pk], {"agreed": True, "belief": "I believe that too."}


def _green(world: World) -> Given:
    actions.set_grade(world.worker, world.contact.pk, grade="green", reasons="A misunderstanding.")
    return [world.contact.pk], {"offer": True, "reason": "She asks for help with sleep."}


def _to_tell_adult(world: World) -> Given:
    _told_family(world)
    return [world.contact.pk, world.anna.pk], {"route": "telephone"}


def _visitor(world: World) -> Visitor:
    return visiting.log_visitor(world.reception, name="Nora Next", asked_for="A social worker")


def _note(world: World, kind: str = "visit") -> recording.NoteGiven:
    if kind == "visit":
        return recording.NoteGiven(
            NOW, "Home visit", present=["Filip"], seen_or_said="Clean.", attributed="yes", voice_reason="He slept."
        )
    return recording.NoteGiven(
        NOW,
        "Next visit",
        seen_or_said="Two visits missed.",
        decision="Visit weekly",
        view="It lowers the risk.",
        responsible=world.worker.user,
        action="Book visits",
        due_on=date(2026, 6, 5),
    )


def _written(world: World, kind: str, **more: str) -> Given:
    return [recording.write_note(world.worker, world.filip.pk, kind=kind, given=_note(world, kind)).pk], more


SHARING = recording.SharingGiven(
    outcome="shared",
    what="The bruise",
    purpose="To keep him safe",
    reason="He is at risk.",
    recipients=["PC Bond"],
    extent="summary",
    risk="He is hit again.",
    told="no",
    not_told_reason="His father would hear.",
    sought="no",
    why_not_sought="unsafe",
    why_not_reason="His father would hear.",
    basis="safeguarding",
    facts="He said so.",
    expected="yes",
    effect_on_person="He is seen tonight.",
    effect_on_others="None known.",
    critical=True,
    sent_to="PC Bond",
    sent_at=NOW,
)


def _sent(world: World) -> Given:
    made = recording.decide_sharing(world.worker, world.filip.pk, given=SHARING)
    return [made.pk], {"confirmed_by": "PC Bond", "received_at": NOW}


P, F, R = "people.actions.", "services.frontdoor.actions.", "services.recording.actions."
CASES: dict[str, Case] = {
    "foundation.access.notices.read_notice": case("worker", _notice),
    "foundation.standards.actions.vary": case(
        "manager", lambda w: ([w.decision_clock.pk], {"new_due_at": LATER, "reason": "School is closed."}), ahead="new_due_at"
    ),
    P + "facts.born": case(
        "worker", lambda w: ([w.unborn.pk], {"date_of_birth": date(2026, 5, 31), "sex": "F", "told_by": "Midwife"})
    ),
    P + "facts.change_facts": case(
        "worker",
        lambda w: ([w.filip.pk], {"version": 1, "base": {"religion": ""}, "values": {"religion": "Sikh"}, "known_by": "seen"}),
    ),
    P + "facts.confirm_fact": case("worker", lambda w: ([w.filip.pk, "surname"], {"known_by": "seen"})),
    P + "facts.state_fact": case("worker", lambda w: ([w.filip, "religion", "Sikh"], {"known_by": "seen"}), empty="value"),
    P + "families.end_relationship": case("worker", lambda w: ([w.anna.relative_of.get().pk], {"ended_on": TODAY})),
    P + "families.expect": case("worker", lambda w: ([w.unborn.pk, w.anna], {})),
    P + "families.relate": case("worker", lambda w: ([w.filip, w.unborn, "sibling"], {})),
    P + "helping.add_agency": case("worker", lambda w: ([], {"name": "Hill School", "kind": "education"})),
    P + "helping.end_professional": case("worker", lambda w: ([w.helper.pk], {"ends_on": TODAY})),
    P + "helping.involve_professional": case(
        "worker", lambda w: ([w.filip.pk], {"name": "Hana Visitor", "agency": w.helper.professional.agency})
    ),
    P + "homes.end_home": case("worker", lambda w: ([w.filip.residences.get().pk], {"ends_on": TODAY})),
    P + "homes.live_at": case("worker", lambda w: ([w.filip, "3 Elm Road", "SO17 1BJ"], {"told_by": "School"}), empty="lines"),
    P + "homes.set_confidential": case("worker", lambda w: ([w.filip.pk], {"confidential": True})),
    P + "keeping.declare_conflict": case("worker", lambda w: ([w.filip.pk], {"reason": "My nephew"})),
    P + "keeping.end_conflict": case("manager", _conflict),
    P + "keeping.end_restriction": case("manager", _unrestrict),
    P + "keeping.open_with_reason": case("worker", _restricted, ahead="until"),
    P + "keeping.restrict": case(
        "manager", lambda w: ([w.filip.pk], {"level": "restricted", "reason": "Adoption", "owner": w.manager.user})
    ),
    P + "merging.merge_people": case("worker", _two),
    P + "merging.propose_merge": case("worker", _two),
    P + "merging.turn_down_merge": case("manager", _two_proposed),
    P + "separating.separate_identities": case("adoption", lambda w: ([w.filip.pk, w.again.pk], {"reason": "Adoption order"})),
    P + "unmerging.undo_merge": case("manager", _two_made_one),
    P + "naming.add_name": case("worker", lambda w: ([w.filip.pk], {"kind": "alias", "surname": "Novak"})),
    P + "naming.identify": case("worker", lambda w: ([child("Zoe", "Quill")], {})),
    P + "sharing.share_with_siblings": case("worker", _with_a_brother),
    P + "staffing.allocate": case("manager", lambda w: ([w.filip.pk, w.worker.user], {})),
    P + "staffing.arrange_cover": case(
        "manager",
        lambda w: ([_held(w).pk, w.officer.user], {"starts_at": LATER, "ends_at": LATER + timedelta(days=1)}),
        ahead="starts_at",
    ),
    P + "staffing.ask_about_match": case("officer", _asking),
    P + "staffing.end_allocation": case("manager", lambda w: ([people.allocate(w.manager, w.filip.pk, w.worker.user).pk], {})),
    P + "staffing.end_cover": case("manager", lambda w: ([_cover(w).pk], {})),
    P + "warnings.confirm_warning": case("worker", lambda w: ([_warning(w)], {"review_on": date(2026, 12, 1)})),
    P + "warnings.end_warning": case("worker", lambda w: ([_warning(w)], {})),
    P + "warnings.warn": case(
        "worker", lambda w: ([w.filip.pk], {"words": "Dog", "reason": "It bites", "review_on": date(2026, 9, 1)})
    ),
    "people.duplicates.judging.judge_duplicate": case("manager", lambda w: ([_pair(w).pk], {"judgement": "not_same"})),
    "people.households.live_with": case("worker", lambda w: ([w.unborn, w.filip], {})),
    F + "analysing.give_up_analysis": case("worker", lambda w: ([w.draft("analysis", w.worker)], {}), empty="draft_id"),
    F + "analysing.record_analysis": case("worker", _sections),
    F + "basis.record_basis": on_contact(basis="safeguarding", reasons="He was hit."),
    F + "basis.record_family_view": on_contact(about="Mother", answer="agrees", asked_by="Wren", asked_at=NOW, how="By telephone"),
    F + "calls.give_up_call": case("worker", lambda w: ([w.draft("call", w.worker)], {}), empty="draft_id"),
    F + "calls.record_part": case("worker", lambda w: _shared(w, child_part="He hides food.", child_words='"I ran."')),
    F + "calls.take_call": case("worker", lambda w: ([Call(call(child("Zoe", "Quill")))], {})),
    F + "calls.take_over_call": case("worker", lambda w: ([w.draft("call", w.officer)], {})),
    F + "closing.choose_at_closing": on_contact(choice="i_stay"),
    F + "closing.end_with_advice": case(
        "night", lambda w: ([w.at_night.pk], {"advice": "Ring the GP.", "to_whom": "His mother", "given_at": NOW})
    ),
    F + "closing.hand_to_daytime": case("night", lambda w: ([w.at_night.pk], {"words": "See the bruise."})),
    F + "closing.mark_general_enquiry": case("night", _general),
    F + "closing.open_from_out_of_hours": case("worker", lambda w: ([w.at_night.pk], {})),
    F + "completing.close_contact": case("worker", _to_close),
    F + "consent.add_further_action": case(
        "manager",
        lambda w: ([w.contact.pk], {"what": "Ring the GP.", "owner": w.worker.user, "due_on": date(2026, 6, 3)}),
        ahead="due_on",
    ),
    F + "consent.ask_override": on_contact(why="His mother does not answer.", pack="wokingham"),
    F + "consent.confirm_involvement": case(
        "worker", lambda w: ([w.line.pk], {"added": "He was known in Reading."}), pack="wokingham"
    ),
    F + "consent.finish_further_action": case("worker", _further),
    F + "consent.override_consent": case("assistant", _override_asked, pack="wokingham"),
    F + "consulting.consult": case(
        "worker",
        lambda w: (
            [w.filip.pk],
            {
                "who_asks": "Bea Okoro, teacher",
                "telephone": "0161 000 0000",
                "question": "Is this early help?",
                "advice": "Begin an assessment.",
                "harm_described": "no",
                "ended_with": "advice",
            },
        ),
        empty="telephone",
    ),
    F + "conversation.acknowledge": on_contact(route="telephone"),
    F + "conversation.chase_form": case("worker", _form),
    F + "conversation.except_from_form": on_contact(exception="immediate"),
    F + "conversation.give_advice": on_contact(kind="advice", what="Ring the GP.", to_whom="The teacher"),
    F + "conversation.hold_conversation": on_contact(held_at=NOW + timedelta(minutes=1), what_told="Nothing new."),
    F + "conversation.name_child": case("worker", lambda w: ([w.contact.pk, NewLine(child("Jakub", "Nowak", 16))], {})),
    F + "conversation.receive_form": on_contact(received_at=NOW, received_by="email"),
    F + "conversation.record_emergency_call": on_contact(whom="police", answer="called", called_at=NOW),
    F + "deciding.decide": case("manager", lambda w: ([w.recommended().pk], {"version": 1, "shown": {}})),
    F + "deciding.recommend": case(
        "worker",
        lambda w: (
            analysed(w.worker, w.contact)
            or ([w.line.pk], {"outcome": "assessment", "reasons": "He was hit.", "significant_harm": "likely"})
        ),
    ),
    F + "deciding.reopen_decision": case("manager", _reopenable),
    F + "deciding.return_recommendation": case(
        "manager", lambda w: ([w.recommended().pk], {"version": 1, "words": "Let us talk."})
    ),
    F + "enquiries.answer_enquiry": case("worker", _asked),
    F + "enquiries.check_source": on_contact(validated=True, how="Rang back."),
    F + "enquiries.make_enquiry": on_contact(
        whom="referrer", person_asked="Anna Teacher", question="When?", asked_at=NOW, wanted_by=LATER, ahead="wanted_by"
    ),
    F + "enquiries.record_check": case(
        "worker",
        _checked,
    ),
    F + "factors.note_factors": case("worker", _noted),
    F + "factors.note_relevant_history": on_contact("manager", adult="Partner", words="Another family."),
    F + "factors.take_back_factor": case("worker", _taken_back),
    F + "hearing.mark_to_be_told": case("worker", lambda w: ([w.contact.pk, w.helper.professional_id], {})),
    F + "hearing.tell_earlier": case("worker", _came_back, pack="swindon"),
    F + "kinds.set_kind": on_contact(kind="step_up", details=kinds.KindDetails()),
    F + "levels.set_level": case("worker", lambda w: ([w.line.pk], {"level": "in_need", "reasons": "He was hit."})),
    F + "linking.keep_urgency": case("worker", _reopened),
    F + "linking.link_contacts": case("worker", lambda w: ([w.contact.pk], {"contact_number": _number(w.second)})),
    F + "linking.record_difference": on_contact(different_this_time="He has marks now."),
    F + "linking.unlink_contact": case("worker", _linked),
    F + "managing.review_contact": on_contact("manager", direction="Ring the school first."),
    F + "night.add_managers_part": case("night", _managers_part),
    F + "night.answer_immediate_risk": on_contact(risk=True, words="He is alone with his father."),
    F + "night.not_reachable": case("night", lambda w: ([w.at_night.pk, _enquiry(w).pk], {"until": LATER}), ahead="until"),
    F + "night.write_night_analysis": case(
        "night", lambda w: ([w.at_night.pk], {"version": 0, **NIGHT_ANALYSIS}), empty="risks impact_child impact_family"
    ),
    F + "prompts.answer_prompts": case("worker", _prompt),
    F + "receiving.correct_received_time": on_contact(received_at=NOW - timedelta(hours=1), reason="The e-mail says so."),
    F + "receiving.receive_contact": case("worker", lambda w: ([call(child("Zoe", "Quill"))], {})),
    F + "routing.accept_hand_over": case("receiving", _accepted),
    F + "routing.allocate_contact": case("manager", lambda w: ([w.contact.pk], {"worker": w.worker.id})),
    F + "routing.correct_re_referral": case("worker", _referral),
    F + "routing.decline_hand_over": case("receiving", lambda w: ([w.offered.pk], {"words": "Not ours."})),
    F + "routing.offer_again": case("manager", _declined),
    F + "routing.pass_to": on_contact(team="bis", why="They know him."),
    F + "routing.take_contact": on_contact(),
    F + "routing.withdraw_hand_over": case("worker", lambda w: ([w.offered.pk], {"words": "To another team."})),
    F + "safety.confirm_step": case("manager", _step),
    F + "safety.record_protective_step": on_contact(what="Kept at school.", done_by="Head", done_at=NOW, empty="done_by"),
    F + "safety.record_safety": case("worker", lambda w: _shared(w, where_now="at her aunt's", with_whom="Aunt")),
    F + "safety.settle_flag": case("worker", _flag),
    F + "saying.consider_early_help": case("worker", _green),
    F + "saying.write_words": case(
        "worker",
        lambda w: (
            [w.line.pk],
            {"words": '"He hit me."', "speaker": "Filip", "heard_by": "His teacher", "heard_at": NOW, "unclear": "He"},
        ),
    ),
    F + "screening.answer_screening": on_contact(about="criteria", answer="yes"),
    F + "screening.bring_in_worker": on_contact(words="A disclosure."),
    F + "screening.end_with_advice_only": case("advice_officer", _advised, pack="swindon"),
    F + "screening.evaluate": on_contact(
        "manager", immediate_concern=False, risk="low", likelihood="neither", reasons="Seen and well."
    ),
    F + "screening.pass_to_workers": case("officer", _screened),
    F + "screening.put_through": case("worker", _urgent),
    F + "screening.raise_immediate": on_contact(words="He said it now."),
    F + "screening.reply_to_screening": case("worker", _unsure),
    F + "screening.sort_contact": on_contact(priority="high", next_action="Ring the school."),
    F + "screening.transfer_call": case("worker", _transfer),
    F + "screening.triage_contact": on_contact("manager", priority="high", next_action="Ring the school."),
    F + "sharing.consider_asking": on_contact(seek=True, raises_risk="no", alone="yes"),
    F + "sharing.decide_override": case("manager", _to_answer),
    F + "sharing.give_basis": case("worker", lambda w: ([w.at_night.pk, _enquiry(w).pk], {"basis": "safeguarding"})),
    F + "sharing.propose_override": case("worker", lambda w: ([w.contact.pk, _considered(w).pk], DISPENSE)),
    F + "sharing.record_family_knows": on_contact(answer="yes", told_by="Anna Teacher", told_at=NOW),
    F + "telling.decide_telling": case("manager", lambda w: ([w.contact.pk, w.anna.pk], {"tell": True, "reason": "She asked."})),
    F + "telling.record_steps_discussed": on_contact(discussed_on=TODAY, plan="School rings weekly."),
    F + "telling.settle_professional": case("worker", _professional),
    F + "telling.tell_adult": case("worker", _to_tell_adult),
    F + "telling.tell_family": case("worker", _told_family),
    F + "telling.tell_referrer": case("worker", _told_referrer),
    F + "urgency.confirm_grade": case("worker", _proposed),
    F + "urgency.set_grade": on_contact(grade="red", reasons="Hit."),
    F + "urgency.set_protection": on_contact(child_protection=True),
    F + "visiting.log_visitor": case(
        "reception", lambda w: ([], {"name": "Nora Next", "asked_for": "A social worker"}), pack="swindon"
    ),
    # A room or a worker is enough; neither is refused (tests/swindon).
    F + "visiting.place_visitor": case(
        "worker", lambda w: ([_visitor(w).pk], {"room": "Room 2", "worker": "Wren"}), empty="room worker", pack="swindon"
    ),
    F + "visiting.visitor_left": case("worker", lambda w: ([_visitor(w).pk], {}), pack="swindon"),
    R + "notes.correct_note": case("worker", lambda w: _written(w, "visit", words="It was noon.", reason="A slip.")),
    R + "notes.finish_action": case("worker", lambda w: _written(w, "decision", words="Booked.")),
    R + "notes.write_note": case("worker", lambda w: ([w.filip.pk], {"kind": "visit", "given": _note(w)})),
    R + "sharing.ask_for_information": case(
        "worker",
        lambda w: (
            [w.filip.pk],
            {"who_asks": "PC Bond, police", "what": "The bruise", "why": "To ask his father", "asked_at": NOW},
        ),
    ),
    R + "chronology.write_chronology": case(
        "worker", lambda w: ([w.line.pk], {"version": 0, "lines": [Dated(TODAY, "He was hit with a belt.")]})
    ),
    R + "sharing.confirm_receipt": case("worker", _sent),
    R + "sharing.decide_sharing": case("worker", lambda w: ([w.filip.pk], {"given": SHARING})),
}
# A standard that asks for no new time is none of Southampton's: what waiving does is shown where one is made so.
ELSEWHERE = {"foundation.standards.actions.waive": ("actions/test_varying", "where_the_standard_asks_no_new_time")}
# The file and the beginning of the name of the test that shows a save come too late.
STALE = {
    "foundation.standards.actions.vary": ("actions/test_varying", "varied_by_a_colleague_meanwhile_both_are_shown"),
    P + "merging.merge_people": ("merging/test_merging", "a_record_changed_meanwhile_is_told"),
    P + "merging.propose_merge": ("merging/test_merging", "a_record_changed_meanwhile_is_told"),
    P + "unmerging.undo_merge": ("merging/test_undoing", "a_record_changed_meanwhile_is_told"),
    P + "facts.change_facts": ("actions/test_stale_saves", "facts_about_a_person_are_merged_by_the_same_rule"),
    F + "analysing.record_analysis": ("forms/test_analysis", "repeating_a_save_writes_one_version_and_a_stale_one"),
    F + "calls.record_part": ("actions/test_stale_saves", "a_childs_own_words_are_never_lost"),
    F + "deciding.decide": ("thread/test_thread", "a_returned_recommendation_comes_back_as_a_new_version"),
    F + "deciding.return_recommendation": ("actions/test_every_action", "a_stale_return_is_told"),
    F + "night.write_night_analysis": ("southampton/test_night", "a_stale_analysis_and_a_double_submit"),
    R + "chronology.write_chronology": ("swindon/test_chronology", "a_stale_chronology_shows_both"),
    F + "safety.record_safety": ("actions/test_stale_saves", "where_a_child_is_both_changed_shows_both"),
}
