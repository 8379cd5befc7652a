"""What is looked for, cut up and widened: every token of the vocabulary that a typed name or street may stand for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from hearth.people.matching.comparing import OTHER, PREFIX, RANK, street_level, typed_level
from hearth.people.matching.indexing import NAME, STREET
from hearth.people.matching.keys import name_keys, street_keys
from hearth.people.matching.tokens import Place, name_tokens, place_of

MOST_ALIKE = 30
"""Tokens that one typed token is widened to, the likest and commonest first."""
MOST_BEGINNING = 200
"""Longer names that a beginning is widened to; without a home to narrow them only the likest are looked up."""
MOST_STREETS = 12


@dataclass(slots=True)
class Alike:
    """What one typed token may stand for: each token's level, and the ids to look people up by."""

    typed: str
    levels: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)

    def many(self, token: str, name: str) -> int:
        """How many people bear a token as their forename ("given") or surname ("family")."""
        return self.counts[token][name == "family"]

    def beginning(self, name: str) -> int:
        """How many people bear any name that begins with what was typed."""
        return sum(self.many(token, name) for token, level in self.levels.items() if level == PREFIX)


@dataclass(slots=True, repr=False)
class Widened:
    """The typed tokens by their text, each with what it may stand for, and the same of the street."""

    names: dict[str, Alike]
    streets: list[int]
    place: Place


class Found(NamedTuple):
    """A token of the vocabulary that shares a key with what was typed."""

    number: int
    text: str


_FIND = """
SELECT DISTINCT w.slot, k.token_id, k.text
FROM unnest(%s::int[], %s::int[]) w(slot, key) JOIN people_tokenkey k ON k.key = w.key
UNION
SELECT b.slot, t.id, t.text FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) b(slot, kind, low, high),
LATERAL (SELECT id, text FROM people_token
         WHERE people_token.kind = b.kind AND text ~>=~ b.low AND text ~<~ b.high ORDER BY given + family DESC LIMIT %s) t
"""
_COUNTS = "SELECT id, given, family FROM people_token WHERE id = ANY(%s)"


def widen(names: list[str], address: str) -> Widened:
    """Everything that the typed names and the typed address may stand for."""
    tokens = list(dict.fromkeys(token for name in names for token in name_tokens(name, typed=True)))
    place = place_of(address)
    slots: list[int] = []
    keys: list[int] = []
    beginnings: list[tuple[int, str, str, str]] = []
    for slot, token in enumerate(tokens):
        for one in name_keys(token):
            slots.append(slot)
            keys.append(one)
        if len(token) >= 3:
            beginnings.append((slot, NAME, token, _after(token)))
    if place.street:
        for one in street_keys(place.street):
            slots.append(-1)
            keys.append(one)
        if len(place.bare) >= 3:
            beginnings.append((-1, STREET, place.bare, _after(place.bare)))
    found = _found(slots, keys, beginnings) if keys else {}
    alike = {token: _alike(token, found.get(slot, [])) for slot, token in enumerate(tokens)}
    _count(alike.values())
    return Widened(alike, _streets(place, found.get(-1, [])), place)


def _found(slots: list[int], keys: list[int], beginnings: list[tuple[int, str, str, str]]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = {}
    with connection.cursor() as cursor:
        columns = [list(column) for column in zip(*beginnings, strict=True)] or [[], [], [], []]
        cursor.execute(_FIND, [slots, keys, *columns, MOST_BEGINNING])
        for slot, number, text in cursor.fetchall():
            found.setdefault(slot, []).append(Found(number, text))
    return found


def _count(names: Collection[Alike]) -> None:
    """How many people bear each name that is alike; the likest and commonest come first."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [[number for one in names for number in one.numbers.values()]])
        counted = {number: (given, family) for number, given, family in cursor.fetchall()}
    for one in names:
        one.counts = {token: counted[number] for token, number in one.numbers.items()}
        order = sorted(one.numbers, key=lambda token: (RANK[one.levels[token]], -sum(one.counts[token]), one.numbers[token]))
        one.ids = [one.numbers[token] for token in order]


def _after(text: str) -> str:
    return text[:-1] + chr(ord(text[-1]) + 1)


def _alike(typed: str, found: list[Found]) -> Alike:
    levels = {one: typed_level(typed, one.text) for one in found}
    near = {one: level for one, level in levels.items() if level != OTHER}
    return Alike(typed, {one.text: level for one, level in near.items()}, {one.text: one.number for one in near})


def _streets(place: Place, found: list[Found]) -> list[int]:
    ranked = sorted((RANK[level], one.number) for one in found if (level := street_level(place.street, one.text)) != OTHER)
    return [number for _, number in ranked[:MOST_STREETS]]
