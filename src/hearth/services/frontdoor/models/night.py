"""What out-of-hours makes of a contact together with the on-call manager."""

from django.db import models

from hearth.services.frontdoor.models.columns import member_of_staff
from hearth.services.frontdoor.models.contact import Contact


class NightAnalysis(models.Model):
    """The analysis of one contact out of hours: three headings, the level of support, and the on-call manager's part."""

    contact = models.OneToOneField(Contact, models.PROTECT, related_name="night_analysis")
    risks = models.TextField(blank=True)
    impact_child = models.TextField(blank=True)
    impact_family = models.TextField(blank=True)
    level = models.CharField(max_length=40)
    proportionate = models.TextField()
    by = member_of_staff()
    at = models.DateTimeField()
    manager = member_of_staff(null=True)
    manager_words = models.TextField(blank=True)
    telephoned_at = models.DateTimeField(null=True)  # the manager's part came by telephone, at this time
    manager_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    @property
    def empty_headings(self) -> list[str]:
        """The headings with nothing written under them."""
        return [title for name, title in HEADINGS.items() if not getattr(self, name).strip()]


HEADINGS = {
    "risks": "Risks presenting",
    "impact_child": "Impact on the child",
    "impact_family": "Impact on the wider family",
}
