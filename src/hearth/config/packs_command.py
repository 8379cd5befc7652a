"""`./hearth packs`: checks every pack, and works the cases beside its standards."""

import argparse
import sys

import django

from hearth.config.coverage import check_named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One pack, or all."""
    parser.add_argument("--pack", help="only this one")


def run(arguments: argparse.Namespace) -> int:
    """1 with file, line and mend for the first mistake of each pack."""
    django.setup()
    from hearth.foundation import packs
    from hearth.foundation.checks import check_pack
    from hearth.foundation.standards.proving import prove

    faults = 0
    for name in [arguments.pack] if arguments.pack else [*packs.names(), "statutory"]:
        try:
            print(f"{name}: {check_pack(name)}, {prove(name)}")
            check_named(name)
        except packs.PackError as error:
            faults += 1
            print(error, file=sys.stderr)
    return 1 if faults else 0
