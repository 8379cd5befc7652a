"""Earlier workers who hear of a contact: who was written to, by whom and when."""

from django.db import models

from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import member_of_staff
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
