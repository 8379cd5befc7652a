"""The population of an English city and its region, made the same each time, and queries about it whose answers are known."""

from hearth.config.population.asking import KINDS, crowded, queries
from hearth.config.population.city import people
from hearth.config.population.pairs import hard_pairs
from hearth.config.population.record import AS_OF, Home, Query, Someone

__all__ = ["AS_OF", "KINDS", "Home", "Query", "Someone", "crowded", "hard_pairs", "people", "queries"]
