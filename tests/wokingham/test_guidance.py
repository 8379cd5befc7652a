"""Wokingham's own tables and questions, read on its Duty Team's standards."""

import pytest

from hearth.services.frontdoor import actions
from tests.support.pages import Reading
from tests.support.people import call, child

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


def tick(worker, contact, of_child=(), of_family=()):
    ticked = [*of_child, *of_family]
    actions.note_factors(
        worker,
        contact.pk,
        factors=ticked,
        lines=[line.pk for line in contact.lines.all()],
        known_by="told",
        whose_words="Teacher",
        words="",
    )


def suggested(worker, contact) -> str:
    page = Reading(worker).get(f"/front-door/children/{contact.lines.get().pk}/recommend/")
    return page.split("The facts suggest, in this order", 1)[1].split("They are suggestions", 1)[0]


def test_harm_by_a_carer_today_suggests_a_strategy_meeting_before_an_assessment(worker, contact):
    tick(worker, contact, of_child=["injury_by_carer_today"])
    found = suggested(worker, contact)
    assert found.index("Strategy meeting") < found.index("Child and Family Assessment")
    assert "the Duty Manager reviews it urgently" in found


def test_a_need_of_help_without_a_concern_of_safety_suggests_the_hub(worker, contact):
    tick(worker, contact, of_child=["needs_help"])
    assert "Early Help Hub" in suggested(worker, contact)
    assert "Do the parents agree to a discussion at the Early Help Hub?" in Reading(worker).get(
        f"/front-door/contacts/{contact.pk}/"
    )


def test_what_is_asked_before_any_agency_check_is_who_the_parents_are(worker, contact):
    shown = Reading(worker).get(f"/front-door/contacts/{contact.pk}/")
    before = shown.split("To check before contact with parents", 1)[1]
    assert "Who are Filip's mother and father, and who has parental responsibility?" in before
    assert "Is it safe to ask each parent for consent?" not in shown
    tick(worker, contact, of_family=["domestic_abuse"])
    assert "Is it safe to ask each parent for consent?" in Reading(worker).get(f"/front-door/contacts/{contact.pk}/")
