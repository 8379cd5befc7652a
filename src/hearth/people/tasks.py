"""Nightly work of the people room."""

import logging

from procrastinate.contrib.django import app

from hearth.people.duplicates.finding import find
from hearth.people.linking.extra import Missing


@app.periodic(cron="30 2 * * *")
@app.task(name="people.find_duplicates", queueing_lock="people.find_duplicates")
def find_duplicates(timestamp: int) -> None:
    """Every night: the pairs of records that may be of one person. Without the extra it says so, and does nothing."""
    try:
        find()
    except Missing as missing:
        logging.getLogger(__name__).warning("Duplicates were not looked for. %s", missing)
