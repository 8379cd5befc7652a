"""What a manager oversees: every contact with its age, stage, holder and whether it was seen; and visitors who are here."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Q

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, Handling, Visitor
from hearth.services.frontdoor.queries.queue import PAGE, QueueLine, lines_shown

RECENT = timedelta(days=7)


@dataclass(frozen=True)
class Overseen:
    """One contact as its manager oversees it."""

    line: QueueLine
    seen: Handling | None
    to_review: bool
    ended_with_advice: bool


def overseen(reader: Reader, page: int = 1) -> Page[Overseen]:
    """Every open contact and those closed in the last seven days, the latest received first, fifty a page."""
    rows = limiting.limit(Contact.objects.all(), reader, capabilities.TRIAGE)
    rows = rows.filter(Q(closed_at=None) | Q(closed_at__gte=worktime.now() - RECENT)).order_by("-received_at", "-number")
    found = Paginator(rows, PAGE).get_page(page)
    lines = lines_shown(reader, list(found.object_list))
    handlings: dict[object, list[Handling]] = {}
    for one in Handling.objects.filter(contact__in=[line.contact.pk for line in lines]).select_related("by"):
        handlings.setdefault(one.contact_id, []).append(one)
    shown = [_overseen(line, handlings.get(line.contact.pk, [])) for line in lines]
    found.object_list = shown  # type: ignore[assignment]
    return found  # type: ignore[return-value]


def _overseen(line: QueueLine, handlings: list[Handling]) -> Overseen:
    seen = [one for one in handlings if one.what == "seen"]
    asked = [one for one in handlings if one.what == "to_review"]
    directed = any(one.words and one.at >= asked[-1].at for one in seen) if asked else True
    return Overseen(line, seen[-1] if seen else None, not directed, any(one.what == "ended" for one in handlings))


def visitors_here(reader: Reader) -> list[Visitor]:
    """Visitors who have not left, the longest waiting first; nobody's for whoever has nothing to do with them."""
    if not reader.can_any([capabilities.RECEPTION, capabilities.WORK]):
        return []
    return list(Visitor.objects.filter(left_at=None).select_related("logged_by"))


def visitor(reader: Reader, visitor_id: int) -> Visitor | None:
    """One visitor who is still here."""
    return next((one for one in visitors_here(reader) if one.pk == visitor_id), None)
