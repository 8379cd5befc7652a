"""The kinds of query: each turns one person's own facts into what a worker types, with exactly that kind of error."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from hearth.config.population import errors, nicknames, variants
from hearth.config.population.places import house, house_and_street
from hearth.config.population.record import Home, Query, Someone

LONG_ENOUGH_FOR_TWO = 5
ABBREVIATED = {
    "Road": "Rd",
    "Street": "St",
    "Lane": "Ln",
    "Avenue": "Ave",
    "Close": "Cl",
    "Drive": "Dr",
    "Crescent": "Cres",
    "Gardens": "Gdns",
    "Court": "Ct",
    "Place": "Pl",
    "Grove": "Gr",
    "Terrace": "Terr",
}
MARKS = re.compile(r"['’\- ]")

CrowdKey = tuple[str, str, str]


class Facts(TypedDict, total=False):
    """What tells one of a name from another: a date, or a place."""

    date_of_birth: date
    expected_date: date
    address: str
    postcode: str


@dataclass(frozen=True)
class Asked:
    """A query about somebody, and by which facts others may fit it as well; empty where the facts are his or hers alone."""

    query: Query
    crowd: CrowdKey = ("", "", "")


@dataclass
class Worker:
    """Who types: the chance by which they err, the tables they know, the day, and surnames they may hear instead."""

    chance: random.Random
    part: variants.Part
    today: date
    surnames: Sequence[str]
    spellings: dict[str, tuple[str, ...]] = field(init=False)
    misheard: dict[str, tuple[str, ...]] = field(init=False)
    short_names: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.spellings = variants.half(variants.SPELLINGS, self.part)
        self.misheard = variants.half(variants.MISHEARD, self.part)
        self.short_names = nicknames.half(self.part)

    def names(self, someone: Someone) -> tuple[str, str]:
        """The forenames as said, often the first alone, and the surname, now and then an earlier one."""
        forenames, surname = someone.forenames, someone.surname
        if someone.other_names and self.chance.random() < 0.2:
            forenames, surname = self.chance.choice(someone.other_names)
        return (forenames.partition(" ")[0] if self.chance.random() < 0.6 else forenames), surname

    def facts(self, someone: Someone, *, dated: bool = False) -> Facts | None:
        """The date, or for some the address instead; None where the record has neither."""
        if someone.expected_date:
            return Facts(expected_date=someone.expected_date)
        if someone.date_of_birth and (dated or self.chance.random() < 0.85 or not someone.homes):
            return Facts(date_of_birth=someone.date_of_birth)
        if dated or not someone.homes:
            return None
        return Facts(address=someone.homes[-1].lines)

    def home(self, someone: Someone) -> Home | None:
        """The current home, or for some an earlier one."""
        if not someone.homes:
            return None
        return someone.homes[-1] if self.chance.random() < 0.8 else self.chance.choice(someone.homes)

    def mistaken(self, word: str) -> str | None:
        """The word misheard where it is a name that sounds like others, or else with one slip of the fingers."""
        first, space, rest = word.partition(" ")
        if first in self.misheard and self.chance.random() < 0.5:
            return self.chance.choice(self.misheard[first]) + space + rest
        made = self.slipped(first)
        return made and made + space + rest

    def slipped(self, word: str) -> str | None:
        """The word with one slip of the fingers, at a distance of exactly one."""
        for _ in range(6):
            made = errors.mistyped(word, self.chance)
            if made and errors.distance(errors.folded(made), errors.folded(word)) == 1:
                return made
        return None

    def about(self, someone: Someone) -> int | None:
        """The age as somebody would guess it, a year out either way."""
        if someone.date_of_birth is None:
            return None
        return max(0, age_on(someone.date_of_birth, self.today) + self.chance.choice((-1, 0, 1)))


Asking = Callable[[Worker, Someone], Asked | None]


def age_on(born: date, day: date) -> int:
    """Age in whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def exact(worker: Worker, someone: Someone) -> Asked | None:
    """Names with a date or an address, or a number alone, as they are recorded."""
    drawn = worker.chance.random()
    if someone.nhs_number and drawn < 0.08:
        return Asked(Query("exact", nhs_number=someone.nhs_number))
    if someone.upn and drawn < 0.12:
        return Asked(Query("exact", upn=someone.upn))
    if someone.telephone and someone.forenames and drawn < 0.2:
        return Asked(Query("exact", forenames=someone.forenames, telephone=someone.telephone))
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    if facts is None:
        return None
    if someone.known_as and drawn > 0.8:
        return Asked(Query("exact", known_as=someone.known_as, surname=surname, **facts))
    return Asked(Query("exact", forenames=forenames, surname=surname, **facts))


def typo_one_name(worker: Worker, someone: Someone) -> Asked | None:
    """One error in the forename or in the surname."""
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    if facts is None:
        return None
    if forenames and worker.chance.random() < 0.5:
        wrong = worker.mistaken(forenames)
        return Asked(Query("typo_one_name", forenames=wrong, surname=surname, **facts)) if wrong else None
    wrong = worker.mistaken(surname)
    return Asked(Query("typo_one_name", forenames=forenames, surname=wrong, **facts)) if wrong else None


def typo_both_names(worker: Worker, someone: Someone) -> Asked | None:
    """One error in each name."""
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    first, last = worker.mistaken(forenames), worker.mistaken(surname)
    return Asked(Query("typo_both_names", forenames=first, surname=last, **facts)) if facts and first and last else None


def two_typos(worker: Worker, someone: Someone) -> Asked | None:
    """Two errors in one name."""
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    if facts is None:
        return None
    first, space, rest = forenames.partition(" ")
    if len(first) >= LONG_ENOUGH_FOR_TWO and worker.chance.random() < 0.5:
        wrong = _twice(worker, first)
        return Asked(Query("two_typos", forenames=wrong + space + rest, surname=surname, **facts)) if wrong else None
    wrong = _twice(worker, surname) if len(surname) >= LONG_ENOUGH_FOR_TWO else None
    return Asked(Query("two_typos", forenames=forenames, surname=wrong, **facts)) if wrong else None


def _twice(worker: Worker, word: str) -> str | None:
    once = worker.slipped(word)
    made = once and worker.slipped(once)
    return made if made and errors.distance(errors.folded(made), errors.folded(word)) == 2 else None


def nickname(worker: Worker, someone: Someone) -> Asked | None:
    """What people call them, in place of the recorded forename."""
    facts, surname = worker.facts(someone), worker.names(someone)[1]
    short = worker.short_names.get(someone.forenames.partition(" ")[0])
    return Asked(Query("nickname", forenames=worker.chance.choice(short), surname=surname, **facts)) if facts and short else None


def day_month(worker: Worker, someone: Someone) -> Asked | None:
    """Day and month exchanged."""
    forenames, surname = worker.names(someone)
    born = someone.date_of_birth and errors.day_and_month_exchanged(someone.date_of_birth)
    return Asked(Query("day_month", forenames=forenames, surname=surname, date_of_birth=born)) if born else None


def digit_wrong_in_date(worker: Worker, someone: Someone) -> Asked | None:
    """One digit of the date of birth wrong."""
    forenames, surname = worker.names(someone)
    born = someone.date_of_birth and errors.digit_wrong(someone.date_of_birth, worker.today, worker.chance)
    return Asked(Query("digit_wrong_in_date", forenames=forenames, surname=surname, date_of_birth=born)) if born else None


def _other_spelling(worker: Worker, someone: Someone) -> tuple[str, str] | None:
    """Forename, surname or both as another language writes them; None where the tables know neither."""
    forenames, surname = worker.names(someone)
    first, space, rest = forenames.partition(" ")
    of_first, of_last = worker.spellings.get(first), worker.spellings.get(surname)
    if not of_first and not of_last:
        return None
    both = worker.chance.random() < 0.5
    if of_first and (both or not of_last or worker.chance.random() < 0.5):
        first, of_last = worker.chance.choice(of_first), of_last if both else None
    return first + space + rest, worker.chance.choice(of_last) if of_last else surname


def transliteration(worker: Worker, someone: Someone) -> Asked | None:
    """Another language's spelling, with the date."""
    facts, spelt = worker.facts(someone, dated=True), _other_spelling(worker, someone)
    return Asked(Query("transliteration", forenames=spelt[0], surname=spelt[1], **facts)) if facts and spelt else None


def transliteration_age(worker: Worker, someone: Someone) -> Asked | None:
    """Another language's spelling, with an age to within a year and nothing else."""
    age, spelt = worker.about(someone), _other_spelling(worker, someone)
    if age is None or not spelt:
        return None
    return Asked(
        Query("transliteration_age", forenames=spelt[0], surname=spelt[1], age=age),
        ("age", someone.forenames.partition(" ")[0], someone.surname),
    )


def diacritics(worker: Worker, someone: Someone) -> Asked | None:
    """Names typed without their diacritics."""
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    bare = errors.plain(forenames), errors.plain(surname)
    return (
        Asked(Query("diacritics", forenames=bare[0], surname=bare[1], **facts)) if facts and bare != (forenames, surname) else None
    )


def hyphenated(worker: Worker, someone: Someone) -> Asked | None:
    """A double surname with its hyphen lost, or put where there is none."""
    facts, forenames, surname = worker.facts(someone), worker.names(someone)[0], someone.surname
    if facts is None or not double(surname):
        return None
    written = surname.replace("-", worker.chance.choice((" ", " ", ""))) if "-" in surname else surname.replace(" ", "-")
    return Asked(Query("hyphenated", forenames=forenames, surname=written, **facts))


def double(surname: str) -> list[str]:
    """The parts of a double surname, empty where it is none: O'Neill, Al-Masri, van Dijk and Ó Briain are single names."""
    parts = re.split(r"[- ]", surname)
    return parts if len(parts) == 2 and all(len(part) > 3 and part[0].isupper() for part in parts) else []


def double_surname_part(worker: Worker, someone: Someone) -> Asked | None:
    """One part of a double surname."""
    facts, forenames, parts = worker.facts(someone), worker.names(someone)[0], double(someone.surname)
    return (
        Asked(Query("double_surname_part", forenames=forenames, surname=worker.chance.choice(parts), **facts))
        if facts and parts
        else None
    )


def names_exchanged(worker: Worker, someone: Someone) -> Asked | None:
    """Surname where the forename goes, and the other way about."""
    facts, (forenames, surname) = worker.facts(someone), worker.names(someone)
    return Asked(Query("names_exchanged", forenames=surname, surname=forenames, **facts)) if facts and forenames else None


def changed_surname_same_date(worker: Worker, someone: Someone) -> Asked | None:
    """A surname that the record does not know, with forename and date as recorded."""
    surname = worker.chance.choice(worker.surnames)
    had = {errors.folded(someone.surname), *(errors.folded(other) for _, other in someone.other_names)}
    if not someone.date_of_birth or not someone.forenames or errors.folded(surname) in had:
        return None
    return Asked(
        Query("changed_surname_same_date", forenames=someone.forenames, surname=surname, date_of_birth=someone.date_of_birth)
    )


def surname_bad_address(worker: Worker, someone: Someone) -> Asked | None:
    """Surname and a shortened or misspelt address, without forename or date."""
    home = worker.home(someone)
    if not home or not someone.surname:
        return None
    number, street = house_and_street(home.lines)
    words = street.split(" ")
    if worker.chance.random() < 0.5:
        wrong = worker.slipped(words[0])
        street = " ".join([wrong, *words[1:]]) if wrong and words[0] != "The" else ""
    else:
        short = ABBREVIATED.get(words[-1])
        street = " ".join([*words[:-1], short]) if short else ""
    if not street or not number:
        return None
    town = f", {home.town}" if worker.chance.random() < 0.4 else ""
    query = Query("surname_bad_address", surname=someone.surname, address=f"{number} {street}{town}")
    return Asked(query, ("house", someone.surname, house(home.lines)))


def forename_postcode(worker: Worker, someone: Someone) -> Asked | None:
    """Forename and postcode only."""
    home = worker.home(someone)
    if not home or not someone.forenames:
        return None
    first = someone.forenames.partition(" ")[0]
    return Asked(Query("forename_postcode", forenames=first, postcode=home.postcode), ("postcode", first, home.postcode))


def nhs_digit_wrong_name(worker: Worker, someone: Someone) -> Asked | None:
    """The name and an NHS number with one digit wrong."""
    if not someone.nhs_number:
        return None
    forenames, surname = worker.names(someone)
    number = errors.number_digit_wrong(someone.nhs_number, worker.chance)
    return Asked(Query("nhs_digit_wrong_name", forenames=forenames, surname=surname, nhs_number=number))


def approximate_age(worker: Worker, someone: Someone) -> Asked | None:
    """The name, and an age to within a year."""
    age = worker.about(someone)
    if age is None:
        return None
    forenames = someone.forenames if worker.chance.random() < 0.4 else someone.forenames.partition(" ")[0]
    query = Query("approximate_age", forenames=forenames, surname=someone.surname, age=age)
    return Asked(query, ("age", someone.forenames.partition(" ")[0], someone.surname))


def spacing_case(worker: Worker, someone: Someone) -> Asked | None:
    """Hyphens, apostrophes, spaces and capitals otherwise than recorded."""
    facts, chance = worker.facts(someone), worker.chance
    first, surname = someone.forenames.partition(" ")[0], someone.surname
    marked = bool(MARKS.search(surname + first))
    if facts is None or not first or (not marked and chance.random() > 0.15):
        return None
    mark = chance.choice(("", " ")) if marked else ""
    first, surname = MARKS.sub(mark, first), MARKS.sub(mark, surname)
    change = chance.choice((str.lower, str.upper, str.lower, str.title if marked else str.upper))
    typed = change(first), change(surname)
    if typed == (someone.forenames.partition(" ")[0], someone.surname):
        return None
    return Asked(Query("spacing_case", forenames=typed[0], surname=typed[1], **facts))


def free_text(worker: Worker, someone: Someone) -> Asked | None:
    """One box: names with a date, an address, a postcode or the beginning of a street."""
    home, chance, (forenames, surname) = worker.home(someone), worker.chance, worker.names(someone)
    born = someone.date_of_birth
    if not forenames:
        return None
    drawn = chance.random()
    if born and drawn < 0.5:
        day = chance.choice(
            (f"{born.day}/{born.month}/{born.year}", f"{born:%d.%m.%Y}", f"{born:%d/%m/%y}", f"{born.day} {born:%B} {born.year}")
        )
        order = chance.choice((f"{forenames} {surname} {day}", f"{surname}, {forenames} {day}", f"{day} {forenames} {surname}"))
        return Asked(Query("free_text", text=order if chance.random() < 0.5 else order.lower()))
    if not home:
        return None
    if drawn < 0.65:
        return Asked(Query("free_text", text=f"{forenames} {surname} {home.postcode}"))
    if drawn < 0.85:
        return Asked(Query("free_text", text=f"{surname}, {house(home.lines)}"), ("house", surname, house(home.lines)))
    street, beginning = house_and_street(home.lines)[1], errors.plain(surname)[:3].lower()
    return (
        Asked(Query("free_text", text=f"{beginning} {street.lower()}"), ("street", beginning, street))
        if beginning.isalpha()
        else None
    )


ASKING: dict[str, Asking] = {
    asking.__name__: asking
    for asking in (
        exact,
        typo_one_name,
        typo_both_names,
        two_typos,
        nickname,
        day_month,
        digit_wrong_in_date,
        transliteration,
        transliteration_age,
        diacritics,
        hyphenated,
        double_surname_part,
        names_exchanged,
        changed_surname_same_date,
        surname_bad_address,
        forename_postcode,
        nhs_digit_wrong_name,
        approximate_age,
        spacing_case,
        free_text,
    )
}
