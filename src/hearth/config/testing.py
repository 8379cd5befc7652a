"""`./hearth test`: lint, types, import contracts, then unit, pack, browser and accessibility tests."""

import argparse
import os
import shutil
import subprocess
import sys
import time

from hearth.config.places import ROOT

BIN = ROOT / ".venv" / "bin"
CHECKS: list[tuple[str, list[object]]] = [
    ("lint", [BIN / "ruff", "check", "src", "tests", "hearth"]),
    ("format", [BIN / "ruff", "format", "--check", "src", "tests", "hearth"]),
    ("types", [BIN / "mypy"]),
    ("contracts", [BIN / "lint-imports"]),
    ("migrations", [sys.executable, "-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run"]),
    ("packs", [sys.executable, "-m", "hearth.config.commandline", "packs"]),
]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--quick` leaves out the browser."""
    parser.add_argument("--quick", action="store_true", help="leave out the browser and accessibility tests")
    parser.add_argument("--no-checks", action="store_true", help="only the tests")


def run(arguments: argparse.Namespace) -> int:
    """Every check, then the tests; the runner's own closing lines come last."""
    failed = [] if arguments.no_checks else [name for name, command in CHECKS if not _passes(name, command)]
    if not arguments.quick and not _browser():
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
    """A process for each core, each with a database of its own; a file stays in one process, with what it made."""
    spread = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
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
