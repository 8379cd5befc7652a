"""`./hearth standards`: list, events, due, handbook, recompute."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import django

PACK_HELP = "the authority's pack (default: HEARTH_PACK, else southampton)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The five sub-commands."""
    commands = parser.add_subparsers(dest="what", required=True)
    for name, words in (
        ("list", "every standard"),
        ("events", "every kind of event"),
        ("due", "what a stream of events amounts to"),
        ("handbook", "the pack printed as the authority's handbook, in Markdown"),
        ("recompute", "recompute what is stored, after a pack has changed"),
    ):
        one = commands.add_parser(name, help=words)
        one.add_argument("--pack", help=PACK_HELP)
        if name in ("list", "events", "due"):
            one.add_argument("--json", action="store_true", help="as JSON")
        if name == "due":
            one.add_argument(
                "--events",
                required=True,
                metavar="FILE.json",
                help='{"subject": KIND, "events": [{"kind", "at", "data"}]}',
            )
            one.add_argument(
                "--at", required=True, metavar="TIME", help="the moment to look from; without an offset, Europe/London"
            )
        if name == "recompute":
            one.add_argument("--all", action="store_true", help="everything, not only what an earlier pack computed")


def run(arguments: argparse.Namespace) -> int:
    """Run one of them; 2 for input that cannot be read, with words."""
    django.setup()
    from hearth.foundation import packs
    from hearth.foundation.standards import reports
    from hearth.foundation.standards.handbook import handbook

    if arguments.pack:
        packs.set_active(arguments.pack)
    try:
        book = reports.book()
        if arguments.what == "list":
            _print(reports.standards(book), arguments.json, reports.standard_line)
        elif arguments.what == "events":
            _print(reports.events(), arguments.json, reports.event_line)
        elif arguments.what == "due":
            at = _moment(arguments.at)
            _print(reports.due(book, _read(arguments.events), at), arguments.json, reports.due_line)
        elif arguments.what == "handbook":
            print(handbook(book))
        else:
            from hearth.foundation.standards.bulk import recompute_all

            print(f"{recompute_all(only_stale=not arguments.all)} subjects recomputed")
    except (packs.PackError, ValueError, KeyError, OSError) as error:
        print(error.args[0] if isinstance(error, KeyError) else error, file=sys.stderr)
        return 2
    return 0


def _read(name: str) -> Any:
    try:
        return json.loads(Path(name).read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise ValueError(f"{name} is not JSON: {error}") from None
    except RecursionError:
        raise ValueError(f"{name} is not JSON that can be read: it is nested too deeply") from None


def _moment(text: str) -> datetime:
    from hearth.foundation.standards.given import read_moment

    try:
        return read_moment(text)
    except ValueError as error:
        raise ValueError(f"--at: {error}") from None


def _print(rows: list[dict[str, Any]], as_json: bool, line: Any) -> None:
    if as_json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        for row in rows:
            print(line(row))
