"""Giving a timescale another time: only by whom the standard names, with a reason, and it stays on the record."""

import uuid
from datetime import datetime

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.standards import actions as standards
from hearth.foundation.standards import queries
from hearth.foundation.standards.engine import State
from hearth.foundation.standards.models import Obligation, Waiver
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.services.frontdoor import actions
from tests.engines.streams import at
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db
LATER = at("2026-06-03T12:00")


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


@pytest.fixture
def decision(contact) -> Obligation:
    return Obligation.objects.get(head__subject_id=contact.pk, standard="SOT-DECISION-24H")


def test_a_manager_gives_more_time_with_a_reason_that_stays_behind_the_date(manager, contact, decision):
    assert decision.due_at == at("2026-06-02T10:00")
    waiver = standards.vary(manager, decision.pk, new_due_at=LATER, reason="The school is closed until Wednesday.")
    decision.refresh_from_db()
    assert decision.due_at == LATER
    assert decision.counted.endswith("varied at 10:00 on Mon 1 June to 12:00 on Wed 3 June")
    assert [(one.reason, one.by) for one in queries.waivers(decision)] == [("The school is closed until Wednesday.", manager.user)]
    recorded = Event.objects.get(kind="standard.waived")
    assert (recorded.home.subject_id, recorded.data["waiver"]) == (contact.pk, waiver.pk)
    assert "school" not in str(recorded.data)


def test_decided_within_the_time_given_is_in_time(worker, manager, contact, decision):
    standards.vary(manager, decision.pk, new_due_at=LATER, reason="The school is closed until Wednesday.")
    with worktime.frozen("2026-06-03T11:00"):
        line = contact.lines.get()
        recommend_analysed(worker, line.pk, outcome="advice", reasons="Nothing more is needed.", significant_harm="neither")
        actions.decide(manager, line.pk, version=1, shown={})
        decision.refresh_from_db()
        assert queries.timescale(decision).state is State.MET


def test_nobody_else_may_and_the_refusal_is_logged(worker, decision):
    with pytest.raises(Refused, match="may not change this timescale"):
        standards.vary(worker, decision.pk, new_due_at=LATER, reason="Busy.")
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id, capability="standards.vary").count() == 1
    assert not Waiver.objects.exists()
    decision.refresh_from_db()
    assert decision.due_at == at("2026-06-02T10:00")


def test_the_law_may_be_varied_by_nobody(manager, contact):
    law = Obligation.objects.get(head__subject_id=contact.pk, standard="LAW-REFERRAL-DECISION")
    with pytest.raises(Refused):
        standards.vary(manager, law.pk, new_due_at=LATER, reason="Busy.")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"new_due_at": at("2026-06-02T10:00")}, "new_due_at"),
        ({"new_due_at": at("2026-05-29T10:00")}, "new_due_at"),
    ],
)
def test_without_a_reason_or_a_later_time_nothing_is_written(manager, decision, given, field):
    with pytest.raises(Invalid) as problem:
        standards.vary(manager, decision.pk, **({"new_due_at": LATER, "reason": "The school is closed."} | given))
    assert list(problem.value.problems) == [field]
    assert not Waiver.objects.exists()
    assert not Event.objects.filter(kind="standard.waived").exists()


def test_a_standard_that_asks_for_a_new_time_cannot_simply_be_waived(manager, decision):
    with pytest.raises(Invalid) as problem:
        standards.waive(manager, decision.pk, reason="Not needed.")
    assert "new_due_at" in problem.value.problems


def test_one_already_met_is_no_longer_open(worker, manager, contact, decision):
    line = contact.lines.get()
    recommend_analysed(worker, line.pk, outcome="advice", reasons="Nothing more is needed.", significant_harm="neither")
    actions.decide(manager, line.pk, version=1, shown={})
    with pytest.raises(Invalid, match="no longer open"):
        standards.vary(manager, decision.pk, new_due_at=LATER, reason="The school is closed.")


def test_a_repeat_of_the_same_form_gives_the_first_result(manager, decision):
    number = uuid.uuid4()
    given = {"new_due_at": LATER, "reason": "The school is closed.", "request_id": number}
    assert standards.vary(manager, decision.pk, **given) == standards.vary(manager, decision.pk, **given)
    assert Waiver.objects.count() == 1


def test_a_timescale_of_a_sealed_child_is_not_found(worker, manager, contact, decision):
    other = staff("Mo Manager", "manager", "crs")
    people.restrict(other, contact.lines.get().person_id, level="sealed", reason="Adoption", owner=other.user)
    with pytest.raises(NotFound):
        standards.vary(manager, decision.pk, new_due_at=LATER, reason="The school is closed.")


def test_there_is_no_such_timescale(manager):
    with pytest.raises(NotFound):
        standards.vary(manager, 0, new_due_at=datetime(2026, 6, 3, 12, tzinfo=worktime.LONDON), reason="The school is closed.")
