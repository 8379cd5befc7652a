"""Real spellings of one name: written from another language or script, and as a caller says it. Test material.

Every pair of spellings of one name is a pair that a worker may meet. The search keeps no copy of this.
"""

from typing import Literal

from hearth.config.population.mishearings import HEARD
from hearth.config.population.spellings import AFRICAN_AND_EAST_ASIAN, ARABIC_AND_SOUTH_ASIAN, SLAVIC_AND_EUROPEAN

Part = Literal["tuning", "reported"]


def _groups(*tables: str) -> tuple[tuple[str, ...], ...]:
    lines = (line for table in tables for line in table.strip().splitlines())
    return tuple(tuple(name.replace("_", " ") for name in line.split()) for line in lines)


SPELLINGS = _groups(ARABIC_AND_SOUTH_ASIAN, SLAVIC_AND_EUROPEAN, AFRICAN_AND_EAST_ASIAN)
"""Spellings of one name that came from another language or script."""
MISHEARD = _groups(HEARD)
"""Spellings of one name that sound alike to somebody taking a call."""


def pairs(groups: tuple[tuple[str, ...], ...]) -> frozenset[frozenset[str]]:
    """Every pair of spellings in the groups."""
    return frozenset(frozenset((one, other)) for group in groups for one in group for other in group if one != other)


def half(groups: tuple[tuple[str, ...], ...], part: Part) -> dict[str, tuple[str, ...]]:
    """Spelling to its other spellings, of every other group: the tuning part never meets a pair of the reported part.

    A spelling that stands in groups of both halves keeps its group, but a pair that is in both is left to the reported part.
    """
    mine = groups[0::2] if part == "tuning" else groups[1::2]
    theirs = pairs(groups[1::2]) if part == "tuning" else frozenset()
    others: dict[str, tuple[str, ...]] = {}
    for group in mine:
        for spelling in group:
            allowed = tuple(other for other in group if other != spelling and frozenset((spelling, other)) not in theirs)
            others[spelling] = tuple(dict.fromkeys((*others.get(spelling, ()), *allowed)))
    return {spelling: allowed for spelling, allowed in others.items() if allowed}
