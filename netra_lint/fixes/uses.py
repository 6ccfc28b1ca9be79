"""How the objects of a scope are used: which attributes and keys are read of them."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.fixes.project import is_dotted

if TYPE_CHECKING:
    from netra_lint.fixes.source import SourceFile

LOG_METHODS = ("debug", "info", "warning", "error", "exception", "critical")
Use = ast.Name


@dataclass
class Uses:
    """What is done with one object.

    Attributes:
        attributes: the attributes that are read of it.
        keys: the constant keys that are read of it.
        is_mapping: whether keys are read of it or looked for in it.
    """

    attributes: dict[str, None] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    is_mapping: bool = False


@lru_cache(maxsize=32)
def uses_in(scope: ast.AST) -> dict[str, Uses]:
    """Return the uses of the dotted expressions in a scope, by their text.

    Args:
        scope: a function or class.
    """
    found: dict[str, Uses] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            if is_dotted(node.value):
                _of(found, node.value).attributes[node.attr] = None
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            _add_key(found, node.value, node.slice)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if node.func.attr == "get":
                _add_key(found, node.func.value, node.args[0])
        elif _looks_in(node):
            _of(found, node.comparators[0]).is_mapping = True  # type: ignore[attr-defined]
    return found


def _looks_in(node: ast.AST) -> bool:
    """Whether something is looked for in a dotted expression."""
    if not isinstance(node, ast.Compare) or not is_dotted(node.comparators[0]):
        return False
    return isinstance(node.ops[0], (ast.In, ast.NotIn))


def _of(found: dict[str, Uses], node: ast.expr) -> Uses:
    return found.setdefault(ast.unparse(node), Uses())


def _add_key(found: dict[str, Uses], owner: ast.expr, key: ast.expr) -> None:
    if is_dotted(owner) and isinstance(key, ast.Constant) and isinstance(key.value, str):
        uses = _of(found, owner)
        uses.keys[key.value] = None
        uses.is_mapping = True


def uses_of_name(function: ast.AST, name: str) -> list[Use]:
    """Return the places where a function, or one inside it, reads a variable."""
    return [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]


def is_test(source: SourceFile, node: ast.expr) -> bool:
    """Tell whether an expression is only asked whether it is there."""
    parent = source.parents[node]
    if isinstance(parent, ast.Compare):
        if not all(isinstance(op, (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)) for op in parent.ops):
            return False
        sides = [side for side in (parent.left, *parent.comparators) if side is not node]
        return all(isinstance(side, ast.Constant) and side.value is None for side in sides)
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    if isinstance(parent, ast.BoolOp):
        return is_test(source, parent)
    return isinstance(parent, (ast.If, ast.While, ast.Assert, ast.IfExp)) and parent.test is node


def is_compared(source: SourceFile, node: ast.expr) -> bool:
    """Tell whether an expression is only compared with something, as tests do."""
    parent = source.parents[node]
    kinds = (ast.Is, ast.IsNot, ast.Eq, ast.NotEq)
    return isinstance(parent, ast.Compare) and all(isinstance(op, kinds) for op in parent.ops)


def is_logged(source: SourceFile, node: ast.expr) -> bool:
    """Tell whether an expression is only written to a log, as it is: None can be as well."""
    above = source.parents[node]
    while isinstance(above, (ast.JoinedStr, ast.FormattedValue)):
        if isinstance(above, ast.FormattedValue) and above.format_spec and above.conversion < 0:
            return False  # ``f"{None:>8}"`` raises a TypeError.
        above = source.parents[above]
    func = above.func if isinstance(above, ast.Call) and above.func is not node else None
    return isinstance(func, ast.Attribute) and func.attr in LOG_METHODS
