"""The texts of a project that is analysed again and again, while its files change.

What was taken from a file by itself is kept until the file changes: its syntax
tree, the facts of its functions, the answers to queries, the names in it. Each
analysis is told of as if all was read anew.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, TypeVar

from netra_lint.project.disk import read
from netra_lint.project.outline import Noted, Recent
from netra_lint.project.queries import Answers, defined_in, words_in
from netra_lint.project.sources import Sources
from netra_lint.project.trace import UNREADABLE, Trace, digest

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from netra_lint.project.index import Index
    from netra_lint.project.outline import Cut, Notes
    from netra_lint.project.queries import Query

T = TypeVar("T")
KEPT = 8_000
"""How many bodies stay parsed: the next analysis looks into nearly all of them again."""


class _Told(Noted):
    """Takes down what some work asks of the bodies of a file, and passes it on."""

    def __init__(self, real: Notes) -> None:
        super().__init__()
        self._real = real

    def looked(self, cut: Cut, view: str = "") -> None:
        super().looked(cut, view)
        self._real.looked(cut, view)

    def asked(self, cut: Cut, word: bytes) -> None:
        super().asked(cut, word)
        self._real.asked(cut, word)


class Lasting(Sources):
    """The texts of a project's files over many analyses.

    Args:
        files: the absolute paths of all files, sorted.

    Attributes:
        files: the same, as they are now.
        places: the same, to look one up.
        hashes: the hashes of their contents.
        moved: the files that were found to have changed on the disk when they were read again.
    """

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__()
        self._recent = Recent(KEPT)
        self.files = list(files)
        self.places = set(files)
        self.hashes: dict[str, bytes] = {}
        self.moved: set[str] = set()
        self._kept: dict[str, dict[Hashable, tuple[Any, _Told | None]]] = {}
        self._older: dict[str, dict[Hashable, tuple[Any, _Told | None]]] = {}
        self._answers: dict[Query, dict[str, Any]] = {}
        self._asked_now: set[Query] = set()
        self._stale: set[str] = set()
        self._words: dict[str, frozenset[bytes]] = {}
        self._told: set[str] = set()

    def begin(self) -> Trace:
        """Return what takes the notes of the next analysis."""
        self.begin_untraced()
        self.trace = Trace()
        self.trace.hashes = self.hashes
        return self.trace

    def begin_untraced(self) -> None:
        """Get ready for an analysis of which nobody asks what it rests on."""
        unreadable = sorted(self.unreadable)
        for path in [*self.problems, *unreadable]:
            self._forget(path)
        self.trace = None
        for path in unreadable:
            self.scanned(path)  # Nobody else may ask for it again, with all names listed.
        self._told = set()
        self._older, self._kept = self._kept, {}

    def end(self) -> None:
        """Drop what the analysis has not asked for: it is of a state that has passed."""
        self._older = {}
        self._answers = {query: self._answers[query] for query in self._asked_now}
        self._asked_now = set()
        self.trace = None

    # -- changes ---------------------------------------------------------------------------

    def update(self, path: str, content: bytes | None) -> None:
        """Take another content for a file, in place of the one on the disk.

        Args:
            path: the file, which may be one that was not there.
            content: its bytes; None for what is on the disk.
        """
        if self._index is not None and path not in self._words:
            before = self._as_listed(path)
            if before is not None:
                self._words[path] = frozenset(words_in(before))
        self._forget(path)
        self._overlay.pop(path, None)
        if content is not None:
            self._overlay[path] = content
            self.hashes[path] = digest(content)
        self._place(path)

    def _as_listed(self, path: str) -> bytes | None:
        """Return the content that a file had when its names were listed, where it is at hand."""
        if path in self._contents or path in self._overlay:
            return self.scanned(path)
        try:
            content = read(path)
        except OSError:
            return None
        return content if self.hashes.get(path) == digest(content) else None

    def lay(self, overlay: Mapping[str, bytes]) -> None:
        """Take contents for some files, and for all others what is on the disk.

        Args:
            overlay: the contents, by absolute paths.
        """
        for path in [path for path in self._overlay if path not in overlay]:
            self.update(path, None)
        for path, content in overlay.items():
            if self._overlay.get(path) != content:
                self.update(path, content)

    def remove(self, path: str) -> None:
        """Take notice that a file is gone."""
        self._forget(path)
        self._overlay.pop(path, None)
        self._stale.discard(path)
        at = bisect_left(self.files, path)
        if at < len(self.files) and self.files[at] == path:
            del self.files[at]
            self.places.discard(path)
            self._index = None
        for answers in self._answers.values():
            answers.pop(path, None)

    def _place(self, path: str) -> None:
        at = bisect_left(self.files, path)
        if at == len(self.files) or self.files[at] != path:
            self.files.insert(at, path)
            self.places.add(path)
            self._index = None
        self._stale.add(path)

    def _forget(self, path: str) -> None:
        self.forget(path)
        self.hashes.pop(path, None)
        self.problems.pop(path, None)
        self.unreadable.discard(path)
        self._trees.pop(path, None)
        self._bodies.pop(path, None)
        self._kept.pop(path, None)
        self._older.pop(path, None)

    # -- what is asked of all files -------------------------------------------------------------

    def scanned(self, path: str) -> bytes:
        """Return a file's bytes, whose hash is known from then on."""
        at_hand = path in self._contents or path in self._overlay
        content = super().scanned(path)
        if not at_hand or path not in self.hashes:
            found = UNREADABLE if path in self.unreadable else digest(content)
            if self.hashes.setdefault(path, found) != found:
                self.moved.add(path)
        return content

    def having(self, query: Query, files: Iterable[str]) -> list[tuple[str, Any]]:
        """Ask all files the same question; only those anew that have changed."""
        paths = list(files)
        if len(paths) != len(self.files):
            return super().having(query, paths)
        self._renew()
        self._asked_now.add(query)
        known = self._answers.get(query)
        if known is None:
            found = super().having(query, paths)
            self._answers[query] = dict(found)
            return found
        self.asked(query, known.items())
        return [(path, known[path]) for path in paths if path in known]

    def _renew(self) -> None:
        """Ask the files that have changed what was asked of all."""
        for path in self._stale:
            answers = Answers(self.scanned(path), path)
            for query, known in self._answers.items():
                known.pop(path, None)
                found = answers.answer(query)
                if found:
                    known[path] = found
            self._note_words(path)
        self._stale.clear()

    def index(self, files: Sequence[str]) -> Index:
        """Return where each name stands, brought up to date with what has changed."""
        self._renew()
        before = self._index
        found = super().index(files)
        if found is not before:
            self._words = {}
        return found

    def _note_words(self, path: str) -> None:
        """Bring the places of names up to date with a file."""
        index = self._index
        if index is None:
            return
        content = self.scanned(path)
        at, new = bisect_left(self._listed, path), words_in(content)
        old = self._words.get(path)
        if old is None:
            old = frozenset(index.names_in(at))
        index.replace(at, old, new)
        index.define(at, defined_in(content))
        self._words[path] = frozenset(new)

    # -- what is told of one file ------------------------------------------------------------------

    def kept(self, path: str, key: Hashable, work: Callable[[], T]) -> T:
        """Return what was told of a file before, or is found now."""
        now = self._kept.setdefault(path, {})
        found = now.get(key) or self._older.get(path, {}).get(key)
        if found is None:
            found = self._noting(path, work)
        elif key not in now:
            self._tell(path, found[1])
        now[key] = found
        value: T = found[0]
        return value

    def _noting(self, path: str, work: Callable[[], T]) -> tuple[T, _Told | None]:
        bodies = self._bodies.get(path)
        if bodies is None:
            return work(), None
        outer = bodies.notes
        told = _Told(outer)
        bodies.notes = told
        try:
            return work(), told
        finally:
            bodies.notes = outer

    def _tell(self, path: str, told: _Told | None) -> None:
        """Take the notes of some work as if it were done again."""
        bodies = self._bodies.get(path)
        if told is None or bodies is None or self.trace is None:
            return
        noted = self.trace.of_bodies(path)
        noted.looks |= told.looks
        for start, views in told.views.items():
            noted.views.setdefault(start, set()).update(views)
        for start, words in told.words.items():
            noted.words.setdefault(start, set()).update(words)

    def tree(self, path: str) -> ast.Module | None:
        """Return a file's syntax tree, the same as long as the file does not change."""
        known = path in self._trees
        found = super().tree(path)
        if self.trace is not None and path not in self._told:
            self._told.add(path)
            if known:
                self._tell_again(path)
        return found

    def _tell_again(self, path: str) -> None:
        assert self.trace is not None
        bodies = self._bodies.get(path)
        if self._trees[path] is None:
            self.content(path)
        if bodies is not None:
            bodies.tell(self.trace.of_bodies(path))
