"""What a process does once, before its first request, so that no person waits for it."""

import gc

from django.urls import get_resolver

from hearth.foundation import packs
from hearth.foundation.standards.loading import rulebook
from hearth.web.environment import govuk_macros

OBJECTS_BETWEEN = 50_000
"""How many objects may come before the collector looks again; a page makes some ten thousand, most gone when it is sent."""


def warm() -> None:
    """Read the routes, the pack with its standards and the macros; then leave what stays for good out of the collector's way.

    Python's collector would otherwise walk through every class and template of the program again and again, and make
    a page in some hundred wait for it.
    """
    _ = get_resolver().url_patterns
    rulebook(packs.active().name)
    govuk_macros()
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN, 20, 50)
