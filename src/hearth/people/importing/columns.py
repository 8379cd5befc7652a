"""The columns of an import file, and one row of it as a person: everything that is wrong with a row, in words."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from stdnum.gb.nhs import is_valid

from hearth.foundation import worktime
from hearth.people import codes
from hearth.people.actions.naming import OLDEST
from hearth.people.folding import digits, postcode
from hearth.people.models import Person
from hearth.people.search import age_on

COLUMNS = (
    "external_id", "kind", "forenames", "surname", "known_as", "former_surname", "date_of_birth", "expected_date", "sex",
    "ethnicity", "nhs_number", "upn", "telephone", "address", "town", "postcode", "moved_in",
)  # fmt: skip
LONGEST = {
    "external_id": 80, "forenames": 120, "surname": 120, "known_as": 120, "former_surname": 120, "telephone": 40,
    "address": 200, "town": 80,
}  # fmt: skip
ADULT_FROM = 18

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHOLE = dict(
    zip(
        _MONTHS,
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        strict=True,
    )
)
_SEX = {"m": "M", "male": "M", "1": "M", "f": "F", "female": "F", "2": "F"} | dict.fromkeys(
    ("", "u", "unknown", "not known", "0", "9"), "U"
)
_ETHNICITY = {"": ""} | {word.lower(): code for code, words in codes.ETHNICITY for word in (code, words)}


class Problem(NamedTuple):
    """Why a row is refused: the column, and what is wrong with it."""

    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """One person as a file has them; the kind is worked out where it is not given."""

    external_id: str
    kind: str
    forenames: str = ""
    surname: str = ""
    known_as: str = ""
    former_surname: str = ""
    date_of_birth: date | None = None
    expected_date: date | None = None
    sex: str = "U"
    ethnicity: str = ""
    nhs_number: str = ""
    upn: str = ""
    telephone: str = ""
    address: str = ""
    town: str = ""
    postcode: str = ""
    moved_in: date | None = None


assert tuple(one.name for one in fields(Imported)) == COLUMNS  # noqa: S101 - the documented columns are the fields


def read_day(text: str) -> date | None:
    """A day written 2016-03-27, 27/03/2016 (also with dots or hyphens), "27 March 2016", "27th Mar 2016"; None for any other."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?(?:\.0+)?)?", text):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):
        day, _, month, year = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})", text.lower()):
        day, word, year = found.groups()
        if not (word in _MONTHS or word == "sept" or _WHOLE.get(word[:3]) == word):
            return None
        month = str(_MONTHS.index(word[:3]) + 1)
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_row(given: Mapping[str, str], today: date | None = None) -> tuple[Imported | None, list[Problem]]:
    """A row as a person, or every problem that it has. `given` holds the columns that the file has."""
    today = today or worktime.today()
    values: dict[str, Any] = {name: " ".join(text.split()) for name, text in given.items()}
    problems = _check_texts(values)
    for name, read in _READ.items():
        values[name], why = read(values.get(name, ""))
        if why:
            problems.append(Problem(name, why))
    problems += _check_days(values, today)
    values["kind"], why = _kind(values, today)
    if why:
        problems.append(Problem("kind", why))
    elif values["kind"] == Person.UNBORN and values["date_of_birth"]:
        problems.append(Problem("date_of_birth", "An unborn child has an expected date, not a date of birth."))
    if values["kind"] != Person.UNBORN and not (values.get("forenames") or values.get("surname")):
        problems.append(Problem("forenames", "There is no name. Give the forenames or the surname."))
    if problems:
        return None, problems
    return Imported(**({"external_id": ""} | values)), []


def _check_texts(values: dict[str, str]) -> list[Problem]:
    problems = []
    if not "".join(values.values()).isprintable() or any("\ufffd" in text for text in values.values()):
        why = "It holds a character that cannot be read. Check how the file was saved."
        problems += [Problem(name, why) for name, text in values.items() if any(map(_is_odd, text))]
    for name, text in values.items():
        if len(text) > 40 and len(text) > LONGEST.get(name, 200):
            problems.append(Problem(name, f"It is longer than {LONGEST.get(name, 200)} characters."))
    return problems


def _is_odd(letter: str) -> bool:
    return letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn")


def _check_days(values: dict[str, Any], today: date) -> list[Problem]:
    problems = []
    born, moved = values["date_of_birth"], values["moved_in"]
    if born and born > today:
        problems.append(Problem("date_of_birth", "It is in the future. For an unborn child give the expected date."))
    elif born and age_on(born, today) > OLDEST:
        problems.append(Problem("date_of_birth", f"Nobody is more than {OLDEST} years old. Check the year."))
    if moved and moved > today:
        problems.append(Problem("moved_in", "The day they moved in must not be in the future."))
    elif moved and not (values.get("address") or values["postcode"]):
        problems.append(Problem("moved_in", "There is a day they moved in, but no address."))
    if values.get("town") and not (values.get("address") or values["postcode"]):
        problems.append(Problem("town", "There is a town, but no address or postcode."))
    return problems


@lru_cache(maxsize=100_000)
def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    day = read_day(text)
    return day, "" if day else "It is not a date. Write 27/03/2016, 27 March 2016 or 2016-03-27."


def _sex(text: str) -> tuple[str, str]:
    code = _SEX.get(text.lower(), "")
    return code, "" if code else "Write M, F or U (not known)."


def _ethnicity(text: str) -> tuple[str, str]:
    code = _ETHNICITY.get(text.lower())
    return code or "", "" if code is not None else "It is not a code of the children in need census, such as WBRI."


def _nhs(text: str) -> tuple[str, str]:
    number = digits(text)
    if not text or (len(number) == 10 and re.fullmatch(r"[\d -]+", text) and is_valid(number)):
        return number, ""
    return "", "It is not a valid NHS number. Check its ten digits."


def _upn(text: str) -> tuple[str, str]:
    upn = text.upper()
    if not upn or re.fullmatch(r"[A-Z]\d{11}[\dA-Z]", upn):
        return upn, ""
    return "", "A pupil number is a letter, eleven digits, and a digit or a letter."


@lru_cache(maxsize=100_000)
def _postcode(text: str) -> tuple[str, str]:
    code = postcode(text)
    return code, "" if len(code) <= 8 else "It is not a postcode."


_READ: dict[str, Callable[[str], tuple[Any, str]]] = {
    "date_of_birth": _day,
    "expected_date": _day,
    "moved_in": _day,
    "sex": _sex,
    "ethnicity": _ethnicity,
    "nhs_number": _nhs,
    "upn": _upn,
    "postcode": _postcode,
}


def _kind(values: dict[str, Any], today: date) -> tuple[str, str]:
    kind = values.get("kind", "").lower()
    if kind in (Person.CHILD, Person.ADULT, Person.UNBORN):
        return kind, ""
    if kind:
        return "", "Write child, adult or unborn."
    if values["date_of_birth"]:
        return (Person.ADULT if age_on(values["date_of_birth"], today) >= ADULT_FROM else Person.CHILD), ""
    return (Person.UNBORN if values["expected_date"] else Person.CHILD), ""


def key_of(given: Mapping[str, str]) -> str:
    """What a row without an external id is known by: all that it says. Equal rows are told apart by their count."""
    said = "\x1f".join(" ".join(given.get(name, "").split()) for name in COLUMNS)
    return "row:" + hashlib.sha256(said.encode()).hexdigest()[:32]
