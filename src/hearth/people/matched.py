"""What stands on the card of a possible match: the facts behind a candidate, each read once for all of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.models import User
from hearth.foundation.timeline import reading
from hearth.foundation.worktime import LONDON
from hearth.people.matching.weighing import Part
from hearth.people.models import Person, Residence, ServiceEpisode, Warning
from hearth.people.search import Candidate, age_on
from hearth.people.unspoken import Unspoken

WITHHELD = "address withheld"
MOST_BESIDE = 6
"""People of a household that a card names; the rest are counted."""


class Bar(NamedTuple):
    """A weight as a bar: 40 units to the left of zero for what speaks against, 80 to the right for what speaks for."""

    start: int
    length: int
    signed: str


ZERO, UNIT = 40, 4


def bar(weight: float) -> Bar:
    """The bar of a weight, four units a bit; longer ones end at the edge."""
    length = max(round(min(abs(weight) * UNIT, ZERO if weight < 0 else 2 * ZERO)), 1)
    sign = "\u2212" if weight < 0 else "+"
    return Bar(ZERO - length if weight < 0 else ZERO, length, f"{sign}{abs(weight):.1f}")


@dataclass(frozen=True, repr=False)
class Match(Unspoken):
    """A candidate as one reader may see it. A hidden one says only that something exists and whom to ask."""

    person_id: UUID
    band: str = ""
    score: float = 0.0
    parts: list[Part] = field(default_factory=list)
    hidden: bool = False
    ask: str = ""
    number: int = 0
    name: str = ""
    age: str = ""
    address: str = ""
    household: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    last_service: str = ""
    """Where none is open: the one that ended last, and when."""
    worker: str = ""
    warnings: list[str] = field(default_factory=list)
    earlier_contacts: int = 0
    last_contact: date | None = None

    @property
    def reasons(self) -> list[str]:
        """What speaks for it and against it, in words."""
        return [part.words for part in self.parts]

    @property
    def bars(self) -> list[tuple[Part, Bar]]:
        """Each reason with its bar."""
        return [(part, bar(part.weight)) for part in self.parts]

    @property
    def title(self) -> str:
        """ "Filip Kowalski, 9"; what is not yet born says when it is due by its name."""
        return self.name if self.age in self.name else f"{self.name}, {self.age}"


NAMED = """
WITH records AS (
    SELECT id, coalesce(merged_into_id, id) AS stands FROM people_person WHERE id = ANY(%s)
    UNION SELECT id, merged_into_id FROM people_person WHERE merged_into_id = ANY(%s)
)
SELECT records.stands, count(DISTINCT named.home_id), max(coalesce(
    (SELECT received.happened_at FROM timeline_event received
     WHERE received.home_id = named.home_id AND received.kind = 'contact.received' ORDER BY received.sequence LIMIT 1),
    named.happened_at))
FROM records
JOIN timeline_head head ON head.kind = 'person' AND head.subject_id = records.id
JOIN timeline_link link ON link.head_id = head.id
JOIN timeline_event named ON named.id = link.event_id AND named.kind = 'contact.child_named'
GROUP BY records.stands
"""


class Contacts(NamedTuple):
    """How many contacts named somebody, and when the last was received."""

    many: int
    last: date


@dataclass(frozen=True)
class Behind:
    """Everything that the cards of several candidates show, by person."""

    addresses: Mapping[UUID, str]
    households: Mapping[UUID, list[str]]
    episodes: list[ServiceEpisode]
    workers: Mapping[UUID, User]
    warnings: Mapping[UUID, list[str]]
    contacts: Mapping[UUID, Contacts]

    def match(self, person: Person, age: str, one: Candidate) -> Match:
        """One candidate whom the reader may see."""
        key = person.pk
        mine = [row for row in self.episodes if row.person_id == key]
        ended = max((row for row in mine if row.closed_on), key=lambda row: (row.closed_on or date.min, row.pk), default=None)
        services = [row.get_service_display() for row in mine if row.closed_on is None]
        last = f"{ended.get_service_display()} until {_day(ended.closed_on)}" if ended and ended.closed_on and not services else ""
        worker, contacts = self.workers.get(key), self.contacts.get(key)
        return Match(
            key,
            one.band,
            one.score,
            one.parts,
            number=person.number,
            name=person.name,
            age=age,
            address=self.addresses.get(key, ""),
            household=self.households.get(key, []),
            services=services,
            last_service=last,
            worker=worker.name if worker else "",
            warnings=self.warnings.get(key, []),
            earlier_contacts=contacts.many if contacts else 0,
            last_contact=contacts.last if contacts else None,
        )


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def present_homes(ids: Collection[UUID]) -> list[Residence]:
    """Where some people live now, each with its address, the latest last."""
    rows = Residence.objects.filter(person_id__in=ids, ends_on=None)
    return list(rows.select_related("address").order_by("starts_on", "pk"))


def address_words(row: Residence, shown: Collection[UUID]) -> str:
    """An address in words; a confidential one is withheld but of those whose it may be `shown`."""
    return WITHHELD if row.confidential and row.person_id not in shown else str(row.address)


def living_beside(homes: Iterable[Residence]) -> list[Residence]:
    """Who lives at some homes now; nobody where an address, theirs or the other's, is confidential."""
    places = {row.address_id for row in homes if not row.confidential}
    rows = Residence.objects.filter(address__in=places, ends_on=None, confidential=False)
    return list(rows.order_by("starts_on", "pk"))


def households(homes: Iterable[Residence], beside: Iterable[Residence], visible: Mapping[UUID, Person]) -> dict[UUID, list[str]]:
    """Who else lives with each, by name and age, out of those `visible` to the reader."""
    at: dict[UUID, list[UUID]] = {}
    for row in beside:
        at.setdefault(row.address_id, []).append(row.person_id)
    found: dict[UUID, list[str]] = {}
    for home in homes:
        if home.confidential or home.person_id not in visible:
            continue
        others = [visible[one] for one in dict.fromkeys(at.get(home.address_id, [])) if one in visible and one != home.person_id]
        named = [_named(one) for one in others[:MOST_BESIDE]]
        rest = len(others) - MOST_BESIDE
        found[home.person_id] = [*named, f"and {rest} more"] if rest > 0 else named
    return found


def _named(person: Person) -> str:
    if person.kind == Person.UNBORN or person.date_of_birth is None:
        return person.name
    return f"{person.name} ({age_words(person)})"


def warnings_in_force(ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The words of the warnings that stand on each record now."""
    found: dict[UUID, list[str]] = {}
    for row in Warning.objects.filter(person_id__in=ids, ended_on=None):
        found.setdefault(row.person_id, []).append(row.words)
    return found


def contacts_named(ids: Collection[UUID]) -> dict[UUID, Contacts]:
    """How many contacts named each, under whichever of their records, and when the last of them was received."""
    counted = reading.rows(NAMED, [list(ids), list(ids)]) if ids else []
    return {person_id: Contacts(many, _local(last)) for person_id, many, last in counted}


def _local(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


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
