"""One thread through every layer: a call about two siblings, one with a restricted record, to a signed-off decision."""

import uuid
from datetime import datetime

import pytest
from django.db import connection

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.models import AccessLog
from hearth.foundation.standards.models import Obligation
from hearth.foundation.worktime import LONDON
from hearth.people import actions as people
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import Contact, Referral, Telling
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def siblings(worker, manager):
    """Filip, and Jakub whose record is restricted to the manager."""
    with worktime.frozen("2026-05-01T10:00"):
        filip = people.identify(worker, child("Filip", "Kowalski", 9))
        jakub = people.identify(worker, child("Jakub", "Kowalski", 16, dismissed=frozenset({filip.pk})))
        people.restrict(manager, jakub.pk, level="restricted", reason="Placement must stay unknown", owner=manager.user)
    return filip, jakub


@pytest.fixture
def contact(worker, siblings) -> Contact:
    return actions.receive_contact(worker, call(*siblings))


def due(contact: Contact, standard: str, **more) -> Obligation:
    return Obligation.objects.filter(head__subject_id=contact.pk, standard=standard, **more).first()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def recommend(worker, line, outcome="assessment"):
    analysed(worker, line.contact)
    return actions.recommend(worker, line.pk, outcome=outcome, reasons="He is not safe at home.", significant_harm="likely")


def line_of(contact, person):
    return contact.lines.get(person=person)


def test_urgency_starts_a_clock_from_receipt_and_raising_it_keeps_both(worker, contact):
    actions.set_grade(worker, contact.pk, grade="amber", reasons="Marks were not seen.")
    assert due(contact, "SOT-AMBER-24H").due_at == at("2026-06-02T10:00")
    with worktime.frozen("2026-06-01T13:00"):
        actions.set_grade(worker, contact.pk, grade="flaming_red", reasons="He goes home to his father today.")
        raised = due(contact, "SOT-FLAMING-RED-2H")
        assert raised.due_at == at("2026-06-01T12:00")
        assert raised.passed_before_identified
        assert due(contact, "SOT-AMBER-24H").ended_at == at("2026-06-01T13:00")
        shown = queries.contact_page(worker, contact.pk)
    assert "passed before identified" in {clock.words for clock in shown.clocks}
    assert [one.grade for one in contact.gradings.all()] == ["amber", "flaming_red"]


def test_correcting_the_received_time_counts_again_and_keeps_both(worker, contact):
    actions.set_grade(worker, contact.pk, grade="red", reasons="Possibly suffering abuse.")
    actions.correct_received_time(worker, contact.pk, received_at=at("2026-06-01T09:10"), reason="The school's own log")
    assert due(contact, "SOT-RED-6H").due_at == at("2026-06-01T15:10")
    assert {change.after for change in history(contact, "received_at")} == {at("2026-06-01T09:10")}
    assert {change.before for change in history(contact, "received_at")} == {at("2026-06-01T10:00")}


def history(contact, field):
    from hearth.foundation.history import changes

    return [change for change in changes(contact) if change.field == field]


def test_a_restricted_sibling_is_withheld_with_the_note_and_says_whom_to_ask(worker, manager, contact, siblings):
    shown = queries.contact_page(worker, contact.pk)
    assert [one.name for one in shown.children] == ["Filip Kowalski", "Restricted record"]
    assert shown.children[1].ask == "Mara Manager"
    assert shown.withheld
    assert not queries.contact_page(manager, contact.pk).withheld
    with pytest.raises(NotFound):
        recommend(worker, line_of(contact, siblings[1]))
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id).count() == 1


def test_the_decider_is_another_person_and_siblings_may_differ(worker, manager, contact, siblings):
    filip, jakub = siblings
    other = staff("Mo Manager", "manager", "crs")
    mine = recommend(manager, line_of(contact, jakub), "early_help")
    with pytest.raises(Refused):
        actions.decide(manager, mine.line_id, version=1, shown={})
    assert AccessLog.objects.filter(what="refusal", user_id=manager.id).exists()
    recommend(worker, line_of(contact, filip))
    actions.decide(manager, line_of(contact, filip).pk, version=1, shown={})
    people.open_with_reason(other, jakub.pk, reason="Deciding on the contact of today", until=at("2026-06-01T18:00"))
    actions.decide(other, mine.line_id, version=1, shown={})
    contact.refresh_from_db()
    assert {line.person: line.outcome for line in contact.lines.all()} == {filip: "assessment", jakub: "early_help"}
    assert due(contact, "SOT-DECISION-24H", per=str(filip.pk)).met_at == at("2026-06-01T10:00")
    assert contact.stage == "passed_on"


def test_a_returned_recommendation_comes_back_as_a_new_version_and_a_stale_sign_off_is_told(worker, manager, contact, siblings):
    line = line_of(contact, siblings[0])
    recommend(worker, line)
    actions.return_recommendation(manager, line.pk, version=1, words="What does his mother say?")
    actions.recommend(
        worker, line.pk, outcome="strategy", reasons="Mother says it has happened before.", significant_harm="suffering"
    )
    with pytest.raises(Stale):
        actions.decide(manager, line.pk, version=1, shown={})
    assert actions.decide(manager, line.pk, version=2, shown={}).outcome == "strategy"


def test_passed_on_is_not_done_until_accepted_by_name(worker, manager, contact, siblings):
    line = line_of(contact, siblings[0])
    recommend(worker, line)
    actions.decide(manager, line.pk, version=1, shown={})
    referral = Referral.objects.get(person=siblings[0])
    assert referral.received_at == contact.received_at
    receiver = staff("Bea Brief", "team_manager", "bis")
    stranger = staff("Yan Young", "team_manager", "young_peoples_service")
    [waiting] = queries.incoming(receiver)
    with pytest.raises(Refused):
        actions.accept_hand_over(stranger, waiting.pk)
    accepted = actions.accept_hand_over(receiver, waiting.pk)
    assert (accepted.accepted_by, queries.incoming(receiver)) == (receiver.user, [])


def test_the_referrer_is_told_in_writing_once(worker, manager, siblings):
    contact = actions.receive_contact(worker, call(siblings[0], referrer_address="The School\nSouthampton"))
    line = contact.lines.get()
    telling = Telling.objects.get(contact=contact)
    with pytest.raises(Invalid):
        actions.tell_referrer(worker, telling.pk, route="post")
    recommend(worker, line)
    actions.decide(manager, line.pk, version=1, shown={})
    told = actions.tell_referrer(worker, telling.pk, route="post")
    letter = queries.contact_page(worker, contact.pk).letters[0]
    assert told.letter == letter.pk
    assert "The contact has gone to a social work team as a referral." in letter.paragraphs
    assert "Kowalski" not in " ".join(letter.paragraphs)
    with pytest.raises(Invalid):
        actions.tell_referrer(worker, telling.pk, route="post")


def test_a_double_submit_gives_the_first_result(worker):
    number = uuid.uuid4()
    first = actions.receive_contact(worker, call(child("Ada", "Novak")), request_id=number)
    again = actions.receive_contact(worker, call(child("Ada", "Novak")), request_id=number)
    assert first == again
    assert Contact.objects.count() == 1


def test_two_people_saving_different_fields_both_stand_and_the_same_field_is_a_conflict(worker, manager, contact, siblings):
    line = line_of(contact, siblings[0])
    base = {name: getattr(line, name) for name in ("where_now", "with_whom", "seen", "safe_now", "safe_until", "safe_reason")}
    actions.record_safety(worker, line.pk, version=1, base=base, values=base | {"where_now": "Head's office"})
    actions.record_safety(manager, line.pk, version=1, base=base, values=base | {"seen": "yes"})
    line.refresh_from_db()
    assert (line.where_now, line.seen) == ("Head's office", "yes")
    with pytest.raises(Stale) as stale:
        actions.record_safety(manager, line.pk, version=1, base=base, values=base | {"where_now": "Playground"})
    assert stale.value.theirs == {"where_now": "Head's office"}


def test_safe_until_is_a_clock_that_the_next_record_meets(worker, contact, siblings):
    line = line_of(contact, siblings[0])
    base = {"safe_until": None}
    actions.record_safety(
        worker,
        line.pk,
        version=1,
        base=base,
        values={"safe_until": at("2026-06-01T15:15"), "safe_reason": "School keeps him"},
    )
    assert due(contact, "HEARTH-SAFE-UNTIL").due_at == at("2026-06-01T15:15")
    with worktime.frozen("2026-06-01T15:00"):
        actions.record_safety(
            worker,
            line.pk,
            version=2,
            base={},
            values={"safe_until": at("2026-06-01T18:00"), "safe_reason": "With his aunt"},
        )
    clocks = Obligation.objects.filter(standard="HEARTH-SAFE-UNTIL").order_by("due_at")
    assert [clock.met_at for clock in clocks] == [at("2026-06-01T15:00"), None]


def test_the_queue_shows_the_nearest_clock_first_in_a_fixed_number_of_queries(worker, siblings, django_assert_max_num_queries):
    first = actions.receive_contact(worker, call(siblings[0]))
    second = actions.receive_contact(worker, call(child("Ada", "Novak")))
    actions.set_grade(worker, second.pk, grade="flaming_red", reasons="In danger.")
    for name in ("Bruno Birch", "Cosmo Dunmore", "Edgar Forrest", "Gwen Harkness", "Iris Jessop"):
        actions.receive_contact(worker, call(child(*name.split())))
    with django_assert_max_num_queries(14):
        lines = list(queries.queue(worker))
    assert [line.contact.pk for line in lines][:2] == [second.pk, first.pk]
    assert lines[0].clock.words == "due in 2 hours"


def test_verify_finds_an_edit_made_behind_the_application(worker, contact, tmp_path, owner_edits):
    from hearth.foundation.timeline.verifying import verify

    assert list(verify(tmp_path)) == []
    owner_edits("UPDATE timeline_event SET data = '{\"grade\": \"green\"}' WHERE kind = 'contact.received'")
    assert any("has been changed since it was recorded" in fault for fault in verify(tmp_path))


def test_the_application_may_not_change_what_was_recorded(contact):
    from django.db import DatabaseError, transaction

    for statement in (
        "UPDATE timeline_event SET kind = 'x'",
        "DELETE FROM access_accesslog",
        "TRUNCATE timeline_event CASCADE",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_swindon_child_protection_raised_late_is_overdue_at_once(swindon):
    officer = staff("Ola Officer", "advice_officer", "fcp")
    contact = actions.receive_contact(officer, call(child("Filip", "Kowalski")))
    assert due(contact, "SWI-FINALISE-24H").due_at == at("2026-06-02T10:00")
    with worktime.frozen("2026-06-01T13:00"):
        actions.set_protection(officer, contact.pk, child_protection=True)
        clock = next(one for one in queries.contact_page(officer, contact.pk).clocks if one.rule.id == "SWI-FINALISE-CP-2H")
    assert clock.row.due_at == at("2026-06-01T12:00")
    assert clock.words == "passed before identified"


@pytest.mark.parametrize("pack", ["southampton", "swindon"])
def test_the_whole_loop_under_each_pack(pack):
    packs.set_active(pack)
    front = {"southampton": "crs", "swindon": "fcp"}[pack]
    caller = staff("Cal Caller", "social_worker", front)
    manager = staff("Mara Manager", "manager", front)
    contact = actions.receive_contact(caller, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))
    outcome = {"southampton": "assessment", "swindon": "referral"}[pack]
    for line in contact.lines.all():
        recommend(caller, line, outcome)
        actions.decide(manager, line.pk, version=1, shown={})
    team = Referral.objects.first().team
    receiver = staff("Bea Brief", "team_manager", team)
    for waiting in queries.incoming(receiver):
        actions.accept_hand_over(receiver, waiting.pk)
    actions.tell_referrer(caller, contact.tellings.get().pk, route="telephone")
    contact.refresh_from_db()
    assert contact.stage == "decided"
    assert contact.tellings.get().status == "told"
