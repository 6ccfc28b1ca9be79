"""Which functions mention a name: the candidates for those that call it."""

from __future__ import annotations

import ast
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.flow.generic import generic_name
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.quiet import Quiet
from netra_lint.project import screen
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.queries import collect, defines, search, search_text, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netra_lint.flow.known import Known

Root = FunctionInfo | ModuleInfo
_RUN_IDS = b"run_id", b"run_Id", b"runid", b"runId"
_PASSED = re.compile(rb"\b(?:user|thread)_?[iI]d\s*=\s*[\w.]*run_?[iI]d\b")
MANY = 400
"""A name that more files hold than this is only asked for where it is called."""
CALLING = 100
"""A name that more files call than this is only asked for where a run id is given to it."""

_BY_CLASS = frozenset({
    "__init__", "__post_init__", "__call__", "__new__",
    "__enter__", "__aenter__", "__exit__", "__aexit__",
})  # fmt: skip
"""Methods that are entered where only the name of their class stands, or of its object."""

DEFINING = 20
"""A name that more files define than this is called by many as well."""

FEW = 20
"""In so many files at most a method is looked for that is the only one of its name."""


@lru_cache(maxsize=256)
def _calling(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Return the pattern of calls of some names."""
    return re.compile(rb"(?<!def )\b(?:" + b"|".join(_words(names)) + rb")\s*\(")


def _words(names: Iterable[str]) -> list[bytes]:
    return [re.escape(name.encode()) for name in names]


@lru_cache(maxsize=256)
def _giving_run_ids(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Return the pattern of calls of some names that have a run id among their arguments."""
    return re.compile(_given_run_ids(*names))


def _given_run_ids(*names: str) -> bytes:
    called = b"|".join(_words(names))
    return (
        rb"\b(?:" + called + rb")\((?:[^()]|\((?:[^()]|\([^()]*\))*\)){0,400}?\b\w*[rR]un_?[iI]d\b"
    )


class Callers:
    """Finds functions by the names in their text."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.quiet = Quiet(known.words)
        self._spans: dict[ModuleInfo, list[tuple[FunctionInfo, int, int]]] = {}
        self._called_in: dict[str, list[str]] = {}

    def mentioning(self, names: list[str]) -> Iterator[Root]:
        """Yield the functions and modules whose text holds one of some names."""
        sources = self.known.modules.sources
        holding: dict[str, list[str]] = {}
        calling: dict[str, list[str]] = {}
        common: dict[str, list[str]] = {}
        for name in names:
            found, where = self.known.names.holding(name), holding
            if len(found) > MANY and self.known.words.routing_method(name) is None:
                calls = self._files_calling(name)
                found, where = (calls, calling) if len(calls) <= CALLING else (found, common)
            for path in found:
                where.setdefault(path, []).append(name)
            if where is common:
                sources.asked_of(search_text(_given_run_ids(name)), found)
        if common:
            knowing = {*sources.worth_asking(spelled(screen.RUN_ID), self.known.files)}
            common = {path: words for path, words in common.items() if path in knowing}
        for path in sorted({*holding, *calling, *common}):
            rows = self._rows(path, holding.get(path, ()))
            for words, pattern in ((calling, _calling), (common, _giving_run_ids)):
                if path in words:
                    rows += self._rows_of(path, pattern(tuple(words[path])))
            module = self.known.modules.module(path) if rows else None
            if module is not None:
                roots = self.roots_at(module, sorted(set(rows)))
                yield from (each for each in roots if self._is_worth_a_look(each))

    def _files_calling(self, name: str) -> list[str]:
        """Return the files that hold a call of a name, or just the name if there are many."""
        found = self._called_in.get(name)
        if found is None:
            having, files = self.known.modules.sources.having, self.known.names.holding(name)
            if len(having(defines(name), self.known.files)) <= DEFINING:
                query = search(_calling((name,)), name.encode())
                files = [path for path, _ in having(query, files)]
            found = self._called_in[name] = files
        return found

    def _is_worth_a_look(self, root: Root) -> bool:
        return not self.quiet.is_quiet(root) or self.quiet.may_send(root)

    def _rows(self, path: str, names: Sequence[str]) -> list[int]:
        if not names:
            return []
        sources = self.known.modules.sources
        # What holds a name says whether it stands there by itself; but for other alphabets.
        plain = all(name.isascii() for name in names)
        if not plain:
            sources.content(path)
        key = ("naming", *names)
        return list(sources.kept(path, key, lambda: _rows_naming(sources.scanned(path), names)))

    def _rows_of(self, path: str, pattern: re.Pattern[bytes]) -> list[int]:
        sources = self.known.modules.sources
        return list(sources.kept(path, pattern, lambda: rows_of(sources.scanned(path), pattern)))

    def is_common(self, name: str) -> bool:
        """Whether a name is too common to look at all that holds it."""
        is_frequent = len(self.known.names.holding(name)) > MANY
        return is_frequent and len(self._files_calling(name)) > CALLING

    def is_sole(self, info: FunctionInfo) -> bool:
        """Whether a method is the only function of the project that is called like it."""
        if info.cls is None or info.outer is not None or info.name.startswith("__"):
            return False
        found = self.known.names.holding(info.name)
        if len(found) > FEW:
            return False
        defined = collect(re.compile(rb"\bdef\s+%b\b" % info.name.encode()), info.name.encode())
        heads = self.known.modules.sources.having(defined, found)
        return sum(len(answer) for _, answer in heads) == 1

    def passing_run_ids(self) -> Iterator[Root]:
        """Yield the functions that seem to pass a run id as another id."""
        sources = self.known.modules.sources
        for path, _ in sources.having(search(_PASSED, *_RUN_IDS), self.known.files):
            module = self.known.modules.module(path)
            if module is not None:
                yield from self.roots_at(module, rows_of(sources.scanned(path), _PASSED))

    def roots_at(self, module: ModuleInfo, rows: list[int]) -> Iterator[Root]:
        """Yield the outermost functions around some rows, or the module itself."""
        seen: set[object] = set()
        spans = self._spans_of(module)
        for row in rows:
            inside = [info for info, first, last in spans if first <= row <= last]
            root: Root = inside[0] if inside else module
            if root not in seen:
                seen.add(root)
                if isinstance(root, FunctionInfo):
                    module.took(root.node)
                yield root

    def around(self, module: ModuleInfo, rows: list[int]) -> Iterator[FunctionInfo]:
        """Yield the functions and methods of a module that some rows lie in.

        Args:
            module: the module.
            rows: the rows, sorted.
        """
        for info, first, last in self._spans_of(module):
            at = bisect_left(rows, first)
            if at < len(rows) and rows[at] <= last:
                module.took(info.node)
                yield info

    def _spans_of(self, module: ModuleInfo) -> list[tuple[FunctionInfo, int, int]]:
        """Return the functions and methods of a module with their first and last rows."""
        if module not in self._spans:
            self._spans[module] = list(self._functions(module))
        return self._spans[module]

    def _functions(self, module: ModuleInfo) -> Iterator[tuple[FunctionInfo, int, int]]:
        for node in module.definitions():
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                info = self.known.function(node, module)
                yield info, node.lineno, node.end_lineno or node.lineno
            elif isinstance(node, ast.ClassDef):
                yield from self._methods(node, module)

    def _methods(
        self, node: ast.ClassDef, module: ModuleInfo
    ) -> Iterator[tuple[FunctionInfo, int, int]]:
        cls = self.known.classes.get(node, module)
        for info in cls.methods.values():
            yield info, info.node.lineno, info.node.end_lineno or info.node.lineno
        for part in node.body:
            if isinstance(part, ast.ClassDef):
                yield from self._methods(part, module)


def called_as(info: FunctionInfo) -> list[str]:
    """Return the names under which a function is called."""
    if info.name in _BY_CLASS and info.cls:
        return [cls.name for cls in info.cls.family()][:20]
    if info.name == "lambda":
        return []
    aliases = info.cls.methods.items() if info.cls is not None else ()
    names = [info.name, *(name for name, method in aliases if method is info)]
    generic = generic_name(info)
    return list(dict.fromkeys([*names, generic] if generic else names))


def rows_of(content: bytes, pattern: re.Pattern[bytes]) -> list[int]:
    """Return the rows on which a pattern is found."""
    return rows_at(content, (match.start() for match in pattern.finditer(content)))


def _rows_naming(content: bytes, names: Sequence[str]) -> list[int]:
    words = [name.encode() for name in names]
    return rows_at(content, (start for start, _ in screen.naming(content, words)))


def rows_at(content: bytes, places: Iterable[int]) -> list[int]:
    """Return the rows on which some places lie that are given in order."""
    rows: list[int] = []
    position, row = 0, 1
    for place in places:
        row += content.count(b"\n", position, place)
        position = place
        if not rows or rows[-1] != row:
            rows.append(row)
    return rows
