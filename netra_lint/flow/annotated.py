"""What annotations say of expressions: of variables, fields, elements and what is returned."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.elements import chosen_from, element, picked, rows_of, taken_out
from netra_lint.project.nodes import kept_names, own_nodes, walk

if TYPE_CHECKING:
    from netra_lint.flow.givers import Givers
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.query_calls import Calls
    from netra_lint.project.modules import ModuleInfo


class Annotation(NamedTuple):
    """An annotation.

    Attributes:
        node: what is declared.
        module: the module in which it stands, by whose names it is read.
    """

    node: ast.expr
    module: ModuleInfo


def annotated(givers: Givers, info: FunctionInfo, node: ast.expr, depth: int) -> Annotation | None:
    """Return what an expression is declared to be.

    Args:
        givers: tells the classes of objects.
        info: the function that it stands in.
        node: the expression.
        depth: how many declarations may be gone through.
    """
    if depth <= 0:
        return None
    if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
        return _returned(givers, info, node.value, True, depth)
    if isinstance(node, ast.Call):
        return _returned(givers, info, node, False, depth)
    if isinstance(node, ast.Subscript):
        return _element(annotated(givers, info, node.value, depth - 1), by_key=True)
    source = chosen_from(node)
    if source is not None:
        found = annotated(givers, info, source, depth - 1)
        rows = rows_of(found.node) if found is not None else None
        return Annotation(rows, found.module) if found is not None and rows is not None else None
    if isinstance(node, ast.Attribute):
        owners = givers.classes(info, node.value, depth - 1)
        fields = (_of_field(cls, node.attr) for cls in owners)
        return next((each for each in fields if each is not None), None)
    return _of_name(givers, info, node.id, depth) if isinstance(node, ast.Name) else None


def _of_name(givers: Givers, info: FunctionInfo, name: str, depth: int) -> Annotation | None:
    owner: FunctionInfo | None = info
    while owner is not None and name not in owner.names:
        owner = owner.outer
    if owner is None:
        return None
    param = owner.every_param.get(name)
    bound = [each for each in owner.statements if name in kept_names(each)]
    if param is not None:
        declared = param.annotation if not bound else None
        return Annotation(declared, owner.module) if declared is not None else None
    if len(bound) != 1:
        return None
    statement = bound[0]
    if isinstance(statement, ast.AnnAssign):
        return Annotation(statement.annotation, owner.module)
    if isinstance(statement, (ast.For, ast.AsyncFor)):
        plain = isinstance(statement.target, ast.Name)
        return _element(annotated(givers, owner, statement.iter, depth - 1)) if plain else None
    plain = isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    value = statement.value if plain else _put_in(statement, name)  # type: ignore[attr-defined]
    return annotated(givers, owner, value, depth - 1) if value is not None else None


def _put_in(statement: ast.stmt, name: str) -> ast.expr | None:
    """Return what a statement gives a name on the way: ``while (job := queue.get()):``."""
    puts = (node for node in own_nodes(statement) if isinstance(node, ast.NamedExpr))
    return next((node.value for node in puts if node.target.id == name), None)


def _of_field(cls: ClassInfo, name: str) -> Annotation | None:
    """Return what a class declares a field to be, or gets it from a parameter as."""
    for base in cls.mro:
        if name in base.annotations:
            return Annotation(base.annotations[name], base.module)
        init = base.methods.get("__init__")
        found = _stored(init, name) if init is not None else None
        if init is not None and found is not None:
            return Annotation(found, init.module)
    return None


def _stored(init: FunctionInfo, name: str) -> ast.expr | None:
    for node in walk(init.node):
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "attr", "") == name:
            return node.annotation
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Name):
            continue
        param = init.every_param.get(node.value.id)
        if param and any(getattr(target, "attr", "") == name for target in node.targets):
            return param.annotation
    return None


def _returned(
    givers: Givers, info: FunctionInfo, call: ast.Call, awaited: bool, depth: int
) -> Annotation | None:
    calls: Calls = givers.calls
    callees = [each.info for each in calls.callees(info, call, evaluate=False)]
    functions = callees or givers.callees(info, call.func, depth - 1)
    if len(functions) == 1 and functions[0] is not None:
        node = functions[0].node
        returns = getattr(node, "returns", None)
        is_async = isinstance(node, ast.AsyncFunctionDef) and not functions[0].is_generator
        same = is_async == awaited
        return Annotation(returns, functions[0].module) if returns is not None and same else None
    if functions:
        return None
    if isinstance(call.func, ast.Name) and call.args and not awaited:
        given = annotated(givers, info, call.args[0], depth - 1)
        one = picked(given.node, call) if given is not None else None
        return Annotation(one, given.module) if given is not None and one is not None else None
    if not isinstance(call.func, ast.Attribute):
        return None
    held = annotated(givers, info, call.func.value, depth - 1)
    inner, _ = taken_out(held.node, call, awaited) if held is not None else (None, False)
    return Annotation(inner, held.module) if held is not None and inner is not None else None


def _element(found: Annotation | None, by_key: bool = False) -> Annotation | None:
    inner = element(found.node, by_key) if found is not None else None
    return Annotation(inner, found.module) if found is not None and inner is not None else None
