"""What each new connection to the database is told once."""

from datetime import UTC, datetime
from typing import Any

from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.types.datetime import TimestamptzLoader


class Moments(Loader):
    """Moments as the database writes them, read by Python's own ISO reader: a page reads hundreds, and Django's is slow.

    Django keeps each connection at UTC, asks the loader for its `timezone`, and uses its own where they differ. What Python
    cannot hold (infinity, years beyond 9999 or before Christ) the driver refuses as before.
    """

    timezone = UTC

    def load(self, data: Buffer) -> datetime:
        """Read one moment. Raises psycopg's DataError for one that Python cannot hold."""
        try:
            return datetime.fromisoformat(bytes(data).decode())
        except ValueError:
            return TimestamptzLoader(self.oid, self.connection).load(data)


def read_moments_fast(connection: Any, **_: Any) -> None:
    """A receiver of `connection_created`."""
    connection.connection.adapters.register_loader("timestamptz", Moments)
