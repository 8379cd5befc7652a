"""Every row of every table, with keys told by whose they are instead of by numbers that differ from one time to the next."""

import json
from typing import Any

from django.db import connection

_WHOSE = {
    "people_person": "SELECT id::text, surname FROM people_person UNION SELECT number::text, surname FROM people_person",
    "people_address": "SELECT id::text, lines || postcode FROM people_address",
    "people_token": "SELECT id::text, kind || text FROM people_token",
    "people_statement": "SELECT s.id::text, p.surname || s.fact FROM people_statement s JOIN people_person p ON p.id = s.person_id",
    "people_residence": "SELECT r.id::text, p.surname FROM people_residence r JOIN people_person p ON p.id = r.person_id",
    "timeline_head": "SELECT h.id::text, p.surname FROM timeline_head h JOIN people_person p ON p.id = h.subject_id",
    "timeline_event": (
        "SELECT e.id::text, p.surname || e.sequence FROM timeline_event e JOIN timeline_head h ON h.id = e.home_id"
        " JOIN people_person p ON p.id = h.subject_id"
    ),
}
_POINTS_TO = {
    "person_id": "people_person", "subject_id": "people_person", "number": "people_person", "person": "people_person",
    "address_id": "people_address", "home_id": "timeline_head", "head_id": "timeline_head", "event_id": "timeline_event",
    "given": "people_token", "family": "people_token", "street": "people_token", "token_id": "people_token",
    "statement": "people_statement", "home": "people_residence",
}  # fmt: skip
_OWN = ("id", "pgh_id", "hash", "transaction", "pgh_created_at", "pgh_context_id")
"""Numbers and hashes that two ways of writing the same cannot share; the chains are verified beside."""
_HISTORY = {"people_personevent": "people_person", "people_residenceevent": "people_residence"}


def everything() -> dict[str, list[dict[str, Any]]]:
    """The rows of each table in an order of their own."""
    with connection.cursor() as cursor:
        whose: dict[str, dict[str, str]] = {}
        for table, sql in _WHOSE.items():
            cursor.execute(sql)
            whose[table] = dict(cursor.fetchall())
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT to_jsonb(t) FROM "{table}" t')  # noqa: S608 - the database's own names
            found[table] = sorted((_told(table, json.loads(row), whose) for (row,) in cursor.fetchall()), key=repr)
        return found


def _told(table: str, row: dict[str, Any], whose: dict[str, dict[str, str]]) -> dict[str, Any]:
    row = {name: value for name, value in row.items() if name not in _OWN}
    if table in _HISTORY:
        row["pgh_obj_id"] = whose[_HISTORY[table]].get(str(row["pgh_obj_id"]))
    if table == "people_statement" and row["fact"] == "address":
        row["value"] = whose["people_residence"][row["value"]]
    if table == "timeline_event":
        row["data"] = _named(row["data"], whose)
    tokens = {"given", "family", "street"} if table != "people_row" else set()
    return row | _named({name: value for name, value in row.items() if name not in tokens}, whose)


def _named(row: dict[str, Any], whose: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {
        name: whose[_POINTS_TO[name]].get(str(value), value) if name in _POINTS_TO and not isinstance(value, list) else value
        for name, value in row.items()
    }
