"""The files of a project with what tells whether they were changed, found as quickly as may be.

Where an earlier survey is known and no folder has changed since, the files are
those that it found: nothing is listed, and no pattern is looked at.
"""

from __future__ import annotations

import os
import time
from array import array
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.project.trace import MASK, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 4
"""Numbers in a stamp: a file's size, when its content and its entry changed last, and its own."""
YOUNG = 2_000_000_000
"""Nanoseconds within which a file may change again without another time of change."""


class Survey(NamedTuple):
    """A project's files at one time.

    Attributes:
        files: their absolute paths, sorted.
        stamps: an array of their stamps.
        began: when they were looked at, in nanoseconds.
        folders: the folders that they are in, with a slash, the root first.
        folder_stamps: an array of their stamps.
        left: what was left out.
        ignores: the hashes of the ignore files.
        plain: whether no folder was a link or unreadable, so that the stamps tell all.
    """

    files: list[str]
    stamps: bytes
    began: int
    folders: list[str]
    folder_stamps: bytes
    left: list[str]
    ignores: dict[str, bytes]
    plain: bool

    @property
    def young(self) -> list[int]:
        """The files, by their places, that may change again without another stamp."""
        return _young(self.stamps, self.began)

    @property
    def is_settled(self) -> bool:
        """Whether the stamps of folders tell whether anything was added or removed since."""
        return self.plain and not _young(self.folder_stamps, self.began)

    def stamp(self, place: int) -> bytes:
        """Return the stamp of one file."""
        size = 8 * WIDTH
        return self.stamps[place * size : (place + 1) * size]


def survey(root: str, exclude: Sequence[str], earlier: Survey | None = None) -> Survey:
    """Look at a project's files.

    Args:
        root: the absolute path of its root.
        exclude: patterns of what is left out.
        earlier: what was found earlier with the same patterns.
    """
    began = time.time_ns()
    if earlier is not None and earlier.is_settled and _has_same_folders(earlier):
        return Survey(
            earlier.files,
            _stamps(earlier.files),
            began,
            earlier.folders,
            earlier.folder_stamps,
            earlier.left,
            earlier.ignores,
            True,
        )
    from netra_lint.project.discovery import Memory, Walk

    memory = Memory()
    if earlier is not None:
        kept = frozenset((*earlier.files, *earlier.folders))
        memory = Memory(kept, frozenset(earlier.left), earlier.ignores)
    walk = Walk(root, exclude, memory)
    found = walk.stamped()
    folders = [f"{root.rstrip('/')}/", *sorted(walk.folders)]
    return Survey(
        [path for path, _ in found],
        array("Q", [number for _, stamp in found for number in stamp]).tobytes(),
        began,
        folders,
        # A folder that changes between the walk and this is young, and so looked at again.
        _stamps(folders),
        walk.left,
        walk.ignores,
        walk.is_plain,
    )


def is_steady(seen: Survey) -> bool:
    """Tell whether no file has changed since a survey, so that all was read as it was then."""
    return _stamps(seen.files) == seen.stamps


def stands(earlier: Survey) -> bool:
    """Tell whether a project's files are what they were, for all that stamps can tell."""
    same = earlier.is_settled and not earlier.young and _has_same_folders(earlier)
    return same and _stamps(earlier.files) == earlier.stamps


def _has_same_folders(earlier: Survey) -> bool:
    if _stamps(earlier.folders) != earlier.folder_stamps:
        return False
    found = {}
    for path in earlier.ignores:
        with suppress(OSError), open(path, "rb") as stream:
            found[path] = digest(stream.read())
    return found == earlier.ignores and not _appeared(earlier)


def _appeared(earlier: Survey) -> bool:
    """Whether there is an ignore file now in the one place whose folder is not looked at."""
    path = os.path.join(earlier.folders[0], ".git", "info", "exclude")
    return path not in earlier.ignores and os.path.exists(path)


def _stamps(paths: Iterable[str]) -> bytes:
    found = array("Q")
    stat = os.stat
    for path in paths:
        try:
            seen = stat(path)
        except OSError:
            found.extend((0, 0, 0, 0))
            continue
        found.extend((
            seen.st_size & MASK,
            seen.st_mtime_ns & MASK,
            seen.st_ctime_ns & MASK,
            seen.st_ino & MASK,
        ))  # fmt: skip
    return found.tobytes()


def _young(stamps: bytes, began: int) -> list[int]:
    numbers = array("Q")
    numbers.frombytes(stamps)
    since = began - YOUNG
    changed, moved = numbers[1::WIDTH], numbers[2::WIDTH]
    if not numbers or (max(changed) <= since and max(moved) <= since):
        return []
    pairs = zip(changed, moved, strict=True)
    return [place for place, pair in enumerate(pairs) if max(pair) > since]
