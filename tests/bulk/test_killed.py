"""An import that is killed in the middle leaves whole batches, and goes on when it is given again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from hearth.config.population import people
from hearth.config.population.exporting import export
from hearth.foundation import worktime
from hearth.foundation.timeline.models import Head
from hearth.foundation.timeline.verifying import verify
from hearth.people.importing.models import ExternalId
from hearth.people.matching.models import Card
from hearth.people.models import Person
from tests.support import databases
from tests.support.people import staff

DATABASE = "hearth_import_test"
PEOPLE, BATCH = 6_000, 500
LONGEST = 120


@pytest.fixture
def url(django_db_blocker) -> Iterator[str]:
    """A database of its own, because the import is another process and sees only what is committed."""
    with django_db_blocker.unblock(), databases.committed(DATABASE) as made:
        yield made


def start(url: str, file: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "hearth.config.commandline", "people", "import", str(file), "--source", "Old", *more]
    environment = os.environ | {"DATABASE_URL": url, "HEARTH_PACK": "southampton"}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def test_a_killed_import_leaves_whole_batches_and_goes_on_when_given_again(url, tmp_path):
    worktime.set_clock(None)
    manager = staff("Mara Manager", "manager", "crs")
    file = tmp_path / "people.csv"
    export(list(people(PEOPLE))[:PEOPLE], file)
    write = ("--write", "--by", manager.user.email, "--processes", "2", "--batch", str(BATCH))
    first = start(url, file, *write)
    ends = time.monotonic() + LONGEST
    while not ExternalId.objects.exists():
        assert first.poll() is None and time.monotonic() < ends, first.communicate()[0]
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait(timeout=10)
    _wait_for_the_dead()
    some = ExternalId.objects.count()
    assert 0 < some < PEOPLE and some % BATCH == 0
    assert whole()
    second = start(url, file, *write)
    said, _ = second.communicate(timeout=LONGEST)
    assert second.returncode == 0, said
    assert f"{PEOPLE - some:,} added; {some:,} were imported before; 0 refused" in said
    assert ExternalId.objects.count() == PEOPLE
    assert whole()
    assert list(verify(tmp_path)) == []


def whole() -> bool:
    """Does everybody have an id, a card and a chain?"""
    return Person.objects.count() == ExternalId.objects.count() == Card.objects.count() == Head.objects.filter(length__gt=0).count()


def _wait_for_the_dead() -> None:
    """Until the server has noticed that the killed process is gone, and has undone what it had begun."""
    ends = time.monotonic() + LONGEST
    while time.monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the killed import is still connected")
