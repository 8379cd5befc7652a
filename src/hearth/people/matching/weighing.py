"""Weighing one record against what was typed: field by field, with the reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hearth.people.folding import digits, postcode
from hearth.people.matching.blocking import Carded
from hearth.people.matching.comparing import (
    BEGINNING,
    EXACT,
    EXCHANGED,
    FAR,
    OTHER,
    PREFIX,
    SAME_POSTCODE,
    SAME_STREET,
    TYPO,
    TYPOS,
    age_level,
    birth_level,
    home_level,
    nhs_level,
)
from hearth.people.matching.indexing import as_number
from hearth.people.matching.wanted import Alike, Widened
from hearth.people.matching.weights import Weights

NAME_WORDS = {
    "exact": "same {0}",
    "nickname": "{0} is another form of {1}",
    "typo": "{0} differs by one letter from {1}",
    "sound": "{0} sounds like {1}",
    "prefix": "{0} begins like {1}",
    "typos": "{0} differs by two letters from {1}",
    "other": "different {0}",
}
HOME_WORDS = {
    EXACT: "same address",
    SAME_POSTCODE: "same postcode",
    SAME_STREET: "same street",
    TYPO: "a street like it",
    OTHER: "another address",
}
"""The levels of a home in words, the best first."""
EXCHANGED_NAMES = -1.5
"""Forename and surname typed the other way round is rarer than either spelling right."""

THIS_RECORD = 40.0
"""The record's own number names it outright."""


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """What one field says for or against: the words a worker reads, and the weight of the bar beside them."""

    field: str
    level: str
    words: str
    weight: float


@dataclass(slots=True, repr=False)
class Weighed:
    """A record with its total weight and the parts it is made of."""

    card: Carded
    score: float
    parts: list[Part] = field(default_factory=list)

    def level(self, name: str) -> str:
        """The level of a field; empty where it was not compared."""
        return next((part.level for part in self.parts if part.field == name), "")


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """One way to read what was typed: which tokens are forenames and which surnames."""

    given: Sequence[str]
    family: Sequence[str]
    exchanged: bool = False


@dataclass(slots=True, repr=False)
class Scale:
    """Everything that stays the same while the candidates of one search are weighed."""

    terms: Any
    widened: Widened
    readings: list[Reading]
    weights: Weights
    people: int
    today: date
    named: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Part | None] = field(default_factory=dict)
    """What was made of names already weighed in this search: many people are called the same."""

    def weigh(self, card: Carded) -> Weighed:
        """The best reading of the names, and every other field that both sides have."""
        parts = self._names(card)
        for one in (
            self._birth(card),
            self._home(card),
            self._telephone(card),
            self._nhs(card),
            self._upn(card),
            self._number(card),
        ):
            if one is not None:
                parts.append(one)
        return Weighed(card, sum(part.weight for part in parts), parts)

    def _names(self, card: Carded) -> list[Part]:
        best: list[Part] = []
        total = None
        for reading in self.readings:
            parts = [
                part
                for part in (
                    self._name("given", reading.given, card.given),
                    self._name("family", reading.family, card.family),
                )
                if part is not None
            ]
            if reading.exchanged and parts:
                parts.append(Part("order", "exchanged", "forename and surname the other way round", EXCHANGED_NAMES))
            score = sum(part.weight for part in parts)
            if total is None or score > total:
                best, total = parts, score
        return best

    def _name(self, name: str, typed: Sequence[str], kept: list[str]) -> Part | None:
        if not typed or not kept:
            return None
        key = (name, tuple(typed), tuple(kept))
        if key not in self.named:
            self.named[key] = self._weigh_name(name, typed, kept)
        return self.named[key]

    def _weigh_name(self, name: str, typed: Sequence[str], kept: list[str]) -> Part:
        best_weight, best = self.weights.of(name, OTHER), (OTHER, "", "")
        for token in typed:
            alike = self.widened.names[token]
            for other in kept:
                level = alike.levels.get(other)
                if level is None:
                    continue
                weight = self._of_name(name, token, alike, other, level)
                if weight > best_weight:
                    best_weight, best = weight, (level, token, other)
        level, token, other = best
        noun = "forename" if name == "given" else "surname"
        words = NAME_WORDS[level]
        words = words.format(noun) if level in (EXACT, OTHER) else words.format(noun, other.capitalize())
        return Part(name, level, words, best_weight)

    def _of_name(self, name: str, token: str, alike: Alike, other: str, level: str) -> float:
        """Three letters are as good as the name if it begins so, and one wrong is a third of them."""
        if len(token) == BEGINNING and level == PREFIX:
            return self.weights.of_name(name, EXACT, alike.beginning(name), self.people)
        if len(token) == BEGINNING and level == TYPO:
            level = TYPOS
        return self.weights.of_name(name, level, alike.many(other, name), self.people)

    def _birth(self, card: Carded) -> Part | None:
        terms = self.terms
        if terms.date_of_birth and card.born and not card.born_estimated:
            level = birth_level(terms.date_of_birth, card.born)
            return Part("birth", level, _birth_words(level, card.born), self.weights.of("birth", level))
        if terms.expected_date and card.expected:
            return self._due(abs((terms.expected_date - card.expected).days))
        if card.born is None:
            return None
        age = terms.age
        if terms.date_of_birth:
            age = _age(terms.date_of_birth, self.today)
        if age is None:
            return None
        level = age_level(abs(_age(card.born, self.today) - age))
        words = {EXACT: "about the same age", FAR: "a different age"}.get(level, "an age not far from it")
        return Part("age", level, words, self.weights.of("age", level))

    def _due(self, days: int) -> Part:
        level = "same year" if days <= 21 else "far"
        words = "due at about the same time" if days <= 21 else "due at another time"
        return Part("birth", level, words, 5.0 if days <= 21 else self.weights.of("birth", FAR))

    def _home(self, card: Carded) -> Part | None:
        place, code = self.widened.place, postcode(self.terms.postcode)
        if not (place.street or code) or not card.streets:
            return None
        typed = (place.house, place.street, code)
        levels = {home_level(typed, kept) for kept in zip(card.houses, card.streets, card.postcodes, strict=True)}
        best = next(level for level in HOME_WORDS if level in levels)
        return Part("home", best, HOME_WORDS[best], self.weights.of("home", best))

    def _telephone(self, card: Carded) -> Part | None:
        typed = as_number(self.terms.telephone, 9)
        if typed is None or card.telephone is None:
            return None
        level = EXACT if typed == card.telephone else OTHER
        words = "same telephone" if level == EXACT else "another telephone"
        return Part("telephone", level, words, self.weights.of("telephone", level))

    def _nhs(self, card: Carded) -> Part | None:
        typed = digits(self.terms.nhs_number)
        if not typed or card.nhs_number is None:
            return None
        level = nhs_level(typed, f"{card.nhs_number:010d}")
        words = {EXACT: "same NHS number", TYPO: "NHS number differs by one digit", OTHER: "different NHS number"}[level]
        return Part("nhs_number", level, words, self.weights.of("nhs_number", level))

    def _upn(self, card: Carded) -> Part | None:
        typed = self.terms.upn.strip().upper()
        if not typed or not card.upn:
            return None
        level = EXACT if typed == card.upn else OTHER
        words = "same pupil number" if level == EXACT else "different pupil number"
        return Part("upn", level, words, self.weights.of("upn", level))

    def _number(self, card: Carded) -> Part | None:
        if self.terms.number.strip() != str(card.number):
            return None
        return Part("number", EXACT, "this record number", THIS_RECORD)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _birth_words(level: str, born: date) -> str:
    day = f"{born.day} {born:%B} {born.year}"
    return {
        EXACT: "same date of birth",
        EXCHANGED: f"born {day}: day and month exchanged",
        "digit": f"born {day}: one digit differs",
        "same year": f"born in the same year, on {born.day} {born:%B}",
        "near": f"born {day}, within a year of it",
        FAR: f"born {day}: a different date",
    }[level]
