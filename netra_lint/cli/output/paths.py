"""How file names are shown."""

from __future__ import annotations

import os


def shown(path: str) -> str:
    """Return a path relative to the current folder, or as it is where it lies outside."""
    folder = os.getcwd().rstrip(os.sep) + os.sep
    return path[len(folder) :] if path.startswith(folder) else path
