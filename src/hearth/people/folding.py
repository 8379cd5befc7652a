"""Folding names and addresses for searching."""

import re
import unicodedata

from anyascii import anyascii


def fold(*parts: str) -> str:
    """Lower case in plain letters, whatever the script; hyphens and other marks become spaces, apostrophes nothing.

    Letters of other scripts become the Latin letters nearest to them, so that a name typed in its own script is found.
    """
    text = " ".join(part for part in parts if part)
    if not text.isascii():
        letters = unicodedata.normalize("NFKC", text)  # accents join their letters
        text = anyascii("".join(one if one.isascii() or one.isalnum() or one in "’‘" else " " for one in letters))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower().replace("'", "").replace("`", "")).split())


def postcode(text: str) -> str:
    """A postcode with its one space and capitals; other text as it is, without spaces around."""
    bare = re.sub(r"\s+", "", text.upper())
    if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", bare):
        return f"{bare[:-3]} {bare[-3:]}"
    return text.strip()


def digits(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)
