"""Contents and syntax trees of a project's files, read once and only when asked for."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from symtable import symtable
from typing import TYPE_CHECKING, Any, TypeVar

from netra_lint.project.disk import read
from netra_lint.project.index import Index
from netra_lint.project.outline import Bodies, Notes, Recent, parse
from netra_lint.project.queries import WORDS, Answers, definition, needed_by, search, spelling

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from netra_lint.project.queries import Query
    from netra_lint.project.trace import Trace


T = TypeVar("T")
KEPT_BYTES = 16 * 1024 * 1024
"""How much of the files' text is kept; beyond that, files are read again."""

KEPT_LINES = 64
"""Of how many files the lines are kept one by one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file could not be read; row and column from 1."""

    path: str
    row: int
    column: int
    message: str


def _refuse_notebook(path: str) -> None:
    """Raise a ``ValueError`` for a notebook: its JSON is an expression, and says nothing."""
    if path.endswith(".ipynb"):
        raise ValueError("it is a notebook, whose cells are not looked into")


class Sources:
    """The text of files, with contents that an editor or stdin lays over them."""

    def __init__(
        self, overlay: Mapping[str, bytes] | None = None, trace: Trace | None = None
    ) -> None:
        self._overlay = dict(overlay or {})
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self.trace = trace
        self.unreadable: set[str] = set()
        if trace is not None:
            for path, content in self._overlay.items():
                trace.contains(path, content)
        self._trees: dict[str, ast.Module | None] = {}
        self._bodies: dict[str, Bodies] = {}
        self._lines: dict[str, list[bytes]] = {}
        self._recent = Recent()
        self._listed: list[str] = []
        self._index: Index | None = None
        self.problems: dict[str, Problem] = {}

    def content(self, path: str) -> bytes:
        """Return a file's bytes, empty when it cannot be read.

        What is found rests on the file from then on; to ask the same question
        of all files, see `scanned`.

        Args:
            path: absolute path.

        Returns:
            The overlay's bytes where there is one, else the file's.
        """
        if self.trace is not None:
            self.trace.read.add(path)
        return self.scanned(path)

    def scanned(self, path: str) -> bytes:
        """Return a file's bytes for a query; the trace is told what was asked, not who read."""
        if path in self._overlay:
            return self._overlay[path]
        found = self._contents.get(path)
        if found is None:
            found = self._read(path)
            self._keep(path, found)
        return found

    def _keep(self, path: str, content: bytes) -> None:
        self._contents[path] = content
        self._size += len(content)
        while self._size > KEPT_BYTES and len(self._contents) > 1:
            self._size -= len(self._contents.popitem(last=False)[1])

    def having(self, query: Query, files: Iterable[str]) -> list[tuple[str, Any]]:
        """Ask all files of the project the same question.

        Args:
            query: what is asked.
            files: all files.

        Returns:
            The files about which there is something to answer, with the answers.
        """
        worth = self.worth_asking(query, files)
        asked = ((path, Answers(self.scanned(path), path).answer(query)) for path in worth)
        found = [(path, answer) for path, answer in asked if answer]
        self.asked(query, found)
        return found

    def worth_asking(self, query: Query, files: Iterable[str]) -> Iterable[str]:
        """Return the files that may have something to answer, as far as their names tell."""
        index = self._index
        if index is None or files != self._listed:
            return files
        pattern = spelling(query)
        if pattern is not None:
            return self._numbered(index.with_match(pattern))
        name = definition(query)
        if name:
            return self._numbered(index.defining(name))
        needed = [_longest_name(text) for text in needed_by(query)]
        if not needed or not all(needed):
            return files
        return self._numbered(set().union(*map(index.with_part, needed)))

    def _numbered(self, numbers: set[int]) -> list[str]:
        return [self._listed[number] for number in sorted(numbers)]

    def index(self, files: Sequence[str]) -> Index:
        """Return where each name stands.

        Args:
            files: all files of the project.
        """
        if self._index is None or self._listed != files:
            self._index = Index(map(self.scanned, files))
            self._listed = [*files]
        return self._index

    def kept(self, path: str, key: Hashable, work: Callable[[], T]) -> T:
        """Return what can be told of a file by itself, which some keep until it changes.

        Args:
            path: absolute path.
            key: what tells this from other things that are told of the file.
            work: what finds it; it looks at nothing but the file and the key.
        """
        return work()

    def asked(self, query: Query, found: Iterable[tuple[str, Any]]) -> None:
        """Note that a query was asked of all files, and what was answered."""
        if self.trace is not None:
            self.trace.asks(query, dict(found))

    def asked_of(self, query: Query, paths: Iterable[str]) -> None:
        """Note that a query was asked of some files, of which those were read where it holds."""
        if self.trace is not None:
            self.trace.asks_of(query, paths)

    def any_finds(self, pattern: re.Pattern[bytes], paths: Sequence[str]) -> bool:
        """Tell whether a pattern is found in one of some files; the first one counts as read."""
        for number, path in enumerate(paths):
            if pattern.search(self.scanned(path)):
                self.content(path)
                self.asked_of(search(pattern), paths[:number])
                return True
        self.asked_of(search(pattern), paths)
        return False

    def _read(self, path: str) -> bytes:
        try:
            content = read(path)
            if self.trace is not None:
                self.trace.contains(path, content)
            return content
        except OSError as error:
            self.unreadable.add(path)
            if self.trace is not None:
                self.trace.fails(path)
            reason = error.strerror or str(error)
            self.problems[path] = Problem(path, 1, 1, f"cannot be read: {reason}")
            return b""

    def tree(self, path: str) -> ast.Module | None:
        """Return a file's syntax tree, or None (and a problem noted) when it has none."""
        if path not in self._trees:
            self._trees[path] = self._parse(path)
        return self._trees[path]

    def notes(self, path: str) -> Notes:
        """Return what takes the notes of what is looked at in a file that is parsed."""
        return Notes() if self.trace is None else self.trace.of_bodies(path)

    def _parse(self, path: str) -> ast.Module | None:
        content = self.scanned(path)
        notes = None if self.trace is None else self.trace.of_bodies(path)
        tree = None if path in self.problems else self._parsed(path, content, notes)
        if tree is None:
            self.content(path)
        return tree

    def _parsed(self, path: str, content: bytes, notes: Notes | None) -> ast.Module | None:
        failed = partial(self._note_problem, path)
        bodies = Bodies(partial(self.scanned, path), self._recent, failed, notes)
        self._bodies[path] = bodies
        try:
            _refuse_notebook(path)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return parse(content, path, bodies)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._note_problem(path, error)
        return None

    def check(self, path: str) -> None:
        """Note a problem with any part of a file, those that nothing looked at too."""
        if self.trace is not None:
            self.trace.checked.add(path)
        if path not in self.problems:
            self.kept(path, "checked", partial(self._check, path))

    def _check(self, path: str) -> None:
        content = self.scanned(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                _refuse_notebook(path)
                # Parses like the next line, but makes no tree: in two thirds of the time.
                symtable(content, path, "exec")  # type: ignore[arg-type]  # CPython takes bytes.
                return
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                pass  # It refuses more than the grammar does.
            try:
                _refuse_notebook(path)
                ast.parse(content, path)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                self._note_problem(path, error)

    def _note_problem(self, path: str, error: Exception) -> None:
        self.content(path)
        row = column = 1
        told: object = error
        if isinstance(error, SyntaxError):
            row, column, told = error.lineno or 1, error.offset or 1, error.msg
        message = f"cannot be parsed: {told}"
        self.problems[path] = Problem(path, max(row, 1), max(column, 1), message)

    def forget(self, path: str) -> None:
        """Drop what is kept of a file: its bytes are read again when next asked for."""
        self._size -= len(self._contents.pop(path, b""))
        self._lines.pop(path, None)

    def column(self, path: str, row: int, offset: int) -> int:
        """Turn a byte offset of the syntax tree into a column in characters, both from 0."""
        lines = self.lines(path)
        if not 0 < row <= len(lines):
            return offset
        line = lines[row - 1]
        return offset if line.isascii() else len(line[:offset].decode("utf-8", "replace"))

    def lines(self, path: str) -> list[bytes]:
        """Return a file's lines in UTF-8, without their ends: what the tree's offsets count in."""
        found = self._lines.get(path)
        if found is None:
            found = self._lines[path] = self._utf8_lines(path)
            if len(self._lines) > KEPT_LINES:
                del self._lines[next(iter(self._lines))]
        elif self.trace is not None:
            self.trace.read.add(path)
        return found

    def _utf8_lines(self, path: str) -> list[bytes]:
        content = self.content(path)
        if content.isascii():
            return content.splitlines()
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
            content = content.decode(encoding).encode("utf-8")
        except (SyntaxError, LookupError, UnicodeError):
            pass
        return content.splitlines()


def _longest_name(text: bytes) -> bytes:
    """Return the longest part of a text that is made of what names are made of."""
    return max(text.translate(WORDS).split(), key=len, default=b"")
