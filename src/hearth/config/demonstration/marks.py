"""Where the demonstration stands in a database: not begun, half made, made, or not ours to touch."""

import uuid
from datetime import datetime

import psycopg

STARTED = uuid.uuid5(uuid.NAMESPACE_URL, "hearth:demonstration:started")
FINISHED = uuid.uuid5(uuid.NAMESPACE_URL, "hearth:demonstration:finished")
EMPTY, HALF_MADE, MADE, SOMEBODY_ELSES = "empty", "half made", "made", "somebody else's"


def state(connection: psycopg.Connection) -> str:
    """One of the four states, read without Django, since nothing may have been migrated yet.

    A database with tables but without our mark is somebody else's: the demonstration never touches it.
    """
    tables = {row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    marks = set()
    if "timeline_request" in tables:
        found = connection.execute("SELECT id FROM timeline_request WHERE id = ANY(%s)", [[STARTED, FINISHED]])
        marks = {row[0] for row in found}
    if FINISHED in marks:
        return MADE
    if STARTED in marks:
        return HALF_MADE
    if "access_user" in tables:
        row = connection.execute("SELECT EXISTS (SELECT FROM access_user)").fetchone()
        return SOMEBODY_ELSES if row and row[0] else EMPTY
    return SOMEBODY_ELSES if tables else EMPTY


def wipe(connection: psycopg.Connection) -> None:
    """Empty a database that `state` says is the demonstration's."""
    connection.execute("DROP SCHEMA public CASCADE")
    connection.execute("CREATE SCHEMA public")


def start(weeks: int, now: datetime) -> None:
    """From here on what is in the database is the demonstration's: so many weeks up to a moment."""
    _mark(STARTED, f"{weeks} {now.isoformat()}")


def begun() -> tuple[int, datetime]:
    """How many weeks it was begun with, and the moment it was begun at."""
    from hearth.foundation.timeline.models import Request

    weeks, now = Request.objects.get(pk=STARTED).result_id.split()
    return int(weeks), datetime.fromisoformat(now)


def is_there(part: str) -> bool:
    """Is a part of the earlier history made?"""
    from hearth.foundation.timeline.models import Request

    return Request.objects.filter(pk=_named(part)).exists()


def made(part: str) -> None:
    """A part of the earlier history is made; in the transaction that made it, so that none is ever half there."""
    _mark(_named(part), part)


def _named(part: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"hearth:demonstration:{part}")


def finish(version: str) -> None:
    """Everything is made, in the tables of a version."""
    _mark(FINISHED, version)


def version(connection: psycopg.Connection) -> str:
    """The version of the tables when the demonstration was last looked after; a start in the same version need not migrate."""
    row = connection.execute("SELECT result_id FROM timeline_request WHERE id = %s", [FINISHED]).fetchone()
    return str(row[0]) if row else ""


def keep_version(connection: psycopg.Connection, version: str) -> None:
    """Note that the tables have been brought to a version."""
    connection.execute("UPDATE timeline_request SET result_id = %s WHERE id = %s", [version, FINISHED])


def _mark(mark: uuid.UUID, words: str) -> None:
    from hearth.foundation import worktime
    from hearth.foundation.timeline.models import Request

    Request.objects.create(id=mark, action="demonstration", result_id=words, at=worktime.now())
