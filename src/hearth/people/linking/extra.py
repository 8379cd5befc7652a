"""The extra packages, imported when they are asked for."""

import importlib
import logging
from types import ModuleType

HOW_TO_INSTALL = (
    "This needs Splink and DuckDB, which are not installed. Install them beside Hearth:\n"
    "  .venv/bin/python -m pip install --require-hashes -r requirements/matching.txt"
)


class Missing(Exception):
    """The extra is not installed; how to install it, in words."""


def silent(words: str) -> None:
    """Tell nobody how far it is."""


def module(name: str) -> ModuleType:
    """A module of the extra. Raises Missing."""
    try:
        found = importlib.import_module(name)
    except ImportError:
        raise Missing(HOW_TO_INSTALL) from None
    logging.getLogger("splink").setLevel(logging.ERROR)
    return found
