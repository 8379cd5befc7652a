"""The application role's rights, applied after migrating: it may never change or remove what has been recorded."""

from django.apps import apps
from django.db import connection, transaction

from hearth.foundation.timeline.models import AppendOnly


def append_only_tables() -> list[str]:
    """Events, links, seals, the access log, statements ... and every history table."""
    found = []
    for model in apps.get_models():
        if issubclass(model, AppendOnly) or hasattr(model, "pgh_tracked_model"):
            found.append(model._meta.db_table)
    return sorted(found)


def grant(role: str) -> None:
    """Give the application's role its rights on every table, as the owner; all at once, so that it never has more."""
    with transaction.atomic(), connection.cursor() as cursor:
        quoted = connection.ops.quote_name(role)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted}")
        for table in append_only_tables():
            cursor.execute(f"REVOKE UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {quoted}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {quoted}")
