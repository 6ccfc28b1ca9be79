"""What repairs know of a project: its files as they stand, and where names lead."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.fixes.source import SourceError, SourceFile
from netra_lint.project.modules import ModuleInfo, Modules
from netra_lint.project.queries import search
from netra_lint.project.sources import Sources
from netra_lint.vocabulary import THREAD, USER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from netra_lint.vocabulary import Vocabulary

_DEPTH = 8
Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
Found = tuple[SourceFile, Definition]


class Project:
    """The files of one project, read when asked for.

    Attributes:
        words: the project's vocabulary.
    """

    def __init__(
        self,
        root: str,
        files: Sequence[str],
        words: Vocabulary,
        overlay: Mapping[str, bytes],
        texts: Sources | None = None,
    ) -> None:
        self.words = words
        self._files = [*files, *(path for path in overlay if path not in files)]
        self._texts = texts or Sources(overlay)
        self._sources: dict[str, SourceFile] = {}
        self._found: dict[bytes, list[SourceFile]] = {}
        self._root = root

    @cached_property
    def _modules(self) -> Modules:
        return Modules(self._root, self._files, self._texts)

    def file(self, path: str) -> SourceFile:
        """Return a file.

        Raises:
            SourceError: when it cannot be read.
        """
        if path not in self._sources:
            content = self._content(path)
            kept = self._texts.kept(path, "source", lambda: SourceFile(path, content))
            kept.__dict__.pop("learnt", None)  # It was learnt from other files too.
            self._sources[path] = kept
        return self._sources[path]

    def _content(self, path: str) -> bytes:
        content = self._texts.content(path)
        if path in self._texts.unreadable:
            raise SourceError(f"{path} cannot be read")
        return content

    def mentioning(self, name: str) -> list[SourceFile]:
        """Return the files in which a name stands as a word, those that parse."""
        return self._holding(rb"\b" + name.encode() + rb"\b", name)

    def defining(self, name: str) -> list[SourceFile]:
        """Return the files in which a function of a name is defined, those that parse.

        They are few even where the name is one that half of all files mention.
        """
        return self._holding(rb"\bdef\s+" + name.encode() + rb"\b", name)

    def _holding(self, pattern: bytes, name: str) -> list[SourceFile]:
        if pattern not in self._found:
            self._found[pattern] = list(self._finding(re.compile(pattern), name.encode()))
        return self._found[pattern]

    def _finding(self, pattern: re.Pattern[bytes], *needed: bytes) -> Iterator[SourceFile]:
        """Yield the files in which a pattern is found, those that parse."""
        for path, _ in self._texts.having(search(pattern, *needed), self._files):
            try:
                file = self.file(path)
                _ = file.tree
            except SourceError:
                continue
            yield file

    @cached_property
    def missing_in_contexts(self) -> frozenset[str]:
        """The kinds of ids that none of the project's own context classes has.

        Empty where the project has no such class, and knows only the name.
        """
        from netra_lint.fixes.classes import members

        found = [members(self, each) for each in self._context_classes()]
        return frozenset(
            kind
            for kind, name in ((THREAD, "thread_id"), (USER, "user_id"))
            if found and all(known.lacks(name) for known in found)
        )

    def _context_classes(self) -> Iterator[Found]:
        pattern = re.compile(rb"^\s*class\s+\w*Context\b", re.MULTILINE)
        for file in self._finding(pattern):
            for node in file.nodes:
                if isinstance(node, ast.ClassDef) and self._is_context(node.name):
                    yield file, node

    def _is_context(self, name: str) -> bool:
        return any(fnmatchcase(name, glob) for glob in (*self.words.context_types, "*Context"))

    def definition(self, name: str, source: SourceFile, depth: int = 0) -> Found | None:
        """Return the class or function that a module's name stands for, if the project has it."""
        module = self._modules.module(source.path)
        if module is None or depth > _DEPTH:
            return None
        for statement in reversed(module.bound(name)):
            if isinstance(statement, ast.ImportFrom):
                return self._imported(statement, name, source, depth)
            if isinstance(statement, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                return source, _own(source, statement)
        return None

    def _imported(
        self, statement: ast.ImportFrom, name: str, source: SourceFile, depth: int
    ) -> Found | None:
        path = self._modules.source_of(statement, source.path)
        real = next((a.name for a in statement.names if (a.asname or a.name) == name), name)
        try:
            return self.definition(real, self.file(path), depth + 1) if path else None
        except SourceError:
            return None

    def imported_file(self, source: SourceFile, statement: ast.ImportFrom) -> SourceFile | None:
        """Return the project's file that an import takes names from, or None."""
        path = self._modules.source_of(statement, source.path)
        try:
            return self.file(path) if path.endswith(".py") else None
        except SourceError:
            return None

    def module(self, source: SourceFile) -> ModuleInfo | None:
        """Return which statements bind a module's names."""
        return self._modules.module(source.path)


def _own(source: SourceFile, wanted: Definition) -> Definition:
    """Return the same definition in the file's own tree, which has the parents."""
    for node in source.nodes:
        if type(node) is type(wanted) and _place(node) == _place(wanted):
            return node
    return wanted


def _place(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def last_name(node: ast.expr) -> str:
    """Return the last name of a dotted expression, or ``""``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_dotted(node: ast.AST) -> bool:
    """Tell whether an expression is a name or attributes of one."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def any_of(nodes: Iterable[ast.AST], *kinds: type[ast.AST]) -> bool:
    """Tell whether one of the nodes is of one of these kinds."""
    return any(isinstance(node, kinds) for node in nodes)
