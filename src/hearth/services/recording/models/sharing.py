"""Requests for information about a child, the decision to share or not, and whether what mattered arrived."""

import uuid

from django.db import models
from django.db.models import Q

from hearth.foundation import worktime
from hearth.foundation.access.limiting import About
from hearth.foundation.timeline.models import AppendOnly
from hearth.services.recording import codes


def _by(related: str = "+") -> models.ForeignKey:
    return models.ForeignKey("access.User", models.PROTECT, related_name=related)


class SharingRequest(AppendOnly):
    """Somebody asked for information about a child."""

    access = About(kind="sharing_request", person="person_id", kept="person__merged_into_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="sharing_requests")
    who_asks = models.CharField(max_length=160)
    what = models.TextField()
    why = models.TextField()
    asked_at = models.DateTimeField()
    by = _by()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-asked_at", "pk"]

    @property
    def age(self) -> str:
        """How long it has waited until now, in words."""
        return worktime.duration_words(worktime.now() - self.asked_at)


class SharingDecision(AppendOnly):
    """A decision to share information about a child, or not to: what, with whom, for what purpose, on what ground, why."""

    access = About(kind="sharing_decision", person="person_id", kept="person__merged_into_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="sharing_decisions")
    request = models.OneToOneField(SharingRequest, models.PROTECT, null=True, related_name="answer")
    outcome = models.CharField(max_length=10, choices=codes.SHARED)
    what = models.TextField()
    recipients = models.JSONField(default=list)  # by name
    purpose = models.TextField()
    extent = models.CharField(max_length=8, choices=codes.EXTENT, blank=True)
    why_full = models.CharField(max_length=300, blank=True)
    risk = models.TextField(blank=True)
    told = models.CharField(max_length=3, choices=codes.YES_NO, blank=True)
    told_why = models.CharField(max_length=300, blank=True)
    told_what = models.CharField(max_length=300, blank=True)
    told_how = models.CharField(max_length=300, blank=True)
    told_with_whom = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField(null=True)
    not_told_reason = models.CharField(max_length=300, blank=True)
    sought = models.CharField(max_length=3, choices=codes.YES_NO, blank=True)
    why_not_sought = models.CharField(max_length=14, choices=codes.WHY_NOT_SOUGHT, blank=True)
    why_not_reason = models.CharField(max_length=300, blank=True)
    answer = models.CharField(max_length=8, choices=codes.ANSWER, blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    answered_on = models.DateField(null=True)
    basis = models.CharField(max_length=14, choices=codes.BASIS, blank=True)
    facts = models.TextField(blank=True)
    reason = models.TextField()
    overridden_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    expected = models.CharField(max_length=3, choices=codes.YES_NO, blank=True)
    plan_to_tell = models.CharField(max_length=300, blank=True)
    effect_on_person = models.TextField(blank=True)
    effect_on_others = models.TextField(blank=True)
    critical = models.BooleanField(default=False)
    sent_to = models.CharField(max_length=160, blank=True)
    sent_at = models.DateTimeField(null=True)
    by = _by("sharing_decided")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="shared", answer="refused") | Q(overridden_by__isnull=False),
                name="sharing_after_a_refusal_names_who_overrode_it",
            )
        ]

    @property
    def awaits_receipt(self) -> bool:
        """Is it critical to safety, with nobody yet known to have received it?"""
        return self.critical and not hasattr(self, "receipt")


class SharingReceipt(AppendOnly):
    """Information critical to a child's safety was received: who said so, and when."""

    access = About(kind="sharing_receipt", person="decision__person_id", kept="decision__person__merged_into_id")

    decision = models.OneToOneField(SharingDecision, models.PROTECT, related_name="receipt")
    confirmed_by = models.CharField(max_length=160)
    received_at = models.DateTimeField()
    by = _by()
    at = models.DateTimeField()
