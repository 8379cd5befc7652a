"""`./hearth`: every command, each in its own module with `add_arguments` and `run`."""

import argparse
import importlib
import os
import sys
from typing import NamedTuple

from django.db import OperationalError, connection

from hearth.config import running


class Command(NamedTuple):
    """A command: its words in the list, and the module that runs it."""

    name: str
    words: str
    module: str


COMMANDS = [
    Command("demo", "Try Hearth: install, start a database and open the demonstration", "hearth.config.demo"),
    Command("test", "Lint, types, import contracts, unit, pack, browser and accessibility tests", "hearth.config.testing"),
    Command("serve", "Serve in production (behind a proxy)", "hearth.config.serve"),
    Command("work", "Run the worker: due-soon notices, digests, e-mail", "hearth.config.work"),
    Command("migrate", "Bring the database to this version, as its owner", "hearth.config.migrate"),
    Command(
        "standards",
        "list, events, due, handbook, recompute: the practice standards of a pack",
        "hearth.config.standards_command",
    ),
    Command("timeline", "verify, seal: prove that no event was changed", "hearth.config.timeline_command"),
    Command("packs", "Check every pack, naming file, line and mend", "hearth.config.packs_command"),
    Command("coverage", "How much of the requirements catalogue is computed and shown", "hearth.config.coverage"),
    Command("bench", "pages, search, standards, people: how fast it is, and what is found", "hearth.config.bench"),
    Command("routes", "Every route, its methods and the capability it asks", "hearth.config.routes"),
    Command("demo-people", "The people of the demonstration to sign in as, by role", "hearth.config.demo_people"),
    Command(
        "second-step",
        "new-key, rotate: what authenticator secrets are encrypted with",
        "hearth.config.second_step_command",
    ),
    Command("people", "import, match, learn, duplicates, index: many people at once", "hearth.config.people_commands"),
    Command("user", "Make a member of staff's account", "hearth.config.user_command"),
]

OF_RECORDS = {"demo-people", "people", "second-step rotate", "standards recompute", "timeline", "user"}
"""The commands about what is recorded: they need a database, and mean the running demonstration's where none is named."""


def overview() -> str:
    """Every command on one screen."""
    width = max(len(command.name) for command in COMMANDS) + 2
    lines = [f"  ./hearth {command.name:<{width}}{command.words}" for command in COMMANDS]
    return "Hearth: the right help, at the right time, and proof of it.\n\n" + "\n".join(lines) + "\n\nEach takes --help."


def main() -> None:
    """Find the command and run it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hearth.config.settings")
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help", "help"):
        print(overview())
        return
    command = next((one for one in COMMANDS if one.name == sys.argv[1]), None)
    if command is None:
        sys.exit(f"There is no command {sys.argv[1]}.\n\n{overview()}")
    of_records = bool({command.name, " ".join(sys.argv[1:3])} & OF_RECORDS)
    if of_records and not os.environ.get("DATABASE_URL"):
        running.use()  # before the settings are read
    module = importlib.import_module(command.module)
    parser = argparse.ArgumentParser(prog=f"./hearth {command.name}", description=command.words)
    module.add_arguments(parser)
    arguments = parser.parse_args(sys.argv[2:])
    try:
        sys.exit(module.run(arguments) or 0)
    except OperationalError as error:
        if not of_records or connection.connection is not None:
            raise
        sys.exit(_no_database(error))


def _no_database(error: OperationalError) -> str:
    if os.environ.get("DATABASE_URL"):
        return f"The database of DATABASE_URL does not answer ({str(error).splitlines()[0]})."
    return "There is no database to ask: start the demonstration (./hearth demo), or set DATABASE_URL."


if __name__ == "__main__":
    main()
