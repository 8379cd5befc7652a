"""Signing off: the list with its ages, one contact's page with every version, and the manager's board."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, Q

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.gathering import listed
from hearth.foundation.standards.queries import Timescale, by_subject, met_by, owed, timescale
from hearth.foundation.worktime import duration_words
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.events import Decided
from hearth.services.frontdoor.models import Contact, ContactLine, Decision, HandOver, Recommendation, Telling
from hearth.services.frontdoor.queries.passing import to_be_sent
from hearth.services.frontdoor.queries.queue import QueueLine, open_contacts, page_of
from hearth.services.frontdoor.sight import children_seen


def to_sign_off(reader: Reader, page: int = 1) -> Page[QueueLine]:
    """Contacts with recommendations that wait for somebody else than their writer, the nearest clock first, fifty a page."""
    waiting = Recommendation.objects.filter(line=OuterRef("pk"), status=Recommendation.WAITING)
    others = waiting.exclude(by=reader.user).exclude(together=reader.user)
    lines = ContactLine.objects.filter(Exists(others), contact=OuterRef("pk"))
    rows = open_contacts(reader).filter(Exists(limiting.limit(lines, reader, capabilities.DECIDE)))
    return page_of(reader, rows, page)


def limits_on_deciding(contacts: Iterable[UUID]) -> dict[UUID, list[Timescale]]:
    """Every open limit that a decision meets, by contact: each standard once, its nearest date, the earliest in front."""
    found: dict[UUID, dict[str, Timescale]] = {}
    rows = owed("contact", contacts).filter(due_at__isnull=False, standard__in=met_by("contact", Decided.code))
    for contact, nearest_first in by_subject(rows).items():
        for row in nearest_first:
            limits = found.setdefault(contact, {})
            if row.standard not in limits:
                limits[row.standard] = timescale(row)
    return {contact: list(limits.values()) for contact, limits in found.items()}


@dataclass(frozen=True)
class Version:
    """One recommendation in the history of a child's line, with the decision on it where there is one."""

    recommendation: Recommendation
    decision: Decision | None


def versions(lines: Iterable[ContactLine]) -> dict[UUID, list[Version]]:
    """Every recommendation for some children, by line, in order: what was said, returned, answered and decided."""
    found = {}
    for line in lines:
        decided = {one.recommendation_id: one for one in listed(line.decisions, "by")}
        found[line.pk] = [Version(row, decided.get(row.pk)) for row in listed(line.recommendations, "by", "returned_by")]
    return found


@dataclass(frozen=True)
class ToDecide:
    """One child to decide on: the waiting recommendation and everything that went before."""

    recommendation: Recommendation
    line: ContactLine
    earlier: list[Version]
    own: bool


def sign_off_page(reader: Reader, contact: Contact) -> list[ToDecide]:
    """The recommendations waiting on a contact, on children this reader may see, each with its history."""
    lines = children_seen(reader, contact, capabilities.DECIDE)
    held = versions(lines)
    found = []
    for line in lines:
        waiting = next((one for one in line.recommendations.all() if one.status == Recommendation.WAITING), None)
        if waiting is not None:
            earlier = [one for one in held[line.pk] if one.recommendation.pk != waiting.pk]
            found.append(ToDecide(waiting, line, earlier, reader.id in (waiting.by_id, waiting.together_id)))
    return found


@dataclass(frozen=True)
class Board:
    """What a manager answers for: decided but not accepted, decided but not told, closed with somebody untold."""

    not_sent: list[HandOver]
    referrers_untold: int
    families_untold: int
    closed_incomplete: int

    @property
    def is_clear(self) -> bool:
        """Is there nothing to show?"""
        return not (self.not_sent or self.referrers_untold or self.families_untold or self.closed_incomplete)


def board(reader: Reader) -> Board | None:
    """The manager's board; None for whoever does not decide."""
    if not reader.can(capabilities.DECIDE):
        return None
    mine = limiting.limit(Contact.objects.all(), reader, capabilities.VIEW)
    decided = mine.filter(closed_at=None).exclude(lines__outcome="")
    waiting = Telling.objects.filter(contact=OuterRef("pk"), status="to_tell")
    unsent = to_be_sent(reader)
    for one in unsent:
        one.age = duration_words(worktime.now() - one.offered_at)  # type: ignore[attr-defined]
    family = Telling.objects.filter(contact=OuterRef("pk"), whom="family").exclude(status="to_tell")
    referrer = Telling.objects.filter(contact=OuterRef("pk"), whom="referrer").exclude(status="to_tell")
    closed = mine.filter(closed_at__isnull=False).filter(~Q(Exists(family)) | ~Q(Exists(referrer)))
    return Board(
        unsent,
        decided.filter(Exists(waiting.filter(whom="referrer"))).count(),
        decided.filter(~Q(Exists(family))).count(),
        closed.count(),
    )
