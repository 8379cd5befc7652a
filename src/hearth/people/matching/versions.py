"""Which weights are used: the version learnt here that is active, else the shipped ones."""

import json
import time

from hearth.people.matching.models import MatchWeights
from hearth.people.matching.weights import Weights, read, shipped

FRESH = 60.0
"""Seconds for which a process does not ask again which version is active."""

_known: dict[str, tuple[float, Weights]] = {}


def current() -> Weights:
    """The weights to weigh with."""
    asked, found = _known.get("current", (0.0, None))
    if found is None or time.monotonic() - asked > FRESH:
        row = MatchWeights.objects.filter(active=True).first()
        found = read(json.dumps(row.data)) if row else shipped()
        _known["current"] = (time.monotonic(), found)
    return found


def forget() -> None:
    """Ask again at once which version is active: a new one was learnt."""
    _known.clear()
