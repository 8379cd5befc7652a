"""The search cards as a table that Splink reads: names, sounds and streets cut up by our own code."""

import json
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from hearth.foundation import worktime
from hearth.people.linking.extra import module
from hearth.people.linking.levels import MACROS
from hearth.people.matching.comparing import bare_street
from hearth.people.matching.nicknames import groups_of
from hearth.people.matching.sounds import skeletons

_PIECE = 20_000
_NAME = "STRUCT(t VARCHAR, g VARCHAR[], s VARCHAR[])[]"
_HOME = "STRUCT(house VARCHAR, street VARCHAR, whole VARCHAR, bare VARCHAR, code VARCHAR)"
COLUMNS = {
    "unique_id": "BIGINT", "given": _NAME, "family": _NAME, "born": "DATE", "born_text": "VARCHAR", "age": "INTEGER",
    "home": _HOME, "homes": f"{_HOME}[]", "telephone": "BIGINT", "nhs": "VARCHAR", "upn": "VARCHAR", "first_given": "VARCHAR",
    "first_family": "VARCHAR", "given_sound": "VARCHAR", "family_sound": "VARCHAR", "year": "INTEGER",
}  # fmt: skip
_READ = """
SELECT number, given, family, born, born_estimated, houses, streets, postcodes, telephone, nhs_number, upn
FROM people_card WHERE NOT person_id = ANY(%s) ORDER BY number
"""


def loaded(place: Path, *, without: Collection[UUID] = (), memory: str = "6GB") -> Any:
    """A DuckDB connection with the table `people` of everybody but some, and the levels as macros.

    `place` is a folder of its own for what does not fit into memory; nothing is left there once the caller removes it.
    Raises `extra.Missing` where the extra is not installed.
    """
    con = module("duckdb").connect(str(place / "linking.duckdb"))
    con.execute(f"SET memory_limit = '{memory}'")
    con.execute(f"SET temp_directory = '{place}'")
    for macro in MACROS:
        con.execute(macro)
    con.execute(f"CREATE TABLE people ({', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())})")
    file = place / "people.json"
    for rows in _pieces(list(without)):
        with file.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
        con.read_json(str(file), format="newline_delimited", columns=COLUMNS).insert_into("people")
    file.unlink(missing_ok=True)
    return con


def _pieces(without: list[UUID]) -> Iterator[list[dict[str, Any]]]:
    today = worktime.today()
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(_READ, [without])
        while rows := cursor.fetchmany(_PIECE):
            yield [_row(row, today) for row in rows]


def _row(row: tuple[Any, ...], today: date) -> dict[str, Any]:
    number, given, family, born, estimated, houses, streets, codes, telephone, nhs, upn = row
    homes = [home(*one) for one in zip(houses, streets, codes, strict=True)]
    sure = born if born and not estimated else None
    return {
        "unique_id": number,
        "given": tokens(given),
        "family": tokens(family),
        "born": sure.isoformat() if sure else None,
        "born_text": f"{sure:%d%m%Y}" if sure else None,
        "age": today.year - born.year - ((today.month, today.day) < (born.month, born.day)) if born else None,
        "home": homes[0] if homes and (homes[0]["street"] or homes[0]["code"]) else None,
        "homes": homes,
        "telephone": telephone,
        "nhs": f"{nhs:010d}" if nhs is not None else None,
        "upn": upn or None,
        "first_given": given[0] if given else None,
        "first_family": family[0] if family else None,
        "given_sound": min(skeletons(given[0]), default=None) if given else None,
        "family_sound": min(skeletons(family[0]), default=None) if family else None,
        "year": born.year if born else None,
    }


def tokens(names: Collection[str]) -> list[dict[str, Any]]:
    """Tokens of names with what makes them alike."""
    return [{"t": token, "g": sorted(groups_of(token)), "s": sorted(skeletons(token))} for token in names]


def home(house: str, street: str, code: str) -> dict[str, str]:
    """A home with its street in the forms that are compared."""
    return {"house": house, "street": street, "whole": street.replace(" ", ""), "bare": bare_street(street), "code": code}
