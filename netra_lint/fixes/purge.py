"""Expressions without the run id that they fall back to."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import is_run, operands

if TYPE_CHECKING:
    from netra_lint.fixes.arguments import Scope


def cleaned(node: ast.expr, scope: Scope) -> str | None:
    """Return an expression's text without the run id that it falls back to.

    Args:
        node: the expression.
        scope: where it stands.

    Returns:
        The text, or None where the expression itself is no such fallback.
    """
    parts = operands(node)
    if parts is not None:
        return _without(parts, node, scope)
    if isinstance(node, ast.IfExp):
        return _branch(node, scope)
    if isinstance(node, ast.Call):
        return _default(node, scope)
    return None


def _without(
    parts: list[ast.expr],
    node: ast.expr,
    scope: Scope,
) -> str | None:
    kept = [part for part in parts if not is_run(part, scope)]
    if not kept or len(kept) == len(parts):
        return None
    texts = [scope.source.code(part) for part in kept]
    if len(kept) == 1:
        return texts[0]
    return " or ".join(texts) if isinstance(node, ast.BoolOp) else None


def _branch(node: ast.IfExp, scope: Scope) -> str | None:
    for part in (node.orelse, node.body):
        if is_run(part, scope):
            start, end = scope.source.range(node)
            left, right = scope.source.range(part)
            return scope.source.text[start:left] + "None" + scope.source.text[right:end]
    return None


def _default(node: ast.Call, scope: Scope) -> str | None:
    """A default of ``getattr`` or ``get``."""
    named = isinstance(node.func, ast.Name) and node.func.id == "getattr"
    got = isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "pop")
    number = 2 if named else 1
    if not (named or got) or len(node.args) != number + 1:
        return None
    last = node.args[number]
    if not is_run(last, scope):
        return None
    start, end = scope.source.range(node)
    left, right = scope.source.range(last)
    return scope.source.text[start:left] + "None" + scope.source.text[right:end]
