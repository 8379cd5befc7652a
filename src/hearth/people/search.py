""" "Is this child known?" A simple, correct trigram search; everything asks here."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Q, QuerySet, Value

from hearth.foundation import worktime
from hearth.people.folding import digits, fold, postcode
from hearth.people.models import Person, PersonName, Residence

MOST = 10
LOWEST_NAME = 0.3
"""Trigram similarity below which two names are not thought alike."""
LOWEST_PART = 0.6
"""Trigram word similarity below which one is not thought part of the other: PostgreSQL's own threshold."""
LONGEST = 200
"""Characters of a name or an address that are compared."""
EACH_WAY = 100
"""People taken from each way of finding, the likest first."""


_PARTS = [
    ("postcode", r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b"),
    ("date_of_birth", r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"),
    ("upn", r"\b[a-z]\d{11}[\da-z]\b"),
    ("telephone", r"(?<!\d)0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)"),
    ("nhs_number", r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    ("number", r"(?<!\d)[1-9]\d{6}(?!\d)"),
]
_STREET = re.compile(
    r"(street|st|road|rd|lane|ln|avenue|ave|close|drive|way|court|place|terrace|gardens|crescent|grove|hill|park|row|square|walk)"
)


def _as_day(text: str) -> date | None:
    day, month, year = (int(part) for part in re.split(r"[/.-]", text))
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Terms:
    """What is known of somebody who is looked for; every part may be missing."""

    name: str = ""
    date_of_birth: date | None = None
    age: int | None = None
    expected_date: date | None = None
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    nhs_number: str = ""
    upn: str = ""
    number: str = ""
    kind: str = ""

    @classmethod
    def from_text(cls, text: str) -> "Terms":
        """One box: a name, perhaps with a street after a comma or a house number, and any number or date among it.

        "kow hill lane", "Kowalski, Hill Lane", "Filip 27/3/2016", "SO15 5AA", "943 476 5919", "1000017".
        """
        rest, found = " ".join(text.split())[:LONGEST], {}
        for key, pattern in _PARTS:
            if part := re.search(pattern, rest, re.IGNORECASE):
                value = _as_day(part[0]) if key == "date_of_birth" else part[0]
                if value is not None:
                    found[key] = value
                    rest = f"{rest[: part.start()]} {rest[part.end() :]}"
        name, street = rest, ""
        if "," in rest:
            name, _, street = rest.partition(",")
        elif number := re.search(r"(?<!\S)\d+[a-zA-Z]?\s+\S", rest):
            name, street = rest[: number.start()], rest[number.start() :]
        elif (words := rest.split())[2:] and _STREET.fullmatch(words[-1].lower()):
            name, street = " ".join(words[:-2]), " ".join(words[-2:])
        return cls(name=name.strip(" ,"), address=street.strip(" ,"), **found)  # type: ignore[arg-type]

    @property
    def enough(self) -> bool:
        """Is there anything to search by? A single letter is not."""
        return len(fold(self.name)) > 1 or any(
            (
                self.date_of_birth,
                self.nhs_number,
                self.upn,
                self.number,
                self.telephone,
                self.postcode,
                len(self.address) > 2,
            )
        )


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the person looked for: how strongly, in a plain band, and why."""

    person_id: UUID
    score: float
    band: str
    reasons: list[str] = field(default_factory=list)


def candidates(terms: Terms) -> list[Candidate]:
    """The likeliest people, best first, whoever asks: `queries.known` shows only what a reader may see."""
    if not terms.enough:
        return []
    scored = (_score(row, terms) for row in _rows(terms))
    found = [one for one in scored if one.score >= 2]
    return sorted(found, key=lambda one: (-one.score, str(one.person_id)))[:MOST]


def _ids(terms: Terms) -> set[UUID]:
    """Everybody worth scoring: each way of finding is a query of its own, so that each uses its index."""
    name, street = fold(terms.name)[:LONGEST], fold(terms.address)[:LONGEST]
    ways: list[QuerySet[Any, Any]] = []
    likest = Person.objects.filter(_alike("search_name", name)).order_by(TrigramWordSimilarity(name, "search_name").desc(), "pk")
    homes = Residence.objects.filter(confidential=False)
    there = homes.filter(_alike("address__search_lines", street))
    if name and street:
        ways.append(likest.filter(pk__in=there.values("person")).values_list("pk", flat=True))
    if name:
        ways.append(likest.values_list("pk", flat=True))
        ways.append(PersonName.objects.filter(_alike("search_name", name)).values_list("person", flat=True))
    if street:
        ways.append(there.order_by(TrigramWordSimilarity(street, "address__search_lines").desc()).values_list("person", flat=True))
    if terms.postcode:
        ways.append(homes.filter(address__postcode=postcode(terms.postcode)).values_list("person", flat=True))
    for key, value in _exact(terms).items():
        ways.append(Person.objects.filter(**{key: value}).values_list("pk", flat=True))
    if terms.date_of_birth and not name:
        ways.append(Person.objects.filter(date_of_birth=terms.date_of_birth).values_list("pk", flat=True))
    return {one for way in ways for one in way[:EACH_WAY]}


def _alike(column: str, text: str) -> Q:
    """Like the whole of a name or a street, or like some of its words: "kow" is like "filip kowalski"."""
    return Q(**{f"{column}__trigram_similar": text}) | Q(**{f"{column}__trigram_word_similar": text})


def _rows(terms: Terms) -> list[dict[str, Any]]:
    name, street = fold(terms.name)[:LONGEST], fold(terms.address)[:LONGEST]
    nothing = Value(0.0)
    rows = Person.objects.filter(pk__in=_ids(terms)).values(
        "id",
        "kind",
        "search_name",
        "date_of_birth",
        "expected_date",
        "nhs_number",
        "upn",
        "telephone",
        "number",
        likeness=TrigramSimilarity("search_name", name) if name else nothing,
        part=TrigramWordSimilarity(name, "search_name") if name else nothing,
    )
    found: dict[UUID, dict[str, Any]] = {row["id"]: {**row, "postcodes": set(), "street": 0.0} for row in rows}
    if name:
        others = PersonName.objects.filter(person__in=found).values_list(
            "person", TrigramSimilarity("search_name", name), TrigramWordSimilarity(name, "search_name")
        )
        for person, likeness, part in others:
            row = found[person]
            row["likeness"], row["part"] = max(row["likeness"], likeness), max(row["part"], part)
    if street or terms.postcode:
        # A confidential address never answers a search: not even by making a match stronger.
        near = Residence.objects.filter(person__in=found, confidential=False).values_list(
            "person", "address__postcode", TrigramWordSimilarity(street, "address__search_lines") if street else nothing
        )
        for person, code, likeness in near:
            found[person]["postcodes"].add(code)
            found[person]["street"] = max(found[person]["street"], likeness)
    return list(found.values())


def _exact(terms: Terms) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if terms.nhs_number:
        found["nhs_number"] = digits(terms.nhs_number)
    if terms.upn:
        found["upn"] = terms.upn.strip().upper()
    if re.fullmatch(r"[0-9]{1,12}", terms.number.strip()):
        found["number"] = int(terms.number)
    if terms.telephone:
        found["telephone"] = terms.telephone.strip()
    return found


def _score(row: dict[str, Any], terms: Terms) -> Candidate:
    score, reasons = 0.0, []
    if row["likeness"] < LOWEST_NAME and row["part"] >= LOWEST_PART:
        score += 2
        reasons.append("part of the name")
    if row["likeness"] >= LOWEST_NAME:
        exact = row["likeness"] > 0.99
        score += max(2, 4 * row["likeness"] + (1 if exact else 0))
        reasons.append("same name" if exact else "similar name")
    for key, points, words in (
        ("nhs_number", 8, "same NHS number"),
        ("upn", 8, "same pupil number"),
        ("number", 10, "this record number"),
        ("telephone", 3, "same telephone"),
    ):
        if key in _exact(terms) and row[key] == _exact(terms)[key]:
            score += points
            reasons.append(words)
    score += _birth(row, terms, reasons)
    if terms.postcode and postcode(terms.postcode) in row["postcodes"]:
        score += 2
        reasons.append("same postcode")
    if row["street"] >= LOWEST_PART:
        score += 2 if row["street"] > 0.9 else 1
        reasons.append("same address" if row["street"] > 0.9 else "similar address")
    return Candidate(row["id"], round(score, 1), _band(score), reasons)


def _birth(row: dict[str, Any], terms: Terms, reasons: list[str]) -> float:
    known: date | None = row["date_of_birth"]
    if terms.expected_date and row["expected_date"] and abs((terms.expected_date - row["expected_date"]).days) <= 21:
        reasons.append("due at about the same time")
        return 3
    if known is None:
        return 0
    if terms.date_of_birth:
        if terms.date_of_birth == known:
            reasons.append("same date of birth")
            return 4
        if (terms.date_of_birth.day, terms.date_of_birth.month) == (known.month, known.day):
            reasons.append("day and month of birth exchanged")
            return 3
        return -3 if abs((terms.date_of_birth - known).days) > 366 else -1
    if terms.age is not None:
        years = abs(age_on(known, worktime.today()) - terms.age)
        if years <= 1:
            reasons.append("about the same age")
            return 1
        return -2 if years > 3 else 0
    return 0


def _band(score: float) -> str:
    if score >= 8:
        return "same person"
    return "probably" if score >= 5 else "possibly"


def age_on(born: date, day: date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
