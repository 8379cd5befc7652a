"""How alike two values are: the levels that the weights speak of, the same for a typed query and for two records."""

from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from hearth.people.matching.nicknames import groups_of
from hearth.people.matching.sounds import skeletons

EXACT, NICKNAME, TYPO, SOUND, TYPOS, PREFIX, OTHER, UNKNOWN = (
    "exact", "nickname", "typo", "sound", "typos", "prefix", "other", "unknown",
)  # fmt: skip
BEST_FIRST = (EXACT, NICKNAME, TYPO, SOUND, PREFIX, TYPOS, OTHER)
RANK = {level: place for place, level in enumerate(BEST_FIRST)}

SHORT = 4
"""Letters up to which two names two errors apart are two names."""
BEGINNING = 3
"""Letters that are meant as a beginning when they are typed ("kow hill lane")."""
FEW = 3
"""Letters up to which one shared consonant is no likeness: "eva" does not sound like "Huw"."""


@lru_cache(maxsize=200_000)
def token_level(typed: str, kept: str) -> str:
    """How alike two tokens of names are: exact, nickname, one error, same sound, beginning of it, two errors, other."""
    if typed == kept:
        return EXACT
    if groups_of(typed) & groups_of(kept):
        return NICKNAME
    shorter, longer = sorted((len(typed), len(kept)))
    distance = OSA.distance(typed, kept, score_cutoff=2)
    if distance == 1 and longer > 2:
        return TYPO
    if skeletons(typed) & skeletons(kept) and _same_length(shorter, longer) and (shorter > FEW or distance <= 2):
        return SOUND
    if len(typed) >= 3 and kept.startswith(typed):
        return PREFIX
    if distance <= 2 and shorter > SHORT:
        return TYPOS
    return OTHER


@lru_cache(maxsize=200_000)
def typed_level(typed: str, kept: str) -> str:
    """How alike a token is to what was typed; a name that begins with three letters typed is meant before one like them."""
    level = token_level(typed, kept)
    return PREFIX if level in (TYPO, SOUND) and len(typed) == BEGINNING and kept.startswith(typed) else level


def _same_length(shorter: int, longer: int) -> bool:
    return longer - shorter <= 4 and shorter * 2 >= longer


EXACT_DAY, EXCHANGED, DIGIT, SAME_YEAR, NEAR, FAR = "exact", "exchanged", "digit", "same year", "near", "far"


@lru_cache(maxsize=50_000)
def birth_level(typed: date, kept: date) -> str:
    """Exact, day and month exchanged, one digit wrong (or two beside each other exchanged), same year, near, far."""
    if typed == kept:
        return EXACT_DAY
    if (typed.year, typed.month, typed.day) == (kept.year, kept.day, kept.month):
        return EXCHANGED
    if OSA.distance(f"{typed:%d%m%Y}", f"{kept:%d%m%Y}", score_cutoff=1) == 1:
        return DIGIT
    if typed.year == kept.year:
        return SAME_YEAR
    return NEAR if abs((typed - kept).days) <= 400 else FAR


def age_level(years_apart: int) -> str:
    """How well an age said fits: within a year, within three, or not."""
    if years_apart <= 1:
        return EXACT_DAY
    return NEAR if years_apart <= 3 else FAR


@lru_cache(maxsize=100_000)
def street_level(typed: str, kept: str) -> str:
    """How alike two streets are; shortened ("hill" for "hill ln") and misspelt ones are near."""
    if typed == kept:
        return EXACT
    a, b = typed.replace(" ", ""), kept.replace(" ", "")
    if len(a) >= 3 and (b.startswith(a) or a.startswith(b)):
        return TYPO
    bare, other = bare_street(typed), bare_street(kept)
    if bare == other:
        return TYPO
    if OSA.distance(a, b, score_cutoff=2) <= (2 if min(len(a), len(b)) > 6 else 1):
        return TYPO
    if len(bare) > 3 and OSA.distance(bare, other, score_cutoff=2) <= (2 if min(len(bare), len(other)) > 5 else 1):
        return TYPO
    return OTHER


SAME_POSTCODE, SAME_STREET = "postcode", "street"


def home_level(typed: tuple[str, str, str], kept: tuple[str, str, str]) -> str:
    """House, street and postcode of two homes: the same house, the same postcode, the same street, a street like it, or other."""
    (house, street, code), (other_house, other_street, other_code) = typed, kept
    alike = street_level(street, other_street) if street and other_street else OTHER
    same_code = bool(code) and code == other_code
    if house and house == other_house and (same_code or alike != OTHER):
        return EXACT
    if same_code:
        return SAME_POSTCODE
    return SAME_STREET if alike == EXACT else alike


def bare_street(street: str) -> str:
    """A street without the kind it ends on, in one word: "hill" for "hill ln"."""
    words = street.split()
    return "".join(words[:-1]) if len(words) > 1 and len(words[-1]) <= 4 else "".join(words)


def nhs_level(typed: str, kept: str) -> str:
    """Exact, one digit wrong or two beside each other exchanged, or another number."""
    if typed == kept:
        return EXACT
    return TYPO if OSA.distance(typed, kept, score_cutoff=1) == 1 else OTHER
