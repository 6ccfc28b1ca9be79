"""What the outcome of a condition says of an expression: that it is there, or that it is not."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def says_there(node: ast.expr, text: str, outcome: bool) -> bool:
    """Tell whether a condition's outcome says that an expression is there.

    Args:
        node: the condition.
        text: the expression, as ``ast.unparse`` writes it.
        outcome: how the condition came out.
    """
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return says_there(node.operand, text, not outcome)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) == outcome:
        return any(says_there(each, text, outcome) for each in node.values)
    if isinstance(node, ast.Compare) and is_none(node.comparators[-1]):
        return len(node.ops) == 1 and _is_same(node) != outcome and ast.unparse(node.left) == text
    return outcome and ast.unparse(node) == text


def says_gone(node: ast.expr, texts: Collection[str], outcome: bool) -> bool:
    """Tell whether a condition's outcome says that one of some expressions is not there.

    Args:
        node: the condition.
        texts: the expressions, as ``ast.unparse`` writes them.
        outcome: how the condition came out.
    """
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return says_gone(node.operand, texts, not outcome)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) == outcome:
        return any(says_gone(each, texts, outcome) for each in node.values)
    if isinstance(node, ast.Compare) and is_none(node.comparators[-1]):
        same = len(node.ops) == 1 and _is_same(node) == outcome
        return same and ast.unparse(node.left) in texts
    return not outcome and ast.unparse(node) in texts


def is_none(node: ast.expr) -> bool:
    """Tell whether an expression is None as it is written."""
    return isinstance(node, ast.Constant) and node.value is None


def _is_same(node: ast.Compare) -> bool:
    return isinstance(node.ops[0], (ast.Is, ast.Eq))
