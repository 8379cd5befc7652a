"""Reading many rows at once, for streams and what is computed from them."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import connection
from psycopg.pq import Format

_TIMES = psycopg.adapters.types["timestamptz"].oid


def rows(statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a query. Times are read by psycopg's own loader: Django's, in Python, takes longer than the query."""
    with connection.cursor() as cursor:
        loader = psycopg.adapters.get_loader(_TIMES, Format.TEXT)
        if loader is None:
            raise AssertionError("psycopg reads times")
        cursor.cursor.adapters.register_loader(_TIMES, loader)
        cursor.execute(statement, parameters)
        return cursor.fetchall()
