"""Obligations as last computed, and waivers with their reasons."""

from django.db import models
from django.db.models import Q

from hearth.foundation.timeline.models import AppendOnly, Head


class Obligation(models.Model):
    """One thing that should happen by a time. Whether it is due or overdue is read from the clock, not stored."""

    head = models.ForeignKey(Head, models.CASCADE, related_name="obligations")
    key = models.CharField(max_length=160)
    standard = models.CharField(max_length=64)
    duty = models.CharField(max_length=120)
    per = models.CharField(max_length=64, null=True)
    owed_by = models.CharField(max_length=40)
    opened_by = models.BigIntegerField()
    identified_at = models.DateTimeField()
    counts_from = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    due_soon_at = models.DateTimeField(null=True)
    counted = models.TextField()
    met_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    waived_at = models.DateTimeField(null=True)
    superseded_by = models.CharField(max_length=64, null=True)
    leading = models.BooleanField(default=False)
    statutory = models.BooleanField(default=False)
    passed_before_identified = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["head", "key"], name="one_obligation_per_key")]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="open_obligations_by_due",
                condition=Q(met_at=None, ended_at=None, waived_at=None, superseded_by=None),
            )
        ]


class Waiver(AppendOnly):
    """Who waived or varied a timescale, from when to when, and why in words."""

    head = models.ForeignKey(Head, models.PROTECT)
    standard = models.CharField(max_length=64)
    per = models.CharField(max_length=64, null=True)
    was_due_at = models.DateTimeField(null=True)
    new_due_at = models.DateTimeField(null=True)
    reason = models.TextField()
    by = models.ForeignKey("access.User", models.PROTECT)
    at = models.DateTimeField()


class Digest(models.Model):
    """A morning e-mail went to somebody on a day: the row is written with the sending, so that none goes twice."""

    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day")]
