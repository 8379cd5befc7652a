"""`./hearth second-step`: the keys that authenticator secrets are encrypted with."""

import argparse
import sys

import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A new key, or every secret under the newest one."""
    parser.add_argument("what", choices=["new-key", "rotate"], help="print a fresh key; encrypt every secret with the newest key")


def run(arguments: argparse.Namespace) -> int:
    """Print a key, or encrypt again; nothing is changed where a key is missing."""
    django.setup()
    from django.core.exceptions import ImproperlyConfigured

    from hearth.foundation.access import keys

    if arguments.what == "new-key":
        print(keys.new_key())
        return 0
    try:
        count = keys.rotate()
    except ImproperlyConfigured as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{count} secrets are encrypted with the newest key. The older keys can be taken out of HEARTH_MFA_KEYS.")
    return 0
