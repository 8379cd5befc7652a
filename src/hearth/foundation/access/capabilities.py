"""Capabilities, declared by the rooms that ask for them; packs give them to roles."""

from typing import NamedTuple


class Capability(NamedTuple):
    """Something a role may do, and in which room."""

    code: str
    words: str


_declared: dict[str, Capability] = {}


def declare(code: str, words: str) -> str:
    """Declare a capability; returns its code, so that a room keeps it as a constant."""
    _declared[code] = Capability(code, words)
    return code


def declared() -> dict[str, Capability]:
    """Every capability that some room asks for."""
    return dict(_declared)
