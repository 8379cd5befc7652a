"""`./hearth coverage`: how much of the requirements catalogue is computed and shown.

*Computed*: a standard names the entry and a YAML test of that standard proves its dates. *Shown*: a test marked
`@pytest.mark.requirement("ID", ...)` demonstrates the entry's whole `shown_when` through page or action.
"""

import argparse
import ast
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hearth.config.places import PACKS, REQUIREMENTS, ROOT
from hearth.foundation.packs import Document


@dataclass
class Area:
    """One area's figures."""

    entries: int = 0
    computed: int = 0
    shown: int = 0
    missing: list[str] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """As JSON, or one area's missing entries."""
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missing", metavar="AREA", help="list the entries of an area that no test shows yet")


def run(arguments: argparse.Namespace) -> int:
    """Print the table; 1 if anything names an entry that the catalogue does not have."""
    entries = catalogue()
    computed, shown = computed_ids(), marked_ids()
    named = standards_ids() | computed | set(shown)
    unknown = sorted(named - set(entries))
    if unknown:
        print(f"Not in the catalogue: {', '.join(unknown)}", file=sys.stderr)
        return 1
    areas = figures(entries, with_same(entries, computed), with_same(entries, set(shown)))
    if arguments.json:
        print(json.dumps({name: vars(area) for name, area in areas.items()}, indent=2))
    elif arguments.missing:
        for one in areas[arguments.missing].missing:
            print(f"{one}  {entries[one]['what']}")
    else:
        _print(areas)
    return 0


def catalogue() -> dict[str, dict[str, Any]]:
    """Every entry by id."""
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(REQUIREMENTS.glob("*.yaml")):
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            found[entry["id"]] = entry
    return found


def _pack_entries(pattern: str) -> list[tuple[Path, dict[str, Any]]]:
    rows: list[tuple[Path, dict[str, Any]]] = []
    for file in sorted(PACKS.glob(pattern)):
        value = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        rows += [(file, row) for row in (value if isinstance(value, list) else [value])]
    return rows


def standards_ids() -> set[str]:
    """Entries that a standard, form, table or letter names."""
    found: set[str] = set()
    for folder in ("standards", "forms", "decision_tables", "letters"):
        for _, row in _pack_entries(f"*/{folder}/*.yaml"):
            found.update(row.get("requirements", []))
    return found


def check_named(pack: str) -> None:
    """Raise PackError where an entry of a pack names a requirement that the catalogue does not have, by file and line."""
    known = set(catalogue())
    for folder in ("standards", "forms", "decision_tables", "letters"):
        for file in sorted((PACKS / pack / folder).glob("*.yaml")):
            document = Document(file)
            entries = document.value if isinstance(document.value, list) else [document.value]
            for number, entry in enumerate(entries):
                place = (number,) if isinstance(document.value, list) else ()
                for one in entry.get("requirements", []):
                    if one not in known:
                        raise document.error((*place, "requirements"), f"{one} is not in the catalogue; check it or add it there")


def computed_ids() -> set[str]:
    """Entries of standards whose dates some YAML test proves."""
    tested = {
        expected["standard"]
        for _, row in _pack_entries("*/standards/*.test.yaml")
        for expected in row.get("expect", [])
        if expected.get("due_at") or expected.get("waiting")
    }
    found: set[str] = set()
    for file, row in _pack_entries("*/standards/*.yaml"):
        if not file.name.endswith(".test.yaml") and row["id"] in tested:
            found.update(row.get("requirements", []))
    return found


def marked_ids() -> dict[str, list[str]]:
    """Entries that a test is marked to show, with the tests."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for one in _marks(node):
                    found[one].append(f"{file.relative_to(ROOT)}::{node.name}")
    return dict(found)


def _marks(node: ast.FunctionDef) -> list[str]:
    ids: list[str] = []
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.requirement":
            ids += [str(argument.value) for argument in decorator.args if isinstance(argument, ast.Constant)]
    return ids


def with_same(entries: dict[str, dict[str, Any]], ids: set[str]) -> set[str]:
    """Entries that count: those named, and those that say they are the same as one named."""
    return ids | {one for one, entry in entries.items() if set(entry.get("same_as", [])) & ids}


def figures(entries: dict[str, dict[str, Any]], computed: set[str], shown: set[str]) -> dict[str, Area]:
    """Per area: entries, computed, shown, and the ids not shown yet."""
    areas: dict[str, Area] = defaultdict(Area)
    for one, entry in entries.items():
        area = areas[entry["area"]]
        area.entries += 1
        area.computed += one in computed
        area.shown += one in shown
        if one not in shown:
            area.missing.append(one)
    return dict(sorted(areas.items()))


def _print(areas: dict[str, Area]) -> None:
    print(f"{'area':<26}{'entries':>8}{'computed':>10}{'shown':>8}")
    for name, area in areas.items():
        print(f"{name:<26}{area.entries:>8}{area.computed:>10}{area.shown:>8}")
    total = [sum(getattr(area, what) for area in areas.values()) for what in ("entries", "computed", "shown")]
    print(f"{'all':<26}{total[0]:>8}{total[1]:>10}{total[2]:>8}")
