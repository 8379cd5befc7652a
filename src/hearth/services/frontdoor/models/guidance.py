"""What guidance keeps of a contact: facts, answers, an adult's history, levels of need."""

from django.db import models
from django.db.models import Q

from hearth.services.frontdoor import codes


class FactorNoted(models.Model):
    """A fact about a child or the family that a worker ticked: how it is known, in whose words. Taken back, it is kept."""

    contact = models.ForeignKey("frontdoor.Contact", models.PROTECT, related_name="factors")
    line = models.ForeignKey("frontdoor.ContactLine", models.PROTECT, null=True, related_name="factors")
    code = models.CharField(max_length=40)
    known_by = models.CharField(max_length=8, choices=codes.HOW_KNOWN)
    whose_words = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_by = models.ForeignKey("access.User", models.PROTECT, related_name="+", null=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "line", "code"],
                condition=Q(taken_back_at=None),
                nulls_distinct=False,
                name="a_factor_stands_once",
            )
        ]


class PromptAnswer(models.Model):
    """An answer to something that was to be found out. A later answer stands in place of an earlier one; both are kept."""

    contact = models.ForeignKey("frontdoor.Contact", models.PROTECT, related_name="answers")
    line = models.ForeignKey("frontdoor.ContactLine", models.PROTECT, null=True, related_name="answers")
    prompt = models.CharField(max_length=40)
    answer = models.TextField()
    told_by = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class RelevantHistory(models.Model):
    """History of an adult with another family. Others read only "relevant history, ask a manager"; no letter has it."""

    contact = models.ForeignKey("frontdoor.Contact", models.PROTECT, related_name="relevant_histories")
    adult = models.CharField(max_length=120)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    words = models.TextField()
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class LevelOfNeed(models.Model):
    """A child's level of need from a time on, under the name its threshold document had then."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="levels_of_need")
    line = models.ForeignKey("frontdoor.ContactLine", models.PROTECT, null=True, related_name="levels_of_need")
    level = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    document = models.CharField(max_length=120)
    reasons = models.TextField()
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["person", "-at"], name="levels_of_a_child")]
