"""A short chronology of a child, written for one contact and going with its referral: each version stays."""

import uuid
from datetime import date

from django.db import models

from hearth.foundation.access.limiting import About
from hearth.foundation.timeline.models import AppendOnly
from hearth.services.frontdoor.queries.chronology import Dated


class ShortChronology(AppendOnly):
    """One version: dated lines, who wrote it and when. The latest of a child on a contact is the one that goes on."""

    access = About(kind="short_chronology", person="person_id", kept="person__merged_into_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="short_chronologies")
    line = models.ForeignKey("frontdoor.ContactLine", models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    lines = models.JSONField()  # {"on", "words"}, the earliest first
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @property
    def dated(self) -> list[Dated]:
        """Its lines, the earliest first."""
        return [Dated(date.fromisoformat(one["on"]), one["words"]) for one in self.lines]

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["line", "version"], name="one_chronology_of_a_version")]
