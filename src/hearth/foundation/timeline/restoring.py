"""After a backup was restored elsewhere: a new server counts its transactions from the beginning, seals go on."""

from django.db import connection

HIGHEST = (
    "SELECT greatest((SELECT max(transaction) FROM timeline_event), (SELECT max(to_transaction) FROM timeline_seal)),"
    " pg_current_xact_id()::text::bigint + timeline_transactions_before(), timeline_transactions_before()"
)


def go_on_counting() -> bool:
    """Have new events counted behind all that stand there; True where that was needed. The owner alone may.

    Seals cover ranges of transactions. Without this, what is recorded after a restore would fall into ranges sealed long ago.
    """
    with connection.cursor() as cursor:
        cursor.execute(HIGHEST)
        highest, present, before = cursor.fetchone()
        if highest is None or highest < present:
            return False
        cursor.execute(
            "CREATE OR REPLACE FUNCTION timeline_transactions_before() RETURNS bigint LANGUAGE sql STABLE"
            f" AS 'SELECT {int(before + highest - present + 1)}::bigint'"
        )
        return True
