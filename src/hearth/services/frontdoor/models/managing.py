"""What somebody did with a contact as a whole, and visitors who wait at reception."""

import uuid

from django.db import models

from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact


class Handling(models.Model):
    """A contact was seen by its manager, given with a direction, passed on from screening, or ended there. Each is kept."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="handlings")
    what = models.CharField(max_length=10, choices=codes.HANDLING)
    heading = models.CharField(max_length=120, blank=True)  # the issue in a line, as the next list shows it
    words = models.TextField(blank=True)  # the manager's direction, or the action taken
    to = member_of_staff(null=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Visitor(models.Model):
    """Somebody came in person and asked for a social worker: they wait until a room and a worker are named."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    asked_for = models.CharField(max_length=160)
    arrived_at = models.DateTimeField()
    logged_by = member_of_staff()
    room = models.CharField(max_length=60, blank=True)
    worker = models.CharField(max_length=120, blank=True)
    in_interview_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["arrived_at", "pk"]
        indexes = [models.Index(fields=["arrived_at"], name="visitors_here", condition=models.Q(left_at=None))]

    @property
    def status(self) -> str:
        """Waiting, in interview, or gone."""
        if self.left_at is not None:
            return "Left"
        return "In interview" if self.in_interview_at is not None else "Waiting"
