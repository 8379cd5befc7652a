"""Counting time: examples from a calendar worked by hand, and what must hold for every start."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.foundation import packs
from hearth.foundation.worktime import (
    LONDON,
    Calendar,
    Ends,
    OfficeHours,
    after,
    before,
    duration_words,
    frozen,
    moment_before,
    now,
    parse_period,
)
from tests.engines.streams import at

PLAIN = Calendar()
SWINDON = {day: OfficeHours(at("08:30").time(), at("16:00" if day == 4 else "16:40").time()) for day in range(5)}
SWINDON_OFFICE = Calendar(SWINDON)
CLOSED = Calendar(SWINDON, {date(2026, 12, 29): "Christmas closing"})


def due(start: str, period: str, calendar: Calendar = PLAIN, ends: Ends | None = None) -> datetime:
    return after(at(start), parse_period(period), calendar, ends).due_at


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        # Monday 25 May and Monday 31 August 2026 are bank holidays.
        ("2026-05-22T15:00", "1 working day", "2026-05-26T23:59"),
        ("2026-05-20T09:00", "5 working days", "2026-05-28T23:59"),
        ("2026-08-28T16:00", "1 working day", "2026-09-01T23:59"),
        ("2026-08-24T10:00", "10 working days", "2026-09-08T23:59"),
        # Good Friday 3 April and Easter Monday 6 April 2026.
        ("2026-04-02T12:00", "1 working day", "2026-04-07T23:59"),
        ("2026-04-01T12:00", "3 working days", "2026-04-08T23:59"),
        # Christmas 2026: Friday 25 December, and Monday 28 for Boxing Day, which is a Saturday.
        ("2026-12-24T09:00", "1 working day", "2026-12-29T23:59"),
        ("2026-12-23T09:00", "5 working days", "2027-01-04T23:59"),
        # A start on a Saturday or a bank holiday: day one is the next working day.
        ("2026-06-06T12:00", "1 working day", "2026-06-08T23:59"),
        ("2026-05-25T12:00", "2 working days", "2026-05-27T23:59"),
        ("2026-06-01T10:00", "same day", "2026-06-01T23:59"),
        ("2026-06-06T10:00", "same working day", "2026-06-08T23:59"),
        ("2026-06-01T10:00", "6 weeks", "2026-07-13T23:59"),
        ("2026-06-01T10:00", "10 days", "2026-06-11T23:59"),
        # Months are clamped to the last day there is.
        ("2026-08-31T10:00", "1 month", "2026-09-30T23:59"),
        ("2026-11-30T10:00", "3 months", "2027-02-28T23:59"),
        ("2027-11-30T10:00", "3 months", "2028-02-29T23:59"),
        ("2026-06-15T10:00", "12 months", "2027-06-15T23:59"),
        # The clocks go forward on 29 March and back on 25 October 2026.
        ("2026-03-28T15:00", "24 hours", "2026-03-29T16:00"),
        ("2026-10-24T15:00", "24 hours", "2026-10-25T14:00"),
        ("2026-03-29T00:30", "1 hour", "2026-03-29T02:30"),
    ],
)
def test_limits_from_a_calendar(start, period, expected):
    assert due(start, period) == at(expected)


def test_a_closing_day_of_the_authority_is_not_a_working_day():
    assert due("2026-12-24T09:00", "1 working day", CLOSED) == at("2026-12-30T23:59")
    words = after(at("2026-12-24T09:00"), parse_period("1 working day"), CLOSED).words
    assert "29 December is a closing day (Christmas closing)" in words


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        ("2026-06-01T10:00", "2 office hours", "2026-06-01T12:00"),
        # Friday closes at 16:00, other days at 16:40; the office opens at 08:30.
        ("2026-06-05T15:00", "2 office hours", "2026-06-08T09:30"),
        ("2026-06-04T16:00", "2 office hours", "2026-06-05T09:50"),
        ("2026-06-05T16:00", "1 office hour", "2026-06-08T09:30"),
        ("2026-06-06T11:00", "1 office hour", "2026-06-08T09:30"),
        ("2026-05-22T15:30", "1 office hour", "2026-05-26T09:00"),
        ("2026-06-05T15:00", "1 office hour", "2026-06-05T16:00"),
    ],
)
def test_office_hours_stand_still_while_the_office_is_closed(start, period, expected):
    assert due(start, period, SWINDON_OFFICE) == at(expected)


def test_swindons_own_calendar_closes_at_four_on_a_friday():
    calendar = packs.load("swindon").calendar
    assert calendar.is_open(at("2026-06-05T15:59"))
    assert not calendar.is_open(at("2026-06-05T16:00"))
    assert calendar.is_open(at("2026-06-04T16:39"))


@pytest.mark.parametrize(
    ("start", "period", "words"),
    [
        ("2026-06-01T10:00", "24 hours", "24 hours from 10:00 on Mon 1 June"),
        (
            "2026-03-28T15:00",
            "24 hours",
            "24 hours from 15:00 on Sat 28 March; the clocks change in between, hours are counted as they pass",
        ),
        (
            "2026-08-24T10:00",
            "10 working days",
            "10 working days from Mon 24 August; 31 August is a bank holiday (Late Summer Bank Holiday), until the end of the day",
        ),
        (
            "2026-08-31T10:00",
            "1 month",
            "1 month from Mon 31 August; September has no day 31, so its last day counts, until the end of the day",
        ),
        ("2026-06-01T10:00", "same day", "the same day, Mon 1 June, until the end of the day"),
    ],
)
def test_the_counting_is_said_in_words(start, period, words):
    assert after(at(start), parse_period(period), PLAIN).words == words


def test_counting_back_from_a_planned_day():
    assert before(at("2026-06-08T10:00"), parse_period("1 working day"), PLAIN).due_at == at("2026-06-05T23:59")
    assert before(at("2026-09-01T10:00"), parse_period("1 working day"), PLAIN).due_at == at("2026-08-28T23:59")
    assert before(at("2026-06-08T09:00"), parse_period("1 office hour"), SWINDON_OFFICE).due_at == at("2026-06-05T15:30")


@pytest.mark.parametrize(
    ("planned", "period", "expected"),
    [
        # Christmas 2026: the 25th and, for Boxing Day, Monday 28th; the office's own closing day is Tuesday 29th.
        ("2026-12-31T10:00", "2 working days", "2026-12-24T23:59"),
        ("2026-12-29T10:00", "1 working day", "2026-12-24T23:59"),
        # Good Friday 3 and Easter Monday 6 April 2026.
        ("2026-04-08T10:00", "2 working days", "2026-04-02T23:59"),
        # A day that is written without a time is its midnight.
        ("2026-06-08T00:00", "5 working days", "2026-06-01T23:59"),
        ("2026-06-06T10:00", "same working day", "2026-06-05T23:59"),
        ("2026-03-31T10:00", "1 month", "2026-02-28T23:59"),
    ],
)
def test_working_days_before_a_planned_day(planned, period, expected):
    assert before(at(planned), parse_period(period), CLOSED).due_at == at(expected)


def test_hours_before_midnight_and_over_the_change_of_the_clocks():
    assert before(at("2026-06-08T00:00"), parse_period("0 minutes"), PLAIN).due_at == at("2026-06-08T00:00")
    assert before(at("2026-06-08T00:00"), parse_period("1 minute"), PLAIN).due_at == at("2026-06-07T23:59")
    assert before(at("2026-03-29T12:00"), parse_period("24 hours"), PLAIN).due_at == at("2026-03-28T11:00")
    assert before(at("2026-10-25T12:00"), parse_period("24 hours"), PLAIN).due_at == at("2026-10-24T13:00")


@pytest.mark.parametrize(("day", "count"), [("1990-01-02", -2), ("2070-12-31", 5), ("1989-12-29", 1), ("2071-01-01", -1)])
def test_outside_its_years_the_calendar_says_so(day, count):
    with pytest.raises(ValueError, match="outside the calendar's years 1990 to 2070"):
        PLAIN.add_working_days(date.fromisoformat(day), count)


def test_a_time_without_an_offset_is_in_england_summer_and_winter():
    with frozen("2026-06-01T10:00"):
        assert now() == datetime(2026, 6, 1, 9, tzinfo=UTC)
    with frozen("2026-12-01T10:00"):
        assert now() == datetime(2026, 12, 1, 10, tzinfo=UTC)


def test_a_length_that_cannot_be_read_is_said():
    with pytest.raises(ValueError, match="is not a length of time"):
        parse_period("a fortnight")


def test_durations_in_words():
    assert duration_words(timedelta(minutes=38)) == "38 minutes"
    assert duration_words(timedelta(days=2, hours=3, minutes=4)) == "2 days 3 hours"
    assert duration_words(timedelta(seconds=30)) == "less than a minute"


moments = st.integers(0, 8 * 365 * 24 * 60).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
MANY = settings(max_examples=150, deadline=None)


@MANY
@given(moments, st.integers(1, 60))
def test_working_days_only_grow_and_always_end_on_one(start, count):
    period, longer = (parse_period(f"{number} working days") for number in (count, count + 1))
    first, second = after(start, period, CLOSED), after(start, longer, CLOSED)
    assert first.due_at < second.due_at
    assert CLOSED.is_working_day(first.due_on)
    assert CLOSED.is_working_day(second.due_on)


@MANY
@given(moments, st.integers(0, 60))
def test_back_undoes_forward_from_a_working_day(start, count):
    if PLAIN.is_working_day(start.astimezone(LONDON).date()):
        period = parse_period(f"{count} working days")
        there = after(start, period, PLAIN, Ends.SAME_TIME)
        assert before(there.due_at, period, PLAIN, Ends.SAME_TIME).due_on == start.astimezone(LONDON).date()


@MANY
@given(moments, st.integers(0, 400), st.integers(0, 400))
def test_elapsed_hours_add_up_across_every_clock_change(start, first, second):
    one = after(start, parse_period(f"{first} hours"), PLAIN).due_at
    both = after(one, parse_period(f"{second} hours"), PLAIN).due_at
    assert both == after(start, parse_period(f"{first + second} hours"), PLAIN).due_at
    assert both.astimezone(UTC) - start == timedelta(hours=first + second)


@MANY
@given(moments, st.integers(1, 40))
def test_office_hours_never_run_ahead_of_the_clock_and_end_while_the_office_is_open(start, hours):
    found = due_after(start, hours)
    assert found.astimezone(UTC) - start >= timedelta(hours=hours)
    opening = SWINDON_OFFICE.opening(found.date())
    assert opening is not None
    assert opening[0] < found <= opening[1]


def due_after(start: datetime, hours: int) -> datetime:
    return after(start, parse_period(f"{hours} office hours"), SWINDON_OFFICE).due_at


@MANY
@given(moments, st.integers(0, 36))
def test_months_keep_the_day_or_take_the_last_there_is(start, count):
    day = start.astimezone(LONDON).date()
    found = after(start, parse_period(f"{count} months"), PLAIN).due_on
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@MANY
@given(moments, st.sampled_from(["3 hours", "2 office hours", "4 working days", "2 weeks", "1 month"]))
def test_the_moment_alone_is_the_same_as_the_counting_with_words(start, written):
    period = parse_period(written)
    assert moment_before(start, period, SWINDON_OFFICE) == before(start, period, SWINDON_OFFICE).due_at
