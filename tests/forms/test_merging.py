"""Two people in one record: a property that holds for every pair of saves."""

import random

import pytest

from hearth.foundation.access.errors import Stale
from hearth.foundation.merging import merge, rebase

FIELDS = "abcde"


def change(rng: random.Random, base: dict) -> dict:
    return {name: rng.choice([value, "x", "y", None]) for name, value in base.items()}


@pytest.mark.parametrize("seed", range(300))
def test_nothing_of_either_is_lost_and_only_a_field_both_changed_is_a_conflict(seed):
    rng = random.Random(seed)  # noqa: S311 - a repeatable choice of cases
    base = {name: rng.choice(["x", "y", "z", None]) for name in FIELDS}
    theirs, mine = change(rng, base), change(rng, base)
    both = {name for name in FIELDS if mine[name] != base[name] != theirs[name] != mine[name]}
    if both:
        with pytest.raises(Stale) as stale:
            merge(theirs, base, mine, by="Joanna Pole")
        assert dict(stale.value.theirs) == {name: theirs[name] for name in both}
        shown = rebase(theirs, base, mine)
        again = theirs | merge(theirs, theirs, shown)  # saved knowingly from the page that showed the conflict
    else:
        again = theirs | merge(theirs, base, mine)
    for name in FIELDS:
        assert again[name] == (mine[name] if mine[name] != base[name] else theirs[name])
