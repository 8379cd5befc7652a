"""The list of pairs to look at, as one reader may see it."""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import NoReverseMatch, reverse

from hearth.foundation.access.limiting import limit
from hearth.foundation.access.log import log
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities, queries
from hearth.people.duplicates.finding import left_out
from hearth.people.duplicates.models import DuplicatePair
from hearth.people.matched import Bar, bar
from hearth.people.matching.weighing import Part
from hearth.people.models import Person

AT_ONCE = 10


@dataclass(frozen=True)
class Side:
    """One record of a pair in short; a hidden one says only whom to ask."""

    who: queries.PersonInList
    facts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class PairShown:
    """A pair as a reader may see it: with a hidden record there is neither score nor reason, and nothing to judge."""

    pair: DuplicatePair
    sides: list[Side]
    parts: list[dict[str, Any]]
    hidden: bool
    merge: str
    """The address of the page that merges them; empty where there is none."""
    own: bool
    """Was it this reader who said that they are not the same, so that another must confirm?"""

    @property
    def bars(self) -> list[tuple[Part, Bar]]:
        """Each reason with its bar."""
        return [(part, bar(part.weight)) for part in (Part(**one) for one in self.parts)]

    @property
    def apart(self) -> list[tuple[str, str]]:
        """What only one of the two says, so that the eye falls on it; every record has its own number."""
        one, other = ([fact for fact in side.facts if fact[0] != "Record number"] for side in self.sides)
        return [fact for fact in [*one, *other] if (fact in one) != (fact in other)]


def to_review(reader: Reader, page: int) -> tuple[Page[DuplicatePair], list[PairShown]]:
    """A page of the pairs nobody has settled: those to confirm first, then the strongest. The look is logged."""
    rows = DuplicatePair.objects.exclude(state=DuplicatePair.NOT_SAME).select_related("first__mother", "second__mother", "said_by")
    out = [*left_out(), *reader.conflicts]
    rows = rows.exclude(first__in=out).exclude(second__in=out)
    rows = rows.filter(first__merged_into=None, second__merged_into=None)  # what was made one is settled
    order = {DuplicatePair.SAID: 0, DuplicatePair.OPEN: 1, DuplicatePair.UNSURE: 2}
    found = Paginator(rows.order_by("-score", "pk"), AT_ONCE).get_page(page)
    people = [person for pair in found for person in (pair.first, pair.second)]
    ids = [person.pk for person in people]
    visible = limit(Person.objects.filter(pk__in=ids), reader, capabilities.REVIEW_DUPLICATES).values_list("pk", flat=True)
    mine = set(visible)
    seen = {key: who for key, who in queries.as_seen(reader, people).items() if who.hidden or key in mine}
    homes, services = queries.addresses(ids, reader), queries.open_services(ids)
    shown = []
    for pair in sorted(found, key=lambda pair: order[pair.state]):
        if pair.first_id not in seen or pair.second_id not in seen:
            continue
        whos = [seen[pair.first_id], seen[pair.second_id]]
        hidden = any(who.hidden for who in whos)
        sides = [
            Side(who, [] if who.hidden else _facts(one, homes.get(one.pk, ""), services.get(one.pk, [])))
            for who, one in zip(whos, (pair.first, pair.second), strict=True)
        ]
        own = pair.state == pair.SAID and pair.said_by_id == reader.id
        shown.append(PairShown(pair, sides, [] if hidden else pair.parts, hidden, "" if hidden else _merge(pair), own))
    log("view", reader, kind="duplicates", capability=capabilities.REVIEW_DUPLICATES, pairs=[one.pair.pk for one in shown])
    return found, shown


def _facts(person: Person, home: str, services: list[str]) -> list[tuple[str, str]]:
    born = person.date_of_birth
    words = f"{'about ' if person.birth_estimated else ''}{born.day} {born:%B} {born.year}" if born else ""
    said = {
        "Record number": str(person.number),
        "Born": words,
        "Sex": person.get_sex_display() if person.sex != "U" else "",
        "Address": home,
        "NHS number": person.nhs_number,
        "Pupil number": person.upn,
        "Telephone": person.telephone,
        "Open services": ", ".join(services),
    }
    return [(name, value or "Not recorded") for name, value in said.items() if value or name in ("Born", "Address")]


def _merge(pair: DuplicatePair) -> str:
    try:
        return reverse("merge_people", args=[pair.first_id, pair.second_id])
    except NoReverseMatch:
        return ""
