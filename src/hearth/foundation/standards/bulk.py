"""Recomputing every subject, when a pack has changed: batches of subjects, in as many processes as asked."""

import multiprocessing
from itertools import pairwise

from django.db import connection, connections, transaction

from hearth.foundation import packs
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.standards.refreshing import recompute
from hearth.foundation.timeline.heads import write
from hearth.foundation.timeline.models import Head

BATCH = 1_000


def recompute_all(*, only_stale: bool = True, processes: int = 1) -> int:
    """Recompute every subject computed under another version of the pack (or all). Returns how many were.

    Each batch locks its heads and commits by itself, so people go on working meanwhile: a head that an action holds is
    left to that action, which recomputes it, so that neither ever waits for the other in a circle. Several processes take
    one range of heads each; they must not be asked for inside a transaction.
    """
    ranges = [(start, stop, only_stale) for start, stop in pairwise(_edges(processes))]
    if processes == 1:
        return _recompute_range(*ranges[0])
    connections.close_all()  # a forked process must not share its parent's connection
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return sum(pool.starmap(_recompute_range, ranges))


def _edges(parts: int) -> list[int]:
    """Numbers of heads that divide them into equal parts, from below the first to the last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT percentile_disc(%s::float[]) WITHIN GROUP (ORDER BY id) FROM timeline_head",
            [[number / parts for number in range(1, parts + 1)]],
        )
        return [0, *(cursor.fetchone()[0] or [0] * parts)]


def _recompute_range(after: int, last: int, only_stale: bool) -> int:
    """The heads numbered above `after` up to `last`."""
    book = rulebook(packs.active().name)
    done = 0
    for kind in book.subjects:
        reached = after
        while True:
            with transaction.atomic():
                heads = Head.objects.filter(kind=kind, pk__gt=reached, pk__lte=last).order_by("pk")
                if only_stale:
                    heads = heads.exclude(standards_digest=book.pack.digest)
                batch = list(heads.select_for_update(skip_locked=True)[:BATCH])
                if batch:
                    recompute(book, kind, batch)
                    write(batch)
            if not batch:
                break
            done += len(batch)
            reached = batch[-1].pk
    return done
