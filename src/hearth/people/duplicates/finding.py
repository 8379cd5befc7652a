"""Finding the pairs: Splink in blocks over everybody, each pair weighed again with our own weights and explained.

Nothing is merged. A pair that somebody said is not the same is never touched again, and a sealed record is in no pair.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pghistory
from django.db import connection, transaction

from hearth.foundation import worktime
from hearth.foundation.access.limiting import PERSON
from hearth.foundation.access.models import Restriction
from hearth.people.duplicates.models import DuplicatePair
from hearth.people.duplicates.weighing import Base, parts_of
from hearth.people.linking.extra import module, silent
from hearth.people.linking.levels import settings
from hearth.people.linking.tables import loaded
from hearth.people.matching.blocking import Carded
from hearth.people.matching.finding import POSSIBLY
from hearth.people.matching.versions import current
from hearth.people.models import Dismissal, IdentitySeparation

BLOCKS = [
    'l."nhs" = r."nhs"',
    'l."upn" = r."upn"',
    'l."born" = r."born" AND l."given_sound" = r."given_sound"',
    'l."born" = r."born" AND l."family_sound" = r."family_sound"',
    'l."year" = r."year" AND l."given_sound" = r."given_sound" AND l."family_sound" = r."family_sound"',
    'l."telephone" = r."telephone" AND l."given_sound" = r."given_sound"',
    'l."home"."code" = r."home"."code" AND l."first_given" = r."first_given"',
]
LEAST = -4.0
"""Splink's match weight, prior included, from which a pair is weighed again."""
PIECE = 5_000
_CARDS = """
SELECT number, person_id, kind, sex, given, family, born, born_estimated, expected, houses, streets, postcodes, nhs_number, upn,
       telephone
FROM people_card WHERE number = ANY(%s)
"""


@dataclass
class Found:
    """How many pairs were weighed, how many of them may be one person, and how many of those are new."""

    weighed: int = 0
    kept: int = 0
    new: int = 0


def find(*, memory: str = "6GB", told: Callable[[str], None] = silent) -> Found:
    """Bring the list of pairs up to what is recorded now. Raises `extra.Missing` where Splink is not installed."""
    began, done = worktime.now(), Found()
    place = Path(tempfile.mkdtemp(prefix="hearth-duplicates-"))
    try:
        told("Reading the search cards")
        con = loaded(place, without=left_out(), memory=memory)
        told("Comparing in blocks")
        seen: set[tuple[UUID, UUID]] = set()
        base = _base(con)
        for numbers in _likely(con, base):
            ranked = _weighed(base, numbers)
            done.weighed += len(numbers)
            done.kept += len(ranked)
            done.new += _keep(ranked)
            seen |= {(first.person, second.person) for first, second, _ in ranked}
        con.close()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    _drop_the_rest(seen, began)
    return done


def left_out() -> list[UUID]:
    """Whose records take no part: sealed ones, and both sides of a separation of birth and adoptive identity."""
    sealed = Restriction.objects.filter(kind=PERSON, level=Restriction.SEALED, ended_at=None).values_list("subject_id", flat=True)
    apart = IdentitySeparation.objects.values_list("birth", "adoptive")
    return [*sealed, *(side for sides in apart for side in sides)]


def _base(con: Any) -> Base:
    people = con.execute("SELECT count(*) FROM people").fetchall()[0][0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, given, family FROM people_token WHERE kind = 'n'")
        counts = {text: (given, family) for text, given, family in cursor.fetchall()}
    return Base(current(), people, worktime.today(), counts)


def _likely(con: Any, base: Base) -> Iterator[list[tuple[int, int]]]:
    """Pairs of record numbers that Splink finds likely enough, a piece at a time; each lower number first."""
    if base.people < 2:
        return
    splink, backend = module("splink"), module("splink.backends.duckdb")
    frame = backend.DuckDBAPI(connection=con).register("people")
    linker = splink.Linker(frame, settings(base.weights, BLOCKS, 1 / base.people), log_level=None)
    likely = linker.inference.predict(threshold_match_weight=LEAST, warning_mode="never")
    found = con.table(likely.physical_name).project("least(unique_id_l, unique_id_r) a, greatest(unique_id_l, unique_id_r) b")
    pairs = con.execute(found.distinct().order("a, b").sql_query())
    while some := pairs.fetchmany(PIECE):
        yield some


def _weighed(base: Base, numbers: list[tuple[int, int]]) -> list[tuple[Carded, Carded, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_CARDS, [list({number for pair in numbers for number in pair})])
        cards = {row[0]: Carded(*row) for row in cursor.fetchall()}
    found = []
    for first, second in numbers:
        if first in cards and second in cards:  # neither was removed meanwhile
            ranked = base.weigh(cards[first], cards[second])
            if ranked.band != POSSIBLY:
                found.append((cards[first], cards[second], ranked))
    return found


def _keep(found: list[tuple[Carded, Carded, Any]]) -> int:
    """Keep pairs, new ones to be looked at; how many are new. What was judged stays as it was judged."""
    ids = [person for first, second, _ in found for person in (first.person, second.person)]
    with transaction.atomic(), pghistory.context(by="", why="people.duplicates"):
        dismissed = {frozenset(pair) for pair in Dismissal.objects.filter(person__in=ids).values_list("person_id", "dismissed_id")}
        known = {(one.first_id, one.second_id): one for one in DuplicatePair.objects.filter(first__in=ids).select_for_update()}
        new, changed = [], []
        for first, second, ranked in found:
            pair, parts = known.get((first.person, second.person)), parts_of(ranked)
            if pair is None and frozenset((first.person, second.person)) not in dismissed:
                new.append(
                    DuplicatePair(
                        first_id=first.person,
                        second_id=second.person,
                        score=ranked.score,
                        band=ranked.band,
                        parts=parts,
                        found_at=worktime.now(),
                    )
                )
            elif pair is not None and pair.state != pair.NOT_SAME and (pair.score, pair.parts) != (ranked.score, parts):
                pair.score, pair.band, pair.parts = ranked.score, ranked.band, parts
                changed.append(pair)
        made = DuplicatePair.objects.bulk_create(new, ignore_conflicts=True)
        DuplicatePair.objects.bulk_update(changed, ["score", "band", "parts"])
    return len(made)


def _drop_the_rest(seen: set[tuple[UUID, UUID]], began: Any) -> None:
    """Pairs nobody has looked at and that no longer look alike, since a record was put right, leave the list."""
    rows = DuplicatePair.objects.filter(state=DuplicatePair.OPEN, found_at__lt=began)
    gone = [key for key, first, second in rows.values_list("pk", "first_id", "second_id") if (first, second) not in seen]
    with transaction.atomic(), pghistory.context(by="", why="people.duplicates"):
        DuplicatePair.objects.filter(pk__in=gone).delete()
