"""Below the threshold for MASH: whether early help is to be offered."""

from django.db import models

from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact


class EarlyHelpQuestion(models.Model):
    """Whether early help is offered on a contact below the threshold, with the reason either way; the latest holds."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="early_help_questions")
    offer = models.BooleanField()
    reason = models.TextField()
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
