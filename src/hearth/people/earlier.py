"""Who worked with a child before, and in which services: the periods, with their ends and results, from the record."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hearth.people.models import PersonProfessional, ServiceEpisode

CARE, ASSESSMENT = "care", "assessment"


@dataclass(frozen=True)
class Period:
    """What or who, from when to when (still open: no end), and with what result."""

    what: str
    starts_on: date | None
    ends_on: date | None
    result: str = ""


@dataclass(frozen=True)
class Earlier:
    """A child's periods in care, assessments, other services and earlier professionals, the earliest of each first."""

    in_care: list[Period] = field(default_factory=list)
    assessments: list[Period] = field(default_factory=list)
    services: list[Period] = field(default_factory=list)
    professionals: list[Period] = field(default_factory=list)


def earlier(ids: Collection[UUID]) -> dict[UUID, Earlier]:
    """What the record holds of some children, in two queries; the reader's right to see them has been checked."""
    found = {one: Earlier() for one in ids}
    for row in ServiceEpisode.objects.filter(person_id__in=ids).order_by("opened_on", "pk"):
        of = found[row.person_id]
        kept = {CARE: of.in_care, ASSESSMENT: of.assessments}.get(row.service, of.services)
        kept.append(Period(row.get_service_display(), row.opened_on, row.closed_on, row.reason))
    ended = PersonProfessional.objects.filter(person_id__in=ids, ends_on__isnull=False)
    for one in ended.select_related("professional__agency").order_by("ends_on", "pk"):
        who = ", ".join(part for part in (one.professional.name, one.professional.job, one.professional.agency.name) if part)
        found[one.person_id].professionals.append(Period(who, one.starts_on, one.ends_on))
    return found
