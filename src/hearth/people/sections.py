"""Sections that later rooms add to a person's page, each with what it knows and a partial template of its own."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

from hearth.foundation.access.readers import Reader


class Read(Protocol):
    """What a room read of one person; its notes stand at the top of the page, the rest is its template's."""

    @property
    def notes(self) -> Sequence[str]:
        """Lines of text for the top of the page."""


class Section(NamedTuple):
    """A partial template and the function that reads what it shows, as one reader may see it."""

    template: str
    read: Callable[[Reader, UUID], Read]


_sections: list[Section] = []


def register(template: str, read: Callable[[Reader, UUID], Read]) -> None:
    """Add a section to every person's page; the template finds what was read as `section`."""
    _sections.append(Section(template, read))


def sections(reader: Reader, person_id: UUID) -> list[tuple[str, Read]]:
    """Each section's template with what it shows of one person, whose page this reader may see."""
    return [(one.template, one.read(reader, person_id)) for one in _sections]
