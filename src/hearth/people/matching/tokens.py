"""Cutting names and addresses into the tokens that are indexed and compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hearth.people.folding import fold

LONGEST = 30
"""Letters of a token that are kept."""
MOST = 6
"""Tokens of one name that are kept."""

SHORT_WHOLE = 8
"""Letters up to which two forenames are also kept as one."""

_PARTICLES = (
    "o mc mac al el as ar an at ad ul ud ur abu abd bin ibn bint de del della di da dos du la le van von den der st san ap ab fitz"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Words that belong to the word after them: "o neill", "al masri", "van dijk"."""
_ONE_WITH_NAME = frozenset(("o", "mc", "mac"))

_KINDS_OF_STREET = {
    "street": "st",
    "road": "rd",
    "lane": "ln",
    "avenue": "ave",
    "close": "cl",
    "drive": "dr",
    "court": "ct",
    "crescent": "cres",
    "gardens": "gdns",
    "garden": "gdns",
    "grove": "gr",
    "place": "pl",
    "square": "sq",
    "terrace": "ter",
    "way": "way",
    "walk": "wk",
    "hill": "hl",
    "park": "pk",
    "row": "row",
    "rise": "rise",
    "view": "vw",
    "green": "grn",
    "mews": "mews",
    "parade": "pde",
}
_SHORT = {short: short for short in _KINDS_OF_STREET.values()} | {
    "str": "st",
    "av": "ave",
    "crt": "ct",
    "crs": "cres",
    "gdn": "gdns",
    "gro": "gr",
    "terr": "ter",
    "dri": "dr",
    "clo": "cl",
    "lne": "ln",
}
_UNIT = re.compile(r"^(flat|apartment|apt|unit|room|floor)\s+\w+(\s+|$)")


@lru_cache(maxsize=100_000)
def name_tokens(text: str, *, typed: bool = False) -> tuple[str, ...]:
    """The tokens of forenames or of a surname, and the whole written as one where it may be.

    "Smith-Harper" gives smith, harper and smithharper; "O'Neill" and "O Neill" give oneill; "Al-Masri" gives masri and
    almasri. A single letter is an initial, and no token. What is typed may always have been meant as one word; of what is
    kept only names with a hyphen and short ones ("Mei Ling") are.
    """
    words = fold(text).split()
    found: list[str] = []
    carried = ""
    for place, word in enumerate(words):
        if word in PARTICLES and place + 1 < len(words):
            carried += word
            continue
        if carried:
            found.append(carried + word)
            if carried not in _ONE_WITH_NAME:
                found.append(word)
            carried = ""
        elif len(word) > 1:
            found.append(word)
    whole = "".join(words[:3])
    if len(words) > 1 and (typed or "-" in text or len(whole) <= SHORT_WHOLE):
        found.append(whole)
    return tuple(dict.fromkeys(token[:LONGEST] for token in found if len(token) > 1))[:MOST]


def initials(text: str) -> tuple[str, ...]:
    """Single letters said for a name: "J Smith"."""
    return tuple(word for word in fold(text).split() if len(word) == 1 and word.isalpha())


@dataclass(frozen=True, slots=True)
class Place:
    """An address as it is compared: house number, street with its kind shortened, street without its kind."""

    house: str
    street: str

    @property
    def house_number(self) -> int:
        """The number before the street; 0 where there is none."""
        digits = re.match(r"\d+", self.house)
        return int(digits[0][:6]) if digits else 0

    @property
    def bare(self) -> str:
        """The street's own name: "hill" for "hill ln"."""
        return self.street.rpartition(" ")[0] if self.has_kind else self.street

    @property
    def has_kind(self) -> bool:
        """Does the street end on what kind of street it is?"""
        name, _, kind = self.street.rpartition(" ")
        return bool(name) and kind in _SHORT


@lru_cache(maxsize=100_000)
def place_of(lines: str) -> Place:
    """House and street out of the first lines of an address: "Flat 2, 14 Hill Lane" is 14, "hill ln".

    A house with a name is known by it: "Mill House, Albion Road" is "mill house", "albion rd".
    """
    parts = [_part_of(words) for part in re.split(r"[,\n]", lines) if (words := _UNIT.sub("", fold(part)).split())]
    if not parts:
        return Place("", "")
    best = max(parts, key=lambda part: (part.has_kind, part.house_number > 0))
    return best if best.house or best is parts[0] else Place(parts[0].street, best.street)


def _part_of(words: list[str]) -> Place:
    at = next((number for number, word in enumerate(words) if re.fullmatch(r"\d+[a-z]?", word)), None)
    house = words[at] if at is not None else ""
    rest = words[at + 1 :] if at is not None else words
    street: list[str] = []
    for place, word in enumerate(rest[:5]):
        short = kind_of_street(word) if place else None
        street.append(short or word)
        if short and not (place + 1 < len(rest) and kind_of_street(rest[place + 1])):
            break
    return Place(house, " ".join(street)[:60])


def kind_of_street(word: str) -> str | None:
    """The short form of a word that says what kind of street it is ("lane", "ln": "ln"); None for any other word."""
    return _KINDS_OF_STREET.get(word) or _SHORT.get(word)
