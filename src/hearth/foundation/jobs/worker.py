"""Runs jobs on PostgreSQL, and takes up those of a worker that was killed."""

from collections.abc import Callable
from typing import Any

from django.db import close_old_connections
from procrastinate.contrib.django import app


def run_worker(concurrency: int) -> None:
    """Run until stopped. Every task is idempotent, because a job may run twice."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:  # type: ignore[attr-defined]
        worker_app.run_worker(
            concurrency=concurrency,
            install_signal_handlers=True,
            listen_notify=True,
            task_middleware=[with_live_connections],
        )


def with_live_connections(run: Callable[[], Any], context: object, worker: object) -> Any:
    """Each job starts without a connection that the database has dropped meanwhile, as each request does."""
    close_old_connections()
    try:
        return run()
    finally:
        close_old_connections()
