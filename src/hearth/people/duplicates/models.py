"""Pairs of records that may be of one person, and what was said of each."""

from django.db import models
from django.db.models import F, Q

from hearth.foundation.history import tracked


@tracked
class DuplicatePair(models.Model):
    """Two records with how strongly they look like one person's, and why; `first` has the lower record number.

    A pair said not to be the same is never asked about again. Where either is a child with open services, one person says
    it and another confirms it.
    """

    OPEN, UNSURE, SAID, NOT_SAME = "open", "unsure", "said", "not_same"
    STATES = [
        (OPEN, "Not looked at yet"),
        (UNSURE, "Not sure"),
        (SAID, "Said not to be the same; another person confirms"),
        (NOT_SAME, "Not the same person"),
    ]

    first = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    second = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    score = models.FloatField()
    band = models.CharField(max_length=12)
    parts = models.JSONField(default=list)
    found_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=STATES, default=OPEN)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+", null=True)
    said_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("access.User", models.PROTECT, related_name="+", null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_duplicate_pair_of_two"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="nobody_is_their_own_duplicate"),
        ]
        indexes = [models.Index(fields=["state", "-score"], name="duplicates_to_look_at")]
