"""Managers and earlier workers who hear of a contact: who was told or telephoned, by whom and when."""

from django.db import models

from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact
from hearth.services.frontdoor.models.record import PotentialReferral


class EarlierTold(models.Model):
    """The worker who last held a closed case, or that worker's manager, was written to about the new contact."""

    potential = models.ForeignKey(PotentialReferral, models.PROTECT, related_name="told")
    whom = models.CharField(max_length=8, choices=codes.EARLIER_WHOM)
    name = models.CharField(max_length=120)
    told_at = models.DateTimeField()
    how = models.CharField(max_length=200)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["told_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["potential", "whom"], name="an_earlier_worker_is_told_once")]


class DutyManagerCall(models.Model):
    """The duty manager was telephoned about safeguarding on a case closed recently."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="duty_manager_calls")
    name = models.CharField(max_length=120)
    called_at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["called_at", "pk"]


class MessageReview(models.Model):
    """A manager reviewed a secure message about a child who is known, and said what follows."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="message_reviews")
    words = models.TextField()
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
