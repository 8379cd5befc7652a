"""Pages about one person that later rooms add to the person's own page: their words, route and capability."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from hearth.foundation.access.readers import Reader


class RecordPage(NamedTuple):
    """A page about one person: its words, the name of its route (which takes the person's id), and what it asks."""

    words: str | Callable[[], str]
    route: str
    capability: str
    order: int


_pages: list[RecordPage] = []


def register(words: str | Callable[[], str], route: str, capability: str, order: int) -> None:
    """Link a page about one person from that person's own page."""
    _pages.append(RecordPage(words, route, capability, order))


def record_pages(reader: Reader, person_id: UUID) -> list[tuple[str, str]]:
    """The words and addresses of the pages about a person that this reader may use, in order."""
    shown = sorted((one for one in _pages if reader.can(one.capability)), key=lambda one: one.order)
    return [(one.words if isinstance(one.words, str) else one.words(), reverse(one.route, args=[person_id])) for one in shown]
