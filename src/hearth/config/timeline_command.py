"""`./hearth timeline`: verify, seal."""

import argparse
from pathlib import Path

import django

from hearth.config.settings import SEALS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and where the copies of the seals are."""
    parser.add_argument("what", choices=["verify", "seal"])
    parser.add_argument("--seals", type=Path, default=SEALS, help="folder of copied seals, kept outside the database")


def run(arguments: argparse.Namespace) -> int:
    """1 if anything was edited, inserted or removed; each fault in words."""
    django.setup()
    from hearth.foundation.timeline.verifying import seal, verify

    if arguments.what == "seal":
        made = seal(arguments.seals)
        print(f"{made.events} events sealed" if made else "Nothing new to seal")
        return 0
    faults = 0
    for fault in verify(arguments.seals):
        faults += 1
        print(fault)
    print(f"{faults} fault{'' if faults == 1 else 's'} found" if faults else "Every chain and every copied seal is whole")
    return 1 if faults else 0
