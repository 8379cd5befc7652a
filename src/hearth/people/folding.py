"""Folding names and addresses for searching."""

import re
import unicodedata

# Letters that do not come apart into a letter and an accent.
_WHOLE = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "ı": "i"})


def fold(*parts: str) -> str:
    """Lower case, no accents; hyphens, apostrophes and other marks become spaces."""
    text = " ".join(part for part in parts if part).translate(_WHOLE)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w]+", " ", bare.lower().replace("'", "").replace("’", "")).split())


def postcode(text: str) -> str:
    """A postcode with its one space and capitals; other text as it is, without spaces around."""
    bare = re.sub(r"\s+", "", text.upper())
    if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", bare):
        return f"{bare[:-3]} {bare[-3:]}"
    return text.strip()


def digits(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)
