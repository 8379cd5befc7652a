"""Weighing two records of the base against each other, with the same weights and words as a search."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hearth.people.matching.blocking import Carded
from hearth.people.matching.comparing import OTHER, token_level
from hearth.people.matching.finding import Ranked, banded
from hearth.people.matching.tokens import Place
from hearth.people.matching.wanted import Alike, Widened
from hearth.people.matching.weighing import Reading, Scale, Weighed
from hearth.people.matching.weights import Weights
from hearth.people.search import Terms, age_on


@dataclass(frozen=True)
class Base:
    """What stays the same while pairs are weighed: the weights, how many people, and how many bear each token."""

    weights: Weights
    people: int
    today: date
    counts: Mapping[str, tuple[int, int]]

    def weigh(self, first: Carded, second: Carded) -> Ranked:
        """How strongly two records look like one person's: as the second would answer a search for the first, or the other way."""
        best = max(self._answers(first, second), self._answers(second, first), key=lambda one: one.score)
        return banded([best], self.people)[0]

    def _answers(self, asked: Carded, kept: Carded) -> Weighed:
        alike = {token: self._alike(token, [*kept.given, *kept.family]) for token in [*asked.given, *asked.family]}
        place = Place(asked.houses[0], asked.streets[0]) if asked.streets else Place("", "")
        readings = [Reading(asked.given, asked.family), Reading(asked.family, asked.given, exchanged=True)]
        scale = Scale(self._terms(asked), Widened(alike, [], place), readings, self.weights, self.people, self.today)
        return scale.weigh(kept)

    def _alike(self, token: str, others: list[str]) -> Alike:
        found = Alike(token)
        for other in others:
            level = token_level(token, other)
            if level != OTHER:
                found.levels[other] = level
                found.counts[other] = self.counts.get(other, (0, 0))
        return found

    def _terms(self, card: Carded) -> Terms:
        estimated = card.born is not None and card.born_estimated
        return Terms(
            date_of_birth=None if estimated else card.born,
            age=age_on(card.born, self.today) if card.born is not None and estimated else None,
            expected_date=card.expected,
            postcode=card.postcodes[0] if card.postcodes else "",
            telephone=str(card.telephone or ""),
            nhs_number=f"{card.nhs_number:010d}" if card.nhs_number is not None else "",
            upn=card.upn or "",
        )


def parts_of(ranked: Ranked) -> list[dict[str, Any]]:
    """Why, as it is kept with a pair: each field's level, words and weight, the weightiest first."""
    parts = sorted(ranked.parts, key=lambda part: -abs(part.weight))
    return [{"field": one.field, "level": one.level, "words": one.words, "weight": round(one.weight, 1)} for one in parts]
