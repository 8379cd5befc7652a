"""Reads YAML with every scalar a string and every place remembered, so that a mistake is named by file and line.

Plain YAML reads 16:40 as a number and `on` as true; here pydantic gives the types.
"""

from pathlib import Path
from typing import Any, TypeVar

import pydantic
import yaml

from hearth.foundation.packs.places import ROOT

Model = TypeVar("Model", bound=pydantic.BaseModel)
Location = tuple[str | int, ...]


class PackError(ValueError):
    """A mistake in a pack: the file, the line, what is wrong and how to mend it."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        shown = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        super().__init__(f"{shown}:{line}: {problem}")
        self.file, self.line, self.problem = file, line, problem


class Document:
    """One YAML file as plain values, with the line on which each of them stands."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Location, int] = {}
        try:
            node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise PackError(file, line, f"this is not readable YAML: {error.problem}") from error
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise PackError(file, 1, f"this is not text in UTF-8; save it as UTF-8 ({error})") from error
        self.value = self._plain(node, ()) if node else {}

    def _plain(self, node: yaml.Node, at: Location) -> Any:
        self.lines[at] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise PackError(self.file, key.start_mark.line + 1, "before a colon stands a word, not a list or mapping")
                if key.value in found:
                    raise PackError(self.file, key.start_mark.line + 1, f'"{key.value}" is given twice; keep one of them')
                found[key.value] = self._plain(value, (*at, key.value))
                # A block's value begins on a later line than the word itself, and the word is what is mended.
                self.lines[(*at, key.value)] = key.start_mark.line + 1
            return found
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(value, (*at, place)) for place, value in enumerate(node.value)]
        return node.value

    def line(self, at: Location) -> int:
        """The line of a place, or of the nearest thing around it that is in the file."""
        while at not in self.lines and at:
            at = at[:-1]
        return self.lines.get(at, 1)

    def error(self, at: Location, problem: str) -> PackError:
        """A PackError pointing at a place in this document."""
        return PackError(self.file, self.line(at), problem)

    def typed(self, model: type[Model], at: Location = (), value: Any = None) -> Model:
        """The document, or one place in it, as a pydantic model. Raises PackError naming line and mend."""
        try:
            return model.model_validate(self.value if value is None else value)
        except pydantic.ValidationError as error:
            # A misspelt word is two mistakes, one unknown and one missing: the unknown one is where it is mended.
            first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
            raise self.error((*at, *first["loc"]), _plain_words(first)) from error


def _plain_words(error: Any) -> str:
    where = " > ".join(str(part) for part in error["loc"]) or "this"
    if error["type"] == "missing":
        return f"{where} is missing; add it"
    if error["type"] == "extra_forbidden":
        return f"{where} is not a word of this file; remove it or check its spelling"
    if error["type"] in ("model_type", "dict_type"):
        return f'{where} should be words with values, each "word: value" (it reads "{error["input"]}")'
    if error["type"] in ("list_type", "tuple_type"):
        return f'{where} should be a list, with dashes or in [ ] (it reads "{error["input"]}")'
    if error["type"] == "value_error":
        return f"{where}: {error['ctx']['error']}" if error["loc"] else str(error["ctx"]["error"])
    return f'{where}: {error["msg"]} (it reads "{error["input"]}")'


def read_document(file: Path, model: type[Model]) -> Model:
    """One file as a typed model. Raises PackError."""
    return Document(file).typed(model)


def read_documents(folder: Path, model: type[Model], *, only: str = "*") -> list[tuple[Document, Location, Model]]:
    """Every entry of every list file in a folder (or of those of one name), in file and line order, with its place."""
    entries: list[tuple[Document, Location, Model]] = []
    for file in sorted(folder.glob(f"{only}.yaml")) if folder.exists() else []:
        if file.name.endswith(".test.yaml") or not file.is_file():
            continue
        document = Document(file)
        if not isinstance(document.value, list):
            raise PackError(file, 1, "this file should be a list; start each entry with a dash")
        for place, value in enumerate(document.value):
            entries.append((document, (place,), document.typed(model, (place,), value)))
    return entries
