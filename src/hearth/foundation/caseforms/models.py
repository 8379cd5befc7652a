"""Answers to case forms, section by section, and drafts of what somebody is still typing."""

import uuid

from django.db import models
from django.db.models import Q

from hearth.foundation.history import tracked
from hearth.foundation.timeline.models import AppendOnly


@tracked
class Answers(models.Model):
    """The answers to one section of a form about one subject. Every version stays readable in its history."""

    form = models.CharField(max_length=40)
    form_version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    section = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id", "form", "section"], name="one_row_of_answers_per_section")
        ]


class Draft(models.Model):
    """What somebody is typing on a page, kept by itself. It is no part of the record until it is submitted.

    The id is made with the page, so that the first saving needs no round trip. `writer` is whoever has it now; only
    they may change it. A finished draft keeps no words, only what became of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    writer = models.ForeignKey("access.User", models.PROTECT, related_name="drafts")
    page = models.CharField(max_length=40)
    kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    base_version = models.PositiveIntegerField(default=0)
    data = models.JSONField(default=dict)
    rang_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    result_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["started_at", "pk"]
        indexes = [models.Index(fields=["page", "subject_id"], name="open_drafts", condition=Q(finished_at=None))]


class TakeOver(AppendOnly):
    """Somebody went on with what a colleague had half typed: who, from whom, when."""

    draft_id = models.UUIDField(db_index=True)
    taken_from = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
