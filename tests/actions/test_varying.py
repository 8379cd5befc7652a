"""Giving a timescale another time through the page: reached from "Why this date?", by whom the standard names."""

import re
import uuid

import pytest
from django.urls import reverse

from hearth.foundation import packs
from hearth.foundation.access.models import AccessLog, Conflict
from hearth.foundation.standards import actions as standards
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.standards.models import Obligation, Waiver
from hearth.foundation.timeline.models import Event
from hearth.foundation.worktime import now
from hearth.people import actions as people
from hearth.services.frontdoor import actions
from tests.engines.streams import at
from tests.support.people import recommend_analysed, staff

pytestmark = pytest.mark.django_db
GIVEN = {"new_due_at": "3 6 2026 12:00", "reason": "The school is closed until Wednesday.", "shown": "0"}


@pytest.fixture
def decision(contact) -> Obligation:
    return Obligation.objects.get(head__subject_id=contact.pk, standard="SOT-DECISION-24H")


@pytest.fixture
def pages(contact, decision):
    """The page of why, and the page of giving another time."""
    return reverse("why", args=[contact.pk, decision.pk]), reverse("vary", args=[contact.pk, decision.pk])


def text_of(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_manager_gives_more_time_from_why_this_date_and_both_times_show(browse, manager, contact, decision, pages):
    why, vary = pages
    client = browse(manager)
    assert f'href="{vary}"' in client.get(why).content.decode()
    shown = text_of(client.get(vary))
    assert "Due 10:00 tomorrow" in shown
    assert '"most instances": a longer time needs a recorded reason' in shown.replace("&#34;", '"')
    assert client.post(vary, GIVEN).url == why
    after = text_of(client.get(why))
    assert "Mara Manager gave it another time, 10:00 today" in after
    assert "Due before: 10:00 tomorrow. New time: 12:00 on Wed 3 June." in after
    assert "The school is closed until Wednesday." in after
    decision.refresh_from_db()
    assert decision.due_at == at("2026-06-03T12:00")
    made = Waiver.objects.get()
    assert (made.was_due_at, made.new_due_at) == (at("2026-06-02T10:00"), at("2026-06-03T12:00"))
    assert Event.objects.filter(kind="standard.waived", home__subject_id=contact.pk).count() == 1
    assert "A timescale was waived or varied" in text_of(client.get(reverse("contact", args=[contact.pk])))


def test_nobody_else_is_offered_it_and_a_refusal_is_logged(browse, worker, decision, pages):
    why, vary = pages
    client = browse(worker)
    assert vary not in client.get(why).content.decode()
    assert client.get(vary).status_code == 403
    assert client.post(vary, GIVEN).status_code == 403
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id).count() == 2
    assert not Waiver.objects.exists()


def test_holding_the_capability_is_not_enough_where_the_standard_names_another_role(browse, contact, pages, manager):
    law = Obligation.objects.get(head__subject_id=contact.pk, standard="LAW-REFERRAL-DECISION")
    client = browse(manager)
    why, vary = (reverse(name, args=[contact.pk, law.pk]) for name in ("why", "vary"))
    assert vary not in client.get(why).content.decode()
    assert client.get(vary).status_code == 403
    assert client.post(vary, GIVEN).status_code == 403
    assert AccessLog.objects.filter(what="refusal", user_id=manager.id, capability="standards.vary").count() == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reason": ""}, "Enter why this needs another time"),
        ({"new_due_at": ""}, "Enter new time"),
        ({"new_due_at": "2 6 2026 10:00"}, "must be later than the time it has now"),
        ({"new_due_at": "29 5 2026 10:00"}, "must be later than the time it has now"),
        ({"new_due_at": "Wednesday"}, "New time"),
        ({"reason": "\U0001f476 \u202eנסיבות " * 900}, "4000 letters at most"),
        ({"shown": "x"}, "There is a problem"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(browse, manager, pages, given, words):
    sent = GIVEN | given
    answer = browse(manager).post(pages[1], sent)
    assert answer.status_code == 422
    assert words in text_of(answer)
    kept = sent["reason"].strip()[:40]
    assert kept in answer.content.decode()
    assert not Waiver.objects.exists()
    assert not Event.objects.filter(kind="standard.waived").exists()


def test_varied_by_a_colleague_meanwhile_both_are_shown_and_the_next_save_is_knowing(browse, manager, decision, pages):
    other = staff("Mo Manager", "manager", "crs")
    client = browse(manager)
    client.get(pages[1])
    standards.vary(other, decision.pk, new_due_at=at("2026-06-02T15:00"), reason="The nurse is off.")
    answer = client.post(pages[1], GIVEN)
    assert answer.status_code == 409
    text = text_of(answer)
    assert "Mo Manager has changed this since you opened it" in text
    assert "The nurse is off." in text
    page = answer.content.decode()
    assert 'value="3 6 2026 12:00"' in page
    assert "The school is closed until Wednesday." in page
    assert Waiver.objects.count() == 1
    again = GIVEN | {"shown": re.search(r'name="shown" value="(\d+)"', page)[1]}
    assert client.post(pages[1], again).status_code == 302
    assert [one.by.name for one in Waiver.objects.order_by("pk")] == ["Mo Manager", "Mara Manager"]


def test_sent_twice_it_is_varied_once(browse, manager, pages):
    client = browse(manager)
    for _ in range(2):
        assert client.post(pages[1], GIVEN | {"request_id": "0f8fad5b-d9cb-469f-a165-70867728950e"}).status_code == 302
    assert Waiver.objects.count() == 1


def test_one_that_is_done_is_no_longer_offered(browse, worker, manager, contact, line, pages):
    recommend_analysed(worker, line.pk, outcome="advice", reasons="Nothing more is needed.", significant_harm="neither")
    actions.decide(manager, line.pk, version=1, shown={})
    client = browse(manager)
    assert pages[1] not in client.get(pages[0]).content.decode()
    answer = client.post(pages[1], GIVEN)
    assert answer.status_code == 422
    assert "no longer open" in text_of(answer)


def test_where_the_standard_asks_no_new_time_it_may_be_left_undone(browse, manager, decision, pages, monkeypatch):
    rule = rulebook(packs.active().name).standard("SOT-DECISION-24H")
    lenient = rule.may_vary.model_copy(update={"record": ["reason"]})
    monkeypatch.setitem(rule.__dict__, "may_vary", lenient)
    client = browse(manager)
    assert "Leave empty only if it need not be done at all" in text_of(client.get(pages[1]))
    assert client.post(pages[1], GIVEN | {"new_due_at": ""}).status_code == 302
    decision.refresh_from_db()
    assert decision.waived_at == at("2026-06-01T10:00")
    assert "Mara Manager said that it need not be met" in text_of(client.get(pages[0]))


@pytest.mark.parametrize("hidden", ["sealed", "own_family", "forged"])
def test_a_timescale_one_may_not_know_of_is_not_found(browse, manager, contact, line, decision, pages, hidden):
    if hidden == "sealed":
        other = staff("Mo Manager", "manager", "crs")
        people.restrict(other, line.person_id, level="sealed", reason="Adoption", owner=other.user)
    if hidden == "own_family":
        Conflict.objects.create(user=manager.user, person_id=line.person_id, declared_at=now())
    where = [contact.pk, 2**40 if hidden == "forged" else decision.pk]
    client = browse(manager)
    for name in ("why", "vary"):
        assert client.get(reverse(name, args=where)).status_code == 404
    assert client.post(reverse("vary", args=where), GIVEN).status_code == 404
    assert client.post(reverse("vary", args=[uuid.uuid4(), decision.pk]), GIVEN).status_code == 404
    assert not Waiver.objects.exists()
