"""Periodic work of the timeline."""

from django.conf import settings
from procrastinate.contrib.django import app

from hearth.foundation.timeline.verifying import seal


@app.periodic(cron="*/15 * * * *")
@app.task(name="timeline.seal", queueing_lock="timeline.seal")
def seal_events(timestamp: int) -> None:
    """Every quarter of an hour: seal what is new, and copy the seal outside the database."""
    seal(settings.SEALS)
