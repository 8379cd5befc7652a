"""The levels in SQL are the levels in Python: on thousands of pairs of names, dates, homes and numbers."""

import json
import random
import re
from datetime import date, timedelta

import duckdb
import pytest
from django.db import connection
from rapidfuzz.distance import DamerauLevenshtein

from hearth.config.population import people
from hearth.config.population.exporting import export
from hearth.people.importing import running
from hearth.people.importing.files import open_people
from hearth.people.linking import levels, tables
from hearth.people.matching.comparing import BEST_FIRST, RANK, birth_level, home_level, nhs_level, token_level
from hearth.people.matching.tokens import place_of
from tests.support.people import staff


@pytest.fixture(scope="module")
def population():
    return list(people(4_000))


@pytest.fixture(scope="module")
def con():
    made = duckdb.connect()
    for macro in levels.MACROS:
        made.execute(macro)
    return made


def case(field: str) -> str:
    nothing, said = levels.FIELDS[field]
    whens = " ".join(f"WHEN {sql} THEN '{level}'" for level, sql in said.items() if sql != "ELSE")
    last = next(level for level, sql in said.items() if sql == "ELSE")
    return f"CASE WHEN {nothing} THEN 'unknown' {whens} ELSE '{last}' END"


def in_sql(con, field: str, columns: dict[str, str], pairs: list[dict], tmp_path) -> list[str]:
    file = tmp_path / "pairs.json"
    file.write_text("\n".join(json.dumps({"place": at} | pair) for at, pair in enumerate(pairs)), encoding="utf-8")
    named = ", ".join(f"{name}: '{kind}'" for name, kind in ({"place": "INTEGER"} | columns).items())
    sql = f"SELECT {case(field)} FROM read_json('{file}', format = 'newline_delimited', columns = {{{named}}}) ORDER BY place"  # noqa: S608 - our own levels
    return [level for (level,) in con.execute(sql).fetchall()]


def mutated(word: str, draw: random.Random) -> str:
    for _ in range(draw.randint(0, 3)):
        at = draw.randrange(len(word) + 1)
        kind = draw.choice(("drop", "add", "change", "swap"))
        letter = draw.choice("aeioustrnlkmzy")
        if kind == "drop" and len(word) > 1:
            word = word[:at] + word[at + 1 :]
        elif kind == "add":
            word = word[:at] + letter + word[at:]
        elif kind == "change":
            word = word[:at] + letter + word[at + 1 :]
        elif at + 1 < len(word):
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word


def test_names_are_at_the_same_level(con, population, tmp_path):
    draw = random.Random(5)
    words = sorted({word.lower() for one in population for word in one.forenames.split() if word.isascii() and word.isalpha()})
    sets = []
    for _ in range(6_000):
        left = [draw.choice(words) for _ in range(draw.randint(1, 2))]
        right = [mutated(draw.choice(left), draw) if draw.random() < 0.6 else draw.choice(words) for _ in range(draw.randint(1, 3))]
        sets.append((left, right))
    pairs = [{"given_l": tables.tokens(left), "given_r": tables.tokens(right)} for left, right in sets]
    said = in_sql(con, "given", {"given_l": tables._NAME, "given_r": tables._NAME}, pairs, tmp_path)
    meant = [min((token_level(a, b) for a in left for b in right), key=RANK.__getitem__) for left, right in sets]
    differing = [(one, sql, python) for one, sql, python in zip(sets, said, meant, strict=True) if sql != python]
    # A letter between two exchanged letters is two errors to DuckDB and three to a search: no other difference stands behind them.
    assert all(sql in ("typos", "sound") and RANK[python] > RANK[sql] for _, sql, python in differing), differing
    assert all(2 in {DamerauLevenshtein.distance(a, b) for a in left for b in right} for (left, right), _, _ in differing)
    assert len(differing) < len(sets) / 200
    assert set(said) == set(BEST_FIRST)


def test_dates_of_birth_are_at_the_same_level(con, tmp_path):
    draw = random.Random(6)
    days = []
    for _ in range(4_000):
        day = date(1960, 1, 1) + timedelta(days=draw.randrange(24_000))
        other = day + timedelta(days=draw.choice((0, 1, 9, 30, 300, 365, 400, 401, 3652, -400)))
        if draw.random() < 0.2 and day.day <= 12:
            other = day.replace(month=day.day, day=day.month)
        days.append((day, other))
    pairs = [{"born_l": f"{a}", "born_r": f"{b}", "born_text_l": f"{a:%d%m%Y}", "born_text_r": f"{b:%d%m%Y}"} for a, b in days]
    columns = {"born_l": "DATE", "born_r": "DATE", "born_text_l": "VARCHAR", "born_text_r": "VARCHAR"}
    said = in_sql(con, "birth", columns, pairs, tmp_path)
    assert said == [birth_level(a, b) for a, b in days]
    assert set(said) == {"exact", "exchanged", "digit", "same year", "near", "far"}


def test_homes_are_at_the_same_level(con, population, tmp_path):
    draw = random.Random(7)
    homes = [home for one in population for home in one.homes][:3_000]
    sets = []
    for _ in range(4_000):
        left, right = draw.choice(homes), draw.choice(homes)
        lines = left.lines if draw.random() < 0.5 else right.lines
        lines = mutated(lines, draw) if draw.random() < 0.5 else lines
        lines = re.sub(r"\d+[a-z]? ", "", lines) if draw.random() < 0.2 else lines
        sets.append((place_of(left.lines), left.postcode, place_of(lines), draw.choice((left.postcode, right.postcode))))
    pairs = [
        {"home_l": tables.home(a.house, a.street, code), "homes_r": [tables.home(b.house, b.street, other)]}
        for a, code, b, other in sets
    ]
    said = in_sql(con, "home", {"home_l": tables._HOME, "homes_r": f"{tables._HOME}[]"}, pairs, tmp_path)

    assert said == [home_level((a.house, a.street, code), (b.house, b.street, other)) for a, code, b, other in sets]
    assert set(said) == {"exact", "postcode", "street", "typo", "other"}


def test_nhs_numbers_are_at_the_same_level(con, population, tmp_path):
    draw = random.Random(8)
    numbers = [one.nhs_number for one in population if one.nhs_number][:1_000]
    sets = []
    for number in numbers:
        at, digit = draw.randrange(10), draw.choice("0123456789")
        sets.append((number, draw.choice((number, draw.choice(numbers), number[:at] + digit + number[at + 1 :]))))
    pairs = [{"nhs_l": a, "nhs_r": b} for a, b in sets]
    said = in_sql(con, "nhs_number", {"nhs_l": "VARCHAR", "nhs_r": "VARCHAR"}, pairs, tmp_path)
    assert said == [nhs_level(a, b) for a, b in sets]


@pytest.mark.django_db
def test_the_table_holds_everybody_but_those_left_out(population, tmp_path):
    manager = staff("Mara Manager", "manager", "crs")
    export(population[:300], tmp_path / "people.csv")
    running.run(open_people(tmp_path / "people.csv"), "Old", manager)
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id FROM people_card ORDER BY number LIMIT 3")
        some = [one for (one,) in cursor.fetchall()]
    con = tables.loaded(tmp_path, without=some)
    assert con.execute("SELECT count(*) FROM people").fetchone()[0] == 297
    assert con.execute("SELECT count(*) FROM people WHERE len(given) > 0 AND len(given[1].s) > 0").fetchone()[0] > 250
