"""The short way to what is known of one file: without a look at its project's settings.

An editor asks for one file in a process of its own, again and again. To find the
project's record takes its settings, the rules that they select and the words
that they add; to read these takes longer than all the rest. So a record is also
found under what all of these were read from.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from netra_lint.cache.codec import briefly
from netra_lint.cache.head import unpacked
from netra_lint.cache.identity import surroundings
from netra_lint.cache.packing import DamagedError, load, path_bytes, unpack
from netra_lint.cache.place import FOLDER
from netra_lint.cache.store import Store
from netra_lint.project.disk import content_of
from netra_lint.project.survey import stands
from netra_lint.project.trace import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.cache.codec import Brief

_PYPROJECT = "pyproject.toml"


class Shortcut:
    """One file, asked for with some options.

    Args:
        path: its absolute path.
        options: whatever else says how to check it, as plain data.
        config: a configuration file to use in place of the nearest one, or an empty string.
        folder: the cache's folder, or an empty string for that in the project's root.

    Attributes:
        key: what a record can be found under.
    """

    def __init__(self, path: str, options: object, config: str = "", folder: str = "") -> None:
        self._path = path
        self._markers = list(_markers(os.path.dirname(path)))
        self._folder = folder
        where = self._markers or (path, os.getcwd(), os.path.expanduser("~"))
        parts = surroundings(), options, config and _hash(config), where
        self.key = digest(repr(parts).encode("utf-8", "surrogatepass"))

    def findings(self, content: bytes) -> list[Brief] | None:
        """Return what is known of the file.

        Args:
            content: its bytes, which need not be those on the disk.

        Returns:
            Its findings, sorted by their places, or None when these have to be found in
            another way.
        """
        try:
            if content_of(self._path) != content:
                return None
            for store in self._stores():
                kept = store.find_by(self.key)
                if kept is not None:
                    return self._findings(store, kept.number, kept.head)
        except DamagedError:
            pass  # Whoever looks at the settings comes upon it as well, and says so.
        return None

    def _findings(self, store: Store, number: int, head: bytes) -> list[Brief] | None:
        then = unpacked(head)
        if self._path not in then.files or not stands(then):
            return None
        found = store.findings(number, path_bytes(self._path))
        if store.is_off:
            return None
        return briefly([each for text in found for each in load(*unpack(text, 1))])

    def _stores(self) -> Iterator[Store]:
        if self._folder:
            yield Store(self._folder)
            return
        folders = [folder for folder, *_ in self._markers] or [os.getcwd()]
        for folder in folders:
            yield Store(os.path.join(folder, FOLDER))


def _markers(folder: str) -> Iterator[tuple[str, bool, bool, bytes]]:
    """Yield the folders above a file that can be a project's root, with what says so."""
    while True:
        git = os.path.exists(os.path.join(folder, ".git"))
        pyproject = os.path.join(folder, _PYPROJECT)
        has_file = os.path.isfile(pyproject)
        if git or has_file:
            yield folder, git, has_file, _hash(pyproject)
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _hash(path: str) -> bytes:
    content = content_of(path)
    return b"" if content is None else digest(content)
