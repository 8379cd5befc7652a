"""What a process does once, before its first request, so that no person waits for it."""

import gc

from django.urls import get_resolver

from hearth.foundation import packs
from hearth.foundation.standards.loading import rulebook
from hearth.web.environment import govuk_macros


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
