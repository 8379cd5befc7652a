"""Heads, events, links and seals. The application may only INSERT and SELECT the last three."""

from typing import ClassVar

from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

# A server restored from a backup counts from the beginning again; `timeline.restoring` adds what came before.
COUNTED = "pg_current_xact_id()::text::bigint + timeline_transactions_before()"


class AppendOnly(models.Model):
    """Rows of this table are never changed or removed: the application's role has no right to."""

    append_only: ClassVar[bool] = True

    class Meta:
        abstract = True


class Head(models.Model):
    """One row for each subject: its lock, the end of its chain, and what its standards were computed under."""

    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    length = models.PositiveIntegerField(default=0)
    hash = models.BinaryField(default=b"")
    # The pack's digest when this subject's obligations were last computed; another digest queues it again.
    standards_digest = models.CharField(max_length=16, default="", db_index=True)
    # The earliest open leading obligation, so that lists sort by it without reading obligations.
    next_due_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject_id"], name="one_head_per_subject")]


class Event(AppendOnly):
    """One thing that happened. `home` is the subject whose chain it joins; links name everyone concerned."""

    kind = models.CharField(max_length=64)
    home = models.ForeignKey(Head, models.PROTECT, related_name="chain")
    sequence = models.PositiveIntegerField()
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField(null=True)
    request_id = models.UUIDField(null=True)
    data = models.JSONField()
    hash = models.BinaryField()
    # Seals cover whole transactions, so that one which commits late cannot fall between two seals.
    transaction = models.BigIntegerField(
        db_default=Cast(
            RawSQL("pg_current_xact_id()::text::bigint + timeline_transactions_before()", ()), models.BigIntegerField()
        ),
        db_index=True,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "sequence"], name="one_event_per_place_in_chain")]


class Link(AppendOnly):
    """This event is about that subject."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="links")
    head = models.ForeignKey(Head, models.PROTECT, related_name="links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["head", "event"], name="one_link_per_subject_and_event")]


class Seal(AppendOnly):
    """A hash over every event of a range of finished transactions, copied outside the database."""

    from_transaction = models.BigIntegerField()
    to_transaction = models.BigIntegerField(unique=True)
    events = models.PositiveIntegerField()
    hash = models.BinaryField()
    sealed_at = models.DateTimeField()


class Request(models.Model):
    """A submitted form's own id with the result of its action, so that a repeat gives the first result."""

    id = models.UUIDField(primary_key=True)
    action = models.CharField(max_length=100)
    by = models.UUIDField(null=True)
    result_model = models.CharField(max_length=100, default="")
    result_id = models.CharField(max_length=40, default="")
    at = models.DateTimeField()
