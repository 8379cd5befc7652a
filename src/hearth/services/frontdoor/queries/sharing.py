"""What a contact's page shows of the family's agreement, and what waits for a manager or lacks one."""

from dataclasses import dataclass, field
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions.sharing import why_not_dispense
from hearth.services.frontdoor.models import AgreementStep, Contact, Enquiry, FamilyView
from hearth.services.frontdoor.pack import Overrides, front_door
from hearth.services.frontdoor.relatives import Adult


@dataclass(frozen=True)
class AdultAsked:
    """One adult of the family: parental responsibility, their latest answer, and what was considered before asking."""

    adult: Adult
    view: FamilyView | None
    step: AgreementStep | None

    @property
    def consents(self) -> bool:
        """Does their agreement count: has it been said that they hold parental responsibility?"""
        return "yes" in self.adult.responsibility

    @property
    def may_consent(self) -> bool:
        """Do they hold parental responsibility, or is that still to be found out?"""
        return bool(set(self.adult.responsibility) - {"no"})

    @property
    def responsibility(self) -> str:
        """Their parental responsibility, in words."""
        held = set(self.adult.responsibility)
        if held == {"yes"}:
            return "has parental responsibility"
        if held == {"no"}:
            return "does not have parental responsibility"
        if held == {"yes", "no"}:
            return "has parental responsibility for some of the children"
        return "parental responsibility to confirm"

    @property
    def words(self) -> str:
        """What they said, or what they may be: consenting only with parental responsibility."""
        if self.view is None or self.view.answer == "not_asked":
            return "outstanding: not yet asked" if self.may_consent else "not told; cannot consent"
        if not self.may_consent:
            told = self.view.answer in ("agrees", "refused")
            return "told, not consenting: does not have parental responsibility" if told else "not told; cannot consent"
        return str(self.view.get_answer_display()).lower()


@dataclass(frozen=True)
class Sharing:
    """The agreement of each adult, proposals to do without it, and what is offered here."""

    overrides: Overrides | None
    adults: list[AdultAsked] = field(default_factory=list)
    steps: list[AgreementStep] = field(default_factory=list)
    not_offered: str = ""

    @property
    def dispensed(self) -> str:
        """Obtained, dispensed with, waiting, or neither, in words."""
        if any(one.view and one.view.answer == "agrees" and one.may_consent for one in self.adults):
            return "obtained"
        if any(one.waits for one in self.steps):
            return "waits for a manager"
        answered = [one for one in self.steps if one.decided_at]
        if answered and answered[-1].agreed:
            return "dispensed with"
        return "neither obtained nor dispensed with yet"


def sharing_of(contact: Contact, seen: list[Adult]) -> Sharing:
    """The agreement panel of a contact whose page has read its family views and steps already."""
    steps = list(contact.agreement_steps.all())
    views: dict[UUID | str, FamilyView] = {}
    for view in contact.family_views.all():
        views[view.person_id or view.about.lower()] = view
    by_adult = {step.person_id: step for step in steps}
    rows = [AdultAsked(one, _view_of(one, views), by_adult.get(one.person_id)) for one in seen]
    return Sharing(front_door().overrides, rows, steps, why_not_dispense(contact))


def _view_of(adult: Adult, views: dict[UUID | str, FamilyView]) -> FamilyView | None:
    if adult.person_id in views:
        return views[adult.person_id]
    # Written in words before the adult was on the record: theirs if it begins with their name.
    return next((view for key, view in views.items() if isinstance(key, str) and key.startswith(adult.name.lower())), None)


@dataclass(frozen=True)
class Audit:
    """Sharing without agreement that no manager has written about: proposals that wait, and requests sent without one."""

    waiting: list[AgreementStep]
    answered: list[AgreementStep]
    unfounded: list[Enquiry]


def without_agreement(reader: Reader) -> Audit:
    """Every proposal this reader may see, those that wait first, and agency requests sent with no basis and no manager."""
    contacts = limiting.limit(Contact.objects.all(), reader, capabilities.VIEW).values("pk")
    steps = AgreementStep.objects.filter(contact__in=contacts, seek=False).select_related("contact", "by", "proposed_by", "manager")
    asked = Enquiry.objects.filter(contact__in=contacts, whom="agency", basis="", without_consent=False)
    return Audit(
        list(steps.filter(decided_at=None).order_by("at")),
        list(steps.exclude(decided_at=None).order_by("-decided_at")[:50]),
        list(asked.filter(contact__lawful_bases=None).select_related("contact", "asked_by").order_by("asked_at")[:50]),
    )
