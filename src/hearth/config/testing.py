"""`./hearth test`: lint, types, import contracts, then unit, pack, browser and accessibility tests."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from hearth.config.places import ROOT

BIN = ROOT / ".venv" / "bin"
CORES = os.cpu_count() or 1
TEMPLATE: tuple[str, list[object]] = ("database", [sys.executable, "-m", "tests.support.databases"])
CHECKS: list[tuple[str, list[object]]] = [
    ("types", [BIN / "mypy"]),
    ("packs", [sys.executable, "-m", "hearth.config.commandline", "packs"]),
    ("migrations", [sys.executable, "-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run"]),
    ("contracts", [BIN / "lint-imports"]),
    ("lint", [BIN / "ruff", "check", "src", "tests", "hearth"]),
    ("format", [BIN / "ruff", "format", "--check", "src", "tests", "hearth"]),
]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--quick` leaves out the browser."""
    parser.add_argument("--quick", action="store_true", help="leave out the browser and accessibility tests")
    parser.add_argument("--no-checks", action="store_true", help="only the tests")


def run(arguments: argparse.Namespace) -> int:
    """The tests' database, the browser and every check beside each other, then the tests; the runner's own lines come last."""
    with ThreadPoolExecutor(CORES) as cores:
        browser_is_there = cores.submit(lambda: arguments.quick or _browser())
        commands = [TEMPLATE] if arguments.no_checks else [TEMPLATE, *CHECKS]
        passed = list(cores.map(lambda one: _passes(*one), commands))
    failed = [name for (name, _), so in zip(commands, passed, strict=True) if not so]
    if not browser_is_there.result():
        return 1
    browser = 0 if arguments.quick else _pytest("tests/browser")
    rest = _pytest("tests", "--ignore=tests/browser")
    if failed:
        print(f"These checks failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed or browser or rest else 0


def _passes(name: str, command: list[object]) -> bool:
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    print(
        f"  {name:<12}{'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s",
        flush=True,
    )
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def _pytest(*arguments: str) -> int:
    """A process for each core, each with a database of its own; a file stays in one process, with what it made.

    Files start in the order of collection, where those marked `long` stand first, and not by how many tests they hold.
    """
    spread = ["-n", str(CORES), "--dist", "loadfile", "--no-loadscope-reorder"]
    return subprocess.run([sys.executable, "-m", "pytest", "-q", *spread, *arguments], cwd=ROOT, check=False).returncode


def _browser() -> bool:
    """Debian's chromium, installed where it may be."""
    if shutil.which("chromium"):
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("  installing chromium ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "fonts-liberation"], check=False, capture_output=True)
    if shutil.which("chromium"):
        return True
    print(
        "The browser tests need chromium: apt-get install chromium fonts-liberation. Or: ./hearth test --quick",
        file=sys.stderr,
    )
    return False
