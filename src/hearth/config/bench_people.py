"""`./hearth bench people`: an import of a million, learning from them, and finding who is recorded twice.

Each is the command as it is typed, in a process of its own, so that its time and memory are what whoever types it sees.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from hearth.config.bench_database import Measure, reader, say
from hearth.people.duplicates.models import DuplicatePair

IMPORT_S, DUPLICATES_S, MEMORY_MB = 600.0, 900.0, 8_000.0
COMMAND = ("hearth.config.commandline", "people")


class _Ended(NamedTuple):
    """A command that went well: how long it took, on the clock and on the cores, and the memory of its largest process."""

    seconds: float
    core_seconds: float
    megabytes: float


def measure(size: int) -> list[Measure]:
    """Make the file, import it, give it again, learn from the records, and look for duplicates twice."""
    who = reader("importer", "manager").user.email
    with tempfile.TemporaryDirectory(prefix="hearth-bench-") as place:
        file = Path(place) / "people.csv"
        say("making the file")
        _run("hearth.config.population", "--size", str(size), "--csv", str(file))
        given = (*COMMAND, "import", str(file), "--source", "Bench", "--by", who, "--write")
        say("importing it")
        first = _run(*given)
        say("importing it again")
        again = _run(*given)
    say("looking for duplicates")
    found = _run(*COMMAND, "duplicates")
    listed = DuplicatePair.objects.count()
    say("looking for duplicates again")
    second = _run(*COMMAND, "duplicates")
    say("learning the weights")
    learnt = _run(*COMMAND, "learn")
    return [
        *_measures("import", first, IMPORT_S),
        Measure("import, rows a second", size / first.seconds, "rows"),
        *_measures("import of the same file again", again),
        *_measures("duplicates", found, DUPLICATES_S),
        Measure("pairs to look at", listed, "pairs"),
        *_measures("duplicates again", second, DUPLICATES_S),
        *_measures("learn", learnt),
    ]


def _run(module: str, *arguments: str) -> _Ended:
    """Run a command to its end. Raises CalledProcessError where it fails."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, arguments)
    return _Ended(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def _measures(name: str, ended: _Ended, aim: float | None = None) -> list[Measure]:
    return [
        Measure(f"{name}, time", ended.seconds, "s", aim),
        Measure(f"{name}, time on the cores", ended.core_seconds, "s"),
        Measure(f"{name}, largest process", ended.megabytes, "MB", MEMORY_MB),
    ]
