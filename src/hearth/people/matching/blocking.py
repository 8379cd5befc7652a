"""Who is worth weighing: each way of finding is a look-up of exact numbers; together they find the record or nobody does."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from stdnum.gb.nhs import is_valid

from hearth.people.folding import digits, postcode
from hearth.people.matching.indexing import as_number, plain
from hearth.people.matching.wanted import MOST_ALIKE, Widened

NONE = 0
"""Stands in a row for a forename or a surname that is not known."""
LIKEST = 12
"""Tokens that each typed token stands for where there is a home to look by, and no year to narrow the names by."""
MOST = 300
"""People that one way of finding brings, the nearest in age first where an age is known."""


@dataclass(frozen=True, slots=True, repr=False)
class Carded:
    """A person's card as read for weighing."""

    number: int
    person: Any
    kind: str
    sex: str
    given: list[str]
    family: list[str]
    born: date | None
    born_estimated: bool
    expected: date | None
    houses: list[str]
    streets: list[str]
    postcodes: list[str]
    nhs_number: int | None
    upn: str | None
    telephone: int | None


_CARDS = """
SELECT c.number, c.person_id, c.kind, c.sex, c.given, c.family, c.born, c.born_estimated, c.expected,
       c.houses, c.streets, c.postcodes, c.nhs_number, c.upn, c.telephone
FROM people_card c WHERE c.number = ANY(ARRAY(_UNION_))
"""


@dataclass(slots=True, repr=False)
class Way:
    """One way of finding: a query for people's numbers, and its values."""

    sql: str
    values: list[Any]


def find(terms: Any, widened: Widened, given: list[str], family: list[str]) -> list[Carded]:
    """The cards of everybody worth weighing. `given` and `family` are the typed tokens that may be either."""
    ways = list(_ways(terms, widened, given, family))
    if not ways:
        return []
    union = " UNION ".join(f"({way.sql} LIMIT {MOST})" for way in ways)
    with connection.cursor() as cursor:
        cursor.execute(_CARDS.replace("_UNION_", union), [value for way in ways for value in way.values])
        return [Carded(*row) for row in cursor.fetchall()]


def _ways(terms: Any, widened: Widened, given: list[str], family: list[str]) -> Iterator[Way]:
    year = _year(terms)
    firsts, lasts = _ids(widened, given), _ids(widened, family)
    if len({*given, *family}) > 1 and firsts and lasts:
        yield _names(_best(widened, given), _best(widened, family), year)
        if year is None and widened.streets:  # at home the widest are looked for by street
            firsts, lasts = firsts[:LIKEST], lasts[:LIKEST]
        yield _wide([*firsts, NONE], [*lasts, NONE], year)
        if year is not None:  # one name as it was said leads to any spelling of the other
            yield _wide(_every(widened, given), _best(widened, family), year)
            yield _wide(_best(widened, given), _every(widened, family), year)
        if given != family:
            yield _wide(lasts, firsts, year)
    elif firsts or lasts:
        yield from _one_name(firsts, lasts, year)
    yield from _at_home(widened, _every(widened, given), _every(widened, family))
    yield from _by_day(terms, widened)
    yield from _by_number(terms)
    if code := plain(postcode(terms.postcode)):
        yield Way("SELECT number FROM people_card WHERE postcodes @> ARRAY[%s]", [code])


def _ids(widened: Widened, typed: list[str]) -> list[int]:
    return list(dict.fromkeys(number for token in typed for number in widened.names[token].ids[:MOST_ALIKE]))


def _every(widened: Widened, typed: list[str]) -> list[int]:
    return list(dict.fromkeys(number for token in typed for number in widened.names[token].ids))


def _best(widened: Widened, typed: list[str]) -> list[int]:
    return list(dict.fromkeys(number for token in typed for number in widened.names[token].ids[:4]))


def _names(given: list[int], family: list[int], year: int | None) -> Way:
    if year is None:
        return Way("SELECT DISTINCT person FROM people_row WHERE family = ANY(%s) AND given = ANY(%s)", [family, given])
    return Way(
        "SELECT person FROM (SELECT DISTINCT person, year FROM people_row WHERE family = ANY(%s) AND given = ANY(%s)) n"
        " ORDER BY abs(year - %s), person",
        [family, given, year],
    )


_NEAR = """
SELECT person FROM (SELECT DISTINCT person, year FROM people_row WHERE _WHERE_ AND year = ANY(%s)) n
ORDER BY abs(year - %s), person
"""
_ANY_AGE = "SELECT DISTINCT person FROM people_row WHERE _NAME_ = ANY(%s)"


def _wide(given: list[int], family: list[int], year: int | None) -> Way:
    """Names far from what was typed, of those born about then: with a wrong year too they would say nothing."""
    if year is None:
        return _names(given, family, year)
    sql = _NEAR.replace("_WHERE_", "family = ANY(%s) AND given = ANY(%s)")
    return Way(sql, [family, given, _about(year), year])


def _about(year: int) -> list[int]:
    return [0, *range(year - 2, year + 2)]


def _one_name(given: list[int], family: list[int], year: int | None) -> Iterator[Way]:
    for column, ids in (("given", given), ("family", family)):
        if ids and year is not None:
            yield Way(_NEAR.replace("_WHERE_", f"{column} = ANY(%s)"), [ids, _about(year)[1:], year])
        elif ids:
            yield Way(_ANY_AGE.replace("_NAME_", column), [ids[:4]])


def _at_home(widened: Widened, given: list[int], family: list[int]) -> Iterator[Way]:
    if not widened.streets:
        return
    if family:
        yield Way("SELECT DISTINCT person FROM people_row WHERE family = ANY(%s) AND street = ANY(%s)", [family, widened.streets])
    if given and given != family:
        yield Way("SELECT DISTINCT person FROM people_row WHERE given = ANY(%s) AND street = ANY(%s)", [given, widened.streets])
    if widened.place.house_number:
        yield Way(
            "SELECT DISTINCT person FROM people_row WHERE street = ANY(%s) AND house = %s",
            [widened.streets, widened.place.house_number],
        )


def _by_day(terms: Any, widened: Widened) -> Iterator[Way]:
    if terms.date_of_birth:
        # Very many are down as born on the first of January: those who share a name come first.
        named = [token for alike in widened.names.values() for token in alike.levels]
        sql = "SELECT number FROM people_card WHERE born = ANY(%s) ORDER BY NOT (given && %s OR family && %s), number"
        yield Way(sql, [_days(terms.date_of_birth), named, named])
    if terms.expected_date:
        yield Way(
            "SELECT number FROM people_card WHERE expected BETWEEN %s::date - 21 AND %s::date + 21", [terms.expected_date] * 2
        )


def _days(day: date) -> list[date]:
    days = [day]
    if day.day <= 12 and day.day != day.month:
        days.append(date(day.year, day.day, min(day.month, calendar.monthrange(day.year, day.day)[1])))
    return days


def _by_number(terms: Any) -> Iterator[Way]:
    if terms.nhs_number and (nhs := digits(terms.nhs_number)):
        yield Way("SELECT number FROM people_card WHERE nhs_number = ANY(%s)", [sorted(_neighbours(nhs))])
    if upn := plain(terms.upn.upper()).strip():
        yield Way("SELECT number FROM people_card WHERE upn = %s", [upn])
    if terms.number.strip().isascii() and terms.number.strip().isdigit() and len(terms.number.strip()) <= 12:
        yield Way("SELECT number FROM people_card WHERE number = %s", [int(terms.number)])
    if terms.telephone and (telephone := as_number(terms.telephone, 9)):
        yield Way("SELECT number FROM people_card WHERE telephone = %s", [telephone])


def _neighbours(nhs: str) -> set[int]:
    """The number, and those one digit away or with two digits beside each other exchanged that have a right check digit."""
    near = {nhs}
    if len(nhs) == 10:
        for at in range(10):
            near |= {nhs[:at] + digit + nhs[at + 1 :] for digit in "0123456789"}
            if at < 9:
                near.add(nhs[:at] + nhs[at + 1] + nhs[at] + nhs[at + 2 :])
    return {int(one) for one in near if one == nhs or is_valid(one)}


def _year(terms: Any) -> int | None:
    if terms.date_of_birth:
        return int(terms.date_of_birth.year)
    if terms.expected_date:
        return int(terms.expected_date.year)
    return terms.born_about
