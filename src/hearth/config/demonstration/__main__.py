"""Make the demonstration in an empty, migrated database: `python -m hearth.config.demonstration --weeks 12`."""

import argparse
import gc
import multiprocessing
import os
import sys
import time
from datetime import datetime
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

import django

from hearth.config import migrating
from hearth.config.ending import end_with_parent

BAR = 24


def main() -> int:
    """Staff first, then the families' history in as many processes as there are cores; 1 if any of them failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--weeks", type=int, default=12)
    parser.add_argument("--earlier", action="store_true", help="what only happened before the recent weeks, if it is not there")
    arguments = parser.parse_args()
    weeks = arguments.weeks
    end_with_parent(os.getppid())
    django.setup()
    if arguments.earlier:
        return _earlier()
    from django.db import connections

    from hearth.config.demonstration import making, marks
    from hearth.foundation import worktime

    now, began = worktime.now(), time.monotonic()
    marks.start(weeks, now)
    making.staff(now)
    connections.close_all()
    shares = min(max(os.cpu_count() or 1, 1), 4)
    context = multiprocessing.get_context("fork")
    workers: dict[Connection, BaseProcess] = {}
    for share in range(shares):
        here, there = context.Pipe(duplex=False)
        worker = context.Process(target=_share, args=(share, shares, weeks, now, there, os.getpid()))
        worker.start()
        there.close()
        workers[here] = worker
    if not _follow(workers, weeks):
        return 1
    marks.finish(migrating.version())
    recent = min(weeks, making.FIRST_WEEKS)
    print(
        f"\r  {'history':<14}{recent} week{'' if recent == 1 else 's'} made in {time.monotonic() - began:.0f} s{' ' * BAR}",
        flush=True,
    )
    return 0


def _earlier() -> int:
    """Make the earlier families one by one beside the people who look already; each is whole or not there."""
    from django.db import connection

    from hearth.config.demonstration import making, marks
    from hearth.foundation import worktime

    os.nice(10)  # whoever is looking goes first
    weeks, now = marks.begun()
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
    with worktime.frozen(now):
        for part, steps in making.earlier(weeks, now):
            if not marks.is_there(part):
                making.make(part, steps, now)
    return 0


def _share(share: int, shares: int, weeks: int, now: datetime, tell: Connection, parent: int) -> None:
    end_with_parent(parent)
    from django.db import connection

    from hearth.config.demonstration import making

    with connection.cursor() as cursor:  # a crash means beginning again anyway, so no commit need wait for the disk
        cursor.execute("SET synchronous_commit TO off")
    gc.set_threshold(100_000)  # much is made and little of it lives long
    making.live(share, shares, weeks, now, tell.send)


def _follow(workers: dict[Connection, BaseProcess], weeks: int) -> bool:
    """Show how many weeks every process has done, until all have ended; at the first failure the rest are ended."""
    done = dict.fromkeys(workers, 0)
    open_ends = set(workers)
    while open_ends:
        ready = wait(open_ends)
        for end in [one for one in open_ends if one in ready]:
            try:
                done[end] = end.recv()
            except EOFError:
                open_ends.discard(end)
                workers[end].join()
                if workers[end].exitcode:
                    for worker in workers.values():
                        worker.terminate()
                    return False
        _show(min(done.values()), weeks)
    return True


def _show(done: int, weeks: int) -> None:
    full = BAR * done // max(weeks, 1)
    if sys.stdout.isatty():
        print(f"\r  {'history':<14}[{'#' * full}{'.' * (BAR - full)}] {done} of {weeks} weeks", end="", flush=True)


if __name__ == "__main__":
    sys.exit(main())
