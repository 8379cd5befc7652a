"""A child's words as spoken: who said them, who heard them and when, apart from anybody's view of them."""

from django.db import models

from hearth.foundation.timeline.models import AppendOnly
from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import ContactLine


class SaidWords(AppendOnly):
    """Words as they were said. They are never changed; what is unclear in them stays as said and is to be found out."""

    line = models.ForeignKey(ContactLine, models.PROTECT, related_name="said_words")
    words = models.TextField()
    speaker = models.CharField(max_length=120)
    heard_by = models.CharField(max_length=120)
    heard_at = models.DateTimeField()
    unclear = models.CharField(max_length=300, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["heard_at", "pk"]
