"""A migrated template database, remade only when a migration has changed, and clones of it to test on."""

import contextlib
import hashlib
from collections.abc import Iterator

import psycopg
from psycopg import sql

from hearth.config import embedded, migrating
from hearth.config.places import ROOT

# What a test writes need not outlive a crash, and tables of a few rows are read sooner than helper processes start.
SETTINGS = {"synchronous_commit": "off", "max_parallel_workers_per_gather": "0"}


@contextlib.contextmanager
def alone(where: embedded.Place, what: str) -> Iterator[psycopg.Connection]:
    """An administrator's connection, while no other test process does the same thing."""
    with psycopg.connect(where.url("postgres", "postgres"), autocommit=True) as administrator:
        administrator.execute("SELECT pg_advisory_lock(hashtext(%s))", [what])
        yield administrator


def template(where: embedded.Place) -> str:
    """The name of the owner-migrated template database for the migrations as they are now."""
    files = sorted((ROOT / "src").rglob("migrations/*.py"))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in [*files, ROOT / "src/hearth/config/grants.py"])).hexdigest()[:10]
    name = f"hearth_template_{digest}"
    if embedded.ensure_database(where, name):
        try:
            migrating.migrate(where.url(embedded.OWNER, name), where.url(embedded.APPLICATION, name))
        except Exception:
            embedded.drop_database(where, name)
            raise
    return name


def clone(name: str) -> str:
    """A fresh copy of the template; its DATABASE_URL for the application's role."""
    where = embedded.start()
    with alone(where, "template") as administrator:  # nobody may be connected to a database while it is copied
        embedded.clone_database(where, template(where), name)
        for setting, value in SETTINGS.items():
            administrator.execute(
                sql.SQL("ALTER DATABASE {} SET {} = {}").format(sql.Identifier(name), sql.Identifier(setting), sql.Literal(value))
            )
    return where.url(embedded.APPLICATION, name)


def point_django_at(url: str) -> None:
    """Make this process's default connection use a database as the application's role."""
    from django.db import connections

    from hearth.config.settings import database

    connections["default"].close()
    wanted = database(url)
    connections["default"].settings_dict.update(wanted)
    connections.settings["default"].update(wanted)


if __name__ == "__main__":  # before any test, so that no test process waits for it
    template(embedded.start())


@contextlib.contextmanager
def committed(name: str) -> Iterator[str]:
    """The address of a database of its own: another process sees only what is committed. Django is pointed at it meanwhile."""
    from django.db import connections

    before = dict(connections["default"].settings_dict)
    made = clone(name)
    point_django_at(made)
    yield made
    connections["default"].close()
    connections["default"].settings_dict.update(before)
    connections.settings["default"].update(before)
    embedded.drop_database(embedded.place(), name)
