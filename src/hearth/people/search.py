""" "Is this child known?" Everything asks here; `people.matching` finds and weighs."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.people import identities
from hearth.people.folding import fold
from hearth.people.matching import finding
from hearth.people.matching.tokens import kind_of_street
from hearth.people.matching.weighing import Part, Weighed
from hearth.people.merging import separation
from hearth.people.unspoken import Unspoken

MOST = 10
LONGEST = 200
"""Characters of a name or an address that are compared."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = [
    ("postcode", r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b"),
    ("date_of_birth", r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})\b"),
    ("date_of_birth", rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(_MONTHS)})[a-z]*\s+\d{{4}}\b"),
    ("upn", r"\b[a-z]\d{11}[\da-z]\b"),
    ("telephone", r"(?<!\d)0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)"),
    ("nhs_number", r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    ("number", r"(?<!\d)[1-9]\d{6}(?!\d)"),
]


_OPENINGS = frozenset(("st", "saint", "mount", "old", "new", "upper", "lower", "great", "little", "north", "south", "east", "west"))
"""Words that a street's name may open with before another: "St James's Lane"."""
_SURNAMES = frozenset(("green", "hill", "park"))
"""Kinds of street that more people are called than live in: "Luke Jaxon Green" is a name, unless a comma or a house says not."""


def _as_day(text: str) -> date | None:
    parts = [part for part in re.split(r"[/.\s-]+", text.lower()) if part]
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = (re.sub(r"(?<=\d)[a-z]+$", "", part) for part in parts)
    century = 0 if len(year) == 4 else 1900 if int(year) > worktime.today().year % 100 else 2000
    try:
        return date(century + int(year), int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1, int(day))
    except ValueError:
        return None


def _ends_on_street(words: str) -> bool:
    return bool(words) and kind_of_street(words.rsplit(maxsplit=1)[-1].lower()) is not None


@dataclass(frozen=True, repr=False)
class Terms(Unspoken):
    """What is known of somebody who is looked for; every part may be missing."""

    name: str = ""
    """One line of words, where nobody said which are forenames."""
    forenames: str = ""
    surname: str = ""
    known_as: str = ""
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
            name, _, after = (part.strip() for part in rest.partition(","))
            if re.search(r"\d", after) or _ends_on_street(after):
                street = after
            else:
                name = f"{after} {name}"
        elif number := re.search(r"(?<!\S)\d+[a-zA-Z]?\s+\S", rest):
            name, street = rest[: number.start()], rest[number.start() :]
        elif (words := rest.split())[2:] and _ends_on_street(rest) and words[-1].lower() not in _SURNAMES:
            at = -3 if words[3:] and words[-3].lower() in _OPENINGS else -2
            name, street = " ".join(words[:at]), " ".join(words[at:])
        return cls(name=name.strip(" ,"), address=street.strip(" ,"), **found)  # type: ignore[arg-type]

    @property
    def born_about(self) -> int | None:
        """The year of birth that an age said means, within one."""
        return worktime.today().year - self.age if self.age is not None else None

    @property
    def enough(self) -> bool:
        """Is there anything to search by? A single letter is not."""
        names = fold(self.name, self.forenames, self.surname, self.known_as)
        return any(len(word) > 1 for word in names.split()) or any(
            (
                self.date_of_birth,
                self.expected_date,
                self.nhs_number,
                self.upn,
                self.number,
                self.telephone,
                self.postcode,
                len(self.address) > 2,
            )
        )


@dataclass(frozen=True, repr=False)
class Candidate(Unspoken):
    """Somebody who may be the person looked for: how strongly, in a plain band, and why."""

    person_id: UUID
    score: float
    band: str
    parts: list[Part] = field(default_factory=list)

    @property
    def reasons(self) -> list[str]:
        """What speaks for it and against it, in words."""
        return [part.words for part in self.parts]


def candidates(terms: Terms, together: Collection[UUID] = (), *, most: int = MOST) -> list[Candidate]:
    """The likeliest people, best first, whoever asks: `queries.known` shows only what a reader may see.

    Birth and adoptive identities never stand in one answer, nor answer to the other's name, but for the separations
    named in `together`: those that the reader is named for. An old record number finds the record that stands now.
    """
    if not terms.enough:
        return []
    if terms.number:
        terms = replace(terms, number=identities.numbered(terms.number))

    said = f"{terms.name} {terms.forenames} {terms.known_as} {terms.surname}"

    def apart(weighed: list[Weighed]) -> list[Weighed]:
        return separation.sieve(weighed, said, together)

    return [Candidate(one.person, one.score, one.band, one.parts) for one in finding.search(terms, most, sieve=apart)]


def age_on(born: date, day: date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
