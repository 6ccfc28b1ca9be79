"""What the conditions around a call say of the ids that it could be sent to."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import FUNCTIONS, leaves
from netra_lint.project.nodes import own_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.source import SourceFile

Fact = tuple[str, bool]


def facts(source: SourceFile, node: ast.AST) -> dict[str, bool]:
    """Return which expressions are known to be true or false where a node is evaluated.

    Args:
        source: the node's file.
        node: the node.

    Returns:
        The expressions' text, as ``ast.unparse`` writes it, to what they are.
    """
    found: dict[str, bool] = {}
    while not isinstance(node, (*FUNCTIONS, ast.Module)):
        parent = source.parents[node]
        for text, value, place in _around(source, node, parent):
            if not _rebound(source, text, place, node):
                found.setdefault(text, value)
        node = parent
    return found


def _around(
    source: SourceFile, node: ast.AST, parent: ast.AST
) -> Iterator[tuple[str, bool, ast.AST]]:
    if isinstance(parent, (ast.If, ast.While)):
        if node in parent.body:
            yield from ((*fact, parent) for fact in implied(parent.test, True))
        elif node in parent.orelse and isinstance(parent, ast.If):
            yield from ((*fact, parent) for fact in implied(parent.test, False))
    elif isinstance(parent, ast.IfExp) and node is not parent.test:
        value = node is parent.body
        yield from ((*fact, parent) for fact in implied(parent.test, value))
    elif isinstance(parent, ast.BoolOp):
        value = isinstance(parent.op, ast.And)
        for each in parent.values[: parent.values.index(node)]:  # type: ignore[arg-type]
            yield from ((*fact, parent) for fact in implied(each, value))
    if isinstance(node, ast.stmt):
        yield from _earlier(node, parent)


def _earlier(node: ast.stmt, parent: ast.AST) -> Iterator[tuple[str, bool, ast.AST]]:
    """Yield what statements before a statement leave no other way."""
    for _, block in ast.iter_fields(parent):
        if not (isinstance(block, list) and node in block):
            continue
        for each in block[: block.index(node)]:
            if isinstance(each, ast.If) and leaves(each.body) and not each.orelse:
                yield from ((*fact, each) for fact in implied(each.test, False))
            elif isinstance(each, ast.Assert):
                yield from ((*fact, each) for fact in implied(each.test, True))


def implied(test: ast.expr, value: bool) -> Iterator[Fact]:
    """Yield what must hold where a condition came out as it did."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from implied(test.operand, not value)
    elif isinstance(test, ast.BoolOp):
        if isinstance(test.op, ast.And) == value:
            for each in test.values:
                yield from implied(each, value)
    elif isinstance(test, ast.Compare) and len(test.ops) == 1 and _none(test.comparators[0]):
        if isinstance(test.ops[0], (ast.Is, ast.Eq, ast.IsNot, ast.NotEq)):
            is_none = isinstance(test.ops[0], (ast.Is, ast.Eq))
            yield ast.unparse(test.left), is_none != value
    else:
        yield ast.unparse(test), value
        if value and isinstance(test, ast.NamedExpr):
            yield test.target.id, value


def _none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _rebound(source: SourceFile, text: str, place: ast.AST, node: ast.AST) -> bool:
    """Whether a name in the text may be bound anew between the condition and the node."""
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:  # pragma: no cover - unparse writes what parses
        return True
    names = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}
    first, last = getattr(place, "lineno", 0), getattr(node, "end_lineno", 0)
    block = source.parents[place]
    return any(
        first <= getattr(each, "lineno", 0) <= last and each.id in names
        for part in _statements(block)
        for each in own_nodes(part)
        if isinstance(each, ast.Name) and isinstance(each.ctx, (ast.Store, ast.Del))
    )


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    return (each for each in ast.walk(node) if isinstance(each, ast.stmt))
