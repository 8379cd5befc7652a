"""Whether a family is asked before information is shared, and a manager's agreement to share without asking."""

from django.db import models
from django.db.models import Q

from hearth.people import codes as people_codes
from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact


class AgreementStep(models.Model):
    """One adult, or the whole family: would asking them raise the risk, can they be spoken to alone, are they asked?

    Not asked, it becomes a proposal to share without agreement: reason, harm feared and the worker's belief, which holds
    only once a manager has written their own belief under their own name.
    """

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="agreement_steps")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=120)
    alone = models.CharField(max_length=10, choices=people_codes.YES_NO_UNKNOWN, default="not_asked")
    raises_risk = models.CharField(max_length=10, choices=people_codes.YES_NO_UNKNOWN, default="not_asked")
    seek = models.BooleanField()
    by = member_of_staff()
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    harm = models.TextField(blank=True)
    belief = models.TextField(blank=True)
    told_when = models.CharField(max_length=300, blank=True)  # when they will be told, or what has to happen first
    proposed_by = member_of_staff(null=True)
    proposed_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)
    manager = member_of_staff(null=True)
    manager_belief = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None) | (Q(proposed_at__isnull=False, manager__isnull=False) & ~Q(manager_belief="")),
                name="agreed_by_a_named_manager_in_their_own_words",
            ),
        ]
        indexes = [
            models.Index(
                fields=["proposed_at"], name="sharing_to_be_agreed", condition=Q(decided_at=None, proposed_at__isnull=False)
            )
        ]

    @property
    def waits(self) -> bool:
        """Is it proposed, and no manager has answered?"""
        return self.proposed_at is not None and self.decided_at is None
