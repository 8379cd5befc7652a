"""The search itself: cut up, widen, look up, weigh, and say how sure it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import log2
from typing import Any
from uuid import UUID

from django.db import connection

from hearth.foundation import worktime
from hearth.people.folding import fold
from hearth.people.matching.blocking import Carded, find
from hearth.people.matching.comparing import EXACT, FAR, NICKNAME, OTHER
from hearth.people.matching.tokens import name_tokens
from hearth.people.matching.versions import current
from hearth.people.matching.wanted import widen
from hearth.people.matching.weighing import Part, Reading, Scale, Weighed
from hearth.people.matching.weights import REFERENCE, Weights

SAME, PROBABLY, POSSIBLY = "same person", "probably", "possibly"
SURE = log2(0.99 / 0.01)
"""Bits above even odds from which the top band may be said: 99 in 100."""
LEAST = 2.0
"""Weight below which nobody is shown."""


@dataclass(slots=True, repr=False)
class Ranked:
    """Somebody who may be the person looked for: how strongly, in a plain band, and why."""

    person: UUID
    number: int
    score: float
    band: str
    parts: list[Part] = field(default_factory=list)


Sieve = Callable[[list[Weighed]], list[Weighed]]
"""Takes out who may not stand in one list, before anything is ranked."""


def search(terms: Any, most: int, weights: Weights | None = None, *, sieve: Sieve | None = None) -> list[Ranked]:
    """The likeliest people, best first."""
    readings = readings_of(terms)
    names = [terms.forenames, terms.known_as, terms.surname, *_splits(terms.name)]
    widened = widen(names, terms.address)
    given = list(dict.fromkeys(token for reading in readings for token in reading.given))
    family = list(dict.fromkeys(token for reading in readings for token in reading.family))
    cards = find(terms, widened, given, family)
    if not cards:
        return []
    people = population()
    scale = Scale(terms, widened, readings, weights or current(), people, worktime.today())
    sought = [card for card in cards if of_kind(card, terms.kind, scale.today)]
    weighed = [one for one in (scale.weigh(card) for card in sought) if one.score >= LEAST]
    weighed = sieve(weighed) if sieve else weighed
    weighed.sort(key=lambda one: (-one.score, one.card.number))
    return banded(weighed[:most], people)


def of_kind(card: Carded, kind: str, day: date) -> bool:
    """Is this a record of the kind sought? Somebody recorded as a child who is of age by now is an adult too."""
    if kind != "adult" or card.kind == "adult":
        return kind in ("", card.kind)
    return card.born is not None and day.year - card.born.year - ((day.month, day.day) < (card.born.month, card.born.day)) >= 18


def population() -> int:
    """About how many people are known, as PostgreSQL last counted them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE relname = 'people_card'")
        return int(cursor.fetchone()[0])


def readings_of(terms: Any) -> list[Reading]:
    """The ways to read the typed names; a free line of words may be read in several."""
    if terms.forenames or terms.surname or terms.known_as:
        given = (*name_tokens(terms.forenames, typed=True), *name_tokens(terms.known_as, typed=True))
        family = name_tokens(terms.surname, typed=True)
        ways = [Reading(given, family)]
        return [*ways, Reading(family, given, exchanged=True)] if given and family else ways
    words = fold(terms.name).split()[:6]
    if len(words) == 1:
        return [Reading((), name_tokens(words[0], typed=True)), Reading(name_tokens(words[0], typed=True), ())]
    ways = []
    for at in range(1, len(words)):
        first, last = name_tokens(" ".join(words[:at]), typed=True), name_tokens(" ".join(words[at:]), typed=True)
        ways += [Reading(first, last), Reading(last, first, exchanged=True)]
    return ways


def _splits(name: str) -> list[str]:
    words = fold(name).split()[:6]
    return [" ".join(part) for at in range(1, len(words) + 1) for part in (words[:at], words[at:]) if part]


def banded(weighed: list[Weighed], people: int) -> list[Ranked]:
    """Each with its band: how likely it is that this is the person, told apart from twins and namesakes."""
    against = log2(people + REFERENCE)
    ranked = []
    for place, one in enumerate(weighed):
        above = one.score - against
        band = PROBABLY if above > 0 else POSSIBLY
        if above >= SURE and _agrees(one) and not any(_twins(one, other) for at, other in enumerate(weighed) if at != place):
            band = SAME
        if band != POSSIBLY and _contradicts(one):
            band = POSSIBLY
        ranked.append(Ranked(one.card.person, one.card.number, round(one.score, 1), band, one.parts))
    return ranked


def _agrees(one: Weighed) -> bool:
    """Nothing that tells two people apart is left open: the forename and the day of birth, or the NHS number, are the same."""
    named = one.level("given") in (EXACT, NICKNAME)
    if one.level("nhs_number") == EXACT or one.level("upn") == EXACT:
        return named or one.level("birth") == EXACT
    return named and one.level("birth") == EXACT and one.level("family") not in ("", OTHER) and one.level("nhs_number") != OTHER


def _contradicts(one: Weighed) -> bool:
    """Another forename, or a birth far from the one said, is somebody else unless a number says otherwise."""
    if EXACT in (one.level("nhs_number"), one.level("upn")):
        return False
    return OTHER in (one.level("given"), one.level("nhs_number")) or FAR in (one.level("birth"), one.level("age"))


def _twins(one: Weighed, other: Weighed) -> bool:
    """Born the same day into the same family: only a forename exactly as typed, and not the other's too, tells them apart."""
    same = one.card.born and one.card.born == other.card.born and set(one.card.family) & set(other.card.family)
    return bool(same) and not (one.level("given") == EXACT and other.level("given") != EXACT)
