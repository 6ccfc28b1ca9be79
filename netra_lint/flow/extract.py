"""Takes the facts of one function, class body or module from its syntax tree.

The body is gone through once, way by way, with every input left open. Nothing
outside the body is looked at.
"""

from __future__ import annotations

import ast
from functools import partial
from typing import TYPE_CHECKING

from netra_lint.flow.branches import Branches
from netra_lint.flow.graph import Exit, Facts, common
from netra_lint.flow.ways import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.flow.scopes import Scope


class Extractor(Branches):
    """Goes through a whole body, and the blocks in it that may be left early."""

    def run(self, body: Sequence[ast.stmt]) -> Facts:
        """Go through a body and return its facts."""
        facts = self.facts
        names: dict[str, int] = {}
        for name in self.scope.params:
            names[name] = facts.params[name] = self.add("param", name)
        self.way = Way(names, 0, None, {})
        for name in self.scope.params:
            if name in self.scope.cells:
                self._remember(name, names[name])
        self.block(body)
        if self.way is not None:
            facts.returns.append(Exit(self.none, self.way.path, self.way.mem, None))
            self._exits.append(self.way)
        facts.cells = self.scope.cells
        self._finish()
        return facts

    def _finish(self) -> None:
        end = self.join(self._exits or self._raising)
        if end is not None:
            self.facts.exit_mem = end.mem
            self.facts.finals = end.names
        for name, found in self.facts.versions.items():
            self.facts.finals.setdefault(name, found[-1])

    # -- blocks that may be left -----------------------------------------------

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        suppresses, managers = False, list[int]()
        for item in node.items:
            value = self.value(item.context_expr)
            self.way.mem = self.mem("enter", self.way.mem, value)
            entered = self.add("enter", value, self.way.mem)
            managers.append(value)
            suppresses = suppresses or _suppresses(item.context_expr)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, entered, item.optional_vars)
        if not suppresses:
            self.block(node.body)
        else:
            snapshots = self._guarded(node.body)
            self.go(self.way, self.join(snapshots))
        for manager in reversed(managers):
            if self.way is not None:
                self.way.mem = self.mem("leave", self.way.mem, manager)

    def _guarded(self, body: Sequence[ast.stmt]) -> list[Way]:
        """Go through a block and return the ways on which it may be left by an exception."""
        start, snapshots = self.way.fork(), list[Way]()
        self._snapshots.append(snapshots)
        self.block(body)
        self._snapshots.pop()
        return _distinct(snapshots) or [start]

    def _try(self, node: ast.Try) -> None:
        waiting: list[Way] = []
        if node.finalbody:
            self._leaving.append(waiting)
        raises, calls = len(self.facts.raises), len(self.facts.calls)
        snapshots = self._guarded(node.body)
        raised = tuple(exit_.node for exit_ in self.facts.raises[raises:])
        called = tuple(self.facts.calls[calls:])
        if self.way is not None:
            self.block(node.orelse)
        ends: list[Way | None] = [self.way]
        failed = self.join(snapshots)
        kinds: tuple[int, ...] = ()
        for handler in node.handlers:
            way = failed.fork() if failed is not None else None
            kinds = (*kinds, self._kind(way, handler))
            ends.append(self.branch(way, partial(self._handle, handler, kinds, raised, called)))
        self.go(*ends)
        if node.finalbody:
            self._leaving.pop()
            self._finally(node.finalbody, waiting, [] if node.handlers else snapshots)

    def _kind(self, way: Way | None, handler: ast.ExceptHandler) -> int:
        """Return what a handler takes, as its way sees it."""
        found = [self.unknown]
        if handler.type is not None:
            kind = handler.type
            self.branch(way, lambda: found.append(self.value(kind)))
        return found[-1]

    def _handle(
        self,
        handler: ast.ExceptHandler,
        kinds: tuple[int, ...],
        raised: tuple[int, ...],
        called: tuple[int, ...],
    ) -> None:
        if handler.name:
            caught = self.add("caught", kinds[-1], raised, called, kinds[:-1])
            self.bind(handler.name, caught)
        self.block(handler.body)

    def _finally(self, body: list[ast.stmt], waiting: list[Way], failed: list[Way]) -> None:
        normal = self.way
        ways = [way for way in (normal, *waiting, *failed) if way is not None]
        self.go(*ways)
        if self.way is None:
            return
        self.block(body)
        if normal is None:
            self.way = None


def _distinct(ways: list[Way]) -> list[Way]:
    """Return ways without those that hold the same as another one."""
    found: dict[object, Way] = {}
    for way in ways:
        key = (way.mem, *way.names.items())
        other = found.setdefault(key, way)
        other.path = common(other.path, way.path)
    return list(found.values())


def _suppresses(node: ast.expr) -> bool:
    func = node.func if isinstance(node, ast.Call) else node
    word = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    return word == "suppress"


Extractor.handlers = {
    ast.Expr: Extractor._expr,
    ast.Assign: Extractor._assign,
    ast.AnnAssign: Extractor._ann_assign,
    ast.AugAssign: Extractor._aug_assign,
    ast.Return: Extractor._return,
    ast.Raise: Extractor._raise,
    ast.Assert: Extractor._assert,
    ast.Delete: Extractor._delete,
    ast.Import: Extractor._import,
    ast.ImportFrom: Extractor._import,
    ast.FunctionDef: Extractor._definition,
    ast.AsyncFunctionDef: Extractor._definition,
    ast.ClassDef: Extractor._definition,
    ast.Break: Extractor._break,
    ast.Continue: Extractor._continue,
    ast.If: Extractor._if,
    ast.Match: Extractor._match,
    ast.For: Extractor._for,
    ast.AsyncFor: Extractor._for,
    ast.While: Extractor._while,
    ast.With: Extractor._with,
    ast.AsyncWith: Extractor._with,
    ast.Try: Extractor._try,
}
if hasattr(ast, "TryStar"):
    Extractor.handlers[ast.TryStar] = Extractor._try


def extract(body: Sequence[ast.stmt], scope: Scope) -> Facts:
    """Return the facts of a function's, class's or module's body.

    Args:
        body: its statements.
        scope: its parameters, and the names that are local or shared.
    """
    return Extractor(scope).run(body)
