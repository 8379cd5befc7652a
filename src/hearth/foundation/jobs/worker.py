"""Runs jobs on PostgreSQL, and takes up those of a worker that was killed."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable
from typing import Any

from django.db import close_old_connections
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

AGAIN = 3.0
"""Seconds between two attempts while the database does not answer."""

logger = logging.getLogger(__name__)


def run_worker(concurrency: int) -> None:
    """Run until stopped by a signal, through restarts of the database. Every task is idempotent: a job may run twice."""
    asyncio.run(_until_told(concurrency))


async def _until_told(concurrency: int) -> None:
    told = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, told.set)
    while not told.is_set():
        working, telling = asyncio.create_task(_work(concurrency)), asyncio.create_task(told.wait())
        await asyncio.wait({working, telling}, return_when=asyncio.FIRST_COMPLETED)
        if told.is_set():
            working.cancel()  # it ends what it is doing first
        telling.cancel()
        with contextlib.suppress(asyncio.CancelledError, ConnectorException):
            await working
        if not told.is_set():
            logger.warning("The database does not answer the worker; trying again.")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), AGAIN)


async def _work(concurrency: int) -> None:
    """Work until cancelled. Procrastinate's worker ends, without an error of its own, once its connection is lost."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:  # type: ignore[attr-defined]
        async with worker_app.open_async():
            await worker_app.run_worker_async(
                concurrency=concurrency,
                install_signal_handlers=False,
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
