"""Expressions without the run id that they fall back to."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import is_run, operands

if TYPE_CHECKING:
    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.source import SourceFile
    from netra_lint.vocabulary import Vocabulary


def cleaned(
    node: ast.expr, source: SourceFile, function: Function, words: Vocabulary
) -> str | None:
    """Return an expression's text without the run id that it falls back to.

    Args:
        node: the expression.
        source: its file.
        function: the function that it stands in.
        words: the vocabulary.

    Returns:
        The text, or None where the expression itself is no such fallback.
    """
    parts = operands(node)
    if parts is not None:
        return _without(parts, node, source, function, words)
    if isinstance(node, ast.IfExp):
        return _branch(node, source, function, words)
    if isinstance(node, ast.Call):
        return _default(node, source, function, words)
    return None


def _without(
    parts: list[ast.expr],
    node: ast.expr,
    source: SourceFile,
    function: Function,
    words: Vocabulary,
) -> str | None:
    kept = [part for part in parts if not is_run(part, function, words)]
    if not kept or len(kept) == len(parts):
        return None
    texts = [source.code(part) for part in kept]
    if len(kept) == 1:
        return texts[0]
    return " or ".join(texts) if isinstance(node, ast.BoolOp) else None


def _branch(
    node: ast.IfExp, source: SourceFile, function: Function, words: Vocabulary
) -> str | None:
    for part in (node.orelse, node.body):
        if is_run(part, function, words):
            start, end = source.range(node)
            left, right = source.range(part)
            return source.text[start:left] + "None" + source.text[right:end]
    return None


def _default(
    node: ast.Call, source: SourceFile, function: Function, words: Vocabulary
) -> str | None:
    """A default of ``getattr`` or ``get``."""
    named = isinstance(node.func, ast.Name) and node.func.id == "getattr"
    got = isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "pop")
    number = 2 if named else 1
    if not (named or got) or len(node.args) != number + 1:
        return None
    last = node.args[number]
    if not is_run(last, function, words):
        return None
    start, end = source.range(node)
    left, right = source.range(last)
    return source.text[start:left] + "None" + source.text[right:end]
