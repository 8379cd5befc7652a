"""`./hearth timeline`: verify, seal."""

import argparse
import sys
from pathlib import Path

import django

from hearth.config.settings import SEALS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and where the copies of the seals are."""
    parser.add_argument("what", choices=["verify", "seal"])
    parser.add_argument("--seals", type=Path, default=SEALS, help="folder of copied seals, kept outside the database")


def run(arguments: argparse.Namespace) -> int:
    """1 if anything was edited, inserted or removed, each fault in words; 2 for a folder of seals that is not there."""
    django.setup()
    from hearth.foundation.timeline.verifying import copies, seal, verify

    if arguments.what == "seal":
        made = seal(arguments.seals)
        print(f"{made.events} events sealed" if made else "Nothing new to seal")
        return 0
    if arguments.seals != SEALS and not arguments.seals.is_dir():
        print(f"There is no folder {arguments.seals}; name the one that the seals are copied to", file=sys.stderr)
        return 2
    faults = 0
    for fault in verify(arguments.seals):
        faults += 1
        print(fault)
    if faults:
        print(f"{faults} fault{'' if faults == 1 else 's'} found")
    elif copies(arguments.seals):
        print("Every chain and every copied seal is whole")
    else:
        print(f"Every chain is whole; no copied seal in {arguments.seals} to compare with, so a rewritten chain would not be seen")
    return 1 if faults else 0
