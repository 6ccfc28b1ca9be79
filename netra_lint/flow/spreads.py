"""What functions do with the keywords that they gather: `**kwargs` that are handed on whole."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.program import FunctionInfo

_READS = frozenset({"get", "pop", "items", "keys", "values", "copy"})


def spreading(info: FunctionInfo) -> Iterator[ast.Call]:
    """Yield the calls that are given all keywords that a function gathers, and no others.

    None where it may put something among them.
    """
    name = info.node.args.kwarg.arg if info.node.args.kwarg is not None else ""
    nodes = list(walk(info.node))
    if name and not any(_changes(node, name) for node in nodes):
        for node in nodes:
            if isinstance(node, ast.Call):
                spread = [word.value for word in node.keywords if word.arg is None]
                if len(spread) == 1 and _is_name(spread[0], name):
                    yield node


def texts_in(info: FunctionInfo) -> frozenset[str]:
    """Return the texts in a function: the keys that it may look for itself."""
    constants = (node.value for node in walk(info.node) if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def _changes(node: ast.AST, name: str) -> bool:
    """Whether a node may put something into a dictionary, or another one in its place."""
    if isinstance(node, ast.Name):
        return node.id == name and not isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Store) and _is_name(node.value, name)
    if not isinstance(node, ast.Call):
        return False
    if any(_is_name(value, name) for value in node.args):
        return True
    func = node.func
    own = isinstance(func, ast.Attribute) and _is_name(func.value, name)
    return own and func.attr not in _READS  # type: ignore[attr-defined]


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
