"""What the pack calls things: which of its grades, levels and outcomes fits a worry of a given weight."""

import random

from hearth.services.frontdoor.pack import FrontDoor, Outcome

# For each weight, the kinds of outcome it usually has, likeliest first.
KINDS = {
    3: ("strategy", "assessment", "gather"),
    2: ("assessment", "gather", "early_help", "universal", "strategy"),
    1: ("early_help", "universal", "assessment", "signpost", "advice"),
    0: ("advice", "signpost", "universal", "redirect"),
}
SHARES = (48, 22, 15, 11, 4)
HARM = {3: ("suffering", "likely"), 2: ("likely", "not_known"), 1: ("neither",), 0: ("neither",)}


def outcome(door: FrontDoor, weight: int, chance: random.Random) -> Outcome:
    """An outcome that this pack has for such a worry."""
    kinds = [kind for kind in KINDS[weight] if any(one.kind == kind for one in door.outcomes)]
    if not kinds:
        kinds = [one.kind for one in door.outcomes if not (weight > 1 and one.no_social_work)]
    kind = chance.choices(kinds, SHARES[: len(kinds)])[0]
    return chance.choice([one for one in door.outcomes if one.kind == kind])


def harm(chosen: Outcome, weight: int, chance: random.Random) -> str:
    """Significant harm, never beside an outcome without social work."""
    return "neither" if chosen.no_social_work else chance.choice(HARM[weight])


def grade(door: FrontDoor, weight: int, chance: random.Random) -> str:
    """A grade of the pack's, the most urgent first in it; "" where it grades no contacts."""
    if door.grades_on != "contact":
        return ""
    shares = {3: (45, 55, 0, 0), 2: (0, 20, 75, 5), 1: (0, 0, 35, 65), 0: (0, 0, 0, 1)}[weight]
    last = len(door.grades) - 1
    return door.grades[min(chance.choices(range(4), shares)[0], last)].code


def level(door: FrontDoor, weight: int) -> str:
    """A level of need, the lowest first in the pack."""
    return door.levels[min(weight * len(door.levels) // 4, len(door.levels) - 1)].code if door.levels else ""
