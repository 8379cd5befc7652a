"""A whole import: batches that commit whole, in as many processes as asked, and a report of every refused row.

Each process reads the file and takes every so manieth batch, so that nothing has to be handed between them. Rows that the
source's ids know already are left alone: the same file may be given again, after an end or in the middle.
"""

import contextlib
import csv
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any, NamedTuple
from uuid import UUID

from django.db import IntegrityError, OperationalError, connections, transaction

from hearth.foundation.access.log import log
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.importing.columns import key_of, read_row
from hearth.people.importing.files import TOO_MANY, Line, People
from hearth.people.importing.models import ExternalId
from hearth.people.importing.writing import Keyed, write
from hearth.people.matching import indexing

BATCH = 5_000
TRIES = 3
"""Times that a batch is tried again when another importer or a worker was in its way."""


class Refusal(NamedTuple):
    """A row that is not taken: its line, the column, why, and the row itself."""

    line: int
    column: str
    why: str
    values: dict[str, str]


@dataclass
class Done:
    """What came of some rows: how many were read, are new, were known already, and which were refused."""

    rows: int = 0
    new: int = 0
    known: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def __iadd__(self, other: "Done") -> "Done":
        self.rows, self.new, self.known = self.rows + other.rows, self.new + other.new, self.known + other.known
        self.refused += other.refused
        return self


@dataclass(frozen=True)
class Job:
    """What is imported, from which source, by whom; without `by` nothing is written and the rows are only checked."""

    people: People
    source: str
    by: UUID | None = None
    batch: int = BATCH


class Broken(Exception):
    """A process of the import came to a sudden end; what was committed stands, and the command may be given again."""


def run(
    people: People,
    source: str,
    reader: Reader | None,
    *,
    processes: int = 1,
    batch: int = BATCH,
    told: Callable[[Done], None] | None = None,
) -> Done:
    """Import a file, or only check it where there is no `reader`. `told` hears how far it is after each batch.

    Raises Broken where a process was killed.
    """
    job = Job(people, source, reader.id if reader else None, batch)
    done = Done()
    for part in _parts(job, processes):
        done += part
        if told is not None:
            told(done)
    done.refused.sort(key=lambda one: (one.line, one.column))
    if reader is not None:
        with transaction.atomic():
            indexing.count_tokens()
            counts: dict[str, Any] = {
                "source": source,
                "rows": done.rows,
                "added": done.new,
                "known": done.known,
                "refused": refused_rows(done),
            }
            log("import", reader, kind="person", capability=capabilities.IMPORT, subject_id="", **counts)
    return done


def refused_rows(done: Done) -> int:
    """How many rows were refused; a row may have several problems."""
    return len({one.line for one in done.refused})


def _parts(job: Job, processes: int) -> Iterator[Done]:
    if processes == 1:
        yield from _share(job, 0, 1)
        return
    connections.close_all()  # a forked process must not share its parent's connection
    context = multiprocessing.get_context("fork")
    queue: Any = context.Queue()
    parent = os.getpid()
    workers = [context.Process(target=_work, args=(job, at, processes, queue, parent), daemon=True) for at in range(processes)]
    for worker in workers:
        worker.start()
    running = processes
    while running:
        try:
            said = queue.get(timeout=1)
        except Empty:
            if any(worker.exitcode for worker in workers):
                raise Broken("A process of the import ended suddenly. What was added stands; give the command again.") from None
            continue
        if isinstance(said, Exception):
            raise said
        if said is None:
            running -= 1
        else:
            yield said
    for worker in workers:
        worker.join()


def _work(job: Job, at: int, of: int, queue: Any, parent: int) -> None:
    try:
        for done in _share(job, at, of):
            queue.put(done)
            if os.getppid() != parent:  # the command was killed: nobody waits for the rest
                return
        queue.put(None)
    except Exception as error:
        queue.put(error)
    finally:
        connections.close_all()


def _share(job: Job, at: int, of: int) -> Iterator[Done]:
    for number, (lines, keys) in enumerate(_batches(job)):
        if number % of == at:
            yield _batch(job, lines, keys)


def _batches(job: Job) -> Iterator[tuple[list[Line], list[str | int]]]:
    """Rows in batches, each with its key, or with the number of the line that has the same external id."""
    first: dict[str, int] = {}
    alike: dict[str, int] = {}
    lines: list[Line] = []
    keys: list[str | int] = []
    for line in job.people.lines():
        key: str | int = " ".join(line.values.get("external_id", "").split())
        if isinstance(key, str) and key:
            before = first.setdefault(key, line.number)
            key = key if before == line.number else before
        else:
            bare = key_of(line.values)
            alike[bare] = alike.get(bare, 0) + 1
            key = f"{bare}:{alike[bare]}"
        lines.append(line)
        keys.append(key)
        if len(lines) == job.batch:
            yield lines, keys
            lines, keys = [], []
    if lines:
        yield lines, keys


def _batch(job: Job, lines: list[Line], keys: list[str | int]) -> Done:
    done, people = Done(rows=len(lines)), []
    for line, key in zip(lines, keys, strict=True):
        one, problems = read_row(line.values)
        if isinstance(key, int):
            done.refused.append(Refusal(line.number, "external_id", f"Line {key} has the same external id.", line.values))
        if line.extra:
            done.refused.append(Refusal(line.number, "", TOO_MANY, line.values))
        done.refused += [Refusal(line.number, column, why, line.values) for column, why in problems]
        if one is not None and isinstance(key, str) and not line.extra:
            people.append(Keyed(key, one))
    if job.by is None:
        known = ExternalId.objects.filter(source=job.source, value__in=[one.key for one in people]).count()
        done.new = len(people) - known
    else:
        done.new = _written(job, people)
    done.known = len(people) - done.new
    return done


def _written(job: Job, people: list[Keyed]) -> int:
    for attempt in range(TRIES):
        try:
            return write(job.source, people, job.by)
        except (IntegrityError, OperationalError):
            if attempt == TRIES - 1:
                raise
    return 0


def save_refused(path: Path, refused: Iterable[Refusal], columns: Iterable[str]) -> None:
    """A CSV of the refused rows as they were given, each with its line, column and reason: to be mended and imported."""
    names = list(columns)
    rows: dict[int, list[Refusal]] = {}
    for one in refused:
        rows.setdefault(one.line, []).append(one)
    with contextlib.closing(path.open("w", encoding="utf-8-sig", newline="")) as file:
        path.chmod(0o600)
        writer = csv.writer(file)
        writer.writerow([*names, "refused_line", "refused_column", "refused_why"])
        for line, problems in sorted(rows.items()):
            values = [problems[0].values.get(name, "") for name in names]
            writer.writerow([*values, line, "; ".join(one.column for one in problems), " ".join(one.why for one in problems)])
