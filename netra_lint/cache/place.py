"""The folder that holds a cache: made so that no other tool takes it for something else."""

from __future__ import annotations

import os
import re

FOLDER = ".netra_lint_cache"
_FILES = {
    "CACHEDIR.TAG": (
        "Signature: 8a477f597d28d172789f06886806bc55\n"
        "# This folder is a cache of netra-lint. See https://bford.info/cachedir/.\n"
    ),
    ".gitignore": "# Made by netra-lint.\n*\n",
}
_OWN = re.compile(r"records-\d+\.db(-journal|-wal|-shm)?|[\w-]+\.(lock|mark)")


class CacheError(Exception):
    """A cache cannot be used; its text says why, on one line."""


def prepare(folder: str) -> None:
    """Make a cache's folder, unless it is there.

    Args:
        folder: its path. Where it holds other things, nothing is added to tell
            other tools that it is a cache.

    Raises:
        CacheError: when it cannot be made.
    """
    try:
        os.makedirs(folder, exist_ok=True)
        if os.listdir(folder):
            return
        for name, text in _FILES.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
                stream.write(text)
    except OSError as error:
        raise CacheError(f"{folder}: {error.strerror or error}") from error


def clean(folder: str) -> bool:
    """Remove a cache: the files that are ours, and the folder when nothing else is in it.

    Args:
        folder: its path.

    Returns:
        Whether there was one.

    Raises:
        CacheError: when something cannot be removed.
    """
    try:
        inside = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise CacheError(f"{folder}: {error.strerror or error}") from error
    own = [name for name in inside if _OWN.fullmatch(name) or _is_tag(folder, name)]
    try:
        for name in own:
            os.remove(os.path.join(folder, name))
        if own and len(own) == len(inside):
            os.rmdir(folder)
    except OSError as error:
        raise CacheError(f"{folder}: {error.strerror or error}") from error
    return bool(own)


def _is_tag(folder: str, name: str) -> bool:
    if name not in _FILES:
        return False
    with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as stream:
        return stream.read() == _FILES[name]
