"""The keys under which a token is kept, so that near tokens share one: letters left out, skeletons, nicknames."""

import zlib
from itertools import combinations

from hearth.people.matching.nicknames import groups_of
from hearth.people.matching.sounds import skeletons

TWO_LEFT_OUT = 5
"""Letters from which a token is also kept with two letters left out, so that two errors are found."""


def key(kind: str, text: str) -> int:
    """A key as a signed 32-bit number: what the index holds."""
    number = zlib.crc32(f"{kind}:{text}".encode())
    return number - (1 << 32) if number >= 1 << 31 else number


def left_out(token: str) -> set[str]:
    """The token, and it with one letter left out; from five letters on with two."""
    found = {token} | {token[:at] + token[at + 1 :] for at in range(len(token))}
    if TWO_LEFT_OUT <= len(token) <= 14:
        for first, second in combinations(range(len(token)), 2):
            found.add(token[:first] + token[first + 1 : second] + token[second + 1 :])
    return {one for one in found if one}


def name_keys(token: str) -> set[int]:
    """All keys of a token of a name."""
    return (
        {key("d", one) for one in left_out(token)}
        | {key("s", one) for one in skeletons(token)}
        | {key("n", one) for one in groups_of(token)}
    )


def street_keys(street: str) -> set[int]:
    """All keys of a street: letters left out of its own name without spaces, and each of its longer words whole."""
    bare = street.replace(" ", "")
    return {key("t", one) for one in left_out(bare)} | {key("w", word) for word in street.split() if len(word) > 3}
