"""Queries about the population whose right answers are known, kind of error by kind of error."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from hearth.config.population import variants
from hearth.config.population.errors import folded, plain
from hearth.config.population.kinds import ASKING, Asked, Asking, CrowdKey, Worker, age_on
from hearth.config.population.places import house, house_and_street
from hearth.config.population.record import Query, Someone

KINDS = tuple(ASKING)
SHOWN = 10
"""A query that more than so many people fit equally well has no right answer within the first ten."""
SPARE = 3
WITHOUT_A_DATE = {"transliteration_age", "surname_bad_address", "forename_postcode", "approximate_age", "free_text"}
"""Kinds of which some queries fit too many people, so that more are made than wanted."""
CHILDREN = 0.7


def queries(people: Sequence[Someone], per_kind: int, *, part: variants.Part, seed: int, today: date) -> list[Query]:
    """`per_kind` queries of each kind, seven in ten about children, with the numbers of the person and any planted duplicate.

    The two parts ask about different people, by different halves of the tables of spellings, mishearings and short names.
    Where a kind has no date, only people are asked about whom at most ten fit equally well (see `crowded` for the rest).
    Fewer come back of a kind for which the population is too small.
    """
    fitting, _ = _asked(people, per_kind, KINDS, part, seed, today)
    return fitting


def crowded(people: Sequence[Someone], count: int, *, part: variants.Part, seed: int, today: date) -> list[Query]:
    """Names with an approximate age that more than ten people fit equally well: what no search can answer without more."""
    _, unanswerable = _asked(people, count, ("approximate_age", "transliteration_age"), part, seed, today)
    return unanswerable[:count]


def _asked(
    people: Sequence[Someone], per_kind: int, kinds: tuple[str, ...], part: variants.Part, seed: int, today: date
) -> tuple[list[Query], list[Query]]:
    chance = random.Random(f"queries {part} {seed}")  # noqa: S311 - questions about made-up people, no secret
    asked_about = _persons(people, part, chance)
    worker = Worker(chance, part, today, [chance.choice(people).surname for _ in range(min(len(people), 5000))] if people else [])
    asked: list[tuple[Someone, Asked]] = []
    for kind in kinds:
        for found, (someone, one) in enumerate(_answering(worker, ASKING[kind], *asked_about), 1):
            asked.append((someone, one))
            if found >= per_kind * (SPARE if kind in WITHOUT_A_DATE else 1):
                break
    return _sorted_out(people, asked, per_kind, today)


def _persons(people: Sequence[Someone], part: variants.Part, chance: random.Random) -> tuple[list[Someone], list[Someone]]:
    """Children and adults that this part may ask about, in an order of its own."""
    mine = 0 if part == "tuning" else 1
    own = [someone for someone in people if someone.number % 2 == mine and not someone.same_as]
    chance.shuffle(own)
    return [someone for someone in own if someone.kind != "adult"], [someone for someone in own if someone.kind == "adult"]


def _answering(worker: Worker, asking: Asking, children: list[Someone], adults: list[Someone]) -> Iterator[tuple[Someone, Asked]]:
    """Everybody who can be asked about in this way, once each, seven children to three adults as long as there are both."""
    rows = [_from_anywhere(worker, asking, group) for group in (children, adults)]
    while True:
        first = 0 if worker.chance.random() < CHILDREN else 1
        one = next(rows[first], None) or next(rows[1 - first], None)
        if one is None:
            return
        yield one


def _from_anywhere(worker: Worker, asking: Asking, group: list[Someone]) -> Iterator[tuple[Someone, Asked]]:
    begun = worker.chance.randrange(len(group)) if group else 0
    for turn in range(len(group)):
        someone = group[(begun + turn) % len(group)]
        one = asking(worker, someone)
        if one:
            yield someone, one


def _sorted_out(
    people: Sequence[Someone], asked: list[tuple[Someone, Asked]], per_kind: int, today: date
) -> tuple[list[Query], list[Query]]:
    """Answers put to the queries, in their order: those that can be answered within ten, and those that cannot."""
    records: dict[int, set[int]] = {someone.number: {someone.number} for someone, _ in asked}
    crowds: dict[CrowdKey, list[int]] = {_alike(one.crowd): [] for _, one in asked if one.crowd[0]}
    for someone in people:
        if someone.same_as in records:
            records[someone.same_as].add(someone.number)
        for key, age in _keys(someone, today):
            if key in crowds:
                crowds[key].append(age)
    fitting: list[Query] = []
    unanswerable: list[Query] = []
    found: dict[str, int] = defaultdict(int)
    for someone, one in asked:
        query = replace(one.query, answers=frozenset(records[someone.number]))
        ages = crowds.get(_alike(one.crowd), [])
        fit = ages if query.age is None else [age for age in ages if abs(age - (query.age or 0)) <= 1]
        if len(fit) > SHOWN:
            unanswerable.append(query)
        elif found[query.kind] < per_kind:
            found[query.kind] += 1
            fitting.append(query)
    return fitting, unanswerable


_SAME = {folded(spelling): f"={group[0]}" for group in reversed((*variants.SPELLINGS, *variants.MISHEARD)) for spelling in group}


@lru_cache(maxsize=200_000)
def _canonical(name: str) -> str:
    """One form for all spellings of a name."""
    letters = folded(name)
    return _SAME.get(letters, letters)


def _alike(key: CrowdKey) -> CrowdKey:
    kind, name, other = key
    if kind == "age":
        return kind, _canonical(name), _canonical(other)
    return (kind, name, other) if kind == "street" else (kind, _canonical(name), other)


def _keys(someone: Someone, today: date) -> Iterator[tuple[CrowdKey, int]]:
    """The facts by which this person may fit a query as well as the one it is about."""
    age = age_on(someone.date_of_birth, today) if someone.date_of_birth else -9
    first, surname = _canonical(someone.forenames.partition(" ")[0]), _canonical(someone.surname)
    yield ("age", first, surname), age
    beginning = plain(someone.surname)[:3].lower()
    for home in someone.homes:
        yield ("postcode", first, home.postcode), age
        yield ("house", surname, house(home.lines)), age
        yield ("street", beginning, house_and_street(home.lines)[1]), age
