"""Every test runs as the application's role on a copy of an owner-migrated database, with the clock held."""

import contextlib
import os
from collections.abc import Iterator

import pytest

from hearth.config import embedded
from hearth.foundation import packs, worktime
from tests.support import databases

MONDAY = "2026-06-01T10:00"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest starts first (`loadfile` gives out whole files in this order)."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        name = f"hearth_test_{os.getpid()}"  # several runs beside each other do not meet
        databases.point_django_at(databases.clone(name))
        yield
        from django.db import connections

        connections.close_all()
        embedded.drop_database(embedded.place(), name)


@pytest.fixture(autouse=True)
def held_clock() -> Iterator[None]:
    """Monday 1 June 2026, 10:00 in England, unless a test sets another time."""
    with worktime.frozen(MONDAY):
        yield


@pytest.fixture(autouse=True)
def southampton() -> Iterator[None]:
    """Southampton's pack, unless a test asks for another."""
    packs.set_active("southampton")
    yield
    packs.set_active(None)


@pytest.fixture
def swindon() -> None:
    packs.set_active("swindon")


@pytest.fixture
def browse(client):
    """A test client signed in as a reader."""

    def as_reader(reader):
        client.logout()
        client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return as_reader


@pytest.fixture
def owner_edits():
    """Run SQL with the rights of a database administrator, inside this test's own transaction."""

    def run(statement: str) -> None:
        from django.db import connection

        # The test's rows are not committed, so the same connection takes on the administrator's role for a moment.
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {embedded.OWNER}")
            cursor.execute(statement)
            cursor.execute("RESET ROLE")

    with _membership():
        yield run


@contextlib.contextmanager
def _membership():
    with databases.alone(embedded.place(), "membership") as administrator:
        administrator.execute(f"GRANT {embedded.OWNER} TO {embedded.APPLICATION} WITH INHERIT FALSE")
        yield
        administrator.execute(f"REVOKE {embedded.OWNER} FROM {embedded.APPLICATION}")
