"""Single statements: what they leave on the way that is being gone, and where they leave it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, ClassVar

from netra_lint.flow.expressions import Expressions
from netra_lint.flow.graph import RETURNED, Exit, Path
from netra_lint.flow.ways import Way
from netra_lint.project.nodes import set_by_name, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netra_lint.flow.scopes import Scope


class Loop:
    """The ways that leave a loop's body early."""

    def __init__(self) -> None:
        self.breaks: list[Way] = []
        self.continues: list[Way] = []


_NOTED = 4
"""Of so many calls of a statement it is noted that they came back."""
_SIMPLE = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Delete, ast.Assert)
_FAILING = (
    ast.Call, ast.Attribute, ast.Subscript, ast.Await, ast.BinOp, ast.Yield, ast.YieldFrom,
    ast.Raise, ast.Import, ast.ImportFrom, ast.Assert, ast.Delete, ast.Tuple, ast.Try,
    ast.Compare,
)  # fmt: skip


def _may_fail(statement: ast.stmt) -> bool:
    """Whether a statement may raise by itself; blocks inside it are told of on their own."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Name):
        return True
    parts: list[ast.AST | None] = [statement]
    if isinstance(statement, (ast.If, ast.While)):
        parts = [statement.test]
    elif isinstance(statement, (ast.For, ast.AsyncFor)):
        parts = [statement.iter]
    elif isinstance(statement, (ast.With, ast.AsyncWith)):
        parts = [item.context_expr for item in statement.items]
    elif isinstance(statement, ast.Match):
        parts = [statement.subject]
    elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        parts = list(statement.decorator_list)
    return any(isinstance(n, _FAILING) for part in parts if part for n in walk(part))


class Statements(Expressions):
    """Goes through statements; expressions and their values are its base's.

    Attributes:
        handlers: what goes through each kind of statement.
    """

    handlers: ClassVar[dict[type, Callable[..., None]]] = {}

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self._loops: list[Loop] = []
        self._snapshots: list[list[Way]] = []
        self._leaving: list[list[Way]] = []
        self._unrolling = 0
        self._raising: list[Way] = []

    def block(self, body: Sequence[ast.stmt]) -> None:
        """Go through statements until no way goes on."""
        for statement in body:
            if self.way is None:
                return
            handler = self.handlers.get(type(statement))
            if handler is None:
                continue
            if self._snapshots and _may_fail(statement):
                self._failing(statement, handler)
            else:
                handler(self, statement)

    def _failing(self, statement: ast.stmt, handler: Callable[..., None]) -> None:
        """Go through a statement that may raise: its calls are made, its names not bound then."""
        before, known = self.way.fork(), len(self.facts.mems)
        snapshots = self._snapshots[-1]
        if not isinstance(statement, ast.Raise):
            snapshots.append(before)
        handler(self, statement)
        if isinstance(statement, _SIMPLE) and len(self.facts.mems) > known:
            after = self.way.mem if self.way is not None else len(self.facts.mems) - 1
            snapshots.append(Way(dict(before.names), after, before.path, dict(before.told)))
        elif isinstance(statement, ast.Try) and self.way is not None:
            snapshots.append(self.way.fork())

    def branch(self, way: Way | None, body: Callable[[], None]) -> Way | None:
        """Go through a body on a way of its own and return where that ends."""
        before, self.way = self.way, way  # type: ignore[assignment]
        if way is not None:
            body()
        after, self.way = self.way, before
        return after

    def go(self, *ways: Way | None) -> None:
        """Go on where some ways meet."""
        self.way = self.join([way for way in ways if way is not None])  # type: ignore[assignment]

    def _leave(self) -> None:
        for waiting in self._leaving:
            waiting.append(self.way.fork())
        self.way = None  # type: ignore[assignment]

    # -- simple statements ---------------------------------------------------

    def _expr(self, node: ast.Expr) -> None:
        named = set_by_name(node.value)
        if named is not None:
            target, given = named
            self.assign(target, self.value(given), node)
            return
        start = len(self.facts.calls)
        value = self.value(node.value)
        self._came_back(start)
        if self.facts.nodes[value][0] == "await":
            value = self.facts.nodes[value][1]
        if self.facts.nodes[value][0] == "call":
            self.note_dropped(value)
            self.called_back(self.way, value)

    def _came_back(self, start: int) -> None:
        """In a block whose failures are handled, note the calls of a statement that came back."""
        path = self.way.path
        if self._snapshots:
            for call in self.facts.calls[start : start + _NOTED]:
                if self.facts.nodes[call][5] is path:
                    self.way.path = Path(self.way.path, call, RETURNED)

    def _assign(self, node: ast.Assign) -> None:
        start = len(self.facts.calls)
        value = self.value(node.value)
        self._came_back(start)
        for target in node.targets:
            self.assign(target, value, node)

    def _ann_assign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            value = self.value(node.value)
            self.facts.defs.append(node.annotation)
            typed = self.add("typed", value, len(self.facts.defs) - 1, self.place(node))
            self.assign(node.target, typed, node)

    def _aug_assign(self, node: ast.AugAssign) -> None:
        left = self.value(node.target)
        right = self.value(node.value)
        result = self.add("binary", type(node.op).__name__, left, right, self.way.mem)
        self.assign(node.target, result, node)

    def _return(self, node: ast.Return) -> None:
        start = len(self.facts.calls)
        value = self.value(node.value) if node.value else self.none
        self._came_back(start)
        place = self.place(node.value or node)
        self.facts.returns.append(Exit(value, self.way.path, self.way.mem, place))
        self._exits.append(self.way.fork())
        self._leave()

    def _raise(self, node: ast.Raise) -> None:
        value = self.value(node.exc) if node.exc else self.unknown
        if node.cause is not None:
            cause = self.value(node.cause)
            self.facts.stores.add("__cause__")
            self.way.mem = self.mem("attr", self.way.mem, value, "__cause__", cause)
        self.facts.raises.append(
            Exit(value, self.way.path, self.way.mem, self.place(node.exc or node))
        )
        self._raising.append(self.way.fork())
        if self._snapshots:
            self._snapshots[-1].append(self.way.fork())
        self._leave()

    def _assert(self, node: ast.Assert) -> None:
        condition = self.value(node.test)
        if not self.assume(self.way, condition, 1):
            self.way = None  # type: ignore[assignment]

    def _delete(self, node: ast.Delete) -> None:
        self._delete_each(node.targets, node)

    def _delete_each(self, targets: list[ast.expr], node: ast.Delete) -> None:
        for target in targets:
            if isinstance(target, ast.Name):
                self.way.names.pop(target.id, None)
            elif isinstance(target, ast.Attribute):
                self.assign(target, self.unknown, node)
            elif isinstance(target, ast.Subscript):
                self._delete_item(target)
            else:
                assert isinstance(target, (ast.Tuple, ast.List))
                self._delete_each(target.elts, node)

    def _delete_item(self, target: ast.Subscript) -> None:
        base = self.value(target.value)
        key = self.unknown if isinstance(target.slice, ast.Slice) else self.value(target.slice)
        self.facts.stores.add("[]")
        self.way.mem = self.mem("delitem", self.way.mem, base, key)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        level = node.level if isinstance(node, ast.ImportFrom) else 0
        for alias in node.names:
            if isinstance(node, ast.ImportFrom):
                if alias.name == "*":
                    continue
                value = self.add("import", level, node.module or "", alias.name)
                self.bind(alias.asname or alias.name, value)
            else:
                name = alias.name if alias.asname else alias.name.partition(".")[0]
                self.bind(alias.asname or name, self.add("import", 0, name, ""))

    def _definition(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        value = self.define(node)
        for decorator in reversed(node.decorator_list):
            value = self.decorate(self.value(decorator), value, decorator)
        self.bind(node.name, value)

    def _break(self, node: ast.Break) -> None:
        if self._loops:
            self._loops[-1].breaks.append(self.way)
        self.way = None  # type: ignore[assignment]

    def _continue(self, node: ast.Continue) -> None:
        if self._loops:
            self._loops[-1].continues.append(self.way)
        self.way = None  # type: ignore[assignment]
