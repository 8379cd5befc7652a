"""What the engine makes of a stream; every expected time is worked by hand."""

import pytest

from hearth.foundation.packs import Setting
from hearth.foundation.standards.engine import Rules, State, obligations
from tests.engines.streams import CALENDAR, asked, at, by_key, rule, stream

RED = rule(
    id="TST-RED", when={"grade": "red"}, within="6 hours", met_by="contact.responded", until="contact.closed", duty="respond"
)


def test_a_limit_counts_from_the_opening_and_is_met_to_the_minute():
    [one] = asked(stream(("contact.received", "10:00"), ("contact.decided", "2026-06-02T10:00")), rule())
    assert (one.key, one.due_at, one.met_at) == ("TST-DECIDE::1:1", at("2026-06-02T10:00"), at("2026-06-02T10:00"))
    assert one.state(at("2026-06-03T09:00")) is State.MET


def test_met_a_minute_late_is_late():
    [one] = asked(stream(("contact.received", "10:00"), ("contact.decided", "2026-06-02T10:01")), rule())
    assert one.state(at("2026-06-03T09:00")) is State.MET_LATE


def test_a_grade_given_later_counts_from_receipt_and_says_when_it_was_known():
    [one] = asked(stream(("contact.received", "10:00"), ("contact.graded", "13:00", {"grade": "red"})), RED)
    assert (one.identified_at, one.counts_from, one.due_at) == (at("13:00"), at("10:00"), at("16:00"))
    assert not one.passed_before_identified


def test_a_grade_given_after_its_limit_had_passed_is_counted_apart():
    [one] = asked(stream(("contact.received", "10:00"), ("contact.graded", "16:01", {"grade": "red"})), RED)
    assert one.passed_before_identified


def test_facts_that_stop_holding_end_it_and_facts_that_hold_again_open_it_again():
    events = [
        ("contact.received", "10:00"),
        ("contact.graded", "11:00", {"grade": "red"}),
        ("contact.graded", "12:00", {"grade": "amber"}),
        ("contact.graded", "12:30", {"grade": "green"}),
    ]
    [ended] = asked(stream(*events), RED)
    assert (ended.identified_at, ended.ended_at) == (at("11:00"), at("12:00"))
    [again] = asked(stream(*events, ("contact.graded", "13:00", {"grade": "red"})), RED)
    assert (again.identified_at, again.ended_at) == (at("11:00"), None)
    [twice] = asked(
        stream(*events, ("contact.graded", "13:00", {"grade": "red"}), ("contact.graded", "14:00", {"grade": "amber"})), RED
    )
    assert (twice.identified_at, twice.ended_at) == (at("11:00"), at("14:00"))


def test_facts_known_before_the_opening_hold_from_the_opening():
    [one] = asked(stream(("contact.graded", "09:00", {"grade": "red"}), ("contact.received", "10:00")), RED)
    assert one.identified_at == at("10:00")


def test_facts_that_never_hold_ask_nothing():
    assert asked(stream(("contact.received", "10:00"), ("contact.graded", "11:00", {"grade": "amber"})), RED) == []
    before = stream(
        ("contact.graded", "08:00", {"grade": "red"}),
        ("contact.graded", "09:00", {"grade": "amber"}),
        ("contact.received", "10:00"),
    )
    assert asked(before, RED) == []


def test_a_fact_at_the_very_moment_of_the_opening_counts_whichever_was_recorded_first():
    for events in (
        [("contact.received", "10:00"), ("contact.graded", "10:00", {"grade": "red"})],
        [("contact.graded", "10:00", {"grade": "red"}), ("contact.received", "10:00")],
    ):
        [one] = asked(stream(*events), RED)
        assert (one.identified_at, one.ended_at) == (at("10:00"), None)


def test_a_fact_lost_in_the_moment_of_the_opening_before_it_asks_nothing():
    lost = stream(
        ("contact.graded", "09:00", {"grade": "red"}),
        ("contact.graded", "10:00", {"grade": "amber"}),
        ("contact.received", "10:00"),
    )
    assert asked(lost, RED) == []


def test_a_negative_condition_holds_until_the_fact_is_there():
    ordinary = rule(when={"child_protection": {"not": "true"}})
    raised = stream(("contact.received", "10:00"), ("contact.protection_identified", "11:00", {"child_protection": True}))
    [one] = asked(raised, ordinary)
    assert (one.identified_at, one.ended_at) == (at("10:00"), at("11:00"))


def test_two_facts_must_hold_together():
    both = rule(when={"grade": "red", "child_protection": "true"})
    events = stream(
        ("contact.received", "10:00"),
        ("contact.graded", "11:00", {"grade": "red"}),
        ("contact.protection_identified", "12:00", {"child_protection": True}),
        ("contact.graded", "13:00", {"grade": "amber"}),
    )
    [one] = asked(events, both)
    assert (one.identified_at, one.ended_at) == (at("12:00"), at("13:00"))


def test_one_obligation_for_each_child_met_each_by_their_own_event():
    per_child = rule(per="child", opens_on="contact.child_named", counts_from="contact.received", until="contact.closed")
    events = stream(
        ("contact.received", "10:00"),
        ("contact.child_named", "10:05", {"child": "a"}),
        ("contact.child_named", "10:06", {"child": "b"}),
        ("contact.decided", "11:00", {"child": "b"}),
        ("contact.closed", "12:00"),
    )
    first, second = asked(events, per_child)
    assert (first.key, first.due_at, first.met_at, first.ended_at) == (
        "TST-DECIDE:a:2:1",
        at("2026-06-02T10:00"),
        None,
        at("12:00"),
    )
    assert (second.key, second.met_at, second.ended_at) == ("TST-DECIDE:b:3:1", at("11:00"), None)


def test_a_fact_of_one_child_does_not_touch_another():
    per_child = rule(per="child", opens_on="contact.child_named", when={"safe_now": "no"})
    events = stream(
        ("contact.child_named", "10:00", {"child": "a"}),
        ("contact.child_named", "10:00", {"child": "b"}),
        ("contact.safety_recorded", "10:30", {"child": "b", "safe_now": "no"}),
    )
    [one] = asked(events, per_child)
    assert (one.per, one.identified_at) == ("b", at("10:30"))


def test_what_was_done_after_receipt_and_before_the_grade_meets_the_grades_limit():
    events = stream(("contact.received", "10:00"), ("contact.responded", "10:30"), ("contact.graded", "11:00", {"grade": "red"}))
    [one] = asked(events, RED)
    assert one.met_at == at("10:30")


def test_a_planned_time_is_counted_back_from_and_waits_while_it_is_not_known():
    safe = rule(
        id="TST-SAFE",
        per="child",
        opens_on={"event": "contact.safety_recorded", "where": {"safe_until": {"present": True}}},
        counts_from="contact.safety_recorded.safe_until",
        before="30 minutes",
        met_by="contact.safety_recorded",
    )
    events = stream(
        ("contact.safety_recorded", "10:00", {"child": "a", "safe_until": "2026-06-01T15:15"}),
        ("contact.safety_recorded", "15:00", {"child": "a", "safe_until": "2026-06-01T18:00"}),
        ("contact.safety_recorded", "15:30", {"child": "b"}),
    )
    first, second = asked(events, safe)
    assert (first.due_at, first.met_at) == (at("14:45"), at("15:00"))
    assert (second.due_at, second.met_at) == (at("17:30"), None)


def test_a_series_opens_the_next_from_the_moment_the_last_was_met_until_it_stops():
    visits = rule(repeats=True, within="10 days", ends="same_time", met_by="contact.responded", until="contact.closed")
    events = stream(
        ("contact.received", "2026-06-01T10:00"),
        ("contact.responded", "2026-06-09T12:00"),
        ("contact.responded", "2026-06-21T09:00"),
        ("contact.closed", "2026-06-25T09:00"),
    )
    first, second, third = asked(events, visits)
    assert (first.due_at, first.met_at) == (at("2026-06-11T10:00"), at("2026-06-09T12:00"))
    assert (second.due_at, second.met_at) == (at("2026-06-19T12:00"), at("2026-06-21T09:00"))
    assert (third.due_at, third.ended_at) == (at("2026-07-01T09:00"), at("2026-06-25T09:00"))
    assert [one.key for one in (first, second, third)] == ["TST-DECIDE::1:1", "TST-DECIDE::1:2", "TST-DECIDE::1:3"]


def test_the_version_in_force_at_the_moment_counted_from_applies():
    old = rule(in_force={"from": "2020-01-01", "to": "2026-06-01"})
    new = rule(in_force={"from": "2026-06-02"}, within="12 hours")
    [first] = asked(stream(("contact.received", "2026-06-01T23:59")), old, new)
    [second] = asked(stream(("contact.received", "2026-06-02T00:00")), old, new)
    assert first.due_at == at("2026-06-02T23:59")
    assert second.due_at == at("2026-06-02T12:00")


def test_a_series_goes_on_under_the_new_version_from_the_day_it_is_in_force():
    series = {"repeats": True, "ends": "same_time", "met_by": "contact.responded"}
    old = rule(in_force={"from": "2020-01-01", "to": "2026-06-10"}, within="10 days", **series)
    new = rule(in_force={"from": "2026-06-11"}, within="5 days", **series)
    events = stream(
        ("contact.received", "2026-06-01T10:00"),
        ("contact.responded", "2026-06-09T10:00"),
        ("contact.responded", "2026-06-12T10:00"),
    )
    found = asked(events, old, new)
    assert [(one.key, one.due_at) for one in found] == [
        ("TST-DECIDE::1:1", at("2026-06-11T10:00")),
        ("TST-DECIDE::1:2", at("2026-06-19T10:00")),
        ("TST-DECIDE::1:3", at("2026-06-17T10:00")),
    ]


def test_while_the_planned_day_is_not_known_the_version_of_the_opening_asks():
    planned = {"counts_from": "contact.safety_recorded.safe_until", "met_by": "contact.responded"}
    old = rule(in_force={"from": "2020-01-01", "to": "2026-05-31"}, **planned)
    new = rule(in_force={"from": "2026-06-01"}, within="12 hours", **planned)
    [one] = asked(stream(("contact.received", "10:00")), old, new)
    assert (one.standard, one.due_at, one.counted) == (new, None, "the date it counts from is not yet planned")


def test_a_series_has_no_last_time_of_its_own():
    visits = rule(repeats=True, within="2 days", met_by="contact.responded")
    minutes = [(f"2026-06-{1 + number // 60 // 24:02}T{number // 60 % 24:02}:{number % 60:02}") for number in range(600)]
    found = asked(
        stream(*((kind, when) for kind, when in zip(["contact.received"] + ["contact.responded"] * 599, minutes, strict=True))),
        visits,
    )
    assert len(found) == 600
    assert found[-1].is_open


def test_an_event_never_meets_what_it_opens_itself():
    again = rule(opens_on="contact.responded", met_by="contact.responded", within="10 days", ends="same_time")
    first, second = asked(stream(("contact.responded", "2026-06-01T10:00"), ("contact.responded", "2026-06-09T10:00")), again)
    assert (first.due_at, first.met_at) == (at("2026-06-11T10:00"), at("2026-06-09T10:00"))
    assert (second.due_at, second.met_at) == (at("2026-06-19T10:00"), None)


def test_of_two_times_in_the_hour_that_october_has_twice_the_earlier_leads():
    # 00:40 in summer time is 23:40 in Greenwich: an hour later is 01:40 the first time, ninety minutes 01:10 the second.
    sooner, later = rule(id="TST-SOONER", within="60 minutes"), rule(id="TST-LATER", within="90 minutes")
    found = asked(stream(("contact.received", "2026-10-25T00:40")), later, sooner)
    assert [one.standard.id for one in found if one.leading] == ["TST-SOONER"]
    assert [one.counted for one in found if one.leading] == ["60 minutes from 00:40 on Sun 25 October"]


def test_a_waiver_leaves_alone_what_had_ended_before_it():
    verify = rule(id="TST-VERIFY", per="child", opens_on="contact.recommended", until="contact.returned")
    events = stream(
        ("contact.recommended", "10:00", {"child": "a"}),
        ("contact.returned", "10:20", {"child": "a"}),
        ("contact.recommended", "11:00", {"child": "a"}),
        ("standard.waived", "11:30", {"standard": "tst-verify", "per": "a", "new_due_at": "2026-06-05T12:00"}),
    )
    first, second = asked(events, verify)
    assert (first.due_at, first.ended_at) == (at("2026-06-02T10:00"), at("10:20"))
    assert (second.due_at, second.ended_at) == (at("2026-06-05T12:00"), None)


def test_a_setting_is_read_as_it_was_chosen_on_the_day_counted_from():
    chosen = Setting.model_validate(
        {
            "title": "Working or calendar days",
            "readings": {
                "calendar": {"words": "calendar days", "cited": "One", "within": "3 days"},
                "working": {"words": "working days", "cited": "Two", "within": "3 working days", "ends": "same_time"},
            },
            "values": [
                {"reading": "calendar", "since": "2020-01-01", "decided_by": "default"},
                {"reading": "working", "since": "2026-06-05", "decided_by": "the director"},
            ],
        }
    )
    rules = Rules([rule(setting="days")], CALENDAR, {"days": chosen})
    [before] = obligations(stream(("contact.received", "2026-06-04T23:59")), rules)
    [after] = obligations(stream(("contact.received", "2026-06-05T00:00")), rules)
    assert (before.due_at, after.due_at) == (at("2026-06-07T23:59"), at("2026-06-10T00:00"))
    assert after.counted.endswith("(Working or calendar days: working days)")


def test_a_rule_that_takes_over_stands_in_front_only_while_it_is_open_and_never_over_the_law():
    law = rule(id="LAW-DECIDE", statutory=True, within="1 working day")
    quick = RED.model_copy(update={"replaces": ["TST-DECIDE", "LAW-DECIDE"], "duty": "decide"})
    events = [("contact.received", "10:00"), ("contact.graded", "10:30", {"grade": "red"})]
    found = by_key(asked(stream(*events), rule(), law, quick))
    assert found["TST-DECIDE::1:1"].superseded_by == "TST-RED"
    assert found["LAW-DECIDE::1:1"].superseded_by is None
    assert [one.standard.id for one in found.values() if one.leading] == ["TST-RED"]
    done = by_key(asked(stream(*events, ("contact.responded", "11:00")), rule(), law, quick))
    assert done["TST-DECIDE::1:1"].superseded_by is None
    assert [one.standard.id for one in done.values() if one.leading] == ["TST-DECIDE"]


@pytest.mark.parametrize(("given", "expected"), [({}, None), ({"new_due_at": "2026-06-03T12:00"}, "2026-06-03T12:00")])
def test_a_waiver_ends_the_asking_or_moves_the_time(given, expected):
    events = stream(("contact.received", "10:00"), ("standard.waived", "11:00", {"standard": "tst-decide", **given}))
    [one] = asked(events, rule())
    assert one.waived_at == (None if expected else at("11:00"))
    assert one.due_at == at(expected or "2026-06-02T10:00")


def test_no_figure_waits_and_says_since_when():
    [one] = asked(stream(("contact.received", "10:00")), rule(at_once=True))
    assert (one.due_at, one.state(at("12:00"))) == (None, State.WAITING)
    assert one.counted == "at once: the text gives no figure, so the time waited since 10:00 on Mon 1 June is shown"
