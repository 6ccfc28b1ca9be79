"""Whether a callee needs an id for routing: what becomes of one of its parameters."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow.id_names import is_aside, is_context, may_carry, own_kind
from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.callee import Callee
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.query_calls import Calls

DEPTH = 10
_LOGS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log", "print"})
_SENDS = " sends to it"
_EMITTERS = ("websocket", "ws_", "emitter", "notifier", "bridge")

Value = tuple[str, str]
"""A parameter ``("", name)``, or a field of the instance ``(self, field)``."""


class Needs:
    """Follows parameters down to sends, contexts and emitters."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self._known: dict[tuple[object, str], str] = {}

    def why(self, callee: Callee, name: str, depth: int = DEPTH) -> str:
        """Return what a callee does with a parameter that it takes for routing, or ``""``.

        Args:
            callee: the function or class.
            name: the parameter or field.
            depth: how many calls deep to look.
        """
        key = (callee.cls or callee.info, name)
        if key not in self._known:
            self._known[key] = ""
            taker = callee.taker(name)
            onward = taker is not callee and depth
            self._known[key] = (
                self.why(taker, name, depth - 1) if onward else self._why(callee, name, depth)
            )
        return self._known[key]

    def sends(self, callee: Callee, name: str) -> bool:
        """Tell whether a parameter is surely sent to, and no mere part of something.

        Args:
            callee: the function or class.
            name: the parameter or field.
        """
        return self.why(callee, name).endswith(_SENDS)

    def used(self, callee: Callee, name: str) -> str:
        """Return that a callee uses a parameter for more than logs and tests, or ``""``.

        Args:
            callee: the function or class.
            name: the parameter or field.
        """
        if callee.info is None:
            return f"`{callee.name}` carries it"
        nodes = list(walk(callee.info.node))
        aside = {id(node) for each in nodes for node in asides(each)}
        uses = any(_is_name(n, name) and id(n) not in aside for n in nodes)  # type: ignore[arg-type]
        return f"`{callee.name}` uses it" if uses and not self._has_other(callee.info, name) else ""

    def _why(self, callee: Callee, name: str, depth: int) -> str:
        if callee.cls is not None:
            return self._of_class(callee, callee.cls, name, depth)
        info = callee.info
        assert info is not None
        if self._has_other(info, name):
            return ""
        if self._sends(info, name):
            return f"`{info.name}`{_SENDS}"
        return self._followed(info, ("", name), depth)

    def _sends(self, info: FunctionInfo, name: str) -> bool:
        return any(key[0] == name and not key[1] for key in self.calls.solver.demands.get(info, ()))  # type: ignore[index]

    # -- classes ---------------------------------------------------------------------

    def _of_class(self, callee: Callee, cls: ClassInfo, name: str, depth: int) -> str:
        if is_context(self.calls.words, cls):
            return f"`{cls.name}` carries it"
        if is_aside(cls.name) or depth == 0:
            return ""
        if callee.info is None:
            return self._of_field(cls, name, depth)
        if self._has_other(callee.info, name):
            return ""
        for field in _stored_in(callee.info, name):
            found = self._of_field(cls, field, depth)
            if found:
                return found
        return self._followed(callee.info, ("", name), depth)

    def _of_field(self, cls: ClassInfo, name: str, depth: int) -> str:
        demands = self.calls.solver.demands
        for method in {m for base in cls.mro for m in base.methods.values()}:
            if not method.params:
                continue
            first = method.params[0].arg
            asked = demands.get(method, ())
            if any(key[0] == first and key[1] == (("attr", name),) for key in asked):  # type: ignore[index]
                return f"`{cls.name}.{method.name}`{_SENDS}"
            found = self._followed(method, (first, name), depth)
            if found:
                return found
        owners = (self._sent_by.get((base, name)) for base in cls.mro)
        return next((f"`{owner.name}`{_SENDS}" for owner in owners if owner is not None), "")

    @cached_property
    def _sent_by(self) -> dict[tuple[ClassInfo, str], FunctionInfo]:
        """The functions that send to a field of what a parameter is declared to be."""
        found: dict[tuple[ClassInfo, str], FunctionInfo] = {}
        for info, asked in self.calls.solver.demands.items():
            for key in asked:
                name, steps = key[0], key[1]  # type: ignore[index]
                param = info.every_param.get(name) if len(steps) == 1 else None
                if param is not None and param.annotation is not None and steps[0][0] == "attr":
                    classes = self.calls.known.classes.of_annotation(info.module, param.annotation)
                    found.update({(cls, steps[0][1]): info for cls in classes})
        return found

    # -- functions -------------------------------------------------------------------

    def _has_other(self, info: FunctionInfo, name: str) -> bool:
        """Whether a function gets the id elsewhere where it is left out."""
        nodes = list(walk(info.node))
        asked = {id(each) for node in nodes for each in _asked(node)}
        for node in nodes:
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
                return True
            if not isinstance(node, ast.BoolOp) or not isinstance(node.op, ast.Or):
                continue
            given = _is_name(node.values[0], name) and id(node) not in asked
            if given and self._is_proper(node.values[1]):
                return True
        return False

    def _is_proper(self, node: ast.expr) -> bool:
        """Whether a fallback is an id, and no run id."""
        text = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if isinstance(node, ast.Call):
            return True
        return bool(text) and self.calls.words.kind_of_name(text) not in ("", "run")

    def _followed(self, info: FunctionInfo, value: Value, depth: int) -> str:
        for node in walk(info.node):
            if isinstance(node, ast.Call):
                given = list(_given(node, value))
                found = self._used(info, node, given, depth) if given else ""
                if found:
                    return found
            elif isinstance(node, ast.Assign) and _is_value(node.value, value):
                found = self._set_on(info, node)
                if found:
                    return found
        return ""

    def _set_on(self, info: FunctionInfo, node: ast.Assign) -> str:
        for target in node.targets:
            if isinstance(target, ast.Attribute) and own_kind(self.calls.words, target.attr):
                holder = ast.unparse(target.value)
                if may_carry(holder.rpartition(".")[2]):
                    return f"`{info.name}` sets it on `{holder}`"
        return ""

    def _used(
        self, info: FunctionInfo, call: ast.Call, given: list[int | str | None], depth: int
    ) -> str:
        word = _word(call.func)
        if word in _LOGS or is_aside(word):
            return ""
        method = self.calls.words.routing_method(word)
        if method is not None:
            to = [g for g in given if g == method.position or g in method.keywords]
            return f"`{info.name}`{_SENDS}" if to else ""
        if depth > 0:
            for callee in self.calls.callees(info, call):
                found = self._handed(callee, given, depth)
                if found:
                    return found
                return ""
        return self._emits(info, call, given)

    def _handed(self, callee: Callee, given: list[int | str | None], depth: int) -> str:
        for each in given:
            name = each
            if isinstance(each, int):
                name = callee.positional[each] if each < len(callee.positional) else None
            if isinstance(name, str) and name in callee.names:
                found = self.why(callee, name, depth - 1)
                if found:
                    return found
        return ""

    def _emits(self, info: FunctionInfo, call: ast.Call, given: list[int | str | None]) -> str:
        """Whether what is called seems to emit, where nothing is known of it but its name."""
        words = ast.unparse(call.func).lower()
        if any(word in words for word in _EMITTERS) and any(g is not None for g in given):
            return f"`{info.name}` hands it to `{ast.unparse(call.func)}`"
        return ""


def _asked(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node asks for nothing but its truth."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        todo = [node.operand]
    elif isinstance(node, (ast.If, ast.IfExp, ast.While, ast.Assert)):
        todo = [node.test]
    else:
        todo = list(node.ifs) if isinstance(node, ast.comprehension) else []
    while todo:
        each = todo.pop()
        yield each
        todo += each.values if isinstance(each, ast.BoolOp) else []


def asides(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all that stands in the logs and tests of a node, if it is one or has some."""
    logs = isinstance(node, ast.Call) and _word(node.func) in _LOGS
    if logs or isinstance(node, ast.Compare):
        yield from walk(node)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While, ast.Assert)):
        yield from walk(node.test)


def _given(call: ast.Call, value: Value) -> Iterator[int | str | None]:
    """Yield the positions and keywords by which a call is given a value."""
    for position, arg in enumerate(call.args):
        if _is_value(arg, value):
            yield position
    for word in call.keywords:
        if word.arg is not None and _is_value(word.value, value):
            yield word.arg


def _is_value(node: ast.expr, value: Value) -> bool:
    """Whether an expression is a value, or can be."""
    if isinstance(node, ast.BoolOp):
        return any(_is_value(each, value) for each in node.values)
    if isinstance(node, ast.IfExp):
        return _is_value(node.body, value) or _is_value(node.orelse, value)
    if isinstance(node, ast.Call) and _word(node.func) == "str" and len(node.args) == 1:
        return _is_value(node.args[0], value)
    holder, name = value
    if not holder:
        return _is_name(node, name)
    return isinstance(node, ast.Attribute) and node.attr == name and _is_name(node.value, holder)


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _word(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _stored_in(info: FunctionInfo, name: str) -> Iterator[str]:
    """Yield the fields of the instance that a method keeps a parameter in."""
    first = info.params[0].arg if info.params else ""
    for node in walk(info.node):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            for target, value in _pairs(node):
                own = isinstance(target, ast.Attribute) and _is_name(target.value, first)
                if own and _is_value(value, ("", name)):
                    yield target.attr  # type: ignore[attr-defined]


def _pairs(node: ast.Assign | ast.AnnAssign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what an assignment sets, each with its value: ``self.a, self.b = a, b`` sets two."""
    value = node.value
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            yield from zip(target.elts, value.elts, strict=False)
        elif value is not None:
            yield target, value
