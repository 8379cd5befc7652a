"""What an agency told the front door before: who took it and what came of it, so that a conversation builds on earlier ones."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from hearth.foundation.access import limiting
from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.readers import Reader
from hearth.people.models import Agency
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door

PAGE = 50


@dataclass(frozen=True)
class ToldBefore:
    """One contact of an agency: who told us, who took it, and the outcomes of the children this reader may see."""

    contact: Contact
    told_by: str
    outcomes: list[str]


@dataclass(frozen=True)
class AgencyShown:
    """An agency with what it told us, the latest first."""

    agency: Agency
    page: "Page[Contact]"
    told: list[ToldBefore]


def agency_page(reader: Reader, agency_id: UUID, number: str) -> AgencyShown:
    """An agency's contacts that this reader may see, fifty a page. Raises NotFound."""
    agency = Agency.objects.filter(pk=agency_id).first()
    if agency is None:
        raise NotFound(capabilities.VIEW, Agency, agency_id)
    rows = limiting.limit(Contact.objects.filter(referrer_agency=agency), reader, capabilities.VIEW)
    page = Paginator(rows.select_related("taken_by", "conversation_by").order_by("-received_at", "-number"), PAGE).get_page(number)
    lines = limiting.limit(ContactLine.objects.filter(contact__in=list(page.object_list)), reader, capabilities.VIEW)
    door = front_door()
    outcomes: dict[UUID, list[str]] = {}
    for line in lines.order_by("position"):
        outcome = door.outcome(line.outcome)
        outcomes.setdefault(line.contact_id, []).append(outcome.title if outcome else "not decided yet")
    hidden = not reader.can(capabilities.TELL)
    told = [
        ToldBefore(
            one,
            "asked for their name to be kept confidential" if one.referrer_confidential and hidden else one.referrer_name,
            list(dict.fromkeys(outcomes.get(one.pk, []))),
        )
        for one in page.object_list
    ]
    return AgencyShown(agency, page, told)
