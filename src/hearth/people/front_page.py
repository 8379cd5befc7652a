"""A person's page: who they are, where they live, their family, who works with them, and what happened lately."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import Involvement, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.people import capabilities, identities
from hearth.people.facts import FACTS, GROUPS, Fact, stated, still_to_ask
from hearth.people.models import Person, PersonProfessional, Residence, ServiceEpisode, Statement, Warning
from hearth.people.queries import (
    WITHHELD,
    DismissedShown,
    RelativeShown,
    age_words,
    as_seen,
    confidential_shown,
    dismissed_for,
    household,
    relatives_shown,
)

RECENT = 20
STALE_AFTER = 365
"""Days after which a fact asks "still true?"."""


@dataclass(frozen=True)
class FactShown:
    """A fact with its source and age."""

    fact: Fact
    words: str
    known_by: str = ""
    told_by: str = ""
    told_on: date | None = None
    note: str = ""
    stale: bool = False


@dataclass(frozen=True)
class HomeShown:
    """A home, present or earlier; a confidential one only to who may see it."""

    key: int
    words: str
    confidential: bool
    lives_there: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class Happening:
    """One line of the chronology: what happened when, in words, and who recorded it."""

    at: datetime
    words: str
    room: str
    by: str


@dataclass(frozen=True)
class PersonShown:
    """Everything on a person's page."""

    person: Person
    age: str
    homes: list[HomeShown]
    household: list[RelativeShown]
    family: list[RelativeShown]
    outside: list[RelativeShown]
    professionals: list[PersonProfessional]
    workers: list[Involvement]
    services: list[ServiceEpisode]
    warnings: list[Warning]
    facts: dict[str, list[FactShown]]
    missing: list[str]
    happenings: list[Happening]
    rooms: list[str]
    dismissed: list[DismissedShown]

    @property
    def address(self) -> str:
        """Where they live now, in words."""
        now = [home.words for home in self.homes if home.ends_on is None]
        return now[-1] if now else "address not known"

    @property
    def worker(self) -> User | None:
        """The allocated worker."""
        return next((one.user for one in self.workers if one.ends_at is None and one.role == "allocated_worker"), None)


def person_page(reader: Reader, person_id: UUID, *, room: str = "", everything: bool = False) -> PersonShown:
    """One person to look at; the look is logged. Raises Refused or NotFound."""
    person = limiting.read(Person, person_id, reader, capabilities.VIEW)
    family = relatives_shown(reader, person)
    whole = identities.whole(person_id)
    happenings = chronology(whole)
    chosen = [one for one in happenings if room in ("", one.room)]
    return PersonShown(
        person,
        age_words(person),
        homes(reader, person_id),
        _household(reader, person, family),
        family,
        [one for one in family if not one.lives_here],
        list(
            PersonProfessional.objects.filter(person=person, ends_on=None)
            .select_related("professional__agency")
            .order_by("professional__agency__name", "pk")
        ),
        list(
            Involvement.objects.filter(kind=limiting.PERSON, subject_id=person_id)
            .select_related("user")
            .order_by("-starts_at", "-pk")
        ),
        list(ServiceEpisode.objects.filter(person=person).order_by("closed_on", "-opened_on", "pk")),
        list(Warning.objects.filter(person=person, ended_on=None).select_related("set_by")),
        facts_shown(person, whole),
        still_to_ask(person),
        chosen if everything else chosen[:RECENT],
        sorted({one.room for one in happenings}),
        dismissed_for(reader, [person_id]).get(person_id, []),
    )


def workers(person_id: UUID) -> list[Involvement]:
    """Everybody of the authority's own who works or worked with a person, the latest first."""
    rows = Involvement.objects.filter(kind=limiting.PERSON, subject_id=person_id)
    return list(rows.select_related("user").order_by("-starts_at", "-pk"))


def homes(reader: Reader, person_id: UUID) -> list[HomeShown]:
    """Every home, earliest first. Of a confidential one only that it is withheld, unless this reader may see it."""
    may = person_id in confidential_shown(reader, [person_id])
    rows = Residence.objects.filter(person_id=person_id).select_related("address").order_by("starts_on", "pk")
    return [
        HomeShown(
            row.pk,
            str(row.address) if may or not row.confidential else WITHHELD,
            row.confidential,
            row.get_lives_there_display(),
            row.starts_on,
            row.ends_on,
        )
        for row in rows
    ]


def _household(reader: Reader, person: Person, family: list[RelativeShown]) -> list[RelativeShown]:
    """Everybody at the present address: relation and from-date; somebody of no known relation too."""
    known = {one.who.person.pk: one for one in family if one.who.person is not None and one.lives_here}
    rows = household(person.pk)
    shown = as_seen(reader, [row.person for row in rows if row.person_id not in known])
    unknown = "Relation not known"
    return [
        known.get(row.person_id) or RelativeShown(shown[row.person_id], unknown, "", since=row.starts_on, lives_here=True)
        for row in rows
        if row.person_id in known or (row.person_id in shown and not shown[row.person_id].hidden)
    ]


def facts_shown(person: Person, whole: identities.Whole | None = None) -> dict[str, list[FactShown]]:
    """The facts of each group with how each is known, who told it, when, and whether to ask if it is still true."""
    latest = latest_statements(person, whole)
    return {group: [_fact(fact, person, latest) for fact in FACTS.values() if fact.group == group] for group in GROUPS}


def latest_statements(person: Person, whole: identities.Whole | None = None) -> dict[str, Statement]:
    """How each fact is known: the newest statement of the value that stands, else the newest of any under this record."""
    latest: dict[str, Statement] = {}
    said = list(identities.written(Statement.objects.all(), whole or person.pk).order_by("recorded_at", "pk"))
    for statement in said:
        if statement.person_id == person.pk:
            latest[statement.fact] = statement
    for statement in said:
        if statement.fact in FACTS and statement.value == stated(getattr(person, statement.fact)):
            latest[statement.fact] = statement
    return latest


def _fact(fact: Fact, person: Person, latest: dict[str, Statement]) -> FactShown:
    value: Any = getattr(person, fact.name)
    said = latest.get(fact.name)
    words = fact.words(None if fact.name == "sex" and value == "U" and said is None else value)
    if fact.name == "date_of_birth" and value and person.birth_estimated:
        words = f"{age_words(person)}, estimated from the age said"
    if said is None:
        return FactShown(fact, words)
    old = bool(words) and (worktime.today() - said.told_on).days > STALE_AFTER
    return FactShown(fact, words, said.get_known_by_display(), said.told_by, said.told_on, said.note, old)


def chronology(person: UUID | identities.Whole) -> list[Happening]:
    """What happened to a person, newest first, corrected, in the sentences of each kind of event."""
    entries = identities.stream(person)
    writers = dict(Event.objects.filter(pk__in=[entry.id for entry in entries]).values_list("pk", "recorded_by"))
    names: dict[UUID | None, str] = dict(
        User.objects.filter(pk__in=[one for one in writers.values() if one]).values_list("pk", "name")
    )
    found = [
        Happening(entry.at, sentence(entry.kind, entry.data), entry.kind.partition(".")[0], names.get(writers[entry.id], ""))
        for entry in entries
    ]
    return found[::-1]


def sentence(kind: str, data: dict[str, Any]) -> str:
    """An event in words. Codes read as words; ids and what is missing are left out."""
    words = {key: _readable(value) for key, value in data.items()}
    return timeline.kind_named(kind).sentence.format_map(_Readable(words)).strip(" :,.")


class _Readable(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _readable(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if text in FACTS:
        return FACTS[text].label.lower()
    try:
        UUID(text)
    except ValueError:
        return text.replace("_", " ")
    return ""


def warnings_to_review(reader: Reader) -> list[Warning]:
    """Warnings past their review day on the records that this reader works with, for them to confirm or end."""
    return list(_warnings_due(reader).select_related("person__mother").order_by("review_on", "pk"))


def warnings_due(reader: Reader) -> int:
    """How many they are."""
    return _warnings_due(reader).count()


def _warnings_due(reader: Reader) -> QuerySet[Warning]:
    people = limiting.limit(Person.objects.all(), reader, capabilities.CHANGE)
    mine = Involvement.objects.filter(kind=limiting.PERSON, user=reader.user, ends_at=None).values("subject_id")
    return Warning.objects.filter(person__in=people.filter(pk__in=mine), ended_on=None, review_on__lt=worktime.today())


def staff() -> list[User]:
    """Members of staff who may be chosen, by name."""
    return list(User.objects.filter(is_active=True).order_by("name"))


def team_title(code: str) -> str:
    """A team's title in the present pack, or its code where the pack no longer has it."""
    teams = packs.active().teams
    return teams[code].title if code in teams else code.replace("_", " ")
