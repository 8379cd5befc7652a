"""Waits for the demonstration's end, however it comes, and stops the embedded database that it started."""

import signal
import sys

from hearth.config import embedded


def main() -> None:
    """Read until the other end is closed, then stop the server unless somebody else uses it."""
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)
    sys.stdin.buffer.read()
    embedded.stop(embedded.place())


if __name__ == "__main__":
    main()
