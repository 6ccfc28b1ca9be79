"""Python's own words: methods that change a container, roots and last words of expressions."""

from __future__ import annotations

import ast

MUTATORS = frozenset({
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "put",
    "put_nowait", "pop", "clear", "remove", "set", "send", "set_result", "asend", "popleft",
    "popitem", "reverse", "sort", "discard", "extendleft", "rotate", "move_to_end", "get_nowait",
})  # fmt: skip


def root_name(node: ast.expr) -> str:
    """Return the name that a chain of attributes, items and calls starts with, or ``""``."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Starred)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
