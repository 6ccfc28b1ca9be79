"""What the outcome of a condition says of an expression: that it is there, or that it is not."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.nodes import is_none

if TYPE_CHECKING:
    from collections.abc import Collection


def says_there(node: ast.expr, text: str, outcome: bool) -> bool:
    """Tell whether a condition's outcome says that an expression is there.

    Args:
        node: the condition.
        text: the expression, as ``ast.unparse`` writes it.
        outcome: how the condition came out.
    """
    return _says(node, (text,), outcome, True)


def says_gone(node: ast.expr, texts: Collection[str], outcome: bool) -> bool:
    """Tell whether a condition's outcome says that one of some expressions is not there.

    Args:
        node: the condition.
        texts: the expressions, as ``ast.unparse`` writes them.
        outcome: how the condition came out.
    """
    return _says(node, texts, outcome, False)


def _says(node: ast.expr, texts: Collection[str], outcome: bool, there: bool) -> bool:
    """Whether a condition's outcome says of one of some expressions that it is there, or is not."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _says(node.operand, texts, not outcome, there)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) == outcome:
        return any(_says(each, texts, outcome, there) for each in node.values)
    if isinstance(node, ast.Compare) and is_none(node.comparators[-1]):
        told = len(node.ops) == 1 and (_is_same(node) == outcome) != there
        return told and ast.unparse(node.left) in texts
    return outcome == there and ast.unparse(node) in texts


def _is_same(node: ast.Compare) -> bool:
    return isinstance(node.ops[0], (ast.Is, ast.Eq))
