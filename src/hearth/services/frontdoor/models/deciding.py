"""What was recommended, what another person decided, and the referral that a decision opens."""

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from hearth.foundation.access.limiting import About
from hearth.foundation.history import tracked
from hearth.foundation.timeline.models import AppendOnly
from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import identity, member_of_staff
from hearth.services.frontdoor.models.contact import Contact, ContactLine


class NextStep(models.Model):
    """Something agreed with the caller before the call ended: who does it by when."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="next_steps")
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    by_when = models.DateField(null=True)
    caller_agrees = models.BooleanField()
    reason_when_not = models.CharField(max_length=300, blank=True)
    recorded_by = member_of_staff()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class StepsDiscussion(models.Model):
    """The recommended steps were talked through with the referrer and a plan agreed, or why that could not be done."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="steps_discussions")
    discussed_on = models.DateField(null=True)
    plan = models.TextField(blank=True)
    not_reached = models.CharField(max_length=300, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Recommendation(models.Model):
    """What a worker recommends for one child, with reasons. Returned ones are kept; the next is a new version."""

    WAITING, AGREED, RETURNED = "waiting", "agreed", "returned"
    line = models.ForeignKey(ContactLine, models.PROTECT, related_name="recommendations")
    version = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40, blank=True)
    significant_harm = models.CharField(max_length=14, choices=codes.SIGNIFICANT_HARM)
    level_of_need = models.CharField(max_length=20, blank=True)
    reasons = models.TextField()
    recommended_steps = models.TextField(blank=True)
    by = member_of_staff("recommendations")
    with_whom = models.CharField(max_length=120, blank=True)
    together = member_of_staff("recommendations_shared", null=True)  # where two roles recommend jointly
    at = models.DateTimeField()
    status = models.CharField(max_length=10, default=WAITING)
    returned_words = models.TextField(blank=True)
    returned_by = member_of_staff(null=True)
    returned_at = models.DateTimeField(null=True)
    answer_to_return = models.TextField(blank=True)
    nothing_gathered = models.TextField(blank=True)  # out of hours: why it is decided with nothing gathered
    why_early_help = models.TextField(blank=True)  # where earlier support did not last
    threshold_document = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["line", "version"], name="one_recommendation_of_a_version"),
            models.UniqueConstraint(fields=["line"], condition=Q(status="waiting"), name="one_recommendation_waits"),
        ]


class Decision(AppendOnly):
    """What was decided for one child, by somebody other than who recommended it; `shown` is what they had before them.

    Its words are locked: a later change is a new recommendation, and a decision of its own.
    """

    line = models.ForeignKey(ContactLine, models.PROTECT, related_name="decisions")
    recommendation = models.OneToOneField(Recommendation, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40, blank=True)
    reasons = models.TextField()
    by = member_of_staff("decisions")
    role = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    shown = models.JSONField()

    class Meta:
        ordering = ["at", "pk"]


@tracked
class Referral(models.Model):
    """One child's episode at a receiving service, dated by the receipt of the contact."""

    access = About(kind="referral", person="person_id", involved={"referral": "id", "person": "person_id"})
    id = identity()
    number = models.BigIntegerField(unique=True, db_default=RawSQL("nextval('frontdoor_referral_number')", ()), editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="referrals")
    line = models.OneToOneField(ContactLine, models.PROTECT, related_name="referral")
    received_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40)
    earlier_referral = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    re_referral = models.BooleanField(default=False)
    re_referral_corrected = models.CharField(max_length=200, blank=True)
    need = models.CharField(max_length=2, choices=people_codes.NEED, blank=True)
