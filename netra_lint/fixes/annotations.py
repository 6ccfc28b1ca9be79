"""Annotations of functions that may return None from now on."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.classes import unwrapped
from netra_lint.fixes.edits import edit

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import SourceFile


def made_optional(
    source: SourceFile, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> list[Edit]:
    """Return the edits that let a function's annotation say that it may return None.

    Written as the file writes such annotations; an import is added to one that
    imports from ``typing`` already.

    Args:
        source: the function's file.
        function: the function.
    """
    inner, optional = unwrapped(function.returns)
    if function.returns is None or inner is None or optional or _is_open(inner):
        return []
    where = source.range(function.returns)
    text = source.code(function.returns)
    imports = [node for node in source.tree.body if isinstance(node, ast.ImportFrom)]
    typing = [node for node in imports if node.module == "typing"]
    if any(alias.name == "Optional" and not alias.asname for n in typing for alias in n.names):
        return [edit(source, where, f"Optional[{text}]")]
    if (
        not typing
        or any(node.module == "__future__" for node in imports)
        or " | None" in source.text
    ):
        mark = text[:1] if text[:1] in ("'", '"') else ""
        return [edit(source, where, f"{mark}{text.strip(mark or None)} | None{mark}")]
    last = max(typing[0].names, key=lambda alias: (alias.lineno, alias.col_offset))
    _, end = source.range(last)
    return [edit(source, where, f"Optional[{text}]"), edit(source, (end, end), ", Optional")]


def _is_open(node: ast.expr) -> bool:
    """Whether an annotation allows None already, or says nothing."""
    if isinstance(node, ast.Constant):
        return node.value is None
    return isinstance(node, ast.Name) and node.id in ("Any", "object", "None")
