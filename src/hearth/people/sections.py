"""Sections that later rooms add to a person's page, each with what it knows and a partial template of its own."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from hearth.foundation.access.readers import Reader


class Section(NamedTuple):
    """A partial template and the function that reads what it shows, as one reader may see it."""

    template: str
    read: Callable[[Reader, UUID], Any]


_sections: list[Section] = []


def register(template: str, read: Callable[[Reader, UUID], Any]) -> None:
    """Add a section to every person's page; the template finds what was read as `section`."""
    _sections.append(Section(template, read))


def sections(reader: Reader, person_id: UUID) -> list[tuple[str, Any]]:
    """Each section's template with what it shows of one person, whose page this reader may see."""
    return [(one.template, one.read(reader, person_id)) for one in _sections]
