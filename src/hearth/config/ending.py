"""Processes that end when the one that started them has ended, however it ended."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int) -> None:
    """Ask Linux to end this process when its parent dies, kill -9 included; nothing is left running behind.

    `parent` is the id it should still have: a parent that died before the asking ends this process at once.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)
