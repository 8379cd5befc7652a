"""Who may already be known of a file's people, row by row, as one reader may see it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hearth.foundation.access.limiting import limit, restrictions_on
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.importing.columns import Imported, read_row
from hearth.people.importing.files import TOO_MANY, People
from hearth.people.matching.weighing import Part
from hearth.people.models import Person
from hearth.people.search import Terms, candidates


@dataclass(frozen=True)
class Found:
    """A candidate: score, band and the parts they are made of. A hidden one says only that it exists and whom to ask."""

    score: float
    band: str
    number: int | None = None
    name: str = ""
    ask: str = ""
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """A row of the file with those who may be the person, the likeliest first; `refused` where it cannot be read."""

    line: int
    external_id: str
    name: str
    refused: str = ""
    candidates: list[Found] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "line": self.line,
            "external_id": self.external_id,
            "refused": self.refused,
            "candidates": [
                {
                    "number": one.number,
                    "name": one.name,
                    "hidden": one.number is None,
                    "ask": one.ask,
                    "score": one.score,
                    "band": one.band,
                    "explanation": [
                        {"field": part.field, "level": part.level, "words": part.words, "weight": round(part.weight, 2)}
                        for part in one.parts
                    ],
                }
                for one in self.candidates
            ],
        }


def terms_of(one: Imported) -> Terms:
    """A row as it would be typed into the search, among records of every kind: an unborn child of the file may be born by now."""
    return Terms(
        forenames=one.forenames,
        surname=one.surname,
        known_as=one.known_as,
        date_of_birth=one.date_of_birth,
        expected_date=one.expected_date,
        address=one.address,
        postcode=one.postcode,
        telephone=one.telephone,
        nhs_number=one.nhs_number,
        upn=one.upn,
    )


def match(people: People, reader: Reader, top: int) -> Iterator[Row]:
    """The candidates of every row. Each search goes to the access log, as one on the screen does."""
    for line in people.lines():
        one, problems = read_row(line.values)
        name = " ".join(line.values.get(part, "").strip() for part in ("forenames", "surname")).strip()
        external = line.values.get("external_id", "").strip()
        why = [f"{problem.column}: {problem.why}" for problem in problems] + ([TOO_MANY] if line.extra else [])
        if one is None or why:
            yield Row(line.number, external, name, " ".join(why))
            continue
        terms = terms_of(one)
        found = _as_seen(reader, terms, top)
        said = {key: str(value) for key, value in vars(terms).items() if value}
        log("search", reader, kind="person", capability=capabilities.SEARCH, found=len(found), **said)
        yield Row(line.number, external, name, candidates=found)


def _as_seen(reader: Reader, terms: Terms, top: int) -> list[Found]:
    ranked = candidates(terms, most=top)
    ids = [one.person_id for one in ranked]
    people = {row.pk: row for row in limit(Person.objects.filter(pk__in=ids).select_related("mother"), reader, capabilities.SEARCH)}
    hidden = restrictions_on(ids, reader)
    found = []
    for one in ranked:
        if (person := people.get(one.person_id)) is not None:
            found.append(Found(one.score, one.band, person.number, person.name, "", one.parts))
        elif one.person_id in reader.conflicts:
            found.append(Found(one.score, one.band, ask="your manager"))
        elif one.person_id in hidden and hidden[one.person_id].level == Restriction.RESTRICTED:
            found.append(Found(one.score, one.band, ask=hidden[one.person_id].owner.name))
    return found
