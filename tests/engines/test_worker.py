"""The worker as a process: it does what is deferred, and what a killed one left undone, once."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.exceptions import AlreadyEnqueued

from hearth.config import embedded, migrating
from hearth.foundation import worktime
from hearth.foundation.access.models import Notice
from hearth.foundation.jobs.tasks import rescue
from hearth.foundation.standards.bulk import recompute_all
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.tasks import notify
from hearth.foundation.timeline.models import Event, Head, Seal
from hearth.foundation.timeline.verifying import seal, verify
from hearth.services.frontdoor import actions
from tests.support import databases
from tests.support.people import call, child, staff

DATABASE = "hearth_worker_test"
LONGEST = 90  # seconds to wait on a busy machine before a test fails


@pytest.fixture
def url(django_db_blocker) -> Iterator[str]:
    """A database of its own, because the worker is another process and sees only what is committed."""
    with django_db_blocker.unblock(), databases.committed(DATABASE) as made:
        yield made


@pytest.fixture
def start(url: str, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start `./hearth work`; every worker is ended at the end."""
    started = []
    environment = os.environ | {"DATABASE_URL": url, "HEARTH_MAIL": f"file:{tmp_path}", "HEARTH_SEALS": str(tmp_path / "seals")}

    def make() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "hearth.config.commandline", "work"]
        log = (tmp_path / f"worker-{len(started)}.log").open("wb")
        started.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
        return started[-1]

    yield make
    for worker in started:
        worker.kill()
        worker.wait(timeout=10)


@pytest.fixture
def late_contact(url):
    """A contact that is late on the real clock, which the worker reads."""
    worktime.set_clock(None)
    worker, _manager = staff("Wren Worker", "social_worker", "crs"), staff("Mara Manager", "manager", "crs")
    received = worktime.now() - timedelta(hours=25)
    return actions.receive_contact(worker, call(child("Filip", "Kowalski"), received_at=received, started_at=received))


def until(true: Callable[[], bool]) -> None:
    """Wait for a condition, with a deadline."""
    ends = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < ends, "it did not happen in time"
        time.sleep(0.1)


def statuses(task: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE task_name = %s ORDER BY id", [task])
        return [row[0] for row in cursor.fetchall()]


def test_the_worker_does_what_is_deferred_and_stops_when_asked(start, late_contact):
    notify.defer(timestamp=0)
    worker = start()
    until(lambda: "succeeded" in statuses("standards.notify"))
    assert Notice.objects.filter(title__startswith="Late since").exists()
    worker.terminate()
    assert worker.wait(timeout=LONGEST) == 0


def test_a_worker_that_starts_recomputes_what_an_earlier_pack_computed(start, late_contact):
    Head.objects.filter(kind="contact").update(standards_digest="earlier")
    Obligation.objects.update(counted="as the earlier pack counted")
    worker = start()
    until(lambda: statuses("standards.recompute")[:1] == ["succeeded"])
    assert not Obligation.objects.filter(counted="as the earlier pack counted").exists()
    assert not Head.objects.filter(kind="contact", standards_digest="earlier").exists()
    worker.terminate()
    assert worker.wait(timeout=LONGEST) == 0


def test_recomputing_goes_past_what_an_action_holds_and_waits_for_nobody(late_contact, url):
    Head.objects.update(standards_digest="earlier")
    with psycopg.connect(url) as action:
        action.execute("SELECT id FROM timeline_head WHERE kind = 'contact' FOR UPDATE")
        assert recompute_all() == 0
    assert recompute_all() == 1


def test_a_killed_workers_job_runs_again_and_does_its_effect_once(start, late_contact):
    notify.defer(timestamp=0)
    with transaction.atomic(), connection.cursor() as cursor:
        # The first worker reaches the notices, waits there, and is killed in the middle of its job.
        cursor.execute("LOCK TABLE access_notice IN ACCESS EXCLUSIVE MODE")
        worker = start()
        until(lambda: statuses("standards.notify")[0] == "doing")
        until(_waiting_for_a_lock)
        worker.kill()
        worker.wait(timeout=10)
    assert statuses("standards.notify")[0] == "doing"
    assert not Notice.objects.exists()
    with connection.cursor() as cursor:  # as if its last sign of life were long ago
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    with contextlib.suppress(AlreadyEnqueued):  # the killed worker may have put it there in the same minute
        rescue.defer(timestamp=0)
    start()
    until(lambda: statuses("standards.notify")[0] == "succeeded")
    found = list(Notice.objects.values_list("user", "key"))
    assert found
    assert len(found) == len(set(found))


def test_the_worker_goes_on_after_the_database_was_away(start, late_contact):
    worker = start()
    notify.defer(timestamp=0)
    until(lambda: "succeeded" in statuses("standards.notify"))
    others = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND usename = %s AND pid <> %s"
    with psycopg.connect(embedded.place().url("postgres", DATABASE), autocommit=True) as administrator:
        mine = connection.connection.info.backend_pid
        for (pid,) in administrator.execute(others, [DATABASE, embedded.APPLICATION, mine]).fetchall():
            administrator.execute("SELECT pg_terminate_backend(%s)", [pid])
    with contextlib.suppress(AlreadyEnqueued):
        notify.defer(timestamp=1)
    until(lambda: statuses("standards.notify").count("succeeded") >= 2)
    assert worker.poll() is None
    worker.terminate()
    assert worker.wait(timeout=LONGEST) == 0


def test_seals_cover_finished_transactions_and_show_what_an_administrator_rewrote(late_contact, url, tmp_path):
    until(lambda: seal(tmp_path) is not None or Seal.objects.exists())
    until(lambda: sum(Seal.objects.values_list("events", flat=True)) == Event.objects.count() or bool(seal(tmp_path)))
    assert list(verify(tmp_path)) == []
    with psycopg.connect(embedded.place().url(embedded.OWNER, DATABASE), autocommit=True) as administrator:
        administrator.execute("UPDATE timeline_event SET hash = sha256('x') WHERE kind = 'contact.received'")
    assert any(fault.startswith("The events sealed at") for fault in verify(tmp_path))


def test_after_a_restore_on_another_server_seals_go_on_from_where_they_were(late_contact, url, tmp_path):
    """A new server counts its transactions from the beginning; `./hearth migrate`, part of every restore, sees to it."""
    owner = embedded.place().url(embedded.OWNER, DATABASE)
    counting = "CREATE OR REPLACE FUNCTION timeline_transactions_before() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT {}::bigint'"
    with psycopg.connect(owner, autocommit=True) as administrator:
        administrator.execute(counting.format(10**9))  # the server it comes from had counted so far
        actions.receive_contact(staff("Ada Worker", "social_worker", "crs"), call(child("Ada", "Novak")))
        until(lambda: seal(tmp_path) is not None or Seal.objects.exists())
        administrator.execute(counting.format(0))  # the new one begins again
    migrating.migrate(owner, url)
    actions.receive_contact(staff("Wil Worker", "social_worker", "crs"), call(child("Wil", "Novak")))
    until(lambda: bool(seal(tmp_path)) or Seal.objects.count() > 1)
    assert list(verify(tmp_path)) == []
    migrating.migrate(owner, url)
    assert list(verify(tmp_path)) == []


def _waiting_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'access_notice'::regclass")
        return bool(cursor.fetchone()[0])
