"""How urgent, what was done to make a child safe, what the family said, and on what basis it is shared."""

from django.db import models

from hearth.foundation import packs
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact


class Grading(models.Model):
    """A grade as proposed and, where the pack asks it, confirmed; every one is kept."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="gradings")
    grade = models.CharField(max_length=20)
    reasons = models.TextField()
    by = member_of_staff()
    at = models.DateTimeField()
    suggested = models.CharField(max_length=20, blank=True)
    takes_effect = models.BooleanField(default=True)
    confirmed_by = member_of_staff(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    @property
    def waits(self) -> bool:
        """Does it wait for somebody to agree before it takes effect?"""
        return not self.takes_effect


class ProtectiveStep(models.Model):
    """Something done to keep children safe. A manager's agreement by telephone is confirmed in writing later."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="protective_steps")
    what = models.TextField()
    done_by = models.CharField(max_length=120)
    done_at = models.DateTimeField()
    agreed_by_name = models.CharField(max_length=120, blank=True)
    agreed_by = member_of_staff(null=True)
    agreed_at = models.DateTimeField(null=True)
    confirmed_by = member_of_staff(null=True)
    confirmed_at = models.DateTimeField(null=True)
    recorded_by = member_of_staff()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["done_at", "pk"]


class FamilyView(models.Model):
    """What one adult was told of this sharing and whether they agree: four answers, never pre-set."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="family_views")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=120)
    answer = models.CharField(max_length=12, choices=codes.FAMILY_VIEW)
    asked_by = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=200, blank=True)
    in_writing = models.BooleanField(null=True)
    agencies = models.JSONField(default=list)  # kinds of agency the answer is about; none named: all of them
    limits = models.CharField(max_length=300, blank=True)
    reasons = models.TextField(blank=True)
    attempts = models.TextField(blank=True)
    recorded_by = member_of_staff()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]


class LawfulBasis(models.Model):
    """On what basis information is shared for this contact, with reasons: separate from what the family says."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="lawful_bases")
    basis = models.CharField(max_length=20, choices=codes.LAWFUL_BASIS)
    reasons = models.TextField()
    without_asking = models.BooleanField(default=False)
    manager = member_of_staff(null=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Enquiry(models.Model):
    """Somebody was asked something to reach the right decision."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="enquiries")
    whom = models.CharField(max_length=12, choices=codes.ENQUIRY_WHOM, default="professional")
    agency = models.ForeignKey("people.Agency", models.PROTECT, null=True, related_name="+")
    person_asked = models.CharField(max_length=120)
    question = models.TextField()
    basis = models.CharField(max_length=20, choices=codes.LAWFUL_BASIS, blank=True)
    without_consent = models.BooleanField(default=False)  # it went out on a manager's agreement to share without asking
    not_reachable_until = models.DateTimeField(null=True)
    asked_by = member_of_staff()
    asked_at = models.DateTimeField()
    wanted_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    consent_overridden = models.BooleanField(default=False)

    class Meta:
        ordering = ["asked_at", "pk"]

    @property
    def basis_missing(self) -> bool:
        """Was somebody outside the family asked out of hours, and nobody has yet said on what basis?"""
        return not self.basis and self.whom in ("professional", "agency") and not packs.active().calendar.is_open(self.asked_at)

    @property
    def answered_late(self) -> bool:
        """Did the answer come after it was wanted?"""
        return bool(self.wanted_by and self.answered_at and self.answered_at > self.wanted_by)
