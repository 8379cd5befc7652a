"""Passing on: accepted by name, declined, withdrawn, people away, re-referrals, allocation."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import HandOver, Referral
from hearth.services.frontdoor.pack import front_door
from tests.flow.support import at, decided, parent, received, recommended, web
from tests.support.people import child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def passed(worker, manager):
    return decided(worker, manager, received(worker))


def refusals(reader):
    return AccessLog.objects.filter(what="refusal", user_id=reader.id).count()


def holding(reader):
    return next(iter(queries.queue(reader))).holding


def test_early_help_opens_no_referral_and_stays_ours_until_accepted(worker, manager):
    contact = decided(worker, manager, received(worker), "early_help")
    assert not Referral.objects.exists()
    offer = contact.hand_overs.get()
    assert holding(worker) == "passed to Children and Families First (Early Help), not accepted since 10:00 today: still ours"
    helper = staff("Eli Early", "area_social_worker", "children_and_families_first")
    [waiting] = queries.incoming(helper)
    assert waiting.title == "Filip Kowalski, about 9"
    actions.accept_hand_over(helper, offer.pk)
    contact.refresh_from_db()
    assert (contact.stage, holding(worker)) == ("decided", "decided, referrer not yet told")


@pytest.mark.requirement("SOT-TRN-36")
def test_early_help_gets_the_needs_and_stays_sent_until_accepted(worker, manager):
    contact = received(worker)
    recommended(worker, contact, "early_help", level_of_need="early_help", reasons="Sleep and bedtime routines are hard.")
    actions.decide(manager, contact.lines.get().pk, version=1, shown={})
    helper = staff("Eli Early", "area_social_worker", "children_and_families_first")
    [waiting] = queries.incoming(helper)
    before = web(helper).get(f"/front-door/hand-overs/{waiting.pk}/").content.decode()
    assert "Sent" in before and "Sleep and bedtime routines are hard." in before and "Early help" in before
    actions.accept_hand_over(helper, waiting.pk)
    after = web(helper).get(f"/front-door/hand-overs/{waiting.pk}/").content.decode()
    assert ">Sent<" not in after and "Accepted" in after and "Eli Early" in after


def test_declined_with_words_it_is_back_and_may_go_to_another_team(worker, manager, passed, receiver):
    offer = passed.hand_overs.get()
    with pytest.raises(Invalid):
        actions.decline_hand_over(receiver, offer.pk, words=" ")
    number = uuid.uuid4()
    actions.decline_hand_over(receiver, offer.pk, words="He lives in the East.", request_id=number)
    actions.decline_hand_over(receiver, offer.pk, words="He lives in the East.", request_id=number)
    assert Event.objects.filter(kind="handover.declined").count() == 1
    assert holding(worker) == "declined: to pass on again"
    assert Notice.objects.filter(user=manager.user, key__startswith=f"declined:{offer.pk}").exists()
    line = passed.lines.get()
    assert queries.next_step(manager, passed).words == "Pass Filip Kowalski on again"
    again = actions.offer_again(worker, line.pk, team="family_safeguarding_east", why="He lives in the East.")
    assert (again.referral, again.referral.team) == (Referral.objects.get(), "family_safeguarding_east")
    with pytest.raises(Invalid):
        actions.accept_hand_over(receiver, offer.pk)


def test_a_stranger_neither_accepts_nor_looks_and_is_logged(passed):
    stranger = staff("Yan Young", "team_manager", "young_peoples_service")
    offer = passed.hand_overs.get()
    for act in (actions.accept_hand_over, lambda reader, key: actions.decline_hand_over(reader, key, words="No")):
        with pytest.raises(Refused):
            act(stranger, offer.pk)
    with pytest.raises(NotFound):
        queries.passed_on(stranger, offer.pk)
    assert refusals(stranger) == 2
    assert web(stranger).get(f"/front-door/hand-overs/{offer.pk}/").status_code == 404


def test_withdrawn_it_can_go_elsewhere(worker, passed, receiver):
    offer = passed.hand_overs.get()
    with pytest.raises(Invalid):
        actions.withdraw_hand_over(worker, offer.pk, words="")
    with pytest.raises(Refused):
        actions.withdraw_hand_over(receiver, offer.pk, words="Mine")
    actions.withdraw_hand_over(worker, offer.pk, words="Wrong locality")
    assert queries.incoming(receiver) == []
    actions.offer_again(worker, passed.lines.get().pk, team="family_help", why="Nearer to them")
    assert HandOver.objects.filter(withdrawn_at=None).get().to_team == "family_help"


def test_for_somebody_away_their_manager_then_the_duty_manager_accepts(worker, manager):
    contact = received(worker)
    holder = staff("Cas Holder", "area_social_worker", "family_help")
    boss = staff("Tam Manager", "team_manager", "family_help")
    offer = actions.pass_to(worker, contact.pk, to_user=holder.id, why="Her own worker")
    assert [len(queries.incoming(one)) for one in (holder, boss, manager)] == [1, 0, 0]
    holder.user.absent_until = at("2026-06-08T09:00")
    holder.user.save()
    offer.refresh_from_db()
    assert [len(queries.incoming(one)) for one in (holder, boss, manager)] == [0, 1, 0]
    boss.user.absent_until = at("2026-06-03T09:00")
    boss.user.save()
    assert [len(queries.incoming(one)) for one in (holder, boss, manager)] == [0, 0, 1]
    assert "still ours" in holding(worker)
    accepted = actions.accept_hand_over(manager, offer.pk)
    contact.refresh_from_db()
    assert (accepted.accepted_by, contact.holder) == (manager.user, manager.user)


@pytest.mark.requirement("SWI-P2-17")
def test_swindon_pass_to_caseholder_stands_in_their_queue_with_the_date_received(swindon):
    officer = staff("Ola Officer", "advice_officer", "fcp")
    holder = staff("Cas Holder", "area_social_worker", "assessment")
    contact = received(officer)
    actions.pass_to(officer, contact.pk, to_user=holder.id, why="Her own worker")
    [row] = [one for one in queries.my_work(holder) if one.action == "Accept or decline"]
    assert row.title == f"Contact {contact.number}"
    assert "Received 10:00 today" in web(holder).get("/front-door/incoming/").content.decode()
    assert holding(officer) == "passed to Assessment and Child Protection Team, not accepted since 10:00 today: still ours"


def test_passing_on_needs_somebody_and_a_reason(worker, receiver):
    contact = received(worker)
    with pytest.raises(Invalid):
        actions.pass_to(worker, contact.pk, why="Nobody")
    with pytest.raises(Invalid):
        actions.pass_to(worker, contact.pk, team="bis", why="")
    with pytest.raises(Refused):
        actions.pass_to(receiver, contact.pk, team="bis", why="Mine")
    actions.pass_to(worker, contact.pk, team="bis", why="They know her")
    with pytest.raises(Invalid):
        actions.pass_to(worker, contact.pk, team="family_help", why="Twice")
    assert HandOver.objects.count() == 1


def earlier(worker, manager, person, moment):
    with worktime.frozen(moment):
        return decided(worker, manager, received(worker, person))


@pytest.mark.requirement("SWI-REF-18")
def test_a_re_referral_is_one_within_twelve_months_and_the_mark_can_be_corrected(swindon):
    worker, manager = staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")
    for held in (*worker.user.roles_held.all(), *manager.user.roles_held.all()):
        held.starts_at = at("2025-01-01T00:00")
        held.save()
    receiver = staff("Bea Brief", "team_manager", "assessment")
    receiver.user.roles_held.update(starts_at=at("2025-01-01T00:00"))
    marks = {}
    for name, day in (("Filip", "2025-06-02T10:00"), ("Ada", "2025-05-30T10:00")):
        with worktime.frozen(day):
            person = people.identify(worker, child(name, name * 2))
            decided(worker, manager, received(worker, person), "referral")
        decided(worker, manager, received(worker, person), "referral")
        marks[name] = Referral.objects.filter(person=person).order_by("received_at").last()
    assert (marks["Filip"].re_referral, marks["Filip"].earlier_referral.received_at) == (True, at("2025-06-02T10:00"))
    assert (marks["Ada"].re_referral, marks["Ada"].earlier_referral) == (False, None)
    shown = web(receiver).get(f"/front-door/referrals/{marks['Filip'].pk}/").content.decode()
    assert "Re-referral" in shown and "2 June 2025" in shown
    with pytest.raises(Invalid):
        actions.correct_re_referral(worker, marks["Filip"].pk, re_referral=False, reason="")
    with pytest.raises(Refused):
        actions.correct_re_referral(receiver, marks["Filip"].pk, re_referral=False, reason="No")
    actions.correct_re_referral(worker, marks["Filip"].pk, re_referral=False, reason="That was his cousin")
    marks["Filip"].refresh_from_db()
    assert (marks["Filip"].re_referral, marks["Filip"].re_referral_corrected) == (False, "That was his cousin")


@pytest.mark.requirement("SWI-SVC-17")
def test_the_hand_over_carries_the_assessment_of_risk_the_actions_taken_and_the_time_it_took(swindon):
    worker, manager = staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")
    receiver = staff("Bea Brief", "team_manager", "assessment")
    contact = received(worker)
    actions.record_protective_step(worker, contact.pk, what="Aunt takes him home", done_by="Wren Worker", done_at=worktime.now())
    decided(worker, manager, contact, "referral", significant_harm="likely", reasons="Hit with a belt twice this month.")
    offer = contact.hand_overs.get()
    with worktime.frozen("2026-06-01T10:30"):
        actions.withdraw_hand_over(worker, offer.pk, words="Wrong team first")
        actions.offer_again(worker, contact.lines.get().pk, team="assessment", why="Right after all")
    shown = web(receiver).get(f"/front-door/referrals/{Referral.objects.get().pk}/").content.decode()
    for words in ("Hit with a belt twice this month.", "Likely to suffer significant harm", "Aunt takes him home", "30 minutes"):
        assert words in shown, words


def test_the_receiving_team_sees_only_its_own_child(worker, manager, receiver):
    contact = received(worker, child("Filip", "Kowalski"), child("Zoe", "Quartermaine"), what_told="Zoe was out at night.")
    filip, zoe = contact.lines.all()
    mother, other = parent(filip.person_id, "Marta"), parent(zoe.person_id, "Petra")
    recommend_analysed(worker, filip.pk, outcome="assessment", reasons="Filip's own reasons", significant_harm="neither")
    actions.decide(manager, filip.pk, version=1, shown={})
    shown = web(receiver).get(f"/front-door/hand-overs/{contact.hand_overs.get().pk}/").content.decode()
    assert "Filip&#39;s own reasons" in shown and mother.forenames in shown
    for words in ("Zoe", other.forenames, "out at night"):
        assert words not in shown


def test_allocating_and_taking(worker, manager, officer, receiver):
    contact = received(officer)
    with pytest.raises(Refused):
        actions.allocate_contact(worker, contact.pk, worker=worker.id)
    with pytest.raises(Invalid):
        actions.allocate_contact(manager, contact.pk, worker=receiver.id)
    worker.user.absent_until = at("2026-06-02T09:00")
    worker.user.save()
    with pytest.raises(Invalid):
        actions.allocate_contact(manager, contact.pk, worker=worker.id)
    worker.user.absent_until = None
    worker.user.save()
    assert actions.allocate_contact(manager, contact.pk, worker=worker.id).holder == worker.user
    assert Notice.objects.filter(user=worker.user).count() == 1
    assert actions.take_contact(officer, contact.pk).holder == officer.user
    assert [event.kind for event in Event.objects.filter(kind__in=("contact.taken_by_worker", "contact.held")).order_by("pk")] == [
        "contact.taken_by_worker",
        "contact.held",
    ]
    answer = web(manager).post(f"/front-door/contacts/{contact.pk}/allocate/", {"worker": str(worker.id)})
    assert answer.status_code == 302
    contact.refresh_from_db()
    assert contact.holder == worker.user


@pytest.mark.requirement("SOT-CRS-19")
def test_the_receiving_services_are_offered_in_order_and_the_reason_reaches_the_receiving_manager(worker, manager):
    teams = front_door().outcome("social_work").teams
    assert teams[0] == "family_help" and all(one.startswith("family_safeguarding") for one in teams[1:4])
    contact = received(worker)
    page = web(worker).get(f"/front-door/children/{contact.lines.get().pk}/recommend/").content.decode()
    assert page.index("Family Help") < page.index("Family Safeguarding") < page.index("Jigsaw")
    decided(worker, manager, contact, "social_work", team="family_help", reasons="Help at home is what they ask for.")
    receiver = staff("Fay Help", "team_manager", "family_help")
    shown = web(receiver).get(f"/front-door/hand-overs/{contact.hand_overs.get().pk}/").content.decode()
    assert "Help at home is what they ask for." in shown
