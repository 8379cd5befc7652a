"""Letter templates: plain data in a pack, with named places for words."""

import re
import string
from collections.abc import Mapping
from functools import lru_cache

import pydantic

from hearth.foundation.packs import Source, Strict, load, read_documents
from hearth.foundation.packs.places import PACKS

_PLACE = re.compile(r"\{(\w+)\}")


class LetterTemplate(Strict):
    """One letter. A paragraph naming a place that is empty is left out; nothing else is logic."""

    id: str
    title: str
    to: str
    requirements: list[str] = []
    source: Source | None = None
    paragraphs: list[str]
    places: Mapping[str, str]

    @pydantic.model_validator(mode="after")
    def _places_are_declared(self) -> "LetterTemplate":
        for paragraph in (self.title, *self.paragraphs):
            for name in _PLACE.findall(paragraph):
                if name not in self.places:
                    raise ValueError(f"{{{name}}} is not among the places; declare it with what it stands for")
        return self

    def written(self, words: Mapping[str, str]) -> tuple[str, list[str]]:
        """The title and the paragraphs with words in their places. Raises KeyError for a place nobody filled."""
        for name in self.places:
            if name not in words:
                raise KeyError(f"{self.id}: nothing was given for {{{name}}}")
        kept = [one for one in self.paragraphs if all(words[name].strip() for name in _PLACE.findall(one))]
        fill = string.Formatter()
        return fill.vformat(self.title, (), words), [fill.vformat(one, (), words) for one in kept]


@lru_cache
def letter_templates(pack: str) -> dict[str, LetterTemplate]:
    """A pack's letters by id, with those of the packs it extends beneath. Raises PackError."""
    lineage = [load(pack)]
    while lineage[0].base:
        lineage.insert(0, lineage[0].base)
    found: dict[str, LetterTemplate] = {}
    for member in lineage:
        found.update({one.id: one for _, _, one in read_documents(PACKS / member.name / "letters", LetterTemplate)})
    return found
