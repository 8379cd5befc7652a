"""Periodic work of standards. Each may run again at any time: what was told once is not told twice."""

from procrastinate.contrib.django import app

from hearth.foundation.standards import notices


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
