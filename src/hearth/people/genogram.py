"""A small drawing of a family: parents and other adults above, brothers and sisters beside, children below."""

from dataclasses import dataclass

from hearth.people.models import Person
from hearth.people.queries import RelativeShown, age_words

ABOVE = {"mother", "father", "step_parent", "partner_of_parent", "carer", "grandparent", "aunt_uncle", "adult_met"}
WIDTH, HEIGHT = 160, 140
BELOW_NAMES = 64
"""How far below a figure's middle its name and note end: lines begin there, and cross no words."""


@dataclass(frozen=True)
class Figure:
    """One person in the drawing: a square for a male, a circle for a female, a diamond where the sex is not known."""

    name: str
    note: str
    shape: str
    x: int
    y: int
    central: bool = False


@dataclass(frozen=True)
class Drawing:
    """Figures and the lines between them, in the units of the drawing's own view box."""

    figures: list[Figure]
    lines: list[tuple[int, int, int, int]]
    width: int
    height: int


def genogram(person: Person, family: list[RelativeShown]) -> Drawing | None:
    """The drawing, or nothing where there is no family to draw. The table beside it says the same in words."""
    if not family:
        return None
    own = [one for one in family if not one.relation.startswith("This is their")]
    parents = [one for one in own if one.kind in ABOVE]
    others = [one for one in family if one not in parents]
    rows = [parents, [one for one in others if one in own], [one for one in others if one not in own]]
    widest = max(len(rows[0]), len(rows[1]) + 1, len(rows[2]), 1)
    width = widest * WIDTH
    levels = [index for index, row in enumerate(rows) if row or index == 1]
    y_of = {index: 30 + place * HEIGHT for place, index in enumerate(levels)}
    middle = (width // 2 - (len(rows[1]) * WIDTH) // 2, y_of[1])
    figures = [Figure(person.name, age_words(person), _shape(person), *middle, central=True)]
    lines: list[tuple[int, int, int, int]] = []
    for index, row in enumerate(rows):
        start = width // 2 - (len(row) - 1) * WIDTH // 2 if index != 1 else middle[0] + WIDTH
        for place, one in enumerate(row):
            x, y = start + place * WIDTH, y_of[index]
            figures.append(Figure(one.who.name, one.relation.removeprefix("This is their "), _shape(one.who.person), x, y))
            if index != 1:
                lines += _joined(middle, (x, y))
        if index == 1 and row:
            lines.append((*middle, start + (len(row) - 1) * WIDTH, y_of[1]))
    return Drawing(figures, lines, width, 30 + len(levels) * HEIGHT - 40)


def _joined(middle: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """The lines between two people of different rows: down from under the upper one's name, along, and down to the other."""
    (x, y), (to_x, to_y) = sorted((middle, other), key=lambda point: point[1])
    level = y + BELOW_NAMES + 10
    return [(x, y + BELOW_NAMES, x, level), (x, level, to_x, level), (to_x, level, to_x, to_y)]


def _shape(person: Person | None) -> str:
    return {"M": "square", "F": "circle"}.get(person.sex if person else "U", "diamond")
