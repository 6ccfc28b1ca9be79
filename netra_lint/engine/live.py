"""A project that is kept in memory while its files are edited: what an editor's server asks.

The findings of all files stand until something changes that they rest on. Then
the project is analysed again, with all that was taken from the other files.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.cache.detail import Detail
from netra_lint.cache.validity import finds_the_same, is_same_in, says_nothing
from netra_lint.engine.checking import check_options
from netra_lint.engine.findings import analysed
from netra_lint.engine.ledger import files_of
from netra_lint.engine.shows import shown_with
from netra_lint.engine.workspace import Workspace, paths_of
from netra_lint.project.disk import content_of
from netra_lint.project.lasting import Lasting
from netra_lint.project.survey import survey
from netra_lint.project.trace import UNREADABLE, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine.request import Request
    from netra_lint.project.survey import Survey

KEPT = 4
"""How many states of a project are remembered: an edit that is undone leads back to one."""
SWEEP = 16
"""After so many analyses all that is kept is looked through for garbage."""


@dataclass
class _Known:
    """The findings of one state of a project.

    Attributes:
        detail: what they rest on.
        found: the diagnostics of each file that has some, sorted.
        olds: the contents then of files that have changed since, or nothing for new ones.
        verdicts: for files that have changed since, the last content with whether it matters.
    """

    detail: Detail
    found: dict[str, list[Diagnostic]]
    olds: dict[str, bytes | None] = field(default_factory=dict)
    verdicts: dict[str, tuple[bytes, bool]] = field(default_factory=dict)


class Live:
    """The findings of a project's files, whatever is edited.

    Files are taken to stay as they are on the disk until `update` or `refresh`
    says otherwise. It is for one thread.

    Args:
        request: how to check; its first path, or its folder, says which project.

    Raises:
        UserError: for an unknown rule, or settings that cannot be used.
    """

    def __init__(self, request: Request) -> None:
        check_options(request)
        paths = paths_of(request) or [request.cwd]
        self._view = Workspace(request, paths).view(paths[0])
        self._noqa = request.noqa
        self._shown = shown_with(self._view.config.vocabulary)
        self._look()
        self._texts = Lasting(self._seen.files)
        self._overlay: dict[str, bytes] = {}
        self._known: list[_Known] = []
        self._analyses = 0

    @property
    def root(self) -> str:
        """The project's folder."""
        return self._view.root

    @property
    def files(self) -> list[str]:
        """The absolute paths of the project's files, sorted."""
        return list(self._texts.files)

    def update(self, path: str, content: bytes | None = None) -> None:
        """Take notice that a file has changed, is new or is gone.

        Args:
            path: its absolute path.
            content: its bytes as an editor has them; by default those on the disk.
        """
        self._remember(path)
        self._overlay.pop(path, None)
        if content is not None:
            self._overlay[path] = content
        elif not self._is_found(path):
            self._texts.remove(path)
            return
        self._texts.update(path, content)
        self._forget(path)

    def _forget(self, path: str) -> None:
        """Drop the content that a file had where it has this again."""
        content = self._texts.scanned(path)
        for known in self._known:
            if known.olds.get(path) == content and path not in self._texts.unreadable:
                del known.olds[path]
                known.verdicts.pop(path, None)

    def _is_found(self, path: str) -> bool:
        """Whether a file is on the disk, and one of the project."""
        if path not in self._own:
            self._look()
        return path in self._own and os.path.exists(path)

    def _remember(self, path: str) -> None:
        """Keep the content that a file had when something was found, before it changes."""
        here = path in self._texts.places
        for known in self._known:
            if path not in known.olds:
                known.olds[path] = self._texts.scanned(path) if here else None

    def findings(self, path: str) -> list[Diagnostic]:
        """Return the diagnostics of one file, sorted by their places.

        Args:
            path: its absolute path.
        """
        return list(self._standing().found.get(path, ()))

    def all_findings(self) -> list[Diagnostic]:
        """Return the diagnostics of all files, sorted."""
        found = self._standing().found
        return [each for path in sorted(found) for each in found[path]]

    def refresh(self) -> list[str]:
        """Look at the disk for what nobody told of; files with contents of their own are left.

        Returns:
            The absolute paths of the files that have changed, or that are new or gone.
        """
        before = self._seen
        self._look()
        now = dict(zip(self._seen.files, _stamps(self._seen), strict=True))
        then = dict(zip(before.files, _stamps(before), strict=True))
        young = {before.files[place] for place in before.young}
        paths = {path for path in then.keys() | now.keys() if then.get(path) != now.get(path)}
        changed = sorted(path for path in paths | young if path not in self._overlay)
        changed = [path for path in changed if self._differs(path, path in now)]
        for path in changed:
            self._remember(path)
            if path in now:
                self._texts.update(path, None)
            else:
                self._texts.remove(path)
        return changed

    def _look(self) -> None:
        """List the files of the project that are on the disk."""
        self._seen = survey(self._view.root, self._view.config.excluded)
        self._own = frozenset(self._seen.files)

    def _differs(self, path: str, is_here: bool) -> bool:
        """Whether a file is another than the one that was read; what was not read may be any."""
        was_here = path in self._texts.places
        if not (is_here and was_here):
            return is_here != was_here
        content, known = content_of(path), self._texts.hashes.get(path)
        return known is not None and known != (UNREADABLE if content is None else digest(content))

    # -- what is known -------------------------------------------------------------------------

    def _standing(self) -> _Known:
        """Return the findings of the project as it is."""
        for known in self._known:
            if self._holds(known):
                if known is not self._known[0]:
                    self._known.remove(known)
                    self._known.insert(0, known)
                return known
        while True:
            known = self._analyse()
            if not self._texts.moved:
                self._known = [known, *self._known][:KEPT]
                return known
            moved, self._texts.moved = self._texts.moved, set()
            for path in moved:
                self.update(path)

    def _analyse(self) -> _Known:
        trace = self._texts.begin()
        try:
            args = self.files, self.files, self._overlay, self._texts
            with self._without_litter():
                diagnostics = sorted(analysed(self._view, *args), key=lambda each: each.sort_key)
        finally:
            self._texts.end()
        found: dict[str, list[Diagnostic]] = {}
        for each in diagnostics:
            if not (self._noqa and each.is_silenced):
                found.setdefault(each.filename, []).append(each)
            trace.read.update(files_of(each))
        return _Known(Detail.of(trace, self.files), found)

    @contextmanager
    def _without_litter(self) -> Iterator[None]:
        """Throw away what an analysis leaves when it is done, and nothing while it goes on.

        What stays is not looked through for garbage again, but now and then: that
        would take longer than most edits.
        """
        collects = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if collects:
                gc.enable()
                if self._analyses % SWEEP == 0:
                    gc.unfreeze()
                gc.collect()
                gc.freeze()
            self._analyses += 1

    def _holds(self, known: _Known) -> bool:
        """Whether nothing has changed that the findings of a state rest on."""
        return all(self._bears_alike(known, path) for path in known.olds) and (
            not self._is_moved(known) or finds_the_same(known.detail, self.root, self._texts.files)
        )

    def _is_moved(self, known: _Known) -> bool:
        here = self._texts.places
        return any((old is None) != (path not in here) for path, old in known.olds.items())

    def _bears_alike(self, known: _Known, path: str) -> bool:
        content = self._texts.scanned(path) if path in self._texts.places else None
        key = b"" if content is None else digest(content)
        verdict = known.verdicts.get(path)
        if verdict is None or verdict[0] != key:
            verdict = known.verdicts[path] = key, self._compare(known, path, content)
        return verdict[1]

    def _compare(self, known: _Known, path: str, content: bytes | None) -> bool:
        old = known.olds[path]
        if old == content:
            return True
        if content is None:
            return says_nothing(known.detail, path)
        if path in self._texts.unreadable:
            return False
        return is_same_in(known.detail, path, content, lambda _: old, self._shown)


def _stamps(seen: Survey) -> list[bytes]:
    return [seen.stamp(place) for place in range(len(seen.files))]
