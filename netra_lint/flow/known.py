"""The program: modules, classes and functions with their facts, each taken when asked for."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Step
from netra_lint.flow.classes import ClassIndex
from netra_lint.flow.extract import extract
from netra_lint.flow.frames import Frame
from netra_lint.flow.hits import Span
from netra_lint.flow.program import (
    ClassInfo,
    FunctionInfo,
    FunctionNode,
    is_same,
    last_word,
    module_of,
)
from netra_lint.flow.scopes import scope_of
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.names import Names

if TYPE_CHECKING:
    from netra_lint.flow.graph import Facts, Place
    from netra_lint.project.modules import Modules
    from netra_lint.vocabulary import Vocabulary

Info = FunctionInfo | ClassInfo | ModuleInfo


class Known:
    """What all evaluations share."""

    def __init__(self, modules: Modules, files: list[str], words: Vocabulary) -> None:
        self.modules = modules
        self.words = words
        self.files = files
        self.names = Names(files, modules.sources)
        self.classes = ClassIndex(self)
        self.classes.files = files
        self._functions: dict[object, FunctionInfo] = {}
        self._facts: dict[Info, Facts] = {}
        self._frames: dict[Info, Frame] = {}
        self._deep: dict[str, bool] = {}

    def function(
        self,
        node: FunctionNode,
        module: ModuleInfo,
        cls: ClassInfo | None = None,
        outer: FunctionInfo | None = None,
    ) -> FunctionInfo:
        """Return the record of a function, the same one each time."""
        # Bodies may be parsed again, so that the node is another one for the same function.
        key = (module, node.lineno, node.col_offset)
        found = self._functions.get(key)
        if found is None:
            found = self._functions[key] = FunctionInfo(node, module, cls, outer)
        return found

    def facts(self, info: Info) -> Facts:
        """Return the facts of a function, class body or module."""
        found = self._facts.get(info)
        if found is None:
            found = self._facts[info] = self._taken(info)
        return found

    def _taken(self, info: Info) -> Facts:
        """Return facts of their own, to which the analysis may add values."""
        deep = self._is_deep(info)
        module = module_of(info)
        node = info.tree if isinstance(info, ModuleInfo) else info.node
        key: tuple[object, ...] = ("facts", type(node), *_start(node))
        if isinstance(node, ast.Lambda):
            # What holds a default for evaluation starts where the default does.
            key = (*key, *_start(node.body))
        taken = self.modules.sources.kept(module.path, key, lambda: _extracted(info, deep))
        return replace(taken, nodes=[*taken.nodes])

    def has_facts(self, info: Info) -> bool:
        """Whether the facts of something were taken already."""
        return info in self._facts

    def _is_deep(self, info: Info) -> bool:
        """Whether expressions may bind names or hold functions, as far as the text tells."""
        path = module_of(info).path
        if path not in self._deep:
            content = self.modules.sources.scanned(path)
            self._deep[path] = b"lambda" in content or b":=" in content
        return self._deep[path]

    def open(self, info: Info) -> Frame:
        """Return the frame of a function that is looked at by itself."""
        found = self._frames.get(info)
        if found is None:
            found = self._frames[info] = Frame(info, self.facts(info))
            found.closure = self._around(info)
            if found.closure is not None and isinstance(info, FunctionInfo):
                found.captured = _captured(found.closure.facts, info)
        return found

    def forget(self) -> None:
        """Drop what was found in the frames."""
        for frame in self._frames.values():
            frame.forget()

    def leave(self) -> None:
        """Drop all facts and frames; frames that somebody holds can still be used."""
        for frame in self._frames.values():
            frame.leave()
        self._frames = {}
        self._facts = {}

    def _around(self, info: Info) -> Frame | None:
        if isinstance(info, ModuleInfo):
            return None
        if info.outer is not None:
            return self.open(info.outer)
        return None

    def span(self, path: str, place: Place) -> Span:
        """Return a place with its columns in characters."""
        column = self.modules.sources.column
        start = column(path, place.row, place.column)
        return Span(place.row, start, place.end_row, column(path, place.end_row, place.end_column))

    def step(self, path: str, place: Place, note: str) -> Step:
        """Return an event at a place as a step of a flow."""
        span = self.span(path, place)
        return Step(path, span.row, span.column + 1, note)

    def text(self, path: str, place: Place) -> str:
        """Return the source of a place on one line."""
        lines = self.modules.sources.lines(path)[place.row - 1 : place.end_row]
        if not lines:
            return ""
        lines[-1] = lines[-1][: place.end_column]
        lines[0] = lines[0][place.column :]
        return " ".join(b" ".join(lines).decode("utf-8", "replace").split())

    # -- what names and annotations declare ------------------------------------

    def param_kind(self, info: FunctionInfo, name: str) -> str:
        """Return the kind of id that a parameter is declared to take, or ``""``."""
        param = info.every_param.get(name)
        declared = self.annotation_kind(param.annotation) if param is not None else ""
        return declared or self.words.kind_of_name(name)

    def annotation_kind(self, node: ast.expr | None) -> str:
        """Return the kind of id that an annotation declares, or ``""``."""
        for word in annotation_words(node):
            kind = self.words.kind_of_type(word)
            if kind:
                return kind
        return ""


def _captured(facts: Facts, info: FunctionInfo) -> tuple[tuple[str, int], ...]:
    """Return the names that a function saw where it was defined."""
    for node in facts.nodes:
        if node[0] == "def" and is_same(facts.defs[node[1]], info.node):
            found: tuple[tuple[str, int], ...] = node[2]
            return found
    return ()


def annotation_words(node: ast.expr | None) -> list[str]:
    """Return the type names in an annotation such as ``Optional["RunID"]``."""
    if node is None:
        return []
    if isinstance(node, ast.Constant):
        if not isinstance(node.value, str):
            return []
        return [node.value.rpartition(".")[2].strip(" |]")]
    if isinstance(node, ast.BinOp):
        return annotation_words(node.left) + annotation_words(node.right)
    if isinstance(node, ast.Subscript):
        if last_word(node.value) not in ("Optional", "Union", "Annotated", "Final"):
            return []
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return [word for part in parts for word in annotation_words(part)]
    return [last_word(node)]


def _start(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _extracted(info: Info, deep: bool) -> Facts:
    if isinstance(info, ModuleInfo):
        return extract(info.tree.body, scope_of(info.tree.body, (), "module", deep))
    if isinstance(info, ClassInfo):
        return extract(info.node.body, scope_of(info.node.body, (), "class", deep))
    return extract(info.body, scope_of(info.body, tuple(info.every_param), "", deep))
