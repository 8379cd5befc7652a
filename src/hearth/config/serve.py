"""`./hearth serve`: the application server, behind a proxy that speaks HTTPS."""

import argparse
import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

REQUIRED = ("DATABASE_URL", "HEARTH_SECRET_KEY", "HEARTH_MFA_KEYS", "HEARTH_HOSTS")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many processes."""
    parser.add_argument("--bind", default="127.0.0.1:8000")
    parser.add_argument("--workers", type=int, default=2 * (os.cpu_count() or 1) + 1)


def run(arguments: argparse.Namespace) -> int:
    """Replace this process by the server; refuses to start without its environment."""
    missing = [name for name in REQUIRED if not os.environ.get(name)]
    if not missing:
        django.setup()
        from hearth.foundation.access.keys import ring

        try:
            ring()
        except ImproperlyConfigured as problem:
            print(problem, file=sys.stderr)
            return 2
        command = [sys.executable, "-m", "gunicorn", "hearth.config.wsgi", "--bind", arguments.bind]
        os.execv(sys.executable, [*command, "--workers", str(arguments.workers), "--threads", "4"])
    print(f'Set {", ".join(missing)} first; see the README, "In production".', file=sys.stderr)
    return 2
