"""`./hearth migrate`: brings the database to this version as its owner, then applies the application's rights."""

import argparse

from hearth.config import migrating, settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the environment."""
    del parser


def run(arguments: argparse.Namespace) -> None:
    """DATABASE_OWNER_URL migrates; DATABASE_URL's role gets its rights."""
    del arguments
    migrating.migrate(settings.OWNER_URL, settings.DATABASE_URL)
    print("Migrated.")
