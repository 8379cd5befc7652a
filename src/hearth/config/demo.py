"""`./hearth demo`: everything that a person needs to try Hearth, started and stopped as one."""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from types import FrameType
from urllib.parse import urlsplit

import psycopg

from hearth.config import embedded, migrating, running
from hearth.config.demonstration import marks
from hearth.config.ending import end_with_parent
from hearth.foundation import packs

PAGE_WAIT = 180
TRIES = 5
"""How often the earlier history is begun again where it ended, before it is left unmade."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which authority, which port, how much history, and whether to begin again."""
    parser.add_argument("--pack", default="southampton", choices=packs.names())
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--weeks", type=int, default=12, help="weeks of invented history (default 12)")
    parser.add_argument("--reset", action="store_true", help="throw the demonstration away and make it again")


def run(arguments: argparse.Namespace) -> int:
    """Start, wait for the first page, say where and as whom, and stop everything again on Ctrl-C."""
    if not _port_is_free(arguments.port):
        print(
            f"Port {arguments.port} is in use. Choose another: ./hearth demo --port {arguments.port + 1}",
            file=sys.stderr,
        )
        return 1
    processes: list[subprocess.Popen[bytes]] = []
    server: embedded.Place | None = None
    guard: subprocess.Popen[bytes] | None = None

    def stop(signum: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, stop)
    try:
        if not os.environ.get("DATABASE_URL"):
            guard = _guard()
            server = embedded.start()
        _say("database", "started" if server else "your own (DATABASE_URL)")
        environment = _environment(arguments, server)
        if not _prepare(arguments, environment, own=server is not None):
            return 1
        processes += [_web(arguments.port, environment), _worker(environment)]
        people = _people(environment)
        _wait_for_first_page(arguments.port, processes)
        _welcome(arguments, people)
        return _watch(processes, environment, server)
    except KeyboardInterrupt:
        print("\nStopping.")
        return 0
    except embedded.DatabaseUnavailable as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not leave anything half stopped
        _end(processes)
        if server and guard and guard.stdin:
            embedded.stop(server)
            guard.stdin.close()
            guard.wait()


def _say(what: str, words: str) -> None:
    print(f"  {what:<14}{words}", flush=True)


def _port_is_free(port: int) -> bool:
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _environment(arguments: argparse.Namespace, server: embedded.Place | None) -> dict[str, str]:
    name = running.database(arguments.pack)
    if server:
        embedded.ensure_database(server, name, fresh=arguments.reset)
        os.environ["DATABASE_URL"] = server.url(embedded.APPLICATION, name)
        os.environ["DATABASE_OWNER_URL"] = server.url(embedded.OWNER, name)
        running.note(arguments.pack)
    running.set_environment(arguments.pack)
    return dict(os.environ)


def _prepare(arguments: argparse.Namespace, environment: dict[str, str], *, own: bool) -> bool:
    """Migrate, and make the demonstration unless it is there; half of one is thrown away and made again. False with words."""
    application = environment["DATABASE_URL"]
    owner = environment.get("DATABASE_OWNER_URL", application)
    try:
        lock = psycopg.connect(owner, autocommit=True)
    except psycopg.OperationalError as error:
        raise embedded.DatabaseUnavailable(f"The database of DATABASE_URL does not answer.\n{error}") from error
    with lock:
        lock.execute("SELECT pg_advisory_lock(hashtext('hearth.demonstration'))")  # a second start waits for the first
        state = marks.state(lock)
        if state == marks.SOMEBODY_ELSES:
            print(_not_ours(arguments.pack, own=own), file=sys.stderr)
            return False
        if state == marks.HALF_MADE or (arguments.reset and state == marks.MADE):
            _say("demonstration", "half made before; beginning again" if state == marks.HALF_MADE else "thrown away")
            marks.wipe(lock)
            state = marks.EMPTY
        if state == marks.MADE and marks.version(lock) == migrating.version():
            return True
        migrating.migrate(owner, application)
        _say("migrations", "done")
        if urlsplit(owner).username == urlsplit(application).username:
            _say("warning", "one role owns the tables and uses them: history is unprotected")
        if state == marks.MADE:
            marks.keep_version(lock, migrating.version())
            return True
        command = [sys.executable, "-m", "hearth.config.demonstration", "--weeks", str(arguments.weeks)]
        made = subprocess.run(command, env=environment, check=False).returncode == 0
    if not made:
        print("The demonstration was not made whole. Start again with the same command: it is made anew.", file=sys.stderr)
    return made


def _not_ours(pack: str, *, own: bool) -> str:
    """What to do about a database with something else in it. Only the embedded server's is ever thrown away."""
    if own:
        again = f"./hearth demo --pack {pack} --reset"
        return f"The data folder holds something that is not the demonstration. To throw it away and begin again: {again}"
    return "The database of DATABASE_URL holds something that is not the demonstration. Name an empty database."


def _guard() -> subprocess.Popen[bytes]:
    """Stops the database once this process has ended, however it ended: it hears so by the end of its input."""
    return subprocess.Popen([sys.executable, "-m", "hearth.config.guard"], stdin=subprocess.PIPE, start_new_session=True)


def _web(port: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = ["gunicorn", "hearth.config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    return _started([*command, "--preload", "--graceful-timeout", "3", "--log-level", "warning"], environment)


def _worker(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return _started(["hearth.config.commandline", "work"], environment)


def _started(module: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A process that ends with this one, and that Ctrl-C in the terminal leaves to this one to end."""
    parent = os.getpid()

    def before() -> None:
        os.setsid()
        end_with_parent(parent)

    return subprocess.Popen([sys.executable, "-m", *module], env=environment, preexec_fn=before)  # noqa: PLW1509 - no threads here


def _wait_for_first_page(port: int, processes: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + PAGE_WAIT
    while time.monotonic() < until:
        if any(process.poll() is not None for process in processes):
            raise KeyboardInterrupt
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=5):
                return
        time.sleep(0.2)
    raise embedded.DatabaseUnavailable("The first page did not answer within three minutes.")


def _people(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hearth.config.commandline", "demo-people"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def _welcome(arguments: argparse.Namespace, people: subprocess.Popen[bytes]) -> None:
    listed = people.communicate()[0].decode()
    print(f"\nHearth is at http://127.0.0.1:{arguments.port}/  (Ctrl-C stops everything)\n")
    print("Every person and record is invented. Sign in as one of these, password hearth-demonstration:\n")
    print(listed, flush=True)


def _watch(processes: list[subprocess.Popen[bytes]], environment: dict[str, str], server: embedded.Place | None) -> int:
    """Look after what runs, and have the earlier history made meanwhile, until something ends that should not."""
    earlier, tries = _earlier(environment), 1
    processes.append(earlier)
    while True:
        if server and not embedded.is_running(server):
            print("The database ended by itself; starting it again.", file=sys.stderr)
            embedded.start()
        if earlier in processes and earlier.poll() is not None:
            processes.remove(earlier)
            if earlier.returncode and tries < TRIES:  # it goes on where it ended, as after a start
                earlier, tries = _earlier(environment), tries + 1
                processes.append(earlier)
        if any(process.poll() is not None for process in processes):
            print("A process ended by itself; stopping the rest. Start again with the same command.", file=sys.stderr)
            return 1
        time.sleep(0.5)


def _earlier(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return _started(["hearth.config.demonstration", "--earlier"], environment)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
