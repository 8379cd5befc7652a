"""What a row said before: who changed which field, when, in which action and why, however it was written."""

from datetime import timedelta

import pytest
from django.db import connection

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.history import changes, last_writer
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact
from tests.engines.streams import at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


def of(contact: Contact, field: str) -> list[tuple]:
    return [(one.before, one.after, one.by, one.because) for one in changes(contact) if one.field == field]


def test_an_action_leaves_who_when_and_why(worker, contact):
    actions.correct_received_time(worker, contact.pk, received_at=at("2026-06-01T09:10"), reason=" The school's own log ")
    assert of(contact, "received_at") == [
        (at("2026-06-01T10:00"), at("2026-06-01T09:10"), str(worker.id), "The school's own log"),
    ]
    [one] = [one for one in changes(contact) if one.field == "received_at"]
    assert one.why.endswith("correct_received_time")
    assert last_writer(contact) == str(worker.id)


def test_the_reason_of_one_action_is_not_that_of_the_next(worker, contact):
    actions.correct_received_time(worker, contact.pk, received_at=at("2026-06-01T09:10"), reason="The school's own log")
    actions.set_grade(worker, contact.pk, grade="red", reasons="Possibly suffering abuse.")
    assert {one.because for one in changes(contact) if one.field == "grade"} == {""}


def test_a_change_of_many_rows_and_one_by_hand_are_kept_too(contact):
    Contact.objects.filter(pk=contact.pk).update(referrer_name="Bea Okoro")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE frontdoor_contact SET referrer_name = 'B. Okoro' WHERE id = %s", [contact.pk])
    said = [(before, after) for before, after, _, _ in of(contact, "referrer_name")]
    assert said[0] == ("Bea Okoro", "B. Okoro")
    assert said[1][1] == "Bea Okoro"


def test_a_year_typed_wrong_does_not_take_every_clock_away(worker, contact):
    wrong = worktime.now() - timedelta(days=61)
    with pytest.raises(Invalid) as problem:
        actions.correct_received_time(worker, contact.pk, received_at=wrong, reason="The school's own log")
    assert list(problem.value.problems) == ["received_at"]
    assert of(contact, "received_at") == []
