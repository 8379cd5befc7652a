"""What must hold of the engine for every stream, under the whole of Southampton's and Swindon's rules."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.foundation.standards import engine
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.timeline.api import Entry
from hearth.foundation.timeline.streams import corrected
from tests.engines.streams import asked, at, rule, stream

START = at("2026-06-01T08:00")
CHILDREN = ("a", "b")
Drawn = tuple[str, int, dict[str, Any]]
children = st.fixed_dictionaries({"child": st.sampled_from(CHILDREN)})
DATA: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "contact.received": st.just({}),
    "contact.child_named": children,
    "contact.graded": st.fixed_dictionaries({"grade": st.sampled_from(["flaming_red", "red", "amber", "green"])}),
    "contact.protection_identified": st.fixed_dictionaries({"child_protection": st.booleans()}),
    "contact.safety_recorded": st.fixed_dictionaries(
        {"child": st.sampled_from(CHILDREN)}, optional={"safe_until": st.just("2026-06-01T18:00")}
    ),
    "contact.responded": st.just({}),
    "contact.recommended": children,
    "contact.decided": children,
    "contact.evaluated": st.just({}),
    "handover.accepted": st.just({}),
    "contact.closed": st.just({}),
}
drawn: st.SearchStrategy[Drawn] = st.sampled_from(sorted(DATA)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.integers(0, 72), DATA[kind])
)
streams = st.lists(drawn, max_size=16)
MANY = settings(max_examples=60, deadline=None)
both_packs = pytest.mark.parametrize("pack", ["southampton", "swindon"])


def entries(events: Sequence[Drawn]) -> list[Entry]:
    """Recorded in the order given, half an hour apart at least where their numbers differ."""
    return [Entry(number, kind, START + timedelta(minutes=30 * when), data) for number, (kind, when, data) in enumerate(events, 1)]


def happened(recorded: Sequence[Entry]) -> list[Entry]:
    return corrected(sorted(recorded, key=lambda entry: entry.id))


def asked_under(pack: str, events: Sequence[Entry]) -> list[engine.Obligation]:
    book = rulebook(pack)
    return engine.obligations(events, engine.Rules(book.applying_to("contact"), book.pack.calendar, book.pack.settings))


@both_packs
@MANY
@given(events=streams)
def test_the_same_stream_always_asks_the_same(pack, events):
    once = happened(entries(events))
    assert asked_under(pack, once) == asked_under(pack, list(once))


@both_packs
@MANY
@given(events=streams, shuffled=st.randoms(use_true_random=False))
def test_the_order_in_which_a_stream_was_read_changes_nothing(pack, events, shuffled):
    recorded = entries(events)
    expected = asked_under(pack, happened(recorded))
    shuffled.shuffle(recorded)
    assert asked_under(pack, happened(recorded)) == expected


@both_packs
@MANY
@given(events=streams, when=st.integers(0, 72))
def test_an_event_no_rule_names_changes_nothing(pack, events, when):
    recorded = entries(events)
    other = Entry(1000, "people.note_added", START + timedelta(minutes=30 * when), {})
    assert asked_under(pack, happened([*recorded, other])) == asked_under(pack, happened(recorded))


@both_packs
@MANY
@given(events=streams)
def test_keys_are_unique_and_what_is_met_is_never_open_or_late_and_open(pack, events):
    found = asked_under(pack, happened(entries(events)))
    assert len({one.key for one in found}) == len(found)
    for one in found:
        if one.met_at or one.ended_at:
            assert not one.is_open
            assert one.state(at("2027-01-01T00:00")) not in (engine.State.OPEN, engine.State.OVERDUE, engine.State.DUE_SOON)
        assert not (one.met_at and one.ended_at)
        assert not one.leading or one.is_open


@both_packs
@MANY
@given(events=streams, more=drawn)
def test_keys_stay_when_the_story_goes_on(pack, events, more):
    recorded = entries(events)
    last = max((entry.at for entry in recorded), default=START) + timedelta(minutes=30)
    later = Entry(1000, more[0], last, more[2])
    before = {one.key for one in asked_under(pack, happened(recorded))}
    assert before <= {one.key for one in asked_under(pack, happened([*recorded, later]))}


@both_packs
@MANY
@given(events=streams)
def test_of_the_open_limits_on_one_duty_the_earliest_leads(pack, events):
    found = asked_under(pack, happened(entries(events)))
    for one in (one for one in found if one.leading and one.due_at):
        rivals = [other for other in found if other.is_open and (other.standard.duty, other.per) == (one.standard.duty, one.per)]
        assert all(other.due_at is None or one.due_at <= other.due_at for other in rivals)


@both_packs
@MANY
@given(events=streams.filter(bool), which=st.integers(0, 15), when=st.integers(0, 72))
def test_a_correction_amounts_to_having_been_right_from_the_start(pack, events, which, when):
    recorded = entries(events)
    wrong = recorded[which % len(recorded)]
    moment = START + timedelta(minutes=30 * when)
    right = [entry._replace(at=moment) if entry is wrong else entry for entry in recorded]
    correction = Entry(1000, "event.corrected", START + timedelta(days=3), {"event": wrong.id, "happened_at": moment.isoformat()})
    assert asked_under(pack, happened([*recorded, correction])) == asked_under(pack, happened(right))


@both_packs
@MANY
@given(events=streams.filter(bool), which=st.integers(0, 15))
def test_a_withdrawal_amounts_to_never_having_been_recorded(pack, events, which):
    recorded = entries(events)
    wrong = recorded[which % len(recorded)]
    withdrawal = Entry(1000, "event.withdrawn", START + timedelta(days=3), {"event": wrong.id})
    assert asked_under(pack, happened([*recorded, withdrawal])) == asked_under(
        pack, happened([entry for entry in recorded if entry is not wrong])
    )


@both_packs
@MANY
@given(events=streams)
def test_what_is_replaced_stands_behind_an_open_limit_of_its_duty_and_is_never_the_law(pack, events):
    found = asked_under(pack, happened(entries(events)))
    for one in (one for one in found if one.superseded_by):
        assert not one.standard.statutory
        assert not one.met_at and not one.ended_at
        assert any(other.is_open and other.standard.id == one.superseded_by for other in found)


@both_packs
@MANY
@given(
    events=streams,
    when=st.integers(0, 72),
    hours=st.one_of(st.none(), st.integers(1, 200)),
    child=st.sampled_from([*CHILDREN, None]),
)
def test_a_waiver_touches_only_what_it_names_and_nothing_closed_before_it(pack, events, when, hours, child):
    recorded = entries(events)
    moment = START + timedelta(minutes=30 * when)
    code = {"southampton": "sot-decision-24h", "swindon": "swi-decision-24h"}[pack]
    data = {"standard": code} | ({"per": child} if child else {})
    if hours:
        data["new_due_at"] = (moment + timedelta(hours=hours)).isoformat()
    before = {one.key: one for one in asked_under(pack, happened(recorded))}
    after = {one.key: one for one in asked_under(pack, happened([*recorded, Entry(1000, "standard.waived", moment, data)]))}
    assert before.keys() == after.keys()
    for key, one in after.items():
        closed = one.met_at or one.ended_at
        if one.standard.id != code.upper() or child not in (None, one.per) or (closed and closed < moment):
            assert (one.due_at, one.waived_at) == (before[key].due_at, before[key].waived_at)


@MANY
@given(minutes=st.integers(-600, 600))
def test_correcting_the_time_of_receipt_moves_exactly_what_counts_from_it(minutes):
    fromreceipt = rule(id="TST-FROM-RECEIPT", within="6 hours")
    fromnaming = rule(id="TST-FROM-NAMING", opens_on="contact.child_named", within="6 hours")
    recorded = stream(("contact.received", "10:00"), ("contact.child_named", "10:05", {"child": "a"}))
    moved = at("10:00") + timedelta(minutes=minutes)
    correction = Entry(3, "event.corrected", at("11:00"), {"event": 1, "happened_at": moved.isoformat()})
    due = {one.standard.id: one.due_at for one in asked(corrected([*recorded, correction]), fromreceipt, fromnaming)}
    assert due == {"TST-FROM-RECEIPT": moved + timedelta(hours=6), "TST-FROM-NAMING": at("16:05")}


def test_a_withdrawn_opening_asks_nothing():
    recorded = stream(("contact.received", "10:00"))
    withdrawn = Entry(2, "event.withdrawn", at("11:00"), {"event": 1})
    assert asked(corrected([*recorded, withdrawn]), rule()) == []
