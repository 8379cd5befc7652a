"""Merges with everything needed to undo them, what was shared out by an undo, and identities kept apart by adoption."""

import uuid

from django.db import models
from django.db.models import F, Q

from hearth.foundation.access.limiting import About
from hearth.foundation.history import tracked


@tracked
class Merge(models.Model):
    """Two records made one: who proposed and who did it, what was chosen, and the log from which it is undone.

    Without `at` it is proposed and waits for a second person; with `undone_at` it was undone, or turned down.
    """

    access = About(kind="merge", person="kept_id", involved={"person": "kept_id"})
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey("people.Person", models.PROTECT, related_name="merges")
    merged = models.ForeignKey("people.Person", models.PROTECT, related_name="merged_in")
    proposed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)
    event = models.BigIntegerField(null=True)
    """The event that says so: merges are undone in the reverse order of these."""
    reasons = models.TextField()
    sure = models.BooleanField(default=False)
    choices = models.JSONField(default=dict)
    """Field, or pair of rows, to whose value stands: "kept" or "merged"."""
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    """What the kept record said in each field of `rules.STANDING`, before the merge and right after it."""
    moves = models.JSONField(default=list)
    """[model, key, column] of each row that was re-pointed to the kept record."""
    aside = models.JSONField(default=list)
    """Rows that both records had, as they were, set aside so that nothing shows twice."""
    guards = models.JSONField(default=list)
    """[model, key] of what the merge added itself and its undo takes away: restrictions and conflicts repeated on the other
    record, so that both stay guarded, and names that no longer stand, so that they go on finding the person."""
    had = models.JSONField(default=dict)
    """Model and column to the keys of the kept record's own rows: what is there now and not here was added since."""
    undone_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_reasons = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="nobody_is_merged_into_themselves"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(at__isnull=False, undone_at=None), name="a_record_is_merged_into_one"
            ),
            models.UniqueConstraint(
                fields=["kept", "merged"], condition=Q(at=None, undone_at=None), name="one_open_proposal_of_two_records"
            ),
        ]


class SharedOut(models.Model):
    """Something append-only, written to the kept record while two were one, that an undo gave to the other.

    It keeps the id it was recorded with; `people.identities` reads it as `person`'s. `label` is its model, or "home" for
    the events of a subject such as a contact, whose `key` is then "kind:id".
    """

    HOME = "home"
    merge = models.ForeignKey(Merge, models.PROTECT, related_name="shared")
    label = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    origin = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["label", "key"], name="shared_out_by_key")]


@tracked
class IdentitySeparation(models.Model):
    """A child was adopted: the birth and the adoptive identity are never shown as one but to named adoption staff."""

    access = About(kind="identity_separation", person="birth_id", involved={"person": "birth_id"})
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    birth = models.ForeignKey("people.Person", models.PROTECT, related_name="separated_as_birth")
    adoptive = models.ForeignKey("people.Person", models.PROTECT, related_name="separated_as_adoptive")
    reason = models.TextField()
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(birth=F("adoptive")), name="two_identities_are_two_records"),
            models.UniqueConstraint(fields=["birth", "adoptive"], name="one_separation_of_two_identities"),
        ]
