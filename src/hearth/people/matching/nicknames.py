"""Names that stand for each other: short names, the same name in other languages, spellings without a common sound."""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    text = resources.files(__package__).joinpath("nicknames.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for name in line.split():
                found.setdefault(name, set()).add(f"{number}")
    return {name: frozenset(groups) for name, groups in found.items()}


def groups_of(token: str) -> frozenset[str]:
    """The groups of names a folded token stands in; none for most."""
    return _groups().get(token, frozenset())
