"""What people look at about people: matches, front pages, families."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, prefetch_related_objects

from hearth.foundation.access import limiting
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Involvement, Restriction, User
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.matched import (
    WITHHELD,
    Behind,
    Match,
    address_words,
    age_words,
    contacts_named,
    households,
    living_beside,
    present_homes,
    warnings_in_force,
)
from hearth.people.merging import separation
from hearth.people.models import Agency, Dismissal, Person, Relationship, Residence, ServiceEpisode
from hearth.people.search import Candidate, Terms, candidates

__all__ = ["WITHHELD", "Match", "age_words"]
DISMISSED = (
    "person", "at", "by__name", "dismissed__number", "dismissed__kind", "dismissed__forenames", "dismissed__surname",
    "dismissed__date_of_birth", "dismissed__birth_estimated", "dismissed__expected_date", "dismissed__mother__surname",
)  # fmt: skip
"""What the line of a dismissal shows."""
ALLOCATED, LEAD = "allocated_worker", "lead_professional"
"""Roles of an involvement."""


def known(reader: Reader, terms: Terms, *, chosen: UUID | None = None) -> list[Match]:
    """ "Is this person known?" The likeliest records, best first, as this reader may see them.

    A record `chosen` before stays in the list, last, where what is typed now no longer leads to it. Sealed records do not
    appear. The search and its terms go to the access log and nowhere else.
    """
    if not reader.can(capabilities.SEARCH) or not (terms.enough or chosen):
        return []
    found = candidates(terms, separation.named_for(reader))
    if chosen is not None and all(one.person_id != chosen for one in found):
        found.append(Candidate(chosen, 0.0, ""))
    shown = _as_seen(reader, found)
    # Counted as they were shown: that a sealed record was found is for nobody to read in the log either.
    log("search", reader, kind="person", capability=capabilities.SEARCH, found=len(shown), **_logged(terms))
    return shown


def _logged(terms: Terms) -> dict[str, str]:
    said = {name: str(value) for name, value in vars(terms).items() if value}
    if "kind" in said:  # the log's own word for what the look is about
        said["sought"] = said.pop("kind")
    return said


def _as_seen(reader: Reader, found: list[Candidate]) -> list[Match]:
    """What one reader may see of some candidates: the same few queries however many they are."""
    ids = [one.person_id for one in found]
    homes = present_homes(ids)
    beside = living_beside(homes)
    everybody = Person.objects.filter(pk__in={*ids, *(row.person_id for row in beside)}).select_related("mother")
    visible = {row.pk: row for row in limiting.limit(everybody, reader, capabilities.SEARCH)}
    hidden = {
        row.subject_id: row
        for row in Restriction.objects.filter(kind="person", subject_id__in=ids, ended_at=None).select_related("owner")
    }
    seen = [one for one in ids if one in visible]
    confidential = confidential_shown(reader, seen)
    behind = Behind(
        addresses={row.person_id: address_words(row, confidential) for row in homes},
        households=households(homes, beside, visible),
        episodes=list(ServiceEpisode.objects.filter(person_id__in=seen)),
        workers=allocated_workers(seen),
        warnings=warnings_in_force(seen),
        contacts=contacts_named(seen),
    )
    shown = []
    for one in found:
        person, restriction = visible.get(one.person_id), hidden.get(one.person_id)
        if person is not None:
            shown.append(behind.match(person, age_words(person), one))
        elif restriction is not None and restriction.level == Restriction.SEALED:
            continue  # from one's own family too: that there is such a record is what is sealed
        elif one.person_id in reader.conflicts:
            shown.append(Match(one.person_id, hidden=True, ask="your manager"))
        elif restriction is not None:
            shown.append(Match(one.person_id, hidden=True, ask=restriction.owner.name))
    return shown


def addresses(ids: list[UUID], reader: Reader | None = None) -> dict[UUID, str]:
    """Where each lives now, in words; a confidential address is withheld but from a `reader` who may see it."""
    shown = confidential_shown(reader, ids) if reader else set()
    return {row.person_id: address_words(row, shown) for row in present_homes(ids)}


def homes_said(ids: list[UUID]) -> dict[UUID, str]:
    """Where each lives now as a page says it: a confidential address withheld, and that somebody may not live there."""
    unsure = {"find_out": " (lives there: to find out)"}
    return {row.person_id: address_words(row, ()) + unsure.get(row.lives_there, "") for row in present_homes(ids)}


def confidential_shown(reader: Reader, ids: Collection[UUID]) -> set[UUID]:
    """Whose confidential addresses a reader may see: they have the right, and work with the person."""
    return limiting.involved_in(reader, ids) if reader.can(capabilities.SEE_CONFIDENTIAL) else set()


def open_services(ids: list[UUID]) -> dict[UUID, list[str]]:
    """The services open to each now."""
    return services_open(ServiceEpisode.objects.filter(person_id__in=ids, closed_on=None))


def episodes(people: Collection[Person]) -> list[ServiceEpisode]:
    """Every service that some people have or had, in one query at most."""
    prefetch_related_objects(list(people), "episodes")
    return [one for person in people for one in person.episodes.all()]


def services_open(rows: Iterable[ServiceEpisode]) -> dict[UUID, list[str]]:
    """Those of some episodes that are open, in words, by person."""
    found: dict[UUID, list[str]] = {}
    for row in [one for one in rows if one.closed_on is None]:
        found.setdefault(row.person_id, []).append(row.get_service_display())
    return found


def served_at(service: str, ids: list[UUID]) -> dict[UUID, list[tuple[date, date | None]]]:
    """From when to when each had a service; an open end is None."""
    found: dict[UUID, list[tuple[date, date | None]]] = {}
    for row in ServiceEpisode.objects.filter(person_id__in=ids, service=service):
        found.setdefault(row.person_id, []).append((row.opened_on, row.closed_on))
    return found


def earlier_contacts(ids: list[UUID]) -> dict[UUID, int]:
    """How many contacts named each."""
    return {person_id: row.many for person_id, row in contacts_named(ids).items()}


def allocated_workers(ids: list[UUID]) -> dict[UUID, User]:
    """The allocated worker of each, where there is one."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=ids, role=ALLOCATED, ends_at=None)
    return in_role(rows.select_related("user"), ALLOCATED)


def involved_with(people: Collection[Person]) -> list[Involvement]:
    """Everybody of the authority's own who works or worked with some people, or a team that does."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=[person.pk for person in people])
    return list(rows.select_related("user"))


def in_role(rows: Iterable[Involvement], role: str) -> dict[UUID, User]:
    """Who holds a role now with each of the people that some involvements name."""
    those = [one for one in rows if one.role == role and one.ends_at is None and one.user is not None]
    return {one.subject_id: one.user for one in sorted(those, key=lambda one: (one.starts_at, one.pk)) if one.user}


def family(person_id: UUID) -> list[Relationship]:
    """Somebody's relatives with what each is to them, for rules only: a page shows `relatives_shown`."""
    return list(Relationship.objects.filter(person_id=person_id, ended_on=None).select_related("relative").order_by("pk"))


@dataclass(frozen=True)
class PersonInList:
    """Somebody in a list of people, as one reader may see them: by name, or that a restricted record exists and whom to ask."""

    name: str
    hidden: bool = False
    ask: str = ""
    person: Person | None = None
    age: str = ""


def as_seen(reader: Reader, people: Iterable[Person]) -> dict[UUID, PersonInList]:
    """People as a reader may see them. Sealed ones are left out, and so are the reader's own family."""
    wanted = {person.pk: person for person in people}
    hidden = limiting.restrictions_on(wanted, reader)
    shown = {}
    for key, person in wanted.items():
        if key in reader.conflicts or (key in hidden and hidden[key].level == Restriction.SEALED):
            continue
        if key in hidden:
            shown[key] = PersonInList("Restricted record", hidden=True, ask=hidden[key].owner.name)
        else:
            shown[key] = PersonInList(person.name, person=person, age=age_words(person))
    return shown


@dataclass(frozen=True)
class RelativeShown:
    """One line of somebody's family: who, what they are to the person, parental responsibility and how it is known."""

    who: PersonInList
    relation: str
    kind: str
    responsibility: str = ""
    source: str = ""
    key: int = 0
    lives_here: bool = False
    since: date | None = None
    own: bool = True
    """Is this what they are to the person; False where it is what the person is to them."""


def relatives_shown(reader: Reader, person: Person) -> list[RelativeShown]:
    """Somebody's family as a reader may see it: who is what to them, and whose parent or carer they are themselves."""
    return families_shown(reader, [person])[person.pk]


def relationships(people: Collection[Person]) -> list[Relationship]:
    """Who is what to some people, and what they are to others, with both sides of each."""
    rows = Relationship.objects.filter(Q(person__in=people) | Q(relative__in=people), ended_on=None)
    return list(rows.select_related("person__mother", "relative__mother").order_by("pk"))


def families_shown(
    reader: Reader, people: Collection[Person], rows: list[Relationship] | None = None
) -> dict[UUID, list[RelativeShown]]:
    """The families of several people as a reader may see them, in a fixed number of queries; `rows` where they are read."""
    rows = relationships(people) if rows is None else rows
    shown = as_seen(reader, [one for row in rows for one in (row.person, row.relative)])
    living = _since_living_with(people)
    return {person.pk: _family_shown(person, rows, shown, living.get(person.pk, {})) for person in people}


def _family_shown(
    person: Person, rows: list[Relationship], shown: dict[UUID, PersonInList], living: dict[UUID, date | None]
) -> list[RelativeShown]:
    rows = [row for row in rows if person.pk in (row.person_id, row.relative_id)]
    others = [row.relative if row.person_id == person.pk else row.person for row in rows]
    found = []
    for row, other in zip(rows, others, strict=True):
        if other.pk not in shown:
            continue
        own = row.person_id == person.pk
        who = shown[other.pk]
        found.append(
            RelativeShown(
                who,
                row.get_kind_display() if own else f"This is their {row.get_kind_display().lower()}",
                row.kind,
                row.get_parental_responsibility_display() if own else "",
                "" if who.hidden else row.source,
                row.pk,
                other.pk in living and not who.hidden,
                living.get(other.pk) if not who.hidden else None,
                own,
            )
        )
    return found


def _since_living_with(people: Collection[Person]) -> dict[UUID, dict[UUID, date | None]]:
    """Since when each lives with whom, by the rule of `household`."""
    homes = Residence.objects.filter(person__in=people, ends_on=None, confidential=False).values("address")
    rows = list(Residence.objects.filter(address__in=homes, ends_on=None, confidential=False).order_by("starts_on", "pk"))
    at: dict[UUID, list[Residence]] = {}
    for row in rows:
        at.setdefault(row.address_id, []).append(row)
    ids = {person.pk for person in people}
    found: dict[UUID, dict[UUID, date | None]] = {}
    for row in rows:
        if row.person_id in ids:
            with_them = {one.person_id: one.starts_on for one in at[row.address_id] if one.person_id != row.person_id}
            found[row.person_id] = found.get(row.person_id, {}) | with_them
    return found


def household(person_id: UUID) -> list[Residence]:
    """Who else lives at somebody's present addresses; nobody where an address, theirs or the other's, is confidential."""
    homes = Residence.objects.filter(person_id=person_id, ends_on=None, confidential=False).values("address")
    rows = Residence.objects.filter(address__in=homes, ends_on=None, confidential=False).exclude(person_id=person_id)
    return list(rows.select_related("person__mother").order_by("starts_on", "pk"))


def directory() -> list[Agency]:
    """Partner agencies by name."""
    return list(Agency.objects.order_by("name"))


def closed_services(ids: list[UUID]) -> dict[UUID, ServiceEpisode]:
    """The service that ended last for each who has none open now."""
    return services_closed(ServiceEpisode.objects.filter(person_id__in=ids))


def services_closed(rows: Iterable[ServiceEpisode]) -> dict[UUID, ServiceEpisode]:
    """Of some people's episodes, the one that ended last for each who has none open now."""
    rows = list(rows)
    open_now = {row.person_id for row in rows if row.closed_on is None}
    ended = [row for row in rows if row.closed_on is not None and row.person_id not in open_now]
    return {row.person_id: row for row in sorted(ended, key=lambda row: (row.closed_on or date.min, row.pk))}


def last_workers(ids: list[UUID]) -> dict[UUID, User]:
    """Who was each one's allocated worker last, whether or not they still are."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=ids, role="allocated_worker", user__isnull=False)
    return {row.subject_id: row.user for row in rows.select_related("user").order_by("starts_at", "pk") if row.user}


def lead_professionals(ids: list[UUID]) -> dict[UUID, User]:
    """The early help lead professional of each, where there is one."""
    rows = Involvement.objects.filter(kind="person", subject_id__in=ids, role=LEAD, ends_at=None)
    return in_role(rows.select_related("user"), LEAD)


@dataclass(frozen=True)
class DismissedShown:
    """ "Not this person": who was looked at and said not to be somebody, by whom and when."""

    who: PersonInList
    by: str
    at: datetime


def dismissed_for(reader: Reader, ids: Collection[UUID]) -> dict[UUID, list[DismissedShown]]:
    """Who was said not to be each of some people, as a reader who may search for anybody sees them; no sealed record.

    No identity kept apart by an adoption either: whoever was recorded under the birth name would lead to the adoptive one.
    """
    if reader.capabilities.get(capabilities.SEARCH) != "all":
        return {}
    found_not = Dismissal.objects.filter(person__in=ids).select_related("dismissed__mother", "by").only(*DISMISSED)
    rows = list(found_not.annotate(is_apart=separation.is_apart("dismissed")).order_by("at", "pk"))
    apart = separation.apart_from(reader, [row.dismissed_id for row in rows if row.is_apart])
    shown = as_seen(reader, [row.dismissed for row in rows if row.dismissed_id not in apart])
    found: dict[UUID, list[DismissedShown]] = {}
    for row in rows:
        if row.dismissed_id in shown:
            found.setdefault(row.person_id, []).append(DismissedShown(shown[row.dismissed_id], row.by.name, row.at))
    return found
