"""What people look at at the front door, already limited to what each may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters.models import Letter
from hearth.foundation.standards.queries import Timescale, timescales
from hearth.foundation.worktime import LONDON
from hearth.people.facts import still_to_ask
from hearth.people.models import Professional
from hearth.people.queries import (
    ALLOCATED,
    DismissedShown,
    RelativeShown,
    age_words,
    dismissed_for,
    earlier_contacts,
    episodes,
    families_shown,
    homes_said,
    in_role,
    services_open,
)
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.involved import involvement_words, team_titles
from hearth.services.frontdoor.missing import still_missing
from hearth.services.frontdoor.models import Contact, ContactLine, HandOver
from hearth.services.frontdoor.pack import Grade, front_door
from hearth.services.frontdoor.queries.ahead import Ahead, read_ahead
from hearth.services.frontdoor.queries.chronology import Happened, chronology
from hearth.services.frontdoor.queries.signing import Version, versions
from hearth.services.frontdoor.queries.steps import NextStep, next_step
from hearth.services.frontdoor.relatives import Adult, adults, professionals
from hearth.services.frontdoor.sight import children_seen


@dataclass(frozen=True)
class ChildShown:
    """A child on a contact as this reader may see them; a hidden one says whom to ask and nothing more."""

    line: ContactLine
    hidden: bool
    ask: str = ""
    age: str = ""
    address: str = ""
    services: list[str] = field(default_factory=list)
    worker: str = ""
    earlier: int = 0
    involved: str = ""
    relatives: list[RelativeShown] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The child's name, or that it is withheld."""
        return "Restricted record" if self.hidden else self.line.person.name

    @property
    def still_to_ask(self) -> list[str]:
        """What the expected record of this child still lacks."""
        return [] if self.hidden else still_to_ask(self.line.person)


def children_shown(reader: Reader, contact: Contact, ahead: Ahead | None = None) -> list[ChildShown]:
    """The children of a contact as this reader may see them, read `ahead` or now. A sealed one does not appear."""
    ahead = ahead or read_ahead(reader, contact)
    lines = list(contact.lines.all())
    seen = children_seen(reader, contact)
    visible = {line.pk for line in seen}
    ids = [line.person_id for line in seen]
    people = [line.person for line in seen]
    relatives = families_shown(reader, people, ahead.family)
    hidden = limiting.restrictions_on([line.person_id for line in lines if line.pk not in visible], reader)
    had = episodes(people)
    homes, services, workers, earlier = (
        homes_said(ids),
        services_open(had),
        in_role(ahead.involvements, ALLOCATED),
        earlier_contacts(ids),
    )
    teams, day = team_titles(set(workers.values())), contact.received_at.astimezone(LONDON).date()
    shown = []
    for line in lines:
        person = line.person_id
        if line.pk in visible:
            worker = workers.get(person)
            shown.append(
                ChildShown(
                    line,
                    False,
                    age=age_words(line.person),
                    address=homes.get(person, "address not known"),
                    services=services.get(person, []),
                    worker=worker.name if worker else "",
                    earlier=earlier.get(person, 1) - 1,
                    involved=involvement_words(
                        worker, teams.get(worker.pk, "") if worker else "", [one for one in had if one.person_id == person], day
                    ),
                    relatives=relatives[person],
                )
            )
            continue
        restriction = hidden.get(person)
        if restriction is None or restriction.level == Restriction.SEALED:
            continue
        shown.append(ChildShown(line, True, ask=restriction.owner.name))
    return shown


@dataclass(frozen=True)
class ContactShown:
    """Everything on a contact's page."""

    contact: Contact
    children: list[ChildShown]
    withheld: bool
    clocks: list[Timescale]
    grade: Grade | None
    letters: list[Letter]
    next_step: NextStep | None = None
    chronology: list[Happened] = field(default_factory=list)
    adults: list[Adult] = field(default_factory=list)
    professionals: list[Professional] = field(default_factory=list)
    offers: list[HandOver] = field(default_factory=list)
    versions: dict[UUID, list[Version]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    opened_by_reader: bool = True
    homes: Mapping[UUID, str] = field(default_factory=dict)
    dismissed: Mapping[UUID, list[DismissedShown]] = field(default_factory=dict)
    ahead: Ahead = field(default_factory=Ahead)

    @property
    def names(self) -> dict[str, str]:
        """The children this reader may see by the key that their own timescales carry."""
        return {str(child.line.person_id): child.name for child in self.children if not child.hidden}

    @property
    def open_clocks(self) -> list[Timescale]:
        """Those still to be met, the leading ones first."""
        return [one for one in self.clocks if one.is_open]

    @property
    def settled_clocks(self) -> list[Timescale]:
        """Those met, ended or replaced."""
        return [one for one in self.clocks if not one.is_open]

    @property
    def passed_before_identified(self) -> list[Timescale]:
        """Limits that had passed before anybody could know of them: counted apart from those that were missed."""
        return [one for one in self.clocks if one.row.passed_before_identified]

    @property
    def referrer_untold(self) -> bool:
        """Is whoever told us still to be answered?"""
        return any(one.whom == "referrer" and one.status == "to_tell" for one in self.contact.tellings.all())


def contact_page(reader: Reader, contact_id: UUID) -> ContactShown:
    """One contact to look at; the look is logged. Raises Refused or NotFound."""
    contact = limiting.read(Contact, contact_id, reader, capabilities.VIEW)
    ahead = read_ahead(reader, contact)
    children = children_shown(reader, contact, ahead)
    # What was said word for word may speak of a child this reader may not read about.
    withheld = any(child.hidden for child in children) or len(children) < contact.lines.count()
    letters = sorted(ahead.letters, key=lambda one: one.made_at)
    lines = [child.line for child in children if not child.hidden]
    names = {line.person_id: line.person.name for line in lines}
    seen = {str(person) for person in names}
    by_line: dict[UUID | None, ContactLine | None] = {line.pk: line for line in lines} | {None: None}
    offers = [one for one in contact.hand_overs.all() if one.line_id in by_line]
    for one in offers:
        one.line = by_line[one.line_id]
    missing = still_missing(contact) if contact.is_open else []
    around = adults(reader, contact, ahead.family)
    return ContactShown(
        contact,
        children,
        withheld,
        [one for one in timescales("contact", contact.pk) if _for_reader(one, seen)],
        front_door().grade(contact.grade),
        letters if not withheld else [one for one in letters if one.template != "family"],
        next_step(reader, contact, lines, missing),
        chronology(reader, contact, names),
        around,
        professionals(reader, contact),
        offers,
        versions(lines),
        missing,
        any(one.user_id == reader.id for one in contact.readings.all()),
        homes_said([one.person_id for one in around]),
        dismissed_for(reader, [*names, *(one.person_id for one in around)]),
        ahead,
    )


def _for_reader(one: Timescale, seen: set[str]) -> bool:
    """Limits that count for one child show only to those who may see that child."""
    return one.row.per is None or one.row.per in seen or not is_uuid(one.row.per)


def is_uuid(text: str) -> bool:
    """Does a text name a record?"""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
