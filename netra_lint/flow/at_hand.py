"""Calls of a function with the ids that are at hand where they stand.

One pass over the syntax of a function: which names are bound on every way to a
call, which of them hold an execution's own ids, and which objects carry them.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.id_names import own_kind
from netra_lint.project.nodes import bound_names, children, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.flow.program import FunctionInfo
    from netra_lint.vocabulary import Vocabulary


class Held(NamedTuple):
    """An id at hand.

    Attributes:
        kind: what it names: ``run``, ``thread`` or ``user``.
        text: the expression that gives it.
        origin: what it is, in words.
        holder: the expression of the object that it is a part of, or ``""``.
        sure: whether a declaration says that it is there.
        row, column: where it is declared, from 1 and from 0.
    """

    kind: str
    text: str
    origin: str
    holder: str
    sure: bool
    row: int
    column: int


class Test(NamedTuple):
    """A condition on the way to a call, and how it came out."""

    condition: ast.expr
    outcome: bool


@dataclass(frozen=True)
class Seen:
    """A call with what is at hand there.

    Attributes:
        call: the call.
        info: the function that it stands in.
        held: the ids at hand, the nearest first.
        tests: the conditions on the way to it.
        target: the name or attribute that its result is assigned to, or ``""``.
        instead: whether it only stands in for something else: ``x or Context()``.
    """

    call: ast.Call
    info: FunctionInfo
    held: tuple[Held, ...]
    tests: tuple[Test, ...]
    target: str
    instead: bool


NOTHING = Held("", "", "", "", False, 0, 0)
"""Stands for a name that is bound to None here, and may be to an id elsewhere."""
Names = dict[str, Held]
Params = tuple[ast.arg, ...]


@dataclass
class Walk:
    """Goes through one function.

    Attributes:
        info: the function.
        words: the vocabulary.
        wanted: whether calls of a name are worth yielding.
        outer: what is at hand in the function around.
        carriers: the ids that parameters and the instance carry.
    """

    info: FunctionInfo
    words: Vocabulary
    wanted: Callable[[str], bool]
    outer: Names = field(default_factory=dict)
    carriers: tuple[Held, ...] = ()
    _tests: list[Test] = field(default_factory=list)
    _left: list[Names] = field(default_factory=list)

    def calls(self) -> Iterator[Seen]:
        """Yield the calls that are wanted, in the order of the text."""
        names = {n: held for n, held in self.outer.items() if n not in self.info.names}
        for name, param in self.info.every_param.items():
            self._bind(names, name, param, f"parameter `{name}` of `{self.info.name}`")
        yield from self._block(self.info.body, names)

    def _bind(self, names: Names, name: str, node: ast.AST, origin: str) -> None:
        kind = own_kind(self.words, name)
        if kind and not _is_number(getattr(node, "annotation", None)):
            row, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
            names[name] = Held(kind, name, origin, "", True, row, column)

    # -- statements ------------------------------------------------------------

    def _block(self, body: Sequence[ast.stmt], names: Names) -> Iterator[Seen]:
        known = len(self._tests)
        for statement in body:
            yield from self._statement(statement, names)
            if isinstance(statement, ast.If) and _leaves(statement.body) and not statement.orelse:
                self._tests.append(Test(statement.test, False))
        del self._tests[known:]

    def _statement(self, node: ast.stmt, names: Names) -> Iterator[Seen]:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return
        yield from self._expressions(node, names)
        if isinstance(node, ast.If):
            yield from self._branches(node, names)
        elif isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))):
            yield from self._tried(node, names)  # type: ignore[arg-type]
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            yield from self._block(node.body, names)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            yield from self._loop(node, names)
        elif isinstance(node, ast.Match):
            for case in node.cases:
                yield from self._block(case.body, dict(names))
        elif isinstance(node, ast.Break):
            self._left.append(dict(names))
        else:
            self._assign(node, names)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While, names: Names) -> Iterator[Seen]:
        outer, self._left = self._left, []
        inner = self._entering(node, dict(names))
        yield from self._block(node.body, inner)
        _keep(names, [dict(names), inner, *self._left])
        for name in bound_names(node) if not isinstance(node, ast.While) else ():
            names.pop(name, None)  # It is the last round's id from now on, whoever's that was.
        self._left = outer
        yield from self._block(node.orelse, dict(names))

    def _entering(self, node: ast.stmt, names: Names) -> Names:
        for name in bound_names(node):
            self._bind(names, name, node, f"variable `{name}`")
        return names

    def _assign(self, node: ast.stmt, names: Names) -> None:
        value = getattr(node, "value", None)
        nothing = isinstance(value, ast.Constant) or value is None
        for name in bound_names(node):
            names.pop(name, None)
            if isinstance(value, ast.Constant) and value.value is None:
                names[name] = NOTHING
            elif not nothing and not isinstance(node, ast.Delete):
                self._bind(names, name, node, f"variable `{name}`")

    def _branches(self, node: ast.If, names: Names) -> Iterator[Seen]:
        after = []
        for body, outcome in ((node.body, True), (node.orelse, False)):
            inner = dict(names)
            self._tests.append(Test(node.test, outcome))
            yield from self._block(body, inner)
            self._tests.pop()
            if not _leaves(body):
                after.append(inner)
        _keep(names, after)

    def _tried(self, node: ast.Try, names: Names) -> Iterator[Seen]:
        inner, after = dict(names), []
        yield from self._block([*node.body, *node.orelse], inner)
        after.append(inner)
        for handler in node.handlers:
            handled = dict(names)
            yield from self._block(handler.body, handled)
            if not _leaves(handler.body):
                after.append(handled)
        _keep(names, after)
        yield from self._block(node.finalbody, names)

    # -- expressions -------------------------------------------------------------

    def _expressions(self, node: ast.stmt, names: Names) -> Iterator[Seen]:
        target = _target(node)
        for part in _own_expressions(node):
            for call, instead, params in _calls_in(part, False):
                if self.wanted(_called(call)):
                    held = self._held(names, params)
                    whole = target if _is_result(part, call) else ""
                    yield Seen(call, self.info, held, tuple(self._tests), whole, instead)

    def _held(self, names: Names, params: Params) -> tuple[Held, ...]:
        """Return what is at hand, where the parameters of lambdas hide some names."""
        if params:
            names = dict(names)
            for param in params:
                names.pop(param.arg, None)
                self._bind(names, param.arg, param, f"parameter `{param.arg}` of a lambda")
        hidden = {param.arg for param in params}
        carried = [each for each in self.carriers if each.holder.split(".")[0] not in hidden]
        return (*(each for each in names.values() if each is not NOTHING), *carried)


def _keep(names: Names, after: list[Names]) -> None:
    """Leave what is bound on all ways that go on, be it to None on some of them."""
    if after:
        kept = [name for name in after[0] if all(name in other for other in after)]
        left = {name: _either([other[name] for other in after]) for name in kept}
        names.clear()
        names.update(left)


def _either(ways: list[Held]) -> Held:
    """Return what a name holds that is bound on several ways."""
    found = next((held for held in ways if held is not NOTHING), NOTHING)
    if not found.kind:
        return NOTHING
    return found._replace(sure=found.sure and all(held is not NOTHING for held in ways))


def _is_number(annotation: ast.expr | None) -> bool:
    """Whether something is declared to be a number, as no recipient is."""
    return isinstance(annotation, ast.Name) and annotation.id in ("int", "float", "bool")


def _leaves(body: Sequence[ast.stmt]) -> bool:
    return bool(body) and isinstance(body[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break))


def _target(node: ast.stmt) -> str:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    plain = [t for t in targets if isinstance(t, (ast.Name, ast.Attribute))]
    return ast.unparse(plain[0]) if plain else ""


def _own_expressions(node: ast.stmt) -> Iterator[ast.expr]:
    for value in node.__dict__.values():
        if isinstance(value, ast.expr):
            yield value
        elif isinstance(value, list):
            for child in value:
                if isinstance(child, ast.expr):
                    yield child
                elif isinstance(child, ast.withitem):
                    yield child.context_expr


def _calls_in(
    node: ast.AST, instead: bool, params: Params = ()
) -> Iterator[tuple[ast.Call, bool, Params]]:
    """Yield calls, whether they only stand in for something, and whose lambdas' they are."""
    if isinstance(node, ast.Call):
        yield node, instead, params
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        yield from _calls_in(node.values[0], instead, params)
        for each in node.values[1:]:
            yield from _calls_in(each, True, params)
        return
    if isinstance(node, ast.IfExp):
        yield from _calls_in(node.test, instead, params)
        yield from _calls_in(node.body, True, params)
        yield from _calls_in(node.orelse, True, params)
        return
    if isinstance(node, ast.Lambda):
        yield from _calls_in(node.args, instead, params)
        yield from _calls_in(node.body, instead, (*params, *_params_of(node)))
        return
    for child in children(node):
        yield from _calls_in(child, instead, params)


def _params_of(node: ast.Lambda) -> Params:
    args = node.args
    rest = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
    return (*args.posonlyargs, *args.args, *args.kwonlyargs, *rest)


def _is_result(part: ast.expr, call: ast.Call) -> bool:
    while isinstance(part, ast.Await):
        part = part.value
    return part is call


def _called(call: ast.Call) -> str:
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def mentions(node: ast.AST, words: Vocabulary, kind: str) -> bool:
    """Whether some id of a kind is named in an expression."""
    for each in walk(node):
        name = each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "")
        name = name or str(getattr(each, "value", "")) if isinstance(each, ast.Constant) else name
        if name and words.kind_of_name(name) == kind:
            return True
    return False
