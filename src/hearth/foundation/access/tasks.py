"""Work of the access room: what is kept for a while goes when its time is over."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from procrastinate.contrib.django import app

from hearth.foundation import worktime
from hearth.foundation.access.models import HeldWork

HELD_FOR = timedelta(days=14)
"""How long a form that came after its session had ended waits for the person who typed it."""


@app.periodic(cron="10 3 * * *")
@app.task(name="access.tidy", queueing_lock="access.tidy")
def tidy(timestamp: int) -> None:
    """Remove ended sessions, and held forms that nobody came back for."""
    now = worktime.now()
    with transaction.atomic():
        Session.objects.filter(expire_date__lt=now).delete()
        HeldWork.objects.filter(at__lt=now - HELD_FOR).delete()
