"""What is looked for, cut up and widened: every token of the vocabulary that a typed name or street may stand for."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from hearth.people.matching.comparing import OTHER, PREFIX, RANK, street_level, token_level
from hearth.people.matching.indexing import NAME, STREET
from hearth.people.matching.keys import name_keys, street_keys
from hearth.people.matching.tokens import Place, name_tokens, place_of

MOST_ALIKE = 60
"""Tokens that one typed token is widened to, the likest and commonest first."""
MOST_BEGINNING = 200
"""Longer names that a beginning is widened to; without a home to narrow them only the likest are looked up."""
MOST_STREETS = 12


@dataclass(slots=True)
class Alike:
    """What one typed token may stand for: each token's level, and the ids to look people up by."""

    typed: str
    levels: dict[str, str] = field(default_factory=dict)
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
    given: int
    family: int


_FIND = """
SELECT w.slot, t.id, t.text, t.given, t.family
FROM unnest(%s::int[], %s::int[]) w(slot, key) JOIN people_tokenkey k ON k.key = w.key JOIN people_token t ON t.id = k.token_id
UNION
SELECT b.slot, t.id, t.text, t.given, t.family FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) b(slot, kind, low, high),
LATERAL (SELECT id, text, given, family FROM people_token
         WHERE people_token.kind = b.kind AND text ~>=~ b.low AND text ~<~ b.high ORDER BY given + family DESC LIMIT %s) t
"""


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
    found: dict[int, list[Found]] = {}
    if keys:
        with connection.cursor() as cursor:
            columns = [list(column) for column in zip(*beginnings, strict=True)] or [[], [], [], []]
            cursor.execute(_FIND, [slots, keys, *columns, MOST_BEGINNING])
            for slot, *one in cursor.fetchall():
                found.setdefault(slot, []).append(Found(*one))
    alike = {token: _names(token, found.get(slot, [])) for slot, token in enumerate(tokens)}
    return Widened(alike, _streets(place, found.get(-1, [])), place)


def _after(text: str) -> str:
    return text[:-1] + chr(ord(text[-1]) + 1)


def _names(typed: str, found: list[Found]) -> Alike:
    alike, ranked = Alike(typed), []
    for one in found:
        level = token_level(typed, one.text)
        if level != OTHER:
            alike.levels[one.text] = level
            alike.counts[one.text] = (one.given, one.family)
            ranked.append((RANK[level], -one.given - one.family, one.number))
    alike.ids = [number for _, _, number in sorted(ranked)]
    return alike


def _streets(place: Place, found: list[Found]) -> list[int]:
    ranked = sorted((RANK[level], one.number) for one in found if (level := street_level(place.street, one.text)) != OTHER)
    return [number for _, number in ranked[:MOST_STREETS]]
