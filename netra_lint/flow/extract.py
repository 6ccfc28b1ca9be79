"""Takes the facts of one function, class body or module from its syntax tree.

The body is gone through once, way by way, with every input left open. Nothing
outside the body is looked at.
"""

from __future__ import annotations

import ast
from functools import partial
from typing import TYPE_CHECKING

from netra_lint.flow import patterns
from netra_lint.flow.expressions import Expressions
from netra_lint.flow.graph import Exit, Facts, common
from netra_lint.flow.scopes import Scope, bound_in
from netra_lint.flow.ways import Way
from netra_lint.project.modules import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNROLLED = 4


class _Loop:
    """The ways that leave a loop's body early."""

    def __init__(self) -> None:
        self.breaks: list[Way] = []
        self.continues: list[Way] = []


class Extractor(Expressions):
    """Goes through statements; expressions and their values are its base's."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self._loops: list[_Loop] = []
        self._snapshots: list[list[Way]] = []
        self._leaving: list[list[Way]] = []
        self._unrolling = 0
        self._raising: list[Way] = []

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

    def block(self, body: Sequence[ast.stmt]) -> None:
        """Go through statements until no way goes on."""
        for statement in body:
            if self.way is None:
                return
            handler = _STATEMENTS.get(type(statement))
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

    def _go(self, *ways: Way | None) -> None:
        self.way = self.join([way for way in ways if way is not None])  # type: ignore[assignment]

    def _leave(self) -> None:
        for waiting in self._leaving:
            waiting.append(self.way.fork())
        self.way = None  # type: ignore[assignment]

    # -- simple statements ---------------------------------------------------

    def _expr(self, node: ast.Expr) -> None:
        value = self.value(node.value)
        if self.facts.nodes[value][0] == "await":
            value = self.facts.nodes[value][1]
        if self.facts.nodes[value][0] == "call":
            self.called_back(self.way, value)

    def _assign(self, node: ast.Assign) -> None:
        value = self.value(node.value)
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
        value = self.value(node.value) if node.value else self.none
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
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.way.names.pop(target.id, None)
            elif isinstance(target, ast.Attribute):
                self.assign(target, self.unknown, node)
            elif isinstance(target, ast.Subscript):
                self._delete_item(target)

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

    # -- branches ------------------------------------------------------------

    def _if(self, node: ast.If) -> None:
        condition = self.value(node.test)
        yes, no = self.way.fork(), self.way
        held = self.branch(
            yes if self.assume(yes, condition, 1) else None, lambda: self.block(node.body)
        )
        other = self.branch(
            no if self.assume(no, condition, 0) else None, lambda: self.block(node.orelse)
        )
        self._go(held, other)

    def _match(self, node: ast.Match) -> None:
        value = self.value(node.subject)
        ends: list[Way | None] = []
        for case in node.cases:
            if self.way is None:
                break
            fits = self.way.fork()
            before, self.way = self.way, fits
            condition = patterns.bind(self, case.pattern, value)
            possible = condition < 0 or self.assume(fits, condition, 1)
            if possible and case.guard is not None:
                guard = self.value(case.guard)
                possible = self.assume(fits, guard, 1)
                condition = guard if condition < 0 else self.add("and", condition, guard)
            self.way = before
            ends.append(
                self.branch(fits if possible else None, lambda case=case: self.block(case.body))  # type: ignore[misc]
            )
            if condition < 0 or not self.assume(self.way, condition, 0):
                self.way = None  # type: ignore[assignment]
        self._go(*ends, self.way)

    # -- loops ---------------------------------------------------------------

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        items = self._few_items(node)
        if items is not None:
            self._unrolled(node, items)
            return
        iterable = self.value(node.iter)

        kind = "first" if _stops_at_once(node.body) else "elem"

        def body() -> None:
            element = self.add(kind, iterable, self.way.mem)
            self.assign(node.target, element, node.target)
            self.block(node.body)

        self._loop(node, None, body)

    def _few_items(self, node: ast.For | ast.AsyncFor) -> list[ast.expr] | None:
        """Return what a loop over a short display goes through, each by itself."""
        if not isinstance(node.iter, (ast.Tuple, ast.List)) or self._unrolling:
            return None
        items = node.iter.elts
        if len(items) > _UNROLLED or any(isinstance(item, ast.Starred) for item in items):
            return None
        return items

    def _unrolled(self, node: ast.For | ast.AsyncFor, items: list[ast.expr]) -> None:
        values = [self.value(item) for item in items]
        loop = _Loop()
        self._loops.append(loop)
        self._unrolling += 1
        for value in values:
            if self.way is None:
                break
            self.assign(node.target, value, node.target)
            self.block(node.body)
            continues, loop.continues = loop.continues, []
            self._go(self.way, *continues)
        self._unrolling -= 1
        self._loops.pop()
        if self.way is not None:
            self.block(node.orelse)
        self._go(self.way, *loop.breaks)

    def _while(self, node: ast.While) -> None:
        self._loop(node, node.test, lambda: self.block(node.body))

    def _loop(
        self,
        node: ast.For | ast.AsyncFor | ast.While,
        test: ast.expr | None,
        body: Callable[[], None],
    ) -> None:
        before = self.way.fork()
        heads = {name: self.add("phi", ()) for name in sorted(bound_in(node))}
        mem = self.mem("phi", ())
        self._forget_stored(node)
        self.way.names.update(heads)
        self.way.mem = mem
        loop = _Loop()
        self._loops.append(loop)
        condition = self.value(test) if test is not None else -1
        leaving: Way | None = self.way.fork()
        if condition >= 0 and leaving is not None:
            if not self.assume(leaving, condition, 0):
                leaving = None
            if not self.assume(self.way, condition, 1):
                self.way = None  # type: ignore[assignment]
        if self.way is not None:
            body()
        self._loops.pop()
        back = self.join([w for w in (self.way, *loop.continues) if w is not None])
        self._close(heads, mem, before, back)
        self.way = leaving  # type: ignore[assignment]
        if self.way is not None:
            self.block(node.orelse)
        self._go(self.way, *loop.breaks)
        if self.way is not None:
            self._drop_unset(heads)

    def _close(self, heads: dict[str, int], mem: int, before: Way, back: Way | None) -> None:
        """Tell the values at a loop's head what they are before and after a round."""
        ways = [way for way in (before, back) if way is not None]
        self.facts.mems[mem] = ("phi", tuple((way.mem, ()) for way in ways))
        for name, head in heads.items():
            found = [self.seen(way, way.names[name]) for way in ways if name in way.names]
            choices = tuple((node, ()) for node in dict.fromkeys(found) if node != head)
            self.facts.nodes[head] = ("phi", choices)

    def _drop_unset(self, heads: dict[str, int]) -> None:
        for name, head in heads.items():
            if self.way.names.get(name) == head and not self.facts.nodes[head][1]:
                del self.way.names[name]

    def _forget_stored(self, node: ast.AST) -> None:
        """What was told of attributes that a loop sets does not hold in its next round."""
        stored = {
            n.attr
            for n in walk(node)
            if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)
        }
        for name in stored:
            self.forget(name)

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
            self._go(self.way, self.join(snapshots))
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
        for handler in node.handlers:
            way = failed.fork() if failed is not None else None
            ends.append(self.branch(way, partial(self._handle, handler, raised, called)))
        self._go(*ends)
        if node.finalbody:
            self._leaving.pop()
            self._finally(node.finalbody, waiting, [] if node.handlers else snapshots)

    def _handle(
        self, handler: ast.ExceptHandler, raised: tuple[int, ...], called: tuple[int, ...]
    ) -> None:
        if handler.name:
            value = self.value(handler.type) if handler.type else self.unknown
            caught = self.add("caught", value, raised, called)
            self.bind(handler.name, caught)
        self.block(handler.body)

    def _finally(self, body: list[ast.stmt], waiting: list[Way], failed: list[Way]) -> None:
        normal = self.way
        ways = [way for way in (normal, *waiting, *failed) if way is not None]
        self._go(*ways)
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


def _stops_at_once(body: list[ast.stmt]) -> bool:
    """Whether a loop surely ends in its first round."""
    if not isinstance(body[-1], (ast.Break, ast.Return)):
        return False
    return not any(isinstance(n, ast.Continue) for s in body for n in ast.walk(s))


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
    return any(isinstance(n, _FAILING) for part in parts if part for n in ast.walk(part))


def _suppresses(node: ast.expr) -> bool:
    func = node.func if isinstance(node, ast.Call) else node
    word = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    return word == "suppress"


_STATEMENTS: dict[type, Callable[..., None]] = {
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
    _STATEMENTS[ast.TryStar] = Extractor._try


def extract(body: Sequence[ast.stmt], scope: Scope) -> Facts:
    """Return the facts of a function's, class's or module's body.

    Args:
        body: its statements.
        scope: its parameters, and the names that are local or shared.
    """
    return Extractor(scope).run(body)
