"""Files as they are on the disk."""

from __future__ import annotations


def read(path: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", buffering=0) as file:
        return file.readall()


def content_of(path: str) -> bytes | None:
    """Return a file's bytes, or None when it cannot be read."""
    try:
        return read(path)
    except OSError:
        return None
