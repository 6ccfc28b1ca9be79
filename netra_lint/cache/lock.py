"""Locks between processes, which the system takes from one that dies."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = 0.05
"""Seconds between two tries to get a lock."""


@contextmanager
def locked(path: str, patience: float) -> Iterator[bool]:
    """Hold a lock, or go on without when it cannot be had.

    Args:
        path: the lock's file; it stays afterwards.
        patience: seconds to wait for another process.

    Yields:
        Whether another process had it meanwhile.
    """
    descriptor, waited, until = None, False, time.monotonic() + patience
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        while descriptor is not None and not _take(descriptor) and time.monotonic() < until:
            waited = True
            time.sleep(EVERY)
        yield waited
    finally:
        if descriptor is not None:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        """Try to get a lock; where there are none, as in some network folders, do without."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
