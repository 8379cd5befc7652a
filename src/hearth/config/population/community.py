"""How a community's names are drawn: frequent ones by hand, the long tail from the elements the names are made of."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, product

MIXING = 20260601
"""The tail's order of frequency is mixed once, the same for every seed."""


def words(text: str) -> tuple[str, ...]:
    """Names written in one string, most frequent first; an underscore is a space within a name."""
    return tuple(dict.fromkeys(name.replace("_", " ") for name in text.split()))


def composed(*parts: str) -> tuple[str, ...]:
    """Every combination of the elements, in a fixed mixed order. An element "-" is nothing; a doubled vowel is written once."""
    made = []
    for chosen in product(*(part.split() for part in parts)):
        name = ""
        for element in chosen:
            piece = "" if element == "-" else element.replace("_", " ")
            if name and piece and name[-1].lower() == piece[0].lower() and piece[0] in "aeiouyl":
                piece = piece[1:]
            name += piece
        made.append(name)
    distinct = list(dict.fromkeys(made))
    random.Random(MIXING).shuffle(distinct)  # noqa: S311 - an order of names, no secret
    return tuple(distinct)


class Stock:
    """Names with a Zipf-like frequency: the hand-written ones carry most people, the composed tail carries the rest."""

    def __init__(self, frequent: Iterable[str], tail: Iterable[str] = (), tail_share: float = 0.0, head: float = 5.0) -> None:
        known = tuple(frequent)
        rare = tuple(name for name in dict.fromkeys(tail) if name not in set(known))
        share = tail_share if rare else 0.0
        weights = _scaled([(rank + head) ** -0.75 for rank in range(1, len(known) + 1)], 1 - share)
        weights += _scaled([(rank + 200) ** -0.6 for rank in range(1, len(rare) + 1)], share)
        self.names = known + rare
        self._steps = list(accumulate(weights))
        self._whole = self._steps[-1]

    def draw(self, chance: random.Random) -> str:
        """One name, by its frequency."""
        return self.names[min(bisect(self._steps, chance.random() * self._whole), len(self.names) - 1)]


def _scaled(weights: list[float], to: float) -> list[float]:
    total = sum(weights)
    return [weight * to / total for weight in weights]


@dataclass(frozen=True)
class Community:
    """Names that go together, with the customs that say who in a family bears which.

    `share` is of families in a hundred. `custom` is how a surname passes: "family" as it stands; "ski" and "ova" with a woman's
    ending; "sikh" Singh and Kaur; "begum" married women by their own title; "somali" the father's and grandfather's
    names; "iberian" a surname from each parent; "kept" a wife keeps her own. `elder` names are for people born before 1985.
    """

    code: str
    share: float
    ethnicity: str
    surnames: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    elder_women: tuple[str, ...] = ()
    elder_men: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    tail_share: float = 0.3
    girls_tail: tuple[str, ...] = ()
    boys_tail: tuple[str, ...] = ()
    forename_tail_share: float = 0.06
    custom: str = "family"
    middle: float = 0.2
    titles: tuple[str, ...] = field(default=())
    head: float = 5.0

    @cached_property
    def surname_stock(self) -> Stock:
        """The surnames, frequent and rare."""
        return Stock(self.surnames, self.tail, self.tail_share, self.head)

    @cached_property
    def _forename_stocks(self) -> dict[tuple[str, bool], Stock]:
        share, girls, boys = self.forename_tail_share, self.girls_tail, self.boys_tail
        return {
            ("F", False): Stock(self.girls, girls, share, self.head),
            ("M", False): Stock(self.boys, boys, share, self.head),
            ("F", True): Stock(self.elder_women or self.girls, girls, share, self.head),
            ("M", True): Stock(self.elder_men or self.boys, boys, share, self.head),
        }

    def forename(self, chance: random.Random, sex: str, born: int) -> str:
        """One forename for somebody of that sex born in that year."""
        return self._forename_stocks[sex, born < 1985].draw(chance)

    def forenames(self, chance: random.Random, sex: str, born: int) -> str:
        """A forename, and a middle name for as many as the community gives one."""
        first = self.forename(chance, sex, born)
        if chance.random() >= self.middle:
            return first
        second = self.forename(chance, sex, born)
        return first if second == first else f"{first} {second}"

    def surname(self, chance: random.Random) -> str:
        """One surname in its plain (man's) form."""
        return self.surname_stock.draw(chance)

    def womans(self, surname: str) -> str:
        """The form of a surname that a woman or girl bears."""
        if self.custom == "ski":
            return surname[:-1] + "a" if surname.endswith(("ski", "cki", "dzki")) else surname
        if self.custom == "sikh" and surname == "Singh":
            return "Kaur"
        if self.custom == "ova":
            return _eastern(surname)
        if self.custom == "czech":
            return _czech(surname)
        return surname


def _eastern(surname: str) -> str:
    if surname.endswith(("ov", "ev", "in")):
        return surname + "a"
    return surname[:-2] + "aya" if surname.endswith("iy") else surname


def _czech(surname: str) -> str:
    if surname.endswith("ý"):
        return surname[:-1] + "á"
    if surname.endswith("ek"):
        return surname[:-2] + "ková"
    return surname if surname.endswith("á") else surname.removesuffix("a") + "ová"
