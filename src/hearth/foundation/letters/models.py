"""Letters as they were written and sent."""

import uuid

from django.db import models

from hearth.foundation.timeline.models import AppendOnly


class Letter(AppendOnly):
    """One letter to one addressee, its words frozen when it was made. The file's name says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    addressee = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    route = models.CharField(max_length=12)
    paragraphs = models.JSONField()
    signed_by = models.CharField(max_length=200)
    reference = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    made_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kind", "subject_id"], name="letters_of_a_record")]


class Sending(AppendOnly):
    """A letter went out."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="sendings")
    route = models.CharField(max_length=12)
    to = models.CharField(max_length=300)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Delivered(models.Model):
    """A sending that has left by e-mail, so that a job run again does not send it twice."""

    sending = models.OneToOneField(Sending, models.PROTECT, primary_key=True)
