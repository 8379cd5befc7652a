"""What people look at about people: matches, front pages, families."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Involvement, Restriction, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.models import Event
from hearth.people import capabilities
from hearth.people.models import Person, Relationship, Residence, ServiceEpisode
from hearth.people.search import Candidate, Terms, age_on, candidates

WITHHELD = "address withheld"


@dataclass(frozen=True)
class Match:
    """A candidate as one reader may see it. A hidden one says only that something exists and whom to ask."""

    person_id: UUID
    band: str
    score: float
    reasons: list[str]
    hidden: bool = False
    ask: str = ""
    name: str = ""
    age: str = ""
    address: str = ""
    services: list[str] = field(default_factory=list)
    worker: str = ""
    earlier_contacts: int = 0


def known(reader: Reader, terms: Terms) -> list[Match]:
    """ "Is this person known?" The likeliest records, best first, as this reader may see them.

    Sealed records do not appear. The search and its terms go to the access log and nowhere else.
    """
    if not reader.can(capabilities.SEARCH) or not terms.enough:
        return []
    found = candidates(terms)
    log("search", reader, kind="person", capability=capabilities.SEARCH, found=len(found), **_logged(terms))
    return _as_seen(reader, found)


def _logged(terms: Terms) -> dict[str, str]:
    return {name: str(value) for name, value in vars(terms).items() if value}


def _as_seen(reader: Reader, found: list[Candidate]) -> list[Match]:
    ids = [one.person_id for one in found]
    visible = {row.pk: row for row in limiting.limit(Person.objects.filter(pk__in=ids), reader, capabilities.SEARCH)}
    hidden = {
        row.subject_id: row
        for row in Restriction.objects.filter(kind="person", subject_id__in=ids, ended_at=None).select_related("owner")
    }
    homes, services, contacts, workers = (
        addresses(ids),
        open_services(ids),
        earlier_contacts(ids),
        allocated_workers(ids),
    )
    shown = []
    for one in found:
        person = visible.get(one.person_id)
        if person is not None:
            worker = workers.get(one.person_id)
            shown.append(
                Match(
                    one.person_id,
                    one.band,
                    one.score,
                    one.reasons,
                    name=person.name,
                    age=age_words(person),
                    address=homes.get(one.person_id, ""),
                    services=services.get(one.person_id, []),
                    worker=worker.name if worker else "",
                    earlier_contacts=contacts.get(one.person_id, 0),
                )
            )
        elif one.person_id in reader.conflicts:
            shown.append(Match(one.person_id, one.band, one.score, [], hidden=True, ask="your manager"))
        elif one.person_id in hidden and hidden[one.person_id].level == Restriction.RESTRICTED:
            shown.append(Match(one.person_id, one.band, one.score, [], hidden=True, ask=hidden[one.person_id].owner.name))
    return shown


def addresses(ids: list[UUID]) -> dict[UUID, str]:
    """Where each lives now, in words; a confidential address is only said to be withheld."""
    rows = Residence.objects.filter(person_id__in=ids, ends_on=None).select_related("address").order_by("starts_on", "pk")
    return {row.person_id: WITHHELD if row.confidential else str(row.address) for row in rows}


def open_services(ids: list[UUID]) -> dict[UUID, list[str]]:
    """The services open to each now."""
    found: dict[UUID, list[str]] = {}
    for row in ServiceEpisode.objects.filter(person_id__in=ids, closed_on=None):
        found.setdefault(row.person_id, []).append(row.get_service_display())
    return found


def earlier_contacts(ids: list[UUID]) -> dict[UUID, int]:
    """How many contacts named each."""
    rows = Event.objects.filter(kind="contact.child_named", links__head__kind="person", links__head__subject_id__in=ids)
    counts: dict[UUID, int] = {}
    for subject in rows.values_list("links__head__subject_id", flat=True):
        counts[subject] = counts.get(subject, 0) + 1
    return counts


def allocated_workers(ids: list[UUID]) -> dict[UUID, User]:
    """The allocated worker of each, where there is one."""
    rows = Involvement.objects.filter(
        kind="person", subject_id__in=ids, role="allocated_worker", ends_at=None, user__isnull=False
    ).select_related("user")
    return {row.subject_id: row.user for row in rows if row.user}


def age_words(person: Person, day: date | None = None) -> str:
    """ "9", "about 9", "4 months", "due 3 March 2027", "age not known"."""
    day = day or worktime.today()
    if person.kind == Person.UNBORN:
        due = person.expected_date
        return f"due {due.day} {due:%B} {due.year}" if due else "not yet born"
    if person.date_of_birth is None:
        return "age not known"
    years = age_on(person.date_of_birth, day)
    if years < 2:
        months = (day.year - person.date_of_birth.year) * 12 + day.month - person.date_of_birth.month
        months -= day.day < person.date_of_birth.day
        return f"{max(months, 0)} month{'' if months == 1 else 's'}"
    return f"about {years}" if person.birth_estimated else str(years)


def family(person_id: UUID) -> list[Relationship]:
    """Somebody's relatives with what each is to them."""
    return list(Relationship.objects.filter(person_id=person_id, ended_on=None).select_related("relative").order_by("pk"))


def household(person_id: UUID) -> list[Residence]:
    """Who else lives at somebody's present address; nobody, where that address is confidential."""
    home = Residence.objects.filter(person_id=person_id, ends_on=None, confidential=False).first()
    if home is None:
        return []
    rows = Residence.objects.filter(address=home.address, ends_on=None).exclude(person_id=person_id)
    return list(rows.select_related("person"))


def closed_services(ids: list[UUID]) -> dict[UUID, ServiceEpisode]:
    """The service that ended last for each who has none open now."""
    open_now = ServiceEpisode.objects.filter(person_id__in=ids, closed_on=None).values("person_id")
    rows = ServiceEpisode.objects.filter(person_id__in=ids, closed_on__isnull=False).exclude(person_id__in=open_now)
    return {row.person_id: row for row in rows.order_by("closed_on", "pk")}


def last_workers(ids: list[UUID]) -> dict[UUID, User]:
    """Who was each one's allocated worker last, whether or not they still are."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=ids, role="allocated_worker", user__isnull=False)
    return {row.subject_id: row.user for row in rows.select_related("user").order_by("starts_at", "pk") if row.user}


def lead_professionals(ids: list[UUID]) -> dict[UUID, User]:
    """The early help lead professional of each, where there is one."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=ids, role="lead_professional", ends_at=None)
    return {row.subject_id: row.user for row in rows.select_related("user").order_by("starts_at", "pk") if row.user}
