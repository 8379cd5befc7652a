""" "Is this child known?" A simple, correct trigram search; everything asks here."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Greatest

from hearth.foundation import worktime
from hearth.people.folding import digits, fold, postcode
from hearth.people.models import Person

MOST = 10
LOWEST_NAME = 0.3
"""Trigram similarity below which two names are not thought alike."""


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


def _rows(terms: Terms) -> list[dict[str, Any]]:
    name = fold(terms.name)
    wanted = Q()
    if name:
        wanted |= Q(search_name__trigram_similar=name) | Q(other_names__search_name__trigram_similar=name)
    for key, value in _exact(terms).items():
        wanted |= Q(**{key: value})
    if terms.postcode:
        wanted |= Q(residences__address__postcode=postcode(terms.postcode))
    if terms.address:
        wanted |= Q(residences__address__search_lines__trigram_similar=fold(terms.address))
    if terms.date_of_birth and not name:
        wanted |= Q(date_of_birth=terms.date_of_birth)
    likeness = TrigramSimilarity("search_name", name) if name else Value(0.0)
    other = Coalesce(TrigramSimilarity("other_names__search_name", name), 0.0) if name else Value(0.0)
    rows = (
        Person.objects.filter(wanted)
        .annotate(
            likeness=Greatest(likeness, other) if name else Value(0.0),
            home_postcode=F("residences__address__postcode"),
            street=F("residences__address__search_lines"),
        )
        .order_by("-likeness")
        .values(
            "id",
            "kind",
            "search_name",
            "date_of_birth",
            "expected_date",
            "nhs_number",
            "upn",
            "telephone",
            "number",
            "likeness",
            "home_postcode",
            "street",
        )[:200]
    )
    best: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        kept = best.setdefault(row["id"], row | {"postcodes": set(), "streets": set()})
        kept["likeness"] = max(kept["likeness"], row["likeness"])
        kept["postcodes"].add(row["home_postcode"])
        kept["streets"].add(row["street"])
    return list(best.values())


def _exact(terms: Terms) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if terms.nhs_number:
        found["nhs_number"] = digits(terms.nhs_number)
    if terms.upn:
        found["upn"] = terms.upn.strip().upper()
    if terms.number.strip().isdigit():
        found["number"] = int(terms.number)
    if terms.telephone:
        found["telephone"] = terms.telephone.strip()
    return found


def _score(row: dict[str, Any], terms: Terms) -> Candidate:
    score, reasons = 0.0, []
    if row["likeness"] >= LOWEST_NAME:
        exact = row["likeness"] > 0.99
        score += 4 * row["likeness"] + (1 if exact else 0)
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
    if terms.address and any(street and fold(terms.address) in street for street in row["streets"]):
        score += 2
        reasons.append("same address")
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
