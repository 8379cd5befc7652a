"""Recomputing in bulk gives what the actions gave, and touches only what another pack computed."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearth.foundation import packs, worktime
from hearth.foundation.standards.bulk import recompute_all
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.refreshing import COLUMNS
from hearth.foundation.standards.tasks import recompute
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline import recording
from hearth.foundation.timeline.api import Subject
from hearth.foundation.timeline.models import Event, Head
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


CHILDREN = [str(uuid.UUID(int=number)) for number in (1, 2)]
child_of = st.sampled_from(CHILDREN)
TOLD: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "contact.graded": {"grade": st.sampled_from(["flaming_red", "red", "amber", "green"])},
    "contact.protection_identified": {"child_protection": st.booleans()},
    "contact.recommended": {"child": child_of, "outcome": st.sampled_from(["assessment", "strategy"]), "version": st.just(1)},
    "contact.returned": {"child": child_of, "version": st.just(1)},
    "contact.decided": {"child": child_of, "outcome": st.just("assessment"), "passes_on": st.booleans()},
    "contact.responded": {"step": st.just(1)},
    "contact.all_decided": {},
    "contact.closed": {},
}
steps = st.lists(
    st.sampled_from(sorted(TOLD)).flatmap(
        lambda kind: st.tuples(st.just(kind), st.integers(0, 60), st.fixed_dictionaries(TOLD[kind]))
    ),
    max_size=10,
)
BEGUN = {"kind": "new_worry", "channel": "telephone", "purpose": "safeguarding", "referrer": "professional", "source": "2a"}


@pytest.mark.parametrize("pack", packs.names())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, put_right=st.integers(0, 12), hours=st.integers(0, 60), withdrawn=st.booleans())
def test_one_action_after_another_gives_what_computing_it_all_at_once_gives(monkeypatch, pack, steps, put_right, hours, withdrawn):
    """Whatever is recorded, corrected and withdrawn, step by step, under every pack."""
    packs.set_active(pack)
    monkeypatch.setattr(recording, "_handlers", {})  # only the record and what is asked of it: no room has rows of these
    home = Subject("contact", uuid.uuid4())
    begun = [("contact.received", 0, BEGUN | {"out_of_hours": False})]
    begun += [("contact.child_named", 0, {"child": one, "line": str(uuid.uuid4())}) for one in CHILDREN]
    made: list[Event] = []
    for kind, later, data in [*begun, *steps]:
        what = timeline.kind_named(kind).model_validate(data)
        with timeline.recording(None):
            made.append(timeline.record(what, home, happened_at=worktime.now() + timedelta(hours=later)))
    wrong = made[put_right % len(made)]
    with timeline.recording(None):
        timeline.withdraw(wrong) if withdrawn else timeline.correct(wrong, happened_at=worktime.now() + timedelta(hours=hours))
    head = Head.objects.get(subject_id=home.id)
    mine = Obligation.objects.filter(head=head).order_by("key").values_list(*COLUMNS)
    expected, due = list(mine), head.next_due_at
    Obligation.objects.filter(head=head).delete()
    recompute_all(only_stale=False)
    assert list(mine.all()) == expected
    assert Head.objects.get(pk=head.pk).next_due_at == due
