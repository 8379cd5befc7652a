"""The written outcome to whoever told us: drafted in the worker's list, saying what it may, late after a working day."""

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.services.frontdoor.models import Telling
from tests.flow.support import decided, received
from tests.support.pages import Reading
from tests.support.people import child

pytestmark = pytest.mark.django_db
TITLE = "Send the referrer the outcome in writing"


@pytest.fixture
def told(worker, manager):
    """A neighbour's contact about Filip Kowalski, decided on Monday 1 June at 11:00."""
    with worktime.frozen("2026-06-01T11:00"):
        neighbour = {"referrer_kind": "public", "referrer_name": "Nora Next", "referrer_address": "1 High Street\nSouthampton"}
        return decided(worker, manager, received(worker, **neighbour), "assessment")


@pytest.mark.requirement("SOT-CRS-24")
def test_a_decided_outcome_puts_its_drafted_letter_in_the_workers_list_late_after_a_working_day(worker, manager, told):
    pages, letter = Reading(worker), reverse("tell", args=[Telling.objects.get(contact=told, whom="referrer").pk])
    contact = f"/front-door/contacts/{told.pk}/"
    with worktime.frozen("2026-06-01T11:05"):
        row = pages.raw("/my-work/").split(letter, 1)
        assert len(row) == 2
        assert "Send the outcome letter" in row[1][:80]
        assert "Referrer not yet told" in pages.get(contact)
        draft = pages.raw(letter).split('class="hearth-letter"', 1)[1].split("</article>", 1)[0]
        assert "Dear Nora Next" in draft
        assert str(told.number) in draft
        for never in ("Filip", "Kowalski", "ssessment", "social work", "referral", "belt"):
            assert never not in draft, never
        assert "May not be told: the outcome, and anything about the family." in pages.get(letter)
        for added, said in (("Filip is safe.", "This names Filip."), ("A worker visits.", "Say that you have checked")):
            assert said in pages.refused(letter, route="post", added=added), added
        assert Telling.objects.get(contact=told, whom="referrer").status == "to_tell"
    # Monday's decision: Tuesday 2 June is the one working day, to its end. The limit is a setting, and the page says so.
    for moment, late in (("2026-06-02T23:58", False), ("2026-06-03T09:00", True)):
        with worktime.frozen(moment):
            listed = pages.get("/my-work/").split("Filip Kowalski, about 9", 1)
            assert listed[0].rstrip().endswith("Late") is late
            assert f"{TITLE}, " in listed[1]
    with worktime.frozen("2026-06-03T09:00"):
        clock = pages.raw(contact).split(TITLE, 1)[1].split("/timescales/", 1)[1].split("/", 1)[0]
        assert "one working day after every child&#39;s outcome is decided" in pages.raw(f"{contact}timescales/{clock}/")
        pages.save(letter, route="post")
        assert "Referrer not yet told" not in pages.get(contact)
        assert "Send the outcome letter" not in pages.get("/my-work/")


def test_a_professionals_draft_says_the_outcome_and_nobodys_list_but_the_holders_has_it(worker, manager):
    made = decided(worker, manager, received(worker, child("Ada", "Novak")), "advice")
    letter = reverse("tell", args=[Telling.objects.get(contact=made, whom="referrer").pk])
    assert letter in Reading(worker).raw("/my-work/")
    assert letter not in Reading(manager).raw("/my-work/")
    assert "dvice" in Reading(worker).get(letter).split("Dear Anna Teacher", 1)[1]
