"""One project's files and the findings that are known of it, as the cache has them."""

from __future__ import annotations

import os
import zlib
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.cache.codec import decode, encode
from netra_lint.cache.head import changes, packed, unpacked
from netra_lint.cache.identity import name_of
from netra_lint.cache.lock import locked
from netra_lint.cache.packing import DamagedError, dump, load, pack, path_bytes, unpack
from netra_lint.cache.place import CacheError, prepare
from netra_lint.cache.store import Store
from netra_lint.engine.shows import shown_with
from netra_lint.project.disk import content_of
from netra_lint.project.survey import is_steady, survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from netra_lint.cache.detail import Detail
    from netra_lint.cache.head import Changes
    from netra_lint.config import Config
    from netra_lint.diagnostics import Diagnostic
    from netra_lint.project.survey import Survey
    from netra_lint.project.trace import Trace

PATIENCE = 600.0
"""Seconds to wait while another process analyses the same project."""


class Ledger:
    """The cache of one project in one run; its files are taken to stay as they are meanwhile.

    Args:
        root: the project's root.
        config: its settings.
        codes: the rules that are wanted.
        folder: the cache's folder.
    """

    def __init__(self, root: str, config: Config, codes: frozenset[str], folder: str) -> None:
        self.root = root
        self._excluded = config.excluded
        self._shown = shown_with(config.vocabulary)
        self._name = name_of(root, config, codes)
        self._store = Store(folder)
        self._kept: tuple[int, Survey] | None = None
        self._trouble = ""
        self._load()

    @property
    def trouble(self) -> str:
        """Why nothing is kept, or an empty string."""
        return self._trouble or self._store.trouble

    def _load(self) -> None:
        self._kept = None
        kept = self._store.find(self._name)
        if kept is not None:
            try:
                self._kept = kept.number, unpacked(kept.head)
            except DamagedError as error:
                self._drop(kept.number, error)

    def _drop(self, number: int, error: DamagedError) -> None:
        self._kept = None
        self._trouble = f"a record of the cache is damaged: {error}"
        self._store.forget(number)

    # -- files -----------------------------------------------------------------------------

    @cached_property
    def _survey(self) -> Survey:
        return survey(self.root, self._excluded, self._kept[1] if self._kept else None)

    @property
    def files(self) -> list[str]:
        """The absolute paths of the project's Python files, sorted."""
        return self._survey.files

    # -- what is known -----------------------------------------------------------------------

    def recall(self, paths: Sequence[str], overlay: Mapping[str, bytes]) -> list[Diagnostic] | None:
        """Return what is known of some files.

        Args:
            paths: files of the project.
            overlay: contents that stand for those of files.

        Returns:
            Their diagnostics, or None when these have to be found anew.
        """
        if self._kept is None:
            return None
        number = self._kept[0]
        try:
            valid = self._holds_with(*self._kept, overlay) if overlay else self._holds
            found = self._findings(number, paths) if valid else None
        except DamagedError as error:
            self._drop(number, error)
            return None
        return None if self._store.is_off else found

    @cached_property
    def _holds(self) -> bool:
        """Whether the record holds for the files as they are; it is brought up to date then."""
        assert self._kept is not None
        number, then = self._kept
        differing = changes(then, self._survey, {})
        if not differing:
            same = then.folder_stamps == self._survey.folder_stamps
            if self._survey.plain and not (same and then.is_settled):
                self._store.refresh(number, packed(self._survey))
            return True
        now = self._settled(number, differing, content_of)
        if now is None:
            return False
        self._store.refresh(number, packed(self._survey), now.packed())
        return True

    def _holds_with(self, number: int, then: Survey, overlay: Mapping[str, bytes]) -> bool:
        def content(path: str) -> bytes | None:
            return overlay[path] if path in overlay else content_of(path)

        differing = changes(then, self._survey, overlay)
        return self._settled(number, differing, content) is not None

    def _settled(
        self, number: int, differing: Changes, content: Callable[[str], bytes | None]
    ) -> Detail | None:
        from netra_lint.cache.detail import Detail
        from netra_lint.cache.validity import settle

        detail = Detail.unpacked(self._store.detail(number))
        return settle(detail, self.root, self.files, differing, content, self._earlier, self._shown)

    def _earlier(self, path: str) -> bytes | None:
        assert self._kept is not None
        kept = self._store.text(self._kept[0], path_bytes(path))
        try:
            return None if kept is None else zlib.decompress(unpack(kept, 1)[0])
        except zlib.error:
            return None

    def _findings(self, number: int, paths: Sequence[str]) -> list[Diagnostic]:
        if len(paths) == 1:
            rows = self._store.findings(number, path_bytes(paths[0]))
        else:
            rows = self._store.findings(number)
        wanted = frozenset(paths)
        found = [each for row in rows for each in decode(load(*unpack(row, 1)))]
        return [each for each in found if each.filename in wanted]

    def add_key(self, key: bytes) -> None:
        """Let what is known be found without the project's settings as well (see `shortcut`)."""
        self._store.add_key(key, self._name)

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

    def keep(
        self,
        trace: Trace,
        found: Iterable[Diagnostic],
        content: Callable[[str], bytes | None] = content_of,
    ) -> None:
        """Keep the findings of an analysis of all files as they are on the disk.

        Args:
            trace: what it read.
            found: the diagnostics.
            content: what gives the texts that were read.
        """
        if any(path not in trace.hashes for path in self.files) or not is_steady(self._survey):
            return
        from netra_lint.cache.detail import Detail

        by_file: dict[str, list[Diagnostic]] = {}
        for each in found:
            by_file.setdefault(each.filename, []).append(each)
            trace.read.update(files_of(each))
        rows = {path_bytes(path): pack(dump(encode(own))) for path, own in by_file.items()}
        detail = Detail.of(trace, self.files)
        texts = _texts_of(detail, self.files, content)
        self._store.save(self._name, packed(self._survey), detail.packed(), rows, texts)


def _texts_of(
    detail: Detail, paths: Iterable[str], content: Callable[[str], bytes | None]
) -> dict[bytes, bytes]:
    """Return the texts with which other states of files have to be compared."""
    return {
        path_bytes(path): pack(zlib.compress(content(path) or b"", 1))
        for path in paths
        if path in detail.bodies
    }


def files_of(found: Diagnostic) -> Iterator[str]:
    """Yield the files that a finding, its flow and its repair are about."""
    yield found.filename
    yield from (step.filename for step in found.flow)
    yield from found.fix.files if found.fix else ()
