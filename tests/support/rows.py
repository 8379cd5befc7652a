"""What stands in the database, so that a test can say that nothing was written."""

import functools

from django.apps import apps
from django.db import connection

from hearth.foundation.access.models import AccessLog

NOT_THE_RECORD = {"django_session", AccessLog._meta.db_table, "axes_accessattempt", "axes_accesslog"}


@functools.cache
def _question() -> str:
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    with connection.cursor() as cursor:
        present = tables & set(connection.introspection.table_names(cursor)) - NOT_THE_RECORD
    parts = [f"SELECT '{one}', count(*), max(xmin::text::bigint) FROM {one}" for one in sorted(present)]  # noqa: S608
    return " UNION ALL ".join(parts)


def written() -> list[tuple]:
    """How many rows each table holds and by which transaction its newest was written: it changes with any row that does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_prepared_statements WHERE name = 'written'")
        if not cursor.rowcount:  # planning a hundred tables takes longer than counting them, and this is asked often
            cursor.execute(f"PREPARE written AS {_question()}")
        cursor.execute("EXECUTE written")
        return sorted(cursor.fetchall())
