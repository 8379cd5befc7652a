"""`./hearth bench`: pages, standards, search, people. How fast Hearth is on this machine, beside what it aims at."""

import argparse
import importlib
import json
import os

from hearth.config import bench_database
from hearth.config.bench_database import Measure

BENCHES = {
    "pages": "hearth.config.bench_pages",
    "standards": "hearth.config.bench_standards",
    "search": "hearth.config.bench_search",
    "people": "hearth.config.bench_people",
}
SIZES = {"pages": 100_000, "standards": 1_000_000, "search": 1_000_000, "people": 1_000_000}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which one, how much of it, and how to print it."""
    commands = parser.add_subparsers(dest="what", required=True)
    for name, words in (
        ("pages", "server time and queries of each page, among 100,000 contacts of which 500 are open"),
        ("standards", "recomputing 1,000,000 events, and one action on a subject that has 500"),
        ("search", "who is found among 1,000,000 people, by kind of error, and how fast"),
        ("people", "importing 1,000,000 people, finding who is recorded twice, and learning the match weights"),
    ):
        one = commands.add_parser(name, help=words)
        one.add_argument("--json", action="store_true", help="as JSON")
        one.add_argument("--size", type=int, default=SIZES[name], help=f"how many instead of {SIZES[name]:,}")


def run(arguments: argparse.Namespace) -> int:
    """Measure on a database made for it and dropped at the end; 1 if an aim is missed."""
    with bench_database.fresh():
        measures: list[Measure] = importlib.import_module(BENCHES[arguments.what]).measure(arguments.size)
    if arguments.json:
        rows = [measure._asdict() | {"within_aim": measure.within_aim} for measure in measures]
        print(json.dumps({"bench": arguments.what, "size": arguments.size, "cores": os.cpu_count(), "measures": rows}, indent=2))
    else:
        print(f"{arguments.what}, size {arguments.size:,}, {os.cpu_count()} cores\n")
        for measure in measures:
            print(_line(measure))
    return 0 if all(measure.within_aim is not False for measure in measures) else 1


def _line(measure: Measure) -> str:
    aim = "" if measure.aim is None else f"  aim {measure.aim:,.10g} {'reached' if measure.within_aim else 'MISSED'}"
    return f"  {measure.name:<52}{measure.value:>12,.1f} {measure.unit:<8}{aim}"
