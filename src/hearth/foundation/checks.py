"""Everything a pack says, read and checked together: on start-up, in tests and by `./hearth packs`."""

from collections.abc import Callable

from hearth.foundation import packs
from hearth.foundation.access.capabilities import declared
from hearth.foundation.caseforms.loading import case_forms
from hearth.foundation.letters.templates import letter_templates
from hearth.foundation.packs import Document
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards.loading import rulebook

_further: list[Callable[[str], str]] = []


def also_check(check: Callable[[str], str]) -> Callable[[str], str]:
    """A decorator: a room's own check of what a pack says to it; its words are how much there is. Raises PackError."""
    _further.append(check)
    return check


def check_pack(name: str) -> str:
    """Read all of a pack; how much there is, in words. Raises PackError naming file, line and mend."""
    pack = packs.load(name)
    document = Document(PACKS / name / "pack.yaml")
    for role, held in pack.roles.items():
        for capability in held.capabilities:
            if capability not in declared():
                raise document.error(
                    ("roles", role, "capabilities", capability),
                    f"no room asks for {capability}; remove it or check its spelling",
                )
    standards = rulebook(name).standards
    letters = letter_templates(name)
    forms = case_forms(name)
    mine = f"{len(pack.roles)} roles, {len(standards)} standards, {len(letters)} letters, {len(forms)} forms"
    return ", ".join([mine, *(check(name) for check in _further)])
