"""What happened on a contact: its events in sentences, with who and when; what was corrected shows both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from hearth.foundation import packs
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.api import kind_named
from hearth.foundation.timeline.events import EventCorrected, EventWithdrawn
from hearth.foundation.timeline.models import Event
from hearth.foundation.worktime import LONDON
from hearth.people.unspoken import Unspoken
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.bringing import earlier_involvement
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import FrontDoor, front_door

MOST = 400


@dataclass(frozen=True)
class Happened:
    """One thing that happened: when, in words, to which child, recorded by whom and when."""

    at: datetime
    words: str
    child: str
    by: str
    recorded_at: datetime
    corrected_to: datetime | None = None
    withdrawn: bool = False

    @property
    def recorded_later(self) -> bool:
        """Was it recorded more than a minute after it happened?"""
        return abs((self.recorded_at - self.at).total_seconds()) > 60


def chronology(reader: Reader, contact: Contact, names: dict[UUID, str]) -> list[Happened]:
    """A contact's events, the latest first. `names` are the children this reader may see; events of others are left out."""
    rows = list(Event.objects.filter(home__kind="contact", home__subject_id=contact.pk).order_by("-id")[:MOST])
    writers = User.objects.filter(pk__in={row.recorded_by for row in rows if row.recorded_by})
    people = dict(writers.values_list("pk", "name"))
    corrected = {row.data["event"]: row for row in reversed(rows) if row.kind == EventCorrected.code}
    withdrawn = {row.data["event"] for row in rows if row.kind == EventWithdrawn.code}
    door = front_door()
    found = []
    for row in rows:
        child = row.data.get("child")
        if child is not None and UUID(child) not in names:
            continue
        change = corrected.get(row.pk)
        moved = change.data.get("happened_at") if change is not None else None
        found.append(
            Happened(
                row.happened_at,
                _sentence(row, door),
                names.get(UUID(child), "") if child else "",
                people.get(row.recorded_by, "") if row.recorded_by else "",
                row.recorded_at,
                datetime.fromisoformat(moved) if moved else None,
                row.pk in withdrawn,
            )
        )
    return sorted(found, key=lambda one: one.corrected_to or one.at, reverse=True)


@dataclass(frozen=True, repr=False)
class Dated(Unspoken):
    """What happened on a day, in words."""

    on: date
    words: str


def as_typed(lines: Iterable[Dated]) -> str:
    """Dated lines as people write them, "2 March 2026: what", one below the other."""
    return "\n".join(f"{one.on:%-d %B %Y}: {one.words}" for one in lines)


@dataclass(frozen=True)
class DatedOf:
    """A child on a contact, and what is known of them day by day, this contact last."""

    person_id: UUID
    name: str
    contact_id: UUID
    lines: list[Dated]


def dated_lines(reader: Reader, line_id: UUID) -> DatedOf:
    """Earlier contacts and services of a child on a contact, the earliest first, and the contact itself.

    Raises Refused or NotFound for who may not recommend on that child.
    """
    line = check(ContactLine, line_id, reader, capabilities.RECOMMEND)
    contact = line.contact
    before = [Dated(date.fromisoformat(one["on"]), f"{one['what']}, {one['result']}") for one in earlier_involvement(line)]
    this = Dated(contact.received_at.astimezone(LONDON).date(), f"Contact {contact.number}: {contact.get_kind_display().lower()}")
    return DatedOf(line.person_id, line.person.name, contact.pk, [*before[::-1], this])


def _sentence(row: Event, door: FrontDoor) -> str:
    """The kind's own sentence with codes put into the pack's words."""
    words = {key: _in_words(key, str(value), door) for key, value in row.data.items()}
    return kind_named(row.kind).sentence.format_map(words)


def _in_words(key: str, code: str, door: FrontDoor) -> str:
    if key == "grade":
        grade = door.grade(code)
        return grade.title if grade else code
    if key == "outcome":
        outcome = door.outcome(code)
        return outcome.title if outcome else code.replace("_", " ")
    if key == "team":
        team = packs.active().teams.get(code)
        return team.title if team else code
    return code.replace("_", " ")
