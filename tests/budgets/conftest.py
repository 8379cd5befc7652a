"""Counting the queries of pages, each with where in the code it was asked."""

import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from tests.support.people import staff


@contextmanager
def counting() -> Iterator[Counter[str]]:
    """The queries asked inside, by the innermost lines of ours that asked them."""
    asked: Counter[str] = Counter()

    def note(execute, sql, params, many, context):
        ours = [one for one in traceback.extract_stack() if "/hearth/" in one.filename and "bench" not in one.filename]
        places = [f"{one.filename.rpartition('hearth/')[2]}:{one.lineno}" for one in ours[-2:]]
        asked[f"{' > '.join(places)}: {sql.split(' FROM ')[-1][:70] if sql.startswith('SELECT') else sql[:50]}"] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")
