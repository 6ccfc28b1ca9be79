"""Functions that are handed on with some of their arguments: ``functools.partial``."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from netra_lint.fixes.annotations import imported
from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError
from netra_lint.project.nodes import bound_names, walk

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import SourceFile
    from netra_lint.flow.hits import Span

WIDTH = 100
_MODULE = "functools"
_NAME = "partial"
_Import = ast.Import | ast.ImportFrom


def bound(source: SourceFile, span: Span, words: list[str]) -> list[Edit]:
    """Return the edits that bind a function which is handed on to more keywords.

    Args:
        source: the file.
        span: the argument that is the function.
        words: each keyword with its value, as it is written.

    Raises:
        NoFixError: where the file calls something else ``partial``.
    """
    start = source.offset(span.row, span.column)
    end = source.offset(span.end_row, span.end_column)
    name, edits = _partial(source)
    head = f"{name}({source.text[start:end]},"
    column = source.location(start).column - 1
    tail = source.line(span.end_row)[source.location(end).column - 1 :].rstrip()
    text = f"{head} {', '.join(words)})"
    if column + len(text) + len(tail) > WIDTH:
        inner = column + len(name) + 1
        gap = source.newline + " " * inner
        fits = inner + len(", ".join(words)) + 1 + len(tail) <= WIDTH
        text = f"{head}{gap}{(', ' if fits else f',{gap}').join(words)})"
    return [edit(source, (start, end), text), *edits]


def _partial(source: SourceFile) -> tuple[str, list[Edit]]:
    """Return what a file calls `functools.partial`, with the import that this takes."""
    imports = [n for n in source.tree.body if isinstance(n, (ast.Import, ast.ImportFrom))]
    for node in imports:
        for alias in node.names:
            if _module(node) == _MODULE and alias.name == _NAME:
                return alias.asname or _NAME, []
            if isinstance(node, ast.Import) and alias.name == _MODULE:
                return f"{alias.asname or _MODULE}.{_NAME}", []
    if any(_NAME in _bound(node) for node in walk(source.tree)):
        raise NoFixError(f"`{_NAME}` is something else in the file")
    own = [n for n in imports if isinstance(n, ast.ImportFrom) and n.module == _MODULE]
    return _NAME, [imported(source, own[0], _NAME) if own else _import(source, imports)]


def _bound(node: ast.AST) -> set[str]:
    if isinstance(node, ast.arg):
        return {node.arg}
    return set(bound_names(node)) if isinstance(node, ast.stmt) else set()


def _import(source: SourceFile, imports: list[_Import]) -> Edit:
    """Return the edit that puts the import among those of Python's own modules."""
    line = f"from {_MODULE} import {_NAME}"
    usual = [n for n in imports if _module(n).partition(".")[0] in sys.stdlib_module_names]
    later = [n for n in usual if isinstance(n, ast.ImportFrom) and _module(n) > _MODULE]
    future = [n for n in imports if _module(n) == "__future__"]
    own = [n for n in usual if n not in future]
    others = [n for n in imports if n not in usual]
    if later:
        return _before(source, later[0], f"{line}{source.newline}")
    if own or (future and not others):
        gap = "" if own else source.newline
        at = source.range((own or future)[-1])[1]
        return edit(source, (at, at), f"{source.newline}{gap}{line}")
    if others:
        return _before(source, others[0], f"{line}{source.newline * 2}")
    body = [n for n in source.tree.body if not _is_docstring(n, source)]
    return _before(source, body[0], f"{line}{source.newline * 3}")


def _before(source: SourceFile, node: ast.stmt, text: str) -> Edit:
    first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
    at = source.starts[first - 1]
    return edit(source, (at, at), text)


def _is_docstring(node: ast.stmt, source: SourceFile) -> bool:
    first = node is source.tree.body[0]
    return first and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _module(node: _Import) -> str:
    if isinstance(node, ast.ImportFrom):
        return "" if node.level else node.module or ""
    return node.names[0].name
