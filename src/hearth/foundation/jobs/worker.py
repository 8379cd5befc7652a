"""Runs jobs on PostgreSQL, and takes up those of a worker that was killed."""

from procrastinate.contrib.django import app


def run_worker(concurrency: int) -> None:
    """Run until stopped. Every task is idempotent, because a job may run twice."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:  # type: ignore[attr-defined]
        worker_app.run_worker(concurrency=concurrency, install_signal_handlers=True, listen_notify=True)
