"""The service navigation: rooms register their pages, each reader sees those they may use."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from hearth.foundation.access.readers import Reader


class Page(NamedTuple):
    """A page in the navigation: its words, the name of its route, and the capability it asks."""

    words: str
    route: str
    capability: str | None
    order: int


_pages: list[Page] = []

MOST, OFTEN = 8, 6
"""Entries that stand side by side; where there are more, the first few do, and the rest opens under "More"."""


def register(words: str, route: str, capability: str | None, order: int) -> None:
    """Put a page into the navigation."""
    _pages.append(Page(words, route, capability, order))


class Navigation(NamedTuple):
    """The entries of one reader: those that stand side by side, and those under "More"."""

    often: list[dict[str, Any]]
    more: list[dict[str, Any]]


def navigation(request: HttpRequest, reader: Reader) -> Navigation:
    """The entries this reader may use, the present one marked."""
    shown = []
    for page in sorted(_pages, key=lambda page: page.order):
        if page.capability is None or reader.can(page.capability):
            path = reverse(page.route)
            shown.append({"text": page.words, "href": path, "current": request.path == path})
    often = len(shown) if len(shown) <= MOST else OFTEN
    return Navigation(shown[:often], shown[often:])
