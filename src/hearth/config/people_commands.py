"""`./hearth people`: import, match, learn, duplicates, index."""

import argparse
import json
import os
import sys
import time
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from hearth.foundation.access.readers import Reader
    from hearth.people.importing.running import Done

LINES_SHOWN = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, each with what it needs."""
    parts = parser.add_subparsers(dest="what", required=True)
    bring = parts.add_parser(
        "import", help="bring in people from a CSV file (see docs/importing.md); only checks it without --write"
    )
    bring.add_argument("file", type=Path)
    bring.add_argument("--write", action="store_true", help="add the people; without it the file is only checked")
    bring.add_argument("--by", metavar="EMAIL", help="the member of staff who answers for the import; needed with --write")
    bring.add_argument("--source", help="what the external ids belong to, such as the old system's name (the file's name)")
    bring.add_argument("--refused", type=Path, metavar="FILE", help="where the refused rows go (beside the file)")
    bring.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    bring.add_argument("--batch", type=int, default=5_000, help="rows that are written together, whole or not at all")
    bring.add_argument(
        "--resume", action="store_true", help="accepted for clearness: a file given again always goes on where it ended"
    )
    match = parts.add_parser("match", help="who may already be known of a CSV file's people")
    match.add_argument("file", type=Path)
    match.add_argument(
        "--by",
        metavar="EMAIL",
        help="who asks: what they may not see is not printed (in the demonstration a manager, unless named)",
    )
    match.add_argument("--top", type=int, default=10)
    match.add_argument("--json", action="store_true")
    parts.add_parser("learn", help="learn the match weights from the records here (needs requirements/matching.txt)")
    pairs = parts.add_parser("duplicates", help="find records that may be of one person (needs requirements/matching.txt)")
    pairs.add_argument("--memory", default="6GB", help="memory that DuckDB may use")
    parts.add_parser(
        "index", help="make anew what searches look in, after a change of version that reads names or addresses otherwise"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 where all went well, 1 where rows were refused, 2 where nothing could be done."""
    django.setup()
    commands = {"import": _import, "match": _match, "learn": _learn, "duplicates": _duplicates, "index": _index}
    return commands[arguments.what](arguments)


def _import(arguments: argparse.Namespace) -> int:
    from hearth.people import capabilities
    from hearth.people.importing.files import Unreadable, open_people
    from hearth.people.importing.running import Broken, refused_rows, run, save_refused

    try:
        people = open_people(arguments.file)
        reader = _staff(arguments.by, capabilities.IMPORT) if arguments.write else None
        source = (arguments.source or arguments.file.stem)[:60]
        if people.unread:
            print(f"These columns mean nothing here and are not read: {', '.join(people.unread)}")
        done = run(
            people, source, reader, processes=max(1, arguments.processes), batch=max(1, arguments.batch), told=_Bar(people.path)
        )
    except (Unreadable, Broken, _NotStaff) as problem:
        print(problem, file=sys.stderr)
        return 2
    many = refused_rows(done)
    added = "added" if arguments.write else "would be added (nothing is written without --write)"
    print(f"{done.rows:,} rows of {people.path.name} ({people.encoding}), source {source}")
    print(f"{done.new:,} {added}; {done.known:,} were imported before; {many:,} refused")
    for one in done.refused[:LINES_SHOWN]:
        print(f"  line {one.line}, {one.column or 'the whole row'}: {one.why}")
    if done.refused:
        path = arguments.refused or arguments.file.with_name(f"{arguments.file.stem}-refused.csv")
        save_refused(path, done.refused, people.columns)
        print(f"All refused rows, each with why: {path}")
    return 1 if many else 0


class _NotStaff(Exception):
    """There is no such member of staff, or they may not."""


def _staff(email: str | None, capability: str) -> "Reader":
    from hearth.foundation.access.models import User
    from hearth.foundation.access.readers import Reader

    if not email:
        raise _NotStaff("Say who answers for it: --by EMAIL of a member of staff.")
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        raise _NotStaff(f"No member of staff signs in as {email}.")
    reader = Reader(user)
    if not reader.can(capability):
        raise _NotStaff(f"{user.name} holds no role that may do this ({capability}).")
    return reader


def _demonstration_manager() -> str | None:
    """Who asks where nobody is real."""
    from django.conf import settings

    from hearth.foundation import packs
    from hearth.foundation.access.staff import holding
    from hearth.people import capabilities

    if not settings.DEMO:
        return None
    managers = holding(roles=packs.active().roles_with(capabilities.MERGE_CONFIRM)).order_by("email")
    return managers.values_list("email", flat=True).first()


class _Bar:
    """How far an import is, on standard error: a bar on a terminal, a line for each tenth elsewhere."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.rows = max(1, sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b"")) - 1)
        self.began, self.told = time.monotonic(), -1

    def __call__(self, done: "Done") -> None:
        share = min(1.0, done.rows / self.rows)
        speed = done.rows / max(0.001, time.monotonic() - self.began)
        words = f"{share:4.0%} {done.rows:>10,} rows, {speed:,.0f} a second"
        if sys.stderr.isatty():
            filled = int(share * 30)
            end = "\n" if share == 1 else ""
            print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {words}", end=end, file=sys.stderr, flush=True)
        elif int(share * 10) > self.told:
            self.told = int(share * 10)
            print(words, file=sys.stderr, flush=True)


def _match(arguments: argparse.Namespace) -> int:
    from hearth.people import capabilities
    from hearth.people.importing.files import Unreadable, open_people
    from hearth.people.importing.matching import Row, match

    try:
        people = open_people(arguments.file)
        reader = _staff(arguments.by or _demonstration_manager(), capabilities.SEARCH)
    except (Unreadable, _NotStaff) as problem:
        print(problem, file=sys.stderr)
        return 2

    def show(row: Row) -> None:
        if arguments.json:
            print(json.dumps(row.as_data(), ensure_ascii=False))
            return
        print(f"line {row.line}: {row.name}{': ' + row.refused if row.refused else ''}")
        for one in row.candidates:
            words = ", ".join(f"{part.words} {part.weight:+.1f}" for part in one.parts)
            print(f"  {one.score:6.1f}  {one.band:<12} {one.number or 'hidden: ask ' + one.ask}  {one.name}  {words}")

    for row in match(people, reader, arguments.top):
        show(row)
    return 0


def _learn(arguments: argparse.Namespace) -> int:
    from hearth.people.linking.extra import Missing
    from hearth.people.linking.learning import TooFew, learn

    try:
        made = learn(told=_say)
    except (Missing, TooFew) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"Version {made.version} learnt from {made.learnt_from}; searches use it within a minute.")
    for name, levels in made.data["fields"].items():
        words = ", ".join(f"{level} {log2(m / u):+.1f}" for level, (m, u) in levels.items())
        print(f"  {name}: {words}")
    return 0


def _duplicates(arguments: argparse.Namespace) -> int:
    from hearth.people.duplicates.finding import find
    from hearth.people.linking.extra import Missing

    try:
        found = find(memory=arguments.memory, told=_say)
    except Missing as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{found.weighed:,} pairs weighed, {found.kept:,} may be one person, {found.new:,} of them new")
    return 0


def _index(arguments: argparse.Namespace) -> int:
    from hearth.people.matching import indexing

    print(f"{indexing.rebuild():,} people can be found by what is recorded of them now")
    return 0


def _say(words: str) -> None:
    print(f"{words} ...", file=sys.stderr, flush=True)
