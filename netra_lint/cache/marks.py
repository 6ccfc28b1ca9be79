"""Marks for configurations that are known to be right and to add no words.

A mark is an empty file, so that it takes next to no time to look for it.
"""

from __future__ import annotations

import os
from contextlib import suppress

from netra_lint.cache.identity import program
from netra_lint.cache.place import FOLDER, CacheError, prepare
from netra_lint.project.trace import digest


def _name(content: bytes) -> str:
    return f"usual-{digest(content + program().encode()).hex()}.mark"


def is_marked(folder: str, content: bytes) -> bool:
    """Tell whether the content of a pyproject.toml was marked.

    Args:
        folder: the folder that it stands in.
        content: its bytes.
    """
    return os.path.exists(os.path.join(folder, FOLDER, _name(content)))


def mark(folder: str, content: bytes) -> None:
    """Mark the content of a pyproject.toml, in place of what it held before.

    Args:
        folder: the folder that it stands in.
        content: its bytes.
    """
    cache, name = os.path.join(folder, FOLDER), _name(content)
    with suppress(OSError, CacheError):
        prepare(cache)
        for other in os.listdir(cache):
            if other.endswith(".mark") and other != name:
                os.remove(os.path.join(cache, other))
        with open(os.path.join(cache, name), "wb"):
            pass
