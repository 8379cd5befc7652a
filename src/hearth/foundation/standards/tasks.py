"""Periodic work of standards. Each may run again at any time: what was told once is not told twice."""

import contextlib

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from hearth.foundation.standards import notices
from hearth.foundation.standards.bulk import recompute_all


@app.periodic(cron="* * * * *")
@app.task(name="standards.notify", queueing_lock="standards.notify")
def notify(timestamp: int) -> None:
    """Every minute: who should know that something is due soon or late."""
    notices.notify()


@app.periodic(cron="*/10 * * * *")
@app.task(name="standards.send_digests", queueing_lock="standards.send_digests")
def send_digests(timestamp: int) -> None:
    """Every ten minutes: the morning e-mails that have not gone yet, if it is morning in England."""
    notices.send_digests()


@app.periodic(cron="*/10 * * * *")
@app.task(name="standards.recompute", queueing_lock="standards.recompute")
def recompute(timestamp: int) -> None:
    """Every ten minutes, and when a worker starts: what an earlier version of the pack computed is computed again."""
    recompute_all()


def recompute_soon() -> None:
    """Queue it now, unless it waits already: a worker starts, perhaps because the pack has changed."""
    with contextlib.suppress(AlreadyEnqueued):
        recompute.configure().defer(timestamp=0)
