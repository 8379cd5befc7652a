"""The communities of an English city and its region, with their names and their share of families."""

from hearth.config.population.names import african, asian, british, european, slavic, south_asian

COMMUNITIES = (
    *british.COMMUNITIES,
    *south_asian.COMMUNITIES,
    *slavic.COMMUNITIES,
    *european.COMMUNITIES,
    *african.COMMUNITIES,
    *asian.COMMUNITIES,
)
