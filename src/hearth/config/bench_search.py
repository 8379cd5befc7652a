"""`./hearth bench search`: what is found among a million people, how fast, and what is never called the same person."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection
from django.urls import reverse

from hearth.config import embedded
from hearth.config.bench_database import Measure, browser, milliseconds, percentile, reader, settle
from hearth.config.population import Query, Someone, hard_pairs, people, queries
from hearth.foundation import worktime
from hearth.people.folding import fold
from hearth.people.matching import finding, indexing
from hearth.people.search import Terms

DAY = date(2026, 6, 1)
PER_KIND = 400
PLAIN = 15
"""Queries of a kind that the plain trigram search is asked too: it is slow."""
RECALL, OVERALL, APPROXIMATE = 0.99, 0.999, 0.985
DATABASE_MS, FRAGMENT_MS, CHANGE_MS, PRECISION = 20.0, 40.0, 5.0, 0.999
SAMPLE = 25
"""Queries of a kind that the page is asked, and people of whom something changes."""


def measure(size: int) -> list[Measure]:
    """Build the base, ask the reported queries, compare with a plain trigram search, and try twins and namesakes."""
    started = time.monotonic()
    everybody = list(people(size))
    made = time.monotonic()
    load(everybody)
    loaded = time.monotonic()
    indexing.rebuild()
    settle()
    found = [
        Measure("people made", made - started, "s"),
        Measure("people loaded", loaded - made, "s"),
        Measure("index built", time.monotonic() - loaded, "s"),
        *_sizes(),
    ]
    asked = queries(everybody, PER_KIND, part="reported", seed=77, today=DAY)
    with worktime.frozen(f"{DAY}T10:00"):  # ages are said as of that day
        found += _recall(asked)
        found += [*_fragment(asked), *_change(everybody)]
        found += _plain(asked)
        return found + _precision(everybody)


def load(everybody: Iterable[Someone]) -> None:
    """Write people as they would be recorded, past the history triggers, as the administrator of a database made for it."""
    where = embedded.place()
    with psycopg.connect(where.url("postgres", connection.settings_dict["NAME"])) as administrator:
        administrator.execute("SET session_replication_role = replica")
        rows = list(everybody)
        with administrator.cursor() as cursor:
            _copy(cursor, "people_person", PERSON, (_person(one) for one in rows))
            names = ((_id("person", one.number), *name, "former") for one in rows for name in one.other_names)
            _copy(cursor, "people_personname", ("person_id", "forenames", "surname", "kind"), names)
            places: dict[tuple[str, str, str], UUID] = {}
            for one in rows:
                for home in one.homes:
                    places.setdefault((home.lines, home.town, home.postcode), _id("address", len(places)))
            _copy(
                cursor,
                "people_address",
                ("id", "lines", "town", "postcode", "uprn"),
                ((key, *place, "") for place, key in places.items()),
            )
            lived = (
                (_id("person", one.number), places[home.lines, home.town, home.postcode], "yes", home.since, home.until, False)
                for one in rows
                for home in one.homes
            )
            columns = ("person_id", "address_id", "lives_there", "starts_on", "ends_on", "confidential")
            _copy(cursor, "people_residence", columns, lived)
    connection.close()


def _copy(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _id(kind: str, number: int) -> UUID:
    return UUID(int=(1 if kind == "person" else 2) << 100 | number)


PERSON = (
    "id", "number", "kind", "forenames", "surname", "known_as", "date_of_birth", "birth_estimated", "expected_date", "hospital",
    "sex", "ethnicity", "nationality", "first_language", "interpreter", "religion", "communication", "disabilities",
    "nhs_number", "upn", "disability_needs", "telephone", "telephone_safe", "email", "email_safe", "safe_contact", "version",
    "search_name",
)  # fmt: skip


def _person(one: Someone) -> tuple[Any, ...]:
    born, due = one.date_of_birth, one.expected_date
    return (
        _id("person", one.number), one.number, one.kind, one.forenames, one.surname, one.known_as, born, one.birth_estimated, due,
        "", one.sex, one.ethnicity, "", "", "", "", "", [], one.nhs_number, one.upn, "", one.telephone, "not_asked", "",
        "not_asked", "", 1, fold(one.forenames, one.known_as, one.surname),
    )  # fmt: skip


def terms_of(query: Query) -> Terms:
    """A query of the population as it is typed into the search."""
    if query.text:
        return Terms.from_text(query.text)
    return Terms(
        forenames=query.forenames,
        surname=query.surname,
        known_as=query.known_as,
        date_of_birth=query.date_of_birth,
        age=query.age,
        expected_date=query.expected_date,
        address=query.address,
        postcode=query.postcode,
        telephone=query.telephone,
        nhs_number=query.nhs_number,
        upn=query.upn,
    )


def _recall(asked: Sequence[Query]) -> list[Measure]:
    kinds: dict[str, list[tuple[int, float, float]]] = {}
    for query in asked[:50]:
        finding.search(terms_of(query), 10)
    for query in asked:
        kinds.setdefault(query.kind, []).append(ask(query))
    found = []
    for kind, answers in [*kinds.items(), ("all kinds", [one for some in kinds.values() for one in some])]:
        aim = OVERALL if kind == "all kinds" else APPROXIMATE if kind == "transliteration_age" else RECALL
        places = [place for place, _, _ in answers]
        found.append(Measure(f"{kind}, found first", sum(place == 1 for place in places) / len(places), "share"))
        found.append(
            Measure(f"{kind}, found in ten", sum(0 < place <= 10 for place in places) / len(places), "share", aim, least=True)
        )
        for words, at, aims in (("database", 1, DATABASE_MS), ("whole", 2, None)):
            taken = sorted(answer[at] for answer in answers)
            found += [Measure(f"{kind}, {words} p{p}", percentile(taken, p), "ms", aims if p == 95 else None) for p in (50, 95, 99)]
    return found


def ask(query: Query) -> tuple[int, float, float]:
    """Where the right answer stands (0 for nowhere), milliseconds in the database, and altogether."""
    spent = 0.0

    def timing(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal spent
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent += time.perf_counter() - began

    began = time.perf_counter()
    with connection.execute_wrapper(timing):
        ranked = finding.search(terms_of(query), 10)
    whole = time.perf_counter() - began
    place = next((at for at, one in enumerate(ranked, 1) if one.number in query.answers), 0)
    return place, spent * 1000, whole * 1000


def _fragment(asked: Sequence[Query]) -> list[Measure]:
    """What stands beside the call while a child is named: the whole answer of the page, for some queries of each kind."""
    client = browser(reader("worker", "social_worker"))
    kinds: dict[str, list[dict[str, str]]] = {}
    for query in asked:
        if not query.text:
            kinds.setdefault(query.kind, []).append(_typed(query))
    typed = [one for some in kinds.values() for one in some[:SAMPLE]]
    client.post(reverse("matches"), typed[0])
    taken = []
    for one in typed:
        began = time.perf_counter()
        answer = client.post(reverse("matches"), one)
        taken.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"The matches answered {answer.status_code}")
    taken.sort()
    words = "matches beside the call, the page's whole answer"
    return [Measure(f"{words} p50", percentile(taken, 50), "ms"), Measure(f"{words} p95", percentile(taken, 95), "ms", FRAGMENT_MS)]


def _typed(query: Query) -> dict[str, str]:
    """A query as the call's page sends it, by the first child."""
    said: dict[str, Any] = {
        name: getattr(query, name) for name in ("forenames", "surname", "known_as", "age", "address", "postcode")
    }
    for name in ("date_of_birth", "expected_date"):
        if day := getattr(query, name):
            said[name] = f"{day.day} {day.month} {day.year}"
    said |= {"kind": "unborn" if query.expected_date else "child", "safe_now": "not_asked"}
    return {"prefix": "children-0"} | {f"children-0-{name}": str(value) for name, value in said.items() if value not in (None, "")}


def _change(everybody: Sequence[Someone]) -> list[Measure]:
    """What a change of one person costs to keep the search right, in the same transaction."""
    some = [_id("person", one.number) for one in everybody[:: max(1, len(everybody) // SAMPLE)]][:SAMPLE]
    taken = milliseconds(lambda number: indexing.refresh([some[number % len(some)]]), len(some) * 2)
    return [Measure("indexing one changed person, p95", percentile(taken, 95), "ms", CHANGE_MS)]


def _plain(asked: Sequence[Query]) -> list[Measure]:
    """The usual way instead: the ten nearest names by a trigram index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_limit(0.3)")
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("CREATE INDEX bench_plain ON people_person USING gist (search_name gist_trgm_ops)")
    kinds: dict[str, list[Query]] = {}
    for query in asked:
        kinds.setdefault(query.kind, []).append(query)
    hits, taken = [], []
    for some in kinds.values():
        for query in some[:PLAIN]:
            name = fold(query.text or f"{query.forenames} {query.surname}")
            began = time.perf_counter()
            with connection.cursor() as cursor:
                cursor.execute("SELECT number FROM people_person ORDER BY search_name <-> %s LIMIT 10", [name])
                numbers = {number for (number,) in cursor.fetchall()}
            taken.append((time.perf_counter() - began) * 1000)
            hits.append(bool(numbers & query.answers))
    return [
        Measure("plain trigram search, found in ten", sum(hits) / len(hits), "share"),
        Measure("plain trigram search, p95", percentile(sorted(taken), 95), "ms"),
    ]


def _precision(everybody: Sequence[Someone]) -> list[Measure]:
    """Everything known of one twin or namesake is typed: is another ever called the same person?"""
    by_number = {one.number: one for one in everybody}
    said, wrong, twins = 0, 0, 0
    for first, second, kind in list(hard_pairs(everybody))[:4000]:
        typed, other = by_number[first], by_number[second]
        home = typed.homes[-1] if typed.homes else None
        terms = Terms(
            forenames=typed.forenames,
            surname=typed.surname,
            date_of_birth=None if typed.birth_estimated else typed.date_of_birth,
            address=home.lines if home else "",
            postcode=home.postcode if home else "",
        )
        right = {typed.number, typed.same_as} | {one for one in (other.same_as,) if one == typed.number}
        for one in finding.search(terms, 10):
            if one.band == finding.SAME:
                said += 1
                mistaken = one.number == second or (one.number not in right and by_number[one.number].same_as != typed.number)
                wrong += mistaken
                twins += mistaken and kind == "twin"
    return [
        Measure("called the same person among twins and namesakes", said, "times"),
        Measure("of these rightly", (said - wrong) / said if said else 1.0, "share", PRECISION, least=True),
        Measure("one twin shown as the other", twins, "times", 0),
    ]


def _sizes() -> list[Measure]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_token WHERE kind = 'n'")
        found = [Measure("distinct tokens of names", cursor.fetchone()[0], "tokens")]
        for table in ("people_token", "people_tokenkey", "people_card", "people_row"):
            cursor.execute("SELECT pg_table_size(%s::regclass), pg_indexes_size(%s::regclass)", [table, table])
            whole, index = cursor.fetchone()
            found += [Measure(f"{table}, table", whole / 1e6, "MB"), Measure(f"{table}, indexes", index / 1e6, "MB")]
    return found
