"""Dictionaries that a function writes out and spreads into a call."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.program import last_word
from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from netra_lint.flow.program import FunctionInfo

Items = dict[str, ast.expr]


def spread(info: FunctionInfo, call: ast.Call) -> Items | None:
    """Return what is spread into a call by keywords; None where that is not written out.

    Args:
        info: the function with the call.
        call: the call.
    """
    found: Items = {}
    if any(isinstance(arg, ast.Starred) for arg in call.args):
        return None
    for word in call.keywords:
        items = written_out(info, word.value) if word.arg is None else {}
        if items is None:
            return None
        found.update(items)
    return found


def written_out(info: FunctionInfo, node: ast.expr) -> Items | None:
    """Return the items of a dictionary that is written out, there or in one assignment.

    Args:
        info: the function that it stands in.
        node: the dictionary, or a variable that holds it.

    Returns:
        The values by their keys; None where something else may be in it.
    """
    if isinstance(node, ast.Name):
        stored = [n for n in walk(info.node) if _touches(n, node.id)]
        values = [n.value for n in stored if isinstance(n, (ast.Assign, ast.AnnAssign))]
        alone = len(stored) == 1 == len(values) and values[0] is not None
        return written_out(info, values[0]) if alone and values[0] is not None else None
    if isinstance(node, ast.Call) and last_word(node.func) == "dict" and not node.args:
        plain = {word.arg: word.value for word in node.keywords if word.arg is not None}
        return plain if len(plain) == len(node.keywords) else None
    if not isinstance(node, ast.Dict):
        return None
    pairs = zip(node.keys, node.values, strict=True)
    items = {str(key.value): value for key, value in pairs if isinstance(key, ast.Constant)}
    return items if len(items) == len(node.keys) else None


def _touches(node: ast.AST, name: str) -> bool:
    """Whether a node assigns a variable, or may change the dictionary in it."""
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(t, ast.Name) and t.id == name for t in targets)
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Store) and getattr(node.value, "id", "") == name
    if isinstance(node, ast.Call):
        holder = node.func.value if isinstance(node.func, ast.Attribute) else None
        given = [*node.args, *(w.value for w in node.keywords if w.arg is not None)]
        return any(getattr(each, "id", "") == name for each in [holder, *given])
    return False
