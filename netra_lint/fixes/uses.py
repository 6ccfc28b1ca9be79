"""How the objects of a scope are used: which attributes and keys are read of them."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from netra_lint.fixes.project import is_dotted


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
