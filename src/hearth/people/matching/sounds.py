"""Consonant skeletons: what is left of a name when it is written down in another spelling.

Szymański and Shymansky, Maxamed and Mohammed, Chaudhry and Choudhury, Yuliia and Julia keep their consonants, sorted into
classes. Letters that different languages read differently (c, ch, g, j, x, w) give several skeletons; two names sound alike
when they share one.
"""

import re
from functools import lru_cache

_TOGETHER = (  # letters written together for one sound; upper case are classes
    ("szcz", "S"),
    ("shch", "S"),
    ("tsch", "S"),
    ("dzh", "J"),
    ("tch", "S"),
    ("sch", "S"),
    ("sz", "S"),
    ("sh", "S"),
    ("cz", "S"),
    ("rz", "S"),
    ("zh", "S"),
    ("dz", "S"),
    ("ds", "S"),
    ("dj", "J"),
    ("xh", "J"),
    ("ts", "S"),
    ("tz", "S"),
    ("ph", "F"),
    ("kh", "K"),
    ("gh", "K"),
    ("ck", "K"),
    ("qu", "K"),
    ("bh", "P"),
    ("th", "T"),
    ("dh", "T"),
    ("ch", "C"),
    ("ce", "Ze"),
    ("ci", "Zi"),
    ("cy", "Zy"),
    ("ge", "Ge"),
    ("gi", "Gi"),
    ("gy", "Gy"),
)
_ONE = str.maketrans("bpfvtdkqgszlmnrh", "PPFFTTKKKSSLMNRK")
_MANY = {  # letters that may be read in more than one way
    "C": ("S", "K"),
    "Z": ("S", "K", ""),
    "c": ("K", "", "S"),
    "G": ("K", "S"),
    "J": ("S", ""),
    "j": ("", "S"),
    "x": ("KS", "K"),
    "w": ("F", ""),
    "y": ("",),
}
MOST = 12


@lru_cache(maxsize=100_000)
def skeletons(name: str) -> frozenset[str]:
    """Every skeleton of one folded token; empty for tokens without a consonant to tell them by."""
    text = re.sub(r"[^a-z]", "", name)
    if not text:
        return frozenset()
    text = re.sub(r"(?<=[aeiou])h$", "", text)  # Aishah and Aisha: not heard
    text = re.sub(r"^ou(?=[aeiou])", "w", text)  # Oualid, as French writes Walid
    text = re.sub(r"^[yji](?=[aeiou])", "a", text) if text[0] != "j" else text
    variants = {text}
    if name[0] == "j" and len(text) > 1 and text[1] in "aeiou":
        variants.add("a" + text[1:])
    if name[0] == "h" and len(text) > 2:
        variants.add(text[1:])
    if name[0] == "c" and len(text) > 2 and text[1] in "aeiou":
        variants.add(text[1:])
    found: list[str] = []
    for variant in sorted(variants):
        found.extend(_read(variant))
    return frozenset(one for one in found[:MOST] if len(one.strip("A")) > 0)


def _read(text: str) -> list[str]:
    for letters, sound in _TOGETHER:
        text = text.replace(letters, sound)
    text = re.sub(r"(?<=[aeiou])w(?=[aeiouy])", "v", text)  # between vowels it is always heard
    text = re.sub(r"^w", "v", text)
    first = "A" if text[0] in "aeiou" else ""
    ways = [""]
    for letter in re.sub(r"[aeiou]", "-", text):
        readings = _MANY.get(letter) or (letter.translate(_ONE),)
        ways = [way + reading for way in ways for reading in readings][:MOST]
    return [first + _close(way) for way in ways]


def _close(way: str) -> str:
    """No vowels, and a sound said twice together once."""
    return re.sub(r"([A-Z])\1+", r"\1", way).replace("-", "")
