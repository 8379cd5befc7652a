"""A database of its own for a bench: made, filled by copying one real contact many times, and dropped."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import psycopg
from psycopg import sql

from hearth.config import embedded, migrating

if TYPE_CHECKING:
    from django.db import models
    from django.test import Client

    from hearth.foundation.access.readers import Reader

NAME = "hearth_bench"
PROCESSES = min(2, os.cpu_count() or 1)


class Measure(NamedTuple):
    """One figure, and what it should be at most (with `least`, at least), where there is an aim."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    least: bool = False

    @property
    def within_aim(self) -> bool | None:
        """Is the aim reached? None where there is none."""
        if self.aim is None:
            return None
        return self.value >= self.aim if self.least else self.value <= self.aim


@contextlib.contextmanager
def fresh() -> Iterator[None]:
    """Point this process at a new, migrated database on the embedded server, as the application's role."""
    where = embedded.start()
    embedded.ensure_database(where, NAME, fresh=True)
    os.environ.update(
        DATABASE_URL=where.url(embedded.APPLICATION, NAME),
        DATABASE_OWNER_URL=where.url(embedded.OWNER, NAME),
        HEARTH_DEMO="yes",
        HEARTH_HTTPS="no",
    )
    try:
        migrating.migrate(os.environ["DATABASE_OWNER_URL"], os.environ["DATABASE_URL"])
        import django

        django.setup()
        yield
    finally:
        embedded.drop_database(where, NAME)


def say(words: str) -> None:
    """Tell whoever waits how far it is; the figures alone go to standard output."""
    print(f"  {words} ...", file=sys.stderr, flush=True)


def settle(table: str = "") -> None:
    """Let the database look at what was written, in one table or all, as it would by itself in time."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(table)) if table else "VACUUM ANALYZE")


def reader(name: str, role: str) -> "Reader":
    """A member of the front door's staff."""
    from hearth.foundation import packs, worktime
    from hearth.foundation.access.models import RoleHeld, User
    from hearth.foundation.access.readers import Reader

    user = User.objects.create_user(f"{name}@bench.example", None, name=name.title())
    RoleHeld.objects.create(user=user, role=role, team=next(iter(packs.active().teams)), starts_at=worktime.now())
    return Reader(user)


def multiply(model: "type[models.Model]", where: str, times: int, **columns: str) -> None:
    """Copy the rows that `where` finds (as `t`) that many times in one statement.

    `columns` are SQL expressions for those that differ from the copied row's; `g` is the number of the copy, from 1.
    The database looks at the table afterwards: a connection keeps its plan for checking a foreign key, and one made while
    the table was nearly empty would read all of it for every row that points there.
    """
    from django.db import connection

    names = [str(field.column) for field in model._meta.concrete_fields]
    quoted = ", ".join(f'"{name}"' for name in names)
    chosen = ", ".join(columns.get(name, f't."{name}"') for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({quoted})'  # noqa: S608 - nothing here comes from outside
            f' SELECT {chosen} FROM generate_series(1, {times}) g CROSS JOIN "{model._meta.db_table}" t'
            f" WHERE {where} ORDER BY g, t.{model._meta.pk.attname}"
        )
    settle(model._meta.db_table)


def browser(who: "Reader") -> "Client":
    """A client signed in as a member of staff, which asks pages without a server between."""
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(who.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def milliseconds(act: Callable[[int], object], times: int, *, first: int = 5) -> list[float]:
    """How long each of several goes took, after a few that do not count; sorted."""
    for number in range(first):
        act(number)
    taken = []
    for number in range(times):
        started = time.perf_counter()
        act(first + number)
        taken.append((time.perf_counter() - started) * 1000)
    return sorted(taken)


def percentile(taken: list[float], percent: int) -> float:
    """A percentile of sorted values."""
    return taken[min(len(taken) - 1, len(taken) * percent // 100)]
