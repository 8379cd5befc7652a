"""Finds, reads and keeps packs; one is active in a deployment."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from hearth.foundation.packs.model import Pack, PackFile, Section
from hearth.foundation.packs.places import PACKS
from hearth.foundation.packs.reading import Document, PackError, read_document

_sections: list[type[Section]] = []
_active: str | None = None


def register_section(section: type[Section]) -> type[Section]:
    """A class decorator: this room reads its own word of pack.yaml."""
    _sections.append(section)
    return section


def names() -> list[str]:
    """The authorities there are packs for (statutory is what they extend, not one of them)."""
    return sorted(file.parent.name for file in PACKS.glob("*/pack.yaml") if file.parent.name != "statutory")


@lru_cache
def load(name: str) -> Pack:
    """A pack by name, validated. Raises PackError naming file, line and mend."""
    file = PACKS / name / "pack.yaml"
    if not file.exists():
        raise PackError(file, 1, f"there is no pack called {name}; there are {', '.join(names())}")
    document = Document(file)
    words = document.typed(PackFile)
    _check_name(document, words)
    known = set(PackFile.model_fields) | {section.word for section in _sections}
    for word in document.value:
        if word not in known:
            raise document.error((word,), f"{word} is not a word of pack.yaml; remove it or check its spelling")
    sections = {}
    if words.roles:
        for section in _sections:
            if section.word not in document.value:
                raise document.error((), f"{section.word} is missing; add it")
            sections[section] = document.typed(section, (section.word,), document.value[section.word])
    _check_teams(document, words)
    base = load(words.extends) if words.extends else None
    return Pack(words, sections, base, _digest(file.parent, base))


def _check_name(document: Document, words: PackFile) -> None:
    """Is it called as its folder, and does what it extends end somewhere?"""
    name = document.file.parent.name
    if words.name != name:
        raise document.error(("name",), f'the folder is called {name}; write "name: {name}" or rename the folder')
    seen, base = [name], words.extends
    while base:
        file = PACKS / base / "pack.yaml"
        if base in seen or not file.exists():
            why = "there is no such pack" if base not in seen else "which comes back to itself"
            raise document.error(("extends",), f"{' extends '.join([*seen, base])}, {why}; most extend statutory")
        seen.append(base)
        base = read_document(file, PackFile).extends


def _check_teams(document: Document, words: PackFile) -> None:
    for code, team in words.teams.items():
        if team.part_of and team.part_of not in words.teams:
            raise document.error(("teams", code, "part_of"), f'there is no team "{team.part_of}"')
        if team.locality and team.locality not in words.localities:
            raise document.error(("teams", code, "locality"), f'there is no locality "{team.locality}"')


def _digest(folder: Path, base: Pack | None) -> str:
    """Changes whenever what is computed under the pack could change: its pack.yaml and its standards."""
    total = hashlib.sha256((base.digest if base else "").encode())
    for file in [folder / "pack.yaml", *sorted((folder / "standards").glob("*.yaml"))]:
        if not file.name.endswith(".test.yaml"):
            total.update(file.read_bytes())
    return total.hexdigest()[:16]


def active() -> Pack:
    """The deployment's pack: the one set for this process, else HEARTH_PACK, else southampton."""
    return load(_active or os.environ.get("HEARTH_PACK", "southampton"))


def set_active(name: str | None) -> None:
    """Choose the pack for this process (the tests and the demonstration run several); None goes back to HEARTH_PACK."""
    global _active  # noqa: PLW0603 - one deployment runs one pack
    _active = name
