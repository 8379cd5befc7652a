"""What the deterministic population is made of: people, their homes, and queries whose right answers are known."""

from dataclasses import dataclass, field
from datetime import date

AS_OF = date(2026, 6, 1)
"""The day on which the population stands: ages, moves and expected dates are as they would be recorded then."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives or lived. `lines` is "14 Hill Lane" or "Flat 2, 14 Hill Lane"."""

    lines: str
    town: str
    postcode: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Someone:
    """One record of the population. Links are numbers of other records, 0 for none; the last home is the current one.

    `same_as` is set on a planted duplicate: a second record of the person with that number.
    """

    number: int
    kind: str
    forenames: str
    surname: str
    known_as: str
    other_names: tuple[tuple[str, str], ...]
    date_of_birth: date | None
    birth_estimated: bool
    expected_date: date | None
    sex: str
    nhs_number: str
    upn: str
    telephone: str
    ethnicity: str
    homes: tuple[Home, ...]
    household: int
    mother: int
    father: int
    partner: int
    twin_of: int
    same_as: int


@dataclass(frozen=True, slots=True)
class Query:
    """What a worker types, with one kind of error in it, and the numbers of which any is a right answer."""

    kind: str
    forenames: str = ""
    surname: str = ""
    known_as: str = ""
    text: str = ""
    date_of_birth: date | None = None
    age: int | None = None
    expected_date: date | None = None
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    nhs_number: str = ""
    upn: str = ""
    answers: frozenset[int] = field(default_factory=frozenset)
