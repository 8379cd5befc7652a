"""Who looked: the access log as its reviewers read it, odd patterns in it, cover, conflicts and notices."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from hearth.foundation import packs, worktime
from hearth.foundation.access.limiting import PERSON, is_sealed, limit, restrictions_on
from hearth.foundation.access.log import log
from hearth.foundation.access.models import AccessLog, Conflict, Involvement, Restriction, RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities, identities
from hearth.people.folding import fold
from hearth.people.models import Person

PAGE = 50
MANY_REFUSALS = 5
LOOKED_BACK = timedelta(days=7)
MOST_LOOKED_AT = 5000
"""Log lines read for odd patterns: a week of a large authority's out-of-hours views."""


@dataclass(frozen=True)
class Looked:
    """One line of the access log in words."""

    at: datetime
    who: str
    what: str
    record: str
    capability: str
    terms: str


WHAT = {
    "view": "Looked at",
    "search": "Searched",
    "export": "Exported",
    "refusal": "Refused",
    "cover": "Cover",
    "account": "Account changed",
    "conflict": "Conflict",
}


def access_log(reader: Reader, *, page: int = 1, number: str = "", who: str = "", what: str = "") -> Page[Looked]:
    """The log, latest first, fifty a page; reading it is logged. People stand in it by record number, never by name.

    One asked for by number is found under every record that was made one with it. A record sealed from the reader has no
    number there, and its number answers as one that nobody has.
    """
    rows = AccessLog.objects.order_by("-at", "-pk")
    if number:
        person = person_numbered(number)
        ids = [] if person is None or is_sealed(person, reader) else identities.of(person)
        rows = rows.filter(subject_id__in=[str(one) for one in ids])
    if who:
        rows = rows.filter(user_id=who)
    if what:
        rows = rows.filter(what=what)
    found = Paginator(rows, PAGE).get_page(page)
    found.object_list = _in_words(reader, list(found.object_list))  # type: ignore[assignment]
    log("view", reader, kind="access_log", capability=capabilities.REVIEW)
    return found  # type: ignore[return-value]


def _in_words(reader: Reader, rows: list[AccessLog]) -> list[Looked]:
    users = User.objects.filter(pk__in=[row.user_id for row in rows if row.user_id])
    names: dict[UUID | None, str] = dict(users.values_list("pk", "name"))
    ids = [row.subject_id for row in rows if row.kind.endswith("person") and _is_id(row.subject_id)]
    hidden = restrictions_on([UUID(one) for one in ids], reader)
    sealed = {key for key, row in hidden.items() if row.level == Restriction.SEALED}
    people = Person.objects.filter(pk__in=ids).values_list("pk", "number")
    numbers = {str(key): "sealed" if key in sealed else str(number) for key, number in people}
    return [
        Looked(
            row.at,
            names.get(row.user_id, "not signed in"),
            WHAT.get(row.what, row.what),
            f"{row.kind.rpartition('.')[2].replace('_', ' ')} {numbers.get(row.subject_id, row.subject_id[:8])}".strip(),
            row.capability,
            ", ".join(f"{key.replace('_', ' ')}: {value}" for key, value in row.detail.items()),
        )
        for row in rows
    ]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Odd:
    """A pattern that a reviewer should ask about: who, what is odd in words, how often, and when last."""

    who: str
    words: str
    times: int
    last: datetime


def odd_patterns() -> list[Odd]:
    """Of the last seven days: many refusals, searches of one's own surname, views out of hours without involvement."""
    since = worktime.now() - LOOKED_BACK
    rows = AccessLog.objects.filter(at__gte=since, user_id__isnull=False)
    names: dict[UUID | None, str] = dict(User.objects.values_list("pk", "name"))
    found = _refusals(rows, names) + _own_names(rows, names) + _strange_hours(rows, names)
    return sorted(found, key=lambda one: one.last, reverse=True)


def _refusals(rows: Any, names: dict[UUID | None, str]) -> list[Odd]:
    counted = rows.filter(what="refusal").values("user_id").annotate(times=Count("pk")).filter(times__gte=MANY_REFUSALS)
    return [
        Odd(names[row["user_id"]], "refused many times", row["times"], _last(rows.filter(what="refusal", user_id=row["user_id"])))
        for row in counted
        if row["user_id"] in names
    ]


def _last(rows: Any) -> datetime:
    moment: datetime = rows.order_by("-at").values_list("at", flat=True)[0]
    return moment


def _own_names(rows: Any, names: dict[UUID | None, str]) -> list[Odd]:
    times: dict[UUID, list[datetime]] = defaultdict(list)
    for user, at, detail in rows.filter(what="search").order_by("at").values_list("user_id", "at", "detail")[:MOST_LOOKED_AT]:
        surname = fold(names.get(user, "")).rpartition(" ")[2]
        if surname and surname in fold(str(detail.get("name", ""))).split():
            times[user].append(at)
    return [Odd(names[user], "searched for their own surname", len(found), found[-1]) for user, found in times.items()]


def _strange_hours(rows: Any, names: dict[UUID | None, str]) -> list[Odd]:
    """Out of hours, by somebody who neither works with the person nor is on an out-of-hours team."""
    pack = packs.active()
    night = {code for code, team in pack.teams.items() if team.out_of_hours}
    on_duty = set(RoleHeld.objects.filter(team__in=night).values_list("user_id", flat=True))
    views = rows.filter(what="view", kind=PERSON).exclude(user_id__in=on_duty).order_by("at")
    seen = [row for row in views.values_list("user_id", "at", "subject_id")[:MOST_LOOKED_AT] if not pack.calendar.is_open(row[1])]
    involved = set(
        Involvement.objects.filter(kind=PERSON, subject_id__in=[row[2] for row in seen if _is_id(row[2])])
        .exclude(user=None)
        .values_list("user_id", "subject_id")
    )
    times: dict[UUID, list[datetime]] = defaultdict(list)
    for user, at, subject in seen:
        if user in names and (user, UUID(subject)) not in involved:
            times[user].append(at)
    words = "looked at records they do not work with while the office was closed"
    return [Odd(names[user], words, len(found), found[-1]) for user, found in times.items()]


def covers() -> list[RoleHeld]:
    """Cover that stands now or is to come."""
    rows = RoleHeld.objects.exclude(covering=None).filter(ends_at__gt=worktime.now())
    return list(rows.select_related("user", "covering").order_by("starts_at", "pk"))


@dataclass(frozen=True)
class ConflictShown:
    """A conflict of interest by the record's number only: nobody sees their own family's record through it."""

    row: Conflict
    number: int


def conflicts(reader: Reader) -> list[ConflictShown]:
    """One's own conflicts; all of them for those who may set them, but those of people sealed from them."""
    rows = Conflict.objects.filter(ended_at=None).select_related("user", "declared_by").order_by("user__name", "pk")
    if not reader.can(capabilities.CONFLICTS):
        rows = rows.filter(user=reader.user)
    visible = limit(Person.objects.all(), reader, capabilities.CONFLICTS).values("pk")
    rows = rows.filter(Q(user=reader.user) | Q(person_id__in=visible))
    numbers = dict(Person.objects.filter(pk__in=[row.person_id for row in rows]).values_list("pk", "number"))
    return [ConflictShown(row, numbers[row.person_id]) for row in rows if row.person_id in numbers]


def person_numbered(number: str) -> UUID | None:
    """The id of a record by its number, or None."""
    if not number.isdecimal() or len(number) > 12:
        return None
    return Person.objects.filter(number=int(identities.numbered(number))).values_list("pk", flat=True).first()
