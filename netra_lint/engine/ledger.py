"""One project's files and the findings that are known of it, as the cache has them."""

from __future__ import annotations

import os
import time
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.cache.codec import decode, encode
from netra_lint.cache.identity import name_of
from netra_lint.cache.lock import locked
from netra_lint.cache.packing import DamagedError, dump, load, pack, unpack
from netra_lint.cache.place import CacheError, prepare
from netra_lint.cache.record import Detail, Head
from netra_lint.cache.store import Store
from netra_lint.cache.validity import changes, settle
from netra_lint.engine.text import content_of
from netra_lint.project.discovery import Memory, Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from netra_lint.config import Config
    from netra_lint.diagnostics import Diagnostic
    from netra_lint.project.discovery import Stamp
    from netra_lint.project.trace import Trace

PATIENCE = 600.0
"""Seconds to wait while another process analyses the same project."""


class Ledger:
    """The cache of one project in one run; its files are taken to stay as they are meanwhile.

    Args:
        root: the project's root.
        config: its settings.
        codes: the rules that are wanted.
        noqa: whether comments can silence a finding.
        folder: the cache's folder.
    """

    def __init__(
        self, root: str, config: Config, codes: frozenset[str], noqa: bool, folder: str
    ) -> None:
        self.root = root
        self._excluded = config.excluded
        self._name = name_of(root, config, codes, noqa)
        self._store = Store(folder)
        self._number, self._head = -1, Head(b"", b"")
        self._trouble = ""
        self._load()

    @property
    def trouble(self) -> str:
        """Why nothing is kept, or an empty string."""
        return self._trouble or self._store.trouble

    def _load(self) -> None:
        kept = self._store.find(self._name)
        if kept is None:
            self._number = -1
            return
        try:
            self._number, self._head = kept.number, Head.unpacked(kept.head)
        except DamagedError as error:
            self._drop(kept.number, error)

    def _drop(self, number: int, error: DamagedError) -> None:
        self._number = -1
        self._trouble = f"a record of the cache is damaged: {error}"
        self._store.forget(number)

    # -- files -----------------------------------------------------------------------------

    @cached_property
    def _survey(self) -> tuple[Walk, list[tuple[str, Stamp]], int]:
        began = time.time_ns()
        memory = self._head.memory if self._number >= 0 else Memory()
        walk = Walk(self.root, self._excluded, memory)
        return walk, walk.stamped(), began

    @cached_property
    def files(self) -> list[str]:
        """The absolute paths of the project's Python files, sorted."""
        return [path for path, _ in self._survey[1]]

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self.files)

    def has(self, paths: Iterable[str]) -> bool:
        """Whether all of some files belong to the project."""
        return self._files.issuperset(paths)

    # -- what is known -----------------------------------------------------------------------

    def recall(self, paths: Sequence[str], overlay: Mapping[str, bytes]) -> list[Diagnostic] | None:
        """Return what is known of some files.

        Args:
            paths: files of the project.
            overlay: contents that stand for those of files.

        Returns:
            Their diagnostics, or None when these have to be found anew.
        """
        if self._number < 0:
            return None
        try:
            valid = self._holds_with(overlay) if overlay else self._holds
            return self._findings(paths) if valid else None
        except DamagedError as error:
            self._drop(self._number, error)
            return None

    @cached_property
    def _holds(self) -> bool:
        """Whether the record holds for the files as they are; it is brought up to date then."""
        walk, found, began = self._survey
        differing = changes(self._head, found, {})
        if not differing:
            return True
        detail = self._detail()
        now = settle(detail, self.root, self.files, differing, content_of)
        if now is None:
            return False
        head = Head.of(walk, found, began)
        if head != self._head:
            self._store.refresh(self._number, head.packed(), now.packed())
        return True

    def _holds_with(self, overlay: Mapping[str, bytes]) -> bool:
        differing = changes(self._head, self._survey[1], overlay)

        def content(path: str) -> bytes | None:
            return overlay[path] if path in overlay else content_of(path)

        return settle(self._detail(), self.root, self.files, differing, content) is not None

    def _detail(self) -> Detail:
        return Detail.unpacked(self._store.detail(self._number))

    def _findings(self, paths: Sequence[str]) -> list[Diagnostic]:
        if len(paths) == 1:
            rows = self._store.findings(self._number, _bytes(paths[0]))
        else:
            rows = self._store.findings(self._number)
        wanted = frozenset(paths)
        found = [each for row in rows for each in decode(load(*unpack(row, 1)))]
        return [each for each in found if each.filename in wanted]

    # -- what is found -------------------------------------------------------------------------

    def turn(self) -> AbstractContextManager[bool]:
        """Wait while another process analyses the project; says whether one did."""
        if not self.trouble:
            try:
                prepare(self._store.folder)
            except CacheError as error:
                self._trouble = f"the cache is not used: {error}"
        name = f"analysis-{self._name[:1].hex()}.lock"
        return locked(os.path.join(self._store.folder, name), PATIENCE)

    def look_again(self) -> None:
        """Take notice of what another process has kept meanwhile."""
        self.__dict__.pop("_holds", None)
        self._load()

    def keep(self, trace: Trace, found: Iterable[Diagnostic]) -> None:
        """Keep the findings of an analysis of all files as they are on the disk.

        Args:
            trace: what it read.
            found: the diagnostics.
        """
        if trace.unsteady or any(path not in trace.hashes for path in self.files):
            return
        walk, stamped, began = self._survey
        by_file: dict[str, list[Diagnostic]] = {}
        for each in found:
            by_file.setdefault(each.filename, []).append(each)
            trace.read.update(_files_of(each))
        rows = {_bytes(path): pack(dump(encode(own))) for path, own in by_file.items()}
        head, detail = Head.of(walk, stamped, began), Detail.of(trace, self.files)
        self._store.save(self._name, head.packed(), detail.packed(), rows)


def _files_of(found: Diagnostic) -> Iterator[str]:
    yield found.filename
    yield from (step.filename for step in found.flow)
    yield from found.fix.files if found.fix else ()


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
