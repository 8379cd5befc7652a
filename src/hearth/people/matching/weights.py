"""Match weights: for each field and level, how often it is seen between records of one person, and between strangers.

A weight is the logarithm to base 2 of the first over the second (Fellegi and Sunter, 1969). Agreement on a name is worth more
where the name is rare: its own frequency stands in for the average.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import log2

REFERENCE = 20_000
"""People whose average frequencies stand beside the counted ones, so that a small base does not mistake itself for the world."""
NAMES = ("given", "family")
_BY_FREQUENCY = {"exact": 1.0, "nickname": 0.7, "typo": 0.7, "sound": 0.6, "prefix": 0.5, "typos": 0.4}


@dataclass(frozen=True)
class Weights:
    """One version of the weights: `fields[field][level]` is (among one person's records, among strangers)."""

    version: str
    learnt_from: str
    fields: dict[str, dict[str, tuple[float, float]]]

    def of(self, field: str, level: str) -> float:
        """The weight of a level without regard to how common the value is."""
        same, strangers = self.fields[field][level]
        return log2(same / strangers)

    def of_name(self, field: str, level: str, many: int, people: int) -> float:
        """The weight of a level of a name that `many` of `people` bear."""
        weight = self.of(field, level)
        share = _BY_FREQUENCY.get(level)
        if share is None:
            return weight
        average = self.fields[field]["exact"][1]
        frequency = (many + REFERENCE * average) / (people + REFERENCE)
        return max(weight + share * log2(average / frequency), 0.5)


def read(text: str) -> Weights:
    """Weights from their JSON; raises ValueError where a level is missing or no share of one."""
    data = json.loads(text)
    fields = {name: {level: (float(m), float(u)) for level, (m, u) in levels.items()} for name, levels in data["fields"].items()}
    for name, levels in fields.items():
        for level, shares in levels.items():
            if not all(0 < share < 1 for share in shares):
                raise ValueError(f"{name}, {level}: both shares must lie between 0 and 1.")
    return Weights(data["version"], data["learnt_from"], fields)


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that come with Hearth, set by hand; `./hearth people learn` learns an authority's own."""
    return read(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
