"""The errors that people make with names, dates and numbers: each function makes one, or returns None where it cannot be made."""

import random
import unicodedata
from datetime import date

NEIGHBOURS = {
    "q": "wa",
    "w": "qes",
    "e": "wrd",
    "r": "etf",
    "t": "ryg",
    "y": "tuh",
    "u": "yij",
    "i": "uok",
    "o": "ipl",
    "p": "ol",
    "a": "qsz",
    "s": "adwx",
    "d": "sfec",
    "f": "dgrv",
    "g": "fhtb",
    "h": "gjyn",
    "j": "hkum",
    "k": "jlim",
    "l": "kop",
    "z": "xas",
    "x": "zcs",
    "c": "xvd",
    "v": "cbf",
    "b": "vng",
    "n": "bmh",
    "m": "njk",
}
LETTERS_OF_THEIR_OWN = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "ı": "i", "æ": "ae", "Æ": "Ae", "ð": "d"}
)
SHORTEST = 3


def plain(text: str) -> str:
    """The text without diacritics, as most English keyboards type it."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFD", text.translate(LETTERS_OF_THEIR_OWN))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def folded(text: str) -> str:
    """The letters of the text alone, small and without diacritics."""
    return "".join(letter for letter in plain(text).lower() if letter.isalpha())


def mistyped(word: str, chance: random.Random) -> str | None:
    """The word with one slip of the fingers: a letter beside it, one left out, one doubled, or two exchanged."""
    if len(word) < SHORTEST:
        return None
    made = _slip(word, chance)
    return made if folded(made) != folded(word) else None


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(0 if chance.random() < 0.1 else 1, len(word))
    letter, kind = word[at], chance.random()
    if not letter.isalpha():
        return word
    if kind < 0.3 and letter.lower() in NEIGHBOURS:
        near = chance.choice(NEIGHBOURS[letter.lower()])
        return word[:at] + (near.upper() if letter.isupper() else near) + word[at + 1 :]
    if kind < 0.6:
        return word[:at] + word[at + 1 :]
    if kind < 0.8:
        return word[:at] + letter + letter.lower() + word[at + 1 :]
    if at == 0 or not word[at - 1].isalpha():
        return word
    pair = letter + word[at - 1]
    return word[: at - 1] + (pair.capitalize() if word[at - 1].isupper() else pair) + word[at + 1 :]


def day_and_month_exchanged(born: date) -> date | None:
    """3 April for 4 March. None where it makes no other date."""
    if born.day > 12 or born.day == born.month:
        return None
    return date(born.year, born.day, born.month)


def digit_wrong(born: date, latest: date, chance: random.Random) -> date | None:
    """The date with one of its eight digits another, still a date and not after `latest`."""
    written = born.strftime("%Y%m%d")
    at = chance.choice((2, 3, 3, 4, 5, 5, 6, 7, 7))
    digit = chance.choice([other for other in "0123456789" if other != written[at]])
    year, month, day = (written[:at] + digit + written[at + 1 :])[:4], *_month_and_day(written[:at] + digit + written[at + 1 :])
    try:
        made = date(int(year), month, day)
    except ValueError:
        return None
    return made if date(1920, 1, 1) <= made <= latest else None


def _month_and_day(written: str) -> tuple[int, int]:
    return int(written[4:6]), int(written[6:8])


def number_digit_wrong(number: str, chance: random.Random) -> str:
    """The number with one digit another."""
    at = chance.randrange(len(number))
    return number[:at] + chance.choice([other for other in "0123456789" if other != number[at]]) + number[at + 1 :]


def distance(one: str, other: str) -> int:
    """Optimal string alignment: letters put in, left out, changed, or two neighbours exchanged."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            cost = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
