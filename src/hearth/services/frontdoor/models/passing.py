"""Handed over and accepted by name, told by a safe route, and kept in somebody's hands at closing time."""

from django.db import models
from django.db.models import Q

from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import identity, member_of_staff
from hearth.services.frontdoor.models.contact import Contact, ContactLine
from hearth.services.frontdoor.models.deciding import Referral


class HandOver(models.Model):
    """Work offered to a team or a person. It is not done until somebody accepts it by name."""

    id = identity()
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="hand_overs")
    line = models.ForeignKey(ContactLine, models.PROTECT, null=True, related_name="hand_overs")
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, related_name="hand_overs")
    to_team = models.CharField(max_length=40, db_index=True)
    to_user = member_of_staff("work_offered", null=True)
    why = models.TextField(blank=True)
    offered_by = member_of_staff()
    offered_at = models.DateTimeField()
    accepted_by = member_of_staff("work_accepted", null=True)
    accepted_at = models.DateTimeField(null=True)
    # Declined or withdrawn, it no longer waits, and `ended_words` say why; declined, `declined_by` says who.
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = member_of_staff(null=True)
    declined_by = member_of_staff(null=True)
    ended_words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["offered_at"]
        indexes = [models.Index(fields=["to_team"], name="hand_overs_waiting", condition=Q(accepted_at=None, withdrawn_at=None))]


class Telling(models.Model):
    """Somebody who must hear: the referrer, an adult of the family, another professional. One letter for each.

    A letter that follows a telephone call is a telling of its own, beside the call's.
    """

    id = identity()
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="tellings")
    whom = models.CharField(max_length=14, choices=codes.TOLD)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    professional = models.ForeignKey("people.Professional", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    letter = models.UUIDField(null=True)
    route = models.CharField(max_length=12, choices=codes.ROUTE, blank=True)
    status = models.CharField(max_length=12, choices=codes.TELLING, default="to_tell")
    reason = models.CharField(max_length=300, blank=True)
    decided_by = member_of_staff(null=True)
    decided_at = models.DateTimeField(null=True)
    told_by = member_of_staff(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    @property
    def to_whom(self) -> tuple[str, object]:
        """Who is meant: told by telephone and then by letter, they have two of these."""
        return self.whom, self.person_id or self.professional_id


class ClosingChoice(models.Model):
    """What happens to an open clock when the office closes: named, never by time alone."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="closing_choices")
    day = models.DateField()
    choice = models.CharField(max_length=14, choices=codes.CLOSING_CHOICE)
    name = models.CharField(max_length=120, blank=True)
    hand_over = models.ForeignKey(HandOver, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    safe_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]


class ShiftOutcome(models.Model):
    """How a contact ended for out-of-hours: advice given, a general enquiry, or more needed in the daytime."""

    contact = models.OneToOneField(Contact, models.PROTECT, related_name="shift_outcome")
    kind = models.CharField(max_length=16, choices=codes.SHIFT_OUTCOME)
    words = models.TextField()
    to_whom = models.CharField(max_length=120, blank=True)
    given_at = models.DateTimeField()
    by = member_of_staff()
    at = models.DateTimeField()
