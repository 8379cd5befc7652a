"""Different people who must never be called the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from hearth.config.population.errors import folded
from hearth.config.population.record import Someone


def hard_pairs(people: Sequence[Someone]) -> Iterator[tuple[int, int, str]]:
    """Pairs of numbers, each once, and why they are alike: "twins", "father and son", "siblings", "namesakes".

    A namesake bears the same first forename and surname; of a common name only those next in age are paired. Planted
    duplicates are left out, so that every pair is of two people.
    """
    numbered = {someone.number: someone for someone in people if not someone.same_as}
    seen: set[tuple[int, int]] = set()
    for first, second, why in (*_relatives(numbered), *_namesakes(numbered)):
        pair = (min(first, second), max(first, second))
        if pair not in seen:
            seen.add(pair)
            yield *pair, why


def _relatives(numbered: dict[int, Someone]) -> Iterator[tuple[int, int, str]]:
    families: dict[int, list[int]] = defaultdict(list)
    for someone in numbered.values():
        if someone.twin_of in numbered:
            yield someone.number, someone.twin_of, "twins"
        father = numbered.get(someone.father)
        if father and _name(father) == _name(someone):
            yield someone.number, father.number, "father and son"
        if someone.mother and someone.kind != "unborn":
            families[someone.mother].append(someone.number)
    for children in families.values():
        for turn, first in enumerate(children):
            for second in children[turn + 1 :]:
                if not _twins(numbered[first], numbered[second]):
                    yield first, second, "siblings"


def _twins(first: Someone, second: Someone) -> bool:
    return first.twin_of == second.number


def _name(someone: Someone) -> tuple[str, str]:
    return folded(someone.forenames.partition(" ")[0]), folded(someone.surname)


def _namesakes(numbered: dict[int, Someone]) -> Iterator[tuple[int, int, str]]:
    alike: dict[tuple[str, str], list[tuple[date, int]]] = defaultdict(list)
    for someone in numbered.values():
        if someone.forenames and someone.date_of_birth:
            alike[_name(someone)].append((someone.date_of_birth, someone.number))
    for bearers in alike.values():
        bearers.sort()
        for (_, first), (_, second) in pairwise(bearers):
            yield first, second, "namesakes"
