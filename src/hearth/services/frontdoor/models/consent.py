"""Consent overridden, earlier involvement brought into a contact, and what a manager adds to a decision."""

from django.db import models
from django.db.models import Q

from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact, ContactLine


class ConsentOverride(models.Model):
    """Somebody asked that agencies be asked without every parent's consent; who overrode it and why, or declined to."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="consent_overrides")
    why_asked = models.TextField()
    asked_by = member_of_staff()
    asked_at = models.DateTimeField()
    overridden = models.BooleanField(null=True)
    rationale = models.TextField(blank=True)
    decided_by = member_of_staff(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(overridden=None) | (~Q(rationale="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="an_override_has_its_rationale",
            ),
            models.UniqueConstraint(fields=["contact"], condition=Q(overridden=None), name="one_override_request_waits"),
        ]


class EarlierInvolvement(models.Model):
    """What the authority had to do with a child before this contact, brought into it and confirmed by a worker."""

    line = models.OneToOneField(ContactLine, models.PROTECT, related_name="earlier_involvement")
    found = models.JSONField(default=list)  # {"on", "what", "result"}, the latest first; empty: none was found
    brought_at = models.DateTimeField()
    confirmed_by = member_of_staff(null=True)
    confirmed_at = models.DateTimeField(null=True)
    added = models.TextField(blank=True)


class FurtherAction(models.Model):
    """Something the manager wants done as a consequence of the review: who does it and by when."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="further_actions")
    what = models.CharField(max_length=300)
    owner = member_of_staff("further_actions")
    due_on = models.DateField()
    by = member_of_staff()
    at = models.DateTimeField()
    done_words = models.CharField(max_length=300, blank=True)
    done_by = member_of_staff(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "pk"]
