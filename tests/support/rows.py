"""What stands in the database, so that a test can say that nothing was written."""

from django.apps import apps
from django.db import connection

from hearth.foundation.access.models import AccessLog

NOT_THE_RECORD = {"django_session", AccessLog._meta.db_table, "axes_accessattempt", "axes_accesslog"}


def written() -> list[tuple]:
    """How many rows each table holds and by which transaction its newest was written: it changes with any row that does."""
    tables = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)} - NOT_THE_RECORD)
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        parts = [f"SELECT '{one}', count(*), max(xmin::text::bigint) FROM {one}" for one in tables if one in present]  # noqa: S608
        cursor.execute(" UNION ALL ".join(parts))
        return cursor.fetchall()
