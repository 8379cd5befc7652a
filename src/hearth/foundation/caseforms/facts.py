"""Facts that fields of forms are bound to: typed once, shown with source and age, confirmed when they are old."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.language import FormSection

STALE_AFTER = timedelta(days=182)
"""About six months: an older fact is asked again."""


@dataclass(frozen=True)
class FactValue:
    """A fact as it stands: the value as a form holds it, who told it and when (None: nobody noted when)."""

    value: str
    told_by: str = ""
    told_on: date | None = None

    @property
    def is_stale(self) -> bool:
        """Is it so old, or of so unknown an age, that it should be asked again?"""
        return self.told_on is None or worktime.today() - self.told_on > STALE_AFTER

    @property
    def words(self) -> str:
        """ "told by Anna Teacher, 3 weeks ago"."""
        source = f"told by {self.told_by}" if self.told_by else "source not noted"
        return f"{source}, {age_words(self.told_on)}" if self.told_on else f"{source}, date not noted"


Read = Callable[[Reader, UUID], FactValue | None]
Write = Callable[[Reader, UUID, str], None]


@dataclass(frozen=True)
class Fact:
    """How a room keeps one fact: read for a subject (already limited to the reader), and stated anew."""

    read: Read
    write: Write


_facts: dict[str, Fact] = {}


def register(code: str, read: Read, write: Write) -> None:
    """Let forms bind to a fact. `write` states a new value, or the same one again ("Still true?")."""
    _facts[code] = Fact(read, write)


def registered() -> list[str]:
    """The codes of all facts, in order."""
    return sorted(_facts)


def fact(code: str) -> Fact:
    """A registered fact. Raises KeyError."""
    return _facts[code]


def known(reader: Reader, section: FormSection, subject_id: UUID) -> dict[str, FactValue]:
    """What is known already for the fields of a section that are bound to facts, by their codes."""
    found = {field.code: _facts[field.fact].read(reader, subject_id) for field in section.fields if field.fact}
    return {code: value for code, value in found.items() if value is not None}


def age_words(day: date) -> str:
    """ "today", "3 weeks ago", "8 months ago"."""
    days = (worktime.today() - day).days
    if days < 1:
        return "today"
    for length, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= length:
            count = days // length
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    raise AssertionError(days)
