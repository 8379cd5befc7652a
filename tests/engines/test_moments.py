"""Moments are read from the database as Django itself would read them, only faster."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DataError, connection
from django.db.backends.postgresql.psycopg_any import register_tzloader
from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.foundation.connections import Moments

pytestmark = pytest.mark.django_db
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=OFFSETS)  # noqa: DTZ001 - the strategy wants them naive


def _read(values: list[datetime], *, by_django: bool) -> list[datetime]:
    with connection.cursor() as cursor:
        if by_django:
            register_tzloader(UTC, cursor.cursor)
        cursor.execute("SELECT moment FROM unnest(%s::timestamptz[]) WITH ORDINALITY t(moment, place) ORDER BY place", [values])
        return [row[0] for row in cursor.fetchall()]


@settings(max_examples=100, deadline=None)
@given(st.lists(MOMENTS, min_size=1, max_size=20))
def test_every_moment_reads_as_django_reads_it(values):
    """Whatever its offset and fraction, years 2 to 9998; and it is in UTC, as every connection is."""
    ours = _read(values, by_django=False)
    assert ours == _read(values, by_django=True) == values
    assert {one.tzinfo for one in ours} == {UTC}


def test_it_is_the_loader_in_use_and_nothing_stays_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT NULL::timestamptz, '2026-03-29 00:59:59.5+00'::timestamptz")
        assert cursor.fetchone() == (None, datetime(2026, 3, 29, 0, 59, 59, 500000, tzinfo=UTC))
        oid = cursor.description[1].type_code
        assert cursor.cursor.adapters.get_loader(oid, 0) is Moments


@pytest.mark.parametrize("beyond", ["infinity", "10000-01-01", "0044-03-15 BC"])
def test_what_python_cannot_hold_is_refused(beyond):
    with connection.cursor() as cursor, pytest.raises(DataError):
        cursor.execute("SELECT %s::timestamptz", [beyond])
        cursor.fetchone()
