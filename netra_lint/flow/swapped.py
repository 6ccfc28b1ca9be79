"""Thread ids that are passed where a user id is declared, and the reverse."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.id_names import ROUTES
from netra_lint.project.nodes import own_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.callee import Callee
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls

_CONVERSIONS = frozenset({"str", "strip", "lower"})


class Swap(NamedTuple):
    """An id of one kind that is passed as the other.

    Attributes:
        info: the function with the call.
        call: the call.
        callee: what it calls.
        argument: what is passed.
        kind: the kind of id that it is.
        parameter: the parameter or field that takes it.
        wanted: the kind of id that this is for.
    """

    info: FunctionInfo
    call: ast.Call
    callee: Callee
    argument: ast.expr
    kind: str
    parameter: str
    wanted: str


def swapped(calls: Calls, targets: frozenset[str]) -> Iterator[Swap]:
    """Yield the ids that are passed as ids of the other kind.

    Args:
        calls: the calls of the project.
        targets: the files to look at.
    """
    for info in calls.passing_ids(targets):
        for statement in info.statements:
            for node in own_nodes(statement):
                if isinstance(node, ast.Call):
                    yield from _of_call(calls, info, node)


def _of_call(calls: Calls, info: FunctionInfo, call: ast.Call) -> Iterator[Swap]:
    by_word = any(_by_keyword(calls, word) for word in call.keywords)
    by_place = any(kind_of(calls, arg) in ROUTES for arg in call.args)
    if not (by_word or by_place) or _is_send(calls, call):
        return
    callees = calls.callees(info, call, evaluate=_makes_own(info, call))
    passed = callees[0].passed(call) if callees else None
    for name, argument in (passed or {}).items():
        kind, wanted = kind_of(calls, argument), calls.declared_kind(callees[0], name)
        differs = kind in ROUTES and wanted in ROUTES and kind != wanted
        if differs and all(calls.declared_kind(other, name) == wanted for other in callees):
            yield Swap(info, call, callees[0], argument, kind, name, wanted)


def _makes_own(info: FunctionInfo, call: ast.Call) -> bool:
    """Whether a call makes an object of the class of a class method: ``cls(...)``."""
    first = info.params[0].arg if info.params and "classmethod" in info.marks else ""
    return isinstance(call.func, ast.Name) and call.func.id == first


def _by_keyword(calls: Calls, word: ast.keyword) -> bool:
    if word.arg is None:
        return False
    kind = kind_of(calls, word.value)
    return kind in ROUTES and calls.words.kind_of_name(word.arg) != kind


def _is_send(calls: Calls, call: ast.Call) -> bool:
    """Whether another rule speaks of what is sent to."""
    func = call.func
    return isinstance(func, ast.Attribute) and calls.words.routing_method(func.attr) is not None


def kind_of(calls: Calls, node: ast.expr) -> str:
    """Return the kind of id that an expression says it is: by its last name, key or conversion."""
    words = calls.words
    if isinstance(node, ast.Name):
        return words.kind_of_name(node.id)
    if isinstance(node, ast.Attribute):
        return words.kind_of_name(node.attr)
    if isinstance(node, ast.Subscript):
        return _of_key(calls, node.slice)
    if not isinstance(node, ast.Call):
        return ""
    func = node.func
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    if name == "get" and len(node.args) == 1:
        return _of_key(calls, node.args[0])
    if name in _CONVERSIONS:
        inner = func.value if isinstance(func, ast.Attribute) else None
        inner = node.args[0] if inner is None and len(node.args) == 1 else inner
        return kind_of(calls, inner) if inner is not None else ""
    return words.kind_of_function(name)


def _of_key(calls: Calls, node: ast.expr) -> str:
    text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return calls.words.kind_of_name(str(node.value)) if text else ""  # type: ignore[attr-defined]
