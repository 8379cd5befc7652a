"""Who hears that something is due soon or late, each once; and the morning e-mail."""

import pytest
from django.core import mail

from hearth.foundation import worktime
from hearth.foundation.access.models import Notice, RoleHeld
from hearth.foundation.standards import actions as standards
from hearth.foundation.standards import notices
from hearth.foundation.standards.models import Obligation
from hearth.people import actions as people
from hearth.services.frontdoor import actions
from tests.engines.streams import at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db
DECIDE = "Decide what to do next within 24 hours"


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def contact(worker, manager):
    with worktime.frozen("2026-06-01T15:00"):
        return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


def told(reader, about: str = DECIDE) -> list[str]:
    return [notice.title for notice in Notice.objects.filter(user=reader.user, title__contains=about).order_by("pk")]


def at_time(text: str) -> int:
    with worktime.frozen(text):
        return notices.notify()


def test_nobody_is_told_before_it_is_due_soon(contact, worker, manager):
    at_time("2026-06-02T10:59")
    assert (told(worker), told(manager)) == ([], [])


def test_a_decision_due_the_next_day_at_the_same_time_is_late_a_minute_after_to_worker_and_manager(contact, worker, manager):
    decision = Obligation.objects.get(standard="SOT-DECISION-24H")
    assert decision.due_at == at("2026-06-02T15:00")
    at_time("2026-06-02T15:00")
    late = f"Late since 15:00 on Tue 2 June: {DECIDE}"
    assert late not in told(worker)
    at_time("2026-06-02T15:01")
    assert late in told(worker)
    assert late in told(manager)
    for somebody, grade, standard, due in (
        (child("Amelia", "Okafor"), "red", "SOT-RED-6H", "2026-06-01T21:00"),
        (child("Bartek", "Zielinski"), "flaming_red", "SOT-FLAMING-RED-2H", "2026-06-01T17:00"),
    ):
        with worktime.frozen("2026-06-01T15:05"):
            graded = actions.receive_contact(worker, call(somebody))
            actions.correct_received_time(worker, graded.pk, received_at=at("2026-06-01T15:00"), reason="The telephone's log")
            actions.set_grade(worker, graded.pk, grade=grade, reasons="As told by the teacher.")
        rows = Obligation.objects.filter(head__kind="contact", head__subject_id=graded.pk, statutory=False)
        assert rows.get(standard="SOT-DECISION-24H").superseded_by == standard
        assert rows.get(standard=standard).due_at == at(due)


def test_due_soon_is_told_four_hours_before_and_running_again_tells_nobody_twice(contact, worker, manager):
    at_time("2026-06-02T11:00")
    assert told(worker) == [f"Due at 15:00 on Tue 2 June: {DECIDE}"]
    assert told(manager) == [f"Due at 15:00 on Tue 2 June: {DECIDE}"]
    assert at_time("2026-06-02T11:00") == 0
    assert at_time("2026-06-02T11:30") == 0


def test_a_title_says_nothing_of_anybody(contact):
    at_time("2026-06-03T15:01")
    titles = " ".join(Notice.objects.values_list("title", flat=True))
    assert titles
    assert "Kowalski" not in titles
    assert "Filip" not in titles


def test_only_the_holder_owes_it_and_without_one_everybody_of_the_role_in_the_team(contact, worker, manager):
    colleague = staff("Cory Colleague", "social_worker", "crs")
    elsewhere = staff("Ed Elsewhere", "social_worker", "edt")
    at_time("2026-06-02T11:00")
    assert (len(told(worker)), told(colleague), told(elsewhere)) == (1, [], [])
    contact.holder = None
    contact.save()
    at_time("2026-06-02T15:01")
    assert (len(told(worker)), len(told(colleague)), told(elsewhere)) == (2, 1, [])


def test_nobody_is_told_of_a_record_they_may_not_see_or_in_a_role_that_has_ended(contact, worker, manager):
    ended = staff("Ola Once", "manager", "crs")
    RoleHeld.objects.filter(user=ended.user).update(ends_at=at("2026-06-02T09:00"))
    other = staff("Mo Manager", "manager", "crs")
    people.restrict(other, contact.lines.get().person_id, level="sealed", reason="Adoption", owner=other.user)
    at_time("2026-06-02T15:01")
    assert (told(ended), told(manager)) == ([], [])
    assert told(other)


def test_a_timescale_given_more_time_is_told_again_when_that_has_gone(contact, worker, manager):
    at_time("2026-06-02T11:00")
    with worktime.frozen("2026-06-02T12:00"):
        decision = Obligation.objects.get(standard="SOT-DECISION-24H")
        standards.vary(manager, decision.pk, new_due_at=at("2026-06-03T12:00"), reason="The school is closed.")
    at_time("2026-06-02T15:01")
    assert f"Late since 15:00 on Tue 2 June: {DECIDE}" not in told(worker)
    at_time("2026-06-03T12:01")
    assert f"Late since 12:00 on Wed 3 June: {DECIDE}" in told(worker)


def test_the_morning_e_mail_goes_once_to_each_who_owes_something_and_names_nobody(contact, worker, manager):
    with worktime.frozen("2026-06-02T06:59"):
        assert notices.send_digests() == 0
    with worktime.frozen("2026-06-02T07:00"):
        notices.send_digests()
        [mine] = [message for message in mail.outbox if message.to == [worker.user.email]]
        assert notices.send_digests() == 0
    assert f"Due at 15:00 on Tue 2 June: {DECIDE}" in mine.body
    assert mine.subject.startswith("Hearth: 0 late, ")
    assert "Kowalski" not in mine.body + mine.subject
    sent = len(mail.outbox)
    with worktime.frozen("2026-06-03T07:10"):
        notices.send_digests()
    assert len(mail.outbox) > sent


def test_no_morning_e_mail_after_noon(contact):
    with worktime.frozen("2026-06-02T12:00"):
        assert notices.send_digests() == 0
