"""Keeping what searching needs right: for one person in the transaction that changes them, or for everybody at once."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from hearth.people.folding import digits
from hearth.people.folding import postcode as as_postcode
from hearth.people.matching.keys import name_keys, street_keys
from hearth.people.matching.tokens import Place, name_tokens, place_of

NAME, STREET = "n", "s"
MOST_HOMES = 6
"""Homes of one person that are searched, the newest first."""


@dataclass
class Source:
    """A person's own rows as read for indexing."""

    number: int
    person: UUID
    kind: str
    sex: str
    forenames: str
    surname: str
    known_as: str
    born: date | None
    born_estimated: bool
    expected: date | None
    nhs_number: str
    upn: str
    telephone: str
    other_names: list[tuple[str, str]] = field(default_factory=list)
    homes: list[tuple[str, str]] = field(default_factory=list)
    """(lines, postcode), the newest first, confidential ones left out."""

    @cached_property
    def given(self) -> tuple[str, ...]:
        """Tokens of every forename they have or had."""
        return _tokens([self.forenames, self.known_as, *(forenames for forenames, _ in self.other_names)])

    @cached_property
    def family(self) -> tuple[str, ...]:
        """Tokens of every surname they have or had."""
        return _tokens([self.surname, *(surname for _, surname in self.other_names)])

    @cached_property
    def places(self) -> list[Place]:
        """Where they live and lived."""
        return [place_of(lines) for lines, _ in self.homes]


def _tokens(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for text in texts if text for token in name_tokens(text)))


def as_number(text: str, last: int) -> int | None:
    """The last digits of a number as an integer; None without any."""
    found = digits(text)[-last:]
    return int(found) if found else None


_READ = """
SELECT p.number, p.id, p.kind, p.sex, p.forenames, p.surname, p.known_as, p.date_of_birth, p.birth_estimated, p.expected_date,
       p.nhs_number, p.upn, p.telephone,
       coalesce((SELECT json_agg(json_build_array(n.forenames, n.surname) ORDER BY n.id)
                 FROM (SELECT id, forenames, surname FROM people_personname WHERE person_id = p.id
                       UNION ALL
                       SELECT m.number, unnest(ARRAY[m.forenames, m.known_as]), m.surname
                       FROM people_person m WHERE m.merged_into_id = p.id
                       UNION ALL
                       SELECT o.id, o.forenames, o.surname FROM people_personname o
                       JOIN people_person m ON m.id = o.person_id WHERE m.merged_into_id = p.id) n), '[]'::json),
       coalesce((SELECT json_agg(json_build_array(a.lines, a.postcode) ORDER BY r.ends_on DESC NULLS FIRST, r.id DESC)
                 FROM people_residence r JOIN people_address a ON a.id = r.address_id
                 WHERE r.person_id = p.id AND NOT r.confidential), '[]'::json)
FROM people_person p
"""


def _sources(where: str, values: list[Any]) -> Iterator[Source]:
    with connection.cursor() as cursor:
        cursor.execute(_READ + where, values)
        for row in cursor.fetchall():
            names, homes = ([(a, b) for a, b in pairs] for pairs in row[13:])
            one = Source(*row[:13])
            one.other_names, one.homes = names, homes[:MOST_HOMES]
            yield one


def refresh(people: Collection[UUID]) -> None:
    """Make the cards and rows of these people anew, in the caller's transaction."""
    if not people:
        return
    ids = list(people)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_row WHERE person IN (SELECT number FROM people_person WHERE id = ANY(%s))", [ids])
        cursor.execute("DELETE FROM people_card WHERE person_id = ANY(%s)", [ids])
        _write(list(_sources("WHERE p.id = ANY(%s) AND p.merged_into_id IS NULL", [ids])), _Tokens())


def add(people: list[Source]) -> None:
    """Make the cards and rows of people just added, in the caller's transaction. Their tokens are counted by `count_tokens`."""
    _write(people, _Tokens())


def rebuild(batch: int = 20_000) -> int:
    """Make everything anew, for everybody; how many people. Tokens keep their ids, and get the keys that they have by now."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_row; DELETE FROM people_card; DELETE FROM people_tokenkey")
        cursor.execute("SELECT kind, text, id FROM people_token")
        _copy(cursor, KEYS, _keys(cursor.fetchall()))
        cursor.execute("SELECT coalesce(max(number), 0) FROM people_person")
        last, done, tokens = cursor.fetchone()[0], 0, _Tokens(keep=True)
        start = -1
        while start < last:
            rows = list(_sources("WHERE p.number > %s AND p.merged_into_id IS NULL ORDER BY p.number LIMIT %s", [start, batch]))
            if not rows:
                break
            _write(rows, tokens)
            start, done = rows[-1].number, done + len(rows)
    count_tokens()
    return done


def count_tokens() -> None:
    """Count again how often each token is a forename and a surname: the weights of rare and common names."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE people_token t SET given = coalesce(g.many, 0), family = coalesce(f.many, 0)
            FROM people_token o
            LEFT JOIN (SELECT token, count(*) AS many FROM people_card, unnest(given) token GROUP BY 1) g ON g.token = o.text
            LEFT JOIN (SELECT token, count(*) AS many FROM people_card, unnest(family) token GROUP BY 1) f ON f.token = o.text
            WHERE t.id = o.id AND o.kind = 'n' AND (t.given, t.family) IS DISTINCT FROM (coalesce(g.many, 0), coalesce(f.many, 0))
            """
        )
        for table in ("people_token", "people_tokenkey", "people_card", "people_row"):
            cursor.execute(f"ANALYZE {table}")


class _Tokens:
    """Ids of tokens, made where they are new. `keep` holds them all for a rebuild."""

    def __init__(self, *, keep: bool = False) -> None:
        self.keep = keep
        self.ids: dict[tuple[str, str], int] = {}

    def learn(self, wanted: set[tuple[str, str]]) -> None:
        """Have an id for each (kind, text)."""
        missing = sorted(wanted - self.ids.keys())
        if not missing:
            return
        kinds, texts = [kind for kind, _ in missing], [text for _, text in missing]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT t.kind, t.text, t.id FROM people_token t JOIN unnest(%s::text[], %s::text[]) w(kind, text)"
                " ON t.kind = w.kind AND t.text = w.text",
                [kinds, texts],
            )
            self.ids.update({(kind, text): number for kind, text, number in cursor.fetchall()})
            new = [one for one in missing if one not in self.ids]
            if new:
                self._add(cursor, new)

    def _add(self, cursor: Any, new: list[tuple[str, str]]) -> None:
        kinds, texts = [kind for kind, _ in new], [text for _, text in new]
        # Two who bring the same new name at once: the second waits for the first, then finds its token.
        cursor.execute(
            "INSERT INTO people_token (kind, text, given, family) SELECT kind, text, 0, 0 FROM unnest(%s::text[], %s::text[])"
            " w(kind, text) ON CONFLICT (kind, text) DO NOTHING RETURNING kind, text, id",
            [kinds, texts],
        )
        made = {(kind, text): number for kind, text, number in cursor.fetchall()}
        self.ids.update(made)
        if len(made) < len(new):
            self.learn(set(new))
        _copy(cursor, KEYS, _keys((kind, text, number) for (kind, text), number in made.items()))


KEYS = "people_tokenkey (key, token_id, text)"


def _keys(tokens: Iterable[tuple[str, str, int]]) -> Iterator[tuple[int, int, str]]:
    """The keys of tokens, each with the token's id and text."""
    for kind, text, number in tokens:
        for key in name_keys(text) if kind == NAME else street_keys(text):
            yield key, number, text


def _copy(cursor: Any, into: str, rows: Iterable[tuple[object, ...]]) -> None:
    """COPY rows of numbers, dates and folded words; none of them holds anything that COPY would read as its own."""
    lines = iter("\t".join([_NULL if value is None else str(value) for value in row]) + "\n" for row in rows)
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        while some := "".join(islice(lines, 1_000)):
            copy.write(some)


_NULL = r"\N"


def _array(values: Iterable[str]) -> str:
    return "{" + ",".join([f'"{value}"' for value in values]) + "}"


def _write(people: list[Source], tokens: _Tokens) -> None:
    wanted: set[tuple[str, str]] = set()
    for one in people:
        wanted.update((NAME, token) for token in (*one.given, *one.family))
        wanted.update((STREET, place.street) for place in one.places if place.street)
    tokens.learn(wanted)
    with connection.cursor() as cursor:
        _copy(cursor, f"people_card ({', '.join(CARD)})", (_card(one) for one in people))
        rows = (row for one in people for row in _rows(one, tokens))
        _copy(cursor, "people_row (person, given, family, year, street, house)", rows)


CARD = (
    "number", "person_id", "kind", "sex", "given", "family", "born", "born_estimated", "expected",
    "houses", "streets", "postcodes", "nhs_number", "upn", "telephone",
)  # fmt: skip


def _card(one: Source) -> tuple[object, ...]:
    places = one.places
    return (
        one.number,
        one.person,
        one.kind,
        one.sex,
        _array(one.given),
        _array(one.family),
        one.born,
        one.born_estimated,
        one.expected,
        _array(place.house for place in places),
        _array(place.street for place in places),
        _array(plain(as_postcode(code)) for _, code in one.homes),
        as_number(one.nhs_number, 10),
        plain(one.upn.upper()).strip() or None,
        as_number(one.telephone, 9),
    )


def plain(text: str) -> str:
    """A code with nothing in it but capitals, digits and spaces."""
    return re.sub(r"[^A-Z0-9 ]", "", text)


def _rows(one: Source, tokens: _Tokens) -> Iterator[tuple[int, ...]]:
    year = one.born.year if one.born else one.expected.year if one.expected else 0
    given = [tokens.ids[NAME, token] for token in one.given] or [0]
    family = [tokens.ids[NAME, token] for token in one.family] or [0]
    homes = {(tokens.ids[STREET, place.street], place.house_number) for place in one.places if place.street} or {(0, 0)}
    for street, house in sorted(homes):
        for first in given:
            for last in family:
                yield (one.number, first, last, year, street, house)
