"""What a record is filed under: everything that findings depend on but the project's files."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import netra_lint
from netra_lint import __version__
from netra_lint.project.trace import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.config import Config


def name_of(root: str, config: Config, codes: Iterable[str]) -> bytes:
    """Return the name of a project's record.

    Args:
        root: the project's absolute root; how files are called tells tests from others.
        config: its settings.
        codes: the rules that are wanted.
    """
    from dataclasses import fields

    parts = (
        *surroundings(),
        root,
        sorted(codes),
        [getattr(config, field.name) for field in fields(config) if field.name != "path"],
    )
    return digest("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass"))


def surroundings() -> tuple[object, ...]:
    """Return what findings depend on outside of the project: the programs, and who runs them."""
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    return program(), sys.hexversion, sys.byteorder, user


@lru_cache(maxsize=1)
def program() -> str:
    """Return what tells one state of netra-lint from another.

    Returns:
        Its version, with the hash of what was installed; where the sources are
        used as they stand, with that of their sizes and times.
    """
    folder = os.path.dirname(os.path.abspath(netra_lint.__file__))
    record = f"netra_lint-{__version__}.dist-info/RECORD"
    try:
        with open(os.path.join(os.path.dirname(folder), record), "rb") as stream:
            return f"{__version__} {digest(stream.read()).hex()}"
    except OSError:
        return f"{__version__} {_sources(folder).hex()}"


def _sources(folder: str) -> bytes:
    """Return the hash of how the sources look from outside, which is quick to tell."""
    found: list[object] = []
    todo = [folder]
    while todo:
        with os.scandir(todo.pop()) as scan:
            for entry in sorted(scan, key=lambda each: each.name):
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    found.append((entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
                elif entry.is_dir() and entry.name != "__pycache__":
                    todo.append(entry.path)
    return digest(repr(found).encode("utf-8", "surrogatepass"))
