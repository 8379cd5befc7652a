"""Recomputing in bulk gives what the actions gave, and touches only what another pack computed."""

import pytest

from hearth.foundation import packs
from hearth.foundation.standards.bulk import recompute_all
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.refreshing import COLUMNS
from hearth.foundation.standards.tasks import recompute
from hearth.foundation.timeline.models import Head
from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


def stored() -> list[tuple]:
    return list(Obligation.objects.order_by("head", "key").values_list(*COLUMNS))


@pytest.fixture
def contacts():
    worker = staff("Wren Worker", "social_worker", "crs")
    first = actions.receive_contact(worker, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))
    actions.set_grade(worker, first.pk, grade="red", reasons="Possibly suffering abuse.")
    return [first, actions.receive_contact(worker, call(child("Ada", "Novak")))]


def test_what_was_lost_is_computed_again_as_the_actions_had_it(contacts):
    expected, dues = stored(), list(Head.objects.order_by("pk").values_list("next_due_at", flat=True))
    assert expected
    Obligation.objects.all().delete()
    Head.objects.update(next_due_at=None)
    assert recompute_all(only_stale=False) == 2
    assert stored() == expected
    assert list(Head.objects.order_by("pk").values_list("next_due_at", flat=True)) == dues


def test_rows_keep_their_numbers_what_is_wrong_is_mended_and_what_does_not_belong_goes(contacts):
    expected, numbers = stored(), list(Obligation.objects.order_by("pk").values_list("pk", flat=True))
    Obligation.objects.filter(pk=numbers[0]).update(counted="wrong", leading=False)
    Obligation.objects.create(
        head_id=expected[0][0],
        key="GONE::1:1",
        standard="GONE",
        duty="x",
        owed_by="x",
        opened_by=1,
        identified_at="2026-06-01T10:00Z",
    )
    recompute_all(only_stale=False)
    assert stored() == expected
    assert list(Obligation.objects.order_by("pk").values_list("pk", flat=True)) == numbers


def test_only_what_another_version_of_the_pack_computed_is_recomputed(contacts):
    assert recompute_all() == 0
    Head.objects.filter(kind="contact", subject_id=contacts[0].pk).update(standards_digest="earlier")
    assert recompute_all() == 1
    assert recompute_all() == 0


def test_a_changed_pack_is_noticed_and_what_it_changes_recomputed_once(contacts):
    before = stored()
    recompute(timestamp=0)
    assert stored() == before  # nothing has changed, and nothing does
    packs.set_active("swindon")
    recompute(timestamp=0)
    codes = set(Obligation.objects.values_list("standard", flat=True))
    assert {"SWI-DECISION-24H", "LAW-REFERRAL-DECISION"} <= codes
    assert not any(code.startswith("SOT-") for code in codes)
    after = stored()
    recompute(timestamp=0)
    assert stored() == after
