"""Annotations of what may be None from now on, as a file writes them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.flow.elements import unwrapped

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import SourceFile


def made_optional(
    source: SourceFile, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> list[Edit]:
    """Return the edits that let a function's annotation say that it may return None.

    Args:
        source: the function's file.
        function: the function.
    """
    inner, optional = unwrapped(function.returns)
    if function.returns is None or inner is None or optional or _is_open(inner):
        return []
    text, edits = optional_of(source, source.code(function.returns))
    return [edit(source, source.range(function.returns), text), *edits]


def optional_of(source: SourceFile, text: str) -> tuple[str, list[Edit]]:
    """Return an annotation that allows None, written as the file writes such annotations.

    Args:
        source: the file.
        text: the annotation without None.

    Returns:
        The annotation, and the edits that add an import to one from ``typing``, where it
        needs that.
    """
    imports = [node for node in source.tree.body if isinstance(node, ast.ImportFrom)]
    typing = [node for node in imports if node.module == "typing" and not node.level]
    if any(alias.name == "Optional" and not alias.asname for n in typing for alias in n.names):
        return f"Optional[{text}]", []
    module = _typing(source)
    if module and (f"{module}.Optional[" in source.text or not _takes_bars(source, imports)):
        return f"{module}.Optional[{text}]", []
    if not typing or _takes_bars(source, imports):
        mark = text[:1] if text[:1] in ("'", '"') else ""
        return f"{mark}{text.strip(mark or None)} | None{mark}", []
    return f"Optional[{text}]", [imported(source, typing[0], "Optional")]


def _typing(source: SourceFile) -> str:
    """Return what a file calls the module ``typing``, or ``""``."""
    imports = [node for node in source.tree.body if isinstance(node, ast.Import)]
    names = (alias for node in imports for alias in node.names if alias.name == "typing")
    return next((alias.asname or alias.name for alias in names), "")


def _takes_bars(source: SourceFile, imports: list[ast.ImportFrom]) -> bool:
    """Whether a file has, or can have, annotations such as ``str | None``."""
    return any(node.module == "__future__" for node in imports) or " | None" in source.text


def imported(source: SourceFile, node: ast.ImportFrom, name: str) -> Edit:
    """Return the edit that adds a name to an import, in order where the others are.

    Args:
        source: the file.
        node: the import.
        name: what to import besides.
    """
    names = sorted(node.names, key=lambda alias: (alias.lineno, alias.col_offset))
    words = [alias.name for alias in names]
    in_order = words == sorted(words) or words == sorted(words, key=str.lower)
    later = [a for a in names if a.name.lower() > name.lower()] if in_order else []
    last = names[-1]
    rows = {source.location(source.range(alias)[0]).row for alias in names}
    start, end = source.range(last)
    row = source.location(start).row
    alone = len(rows) == len(names) and row != node.lineno
    gap = source.newline + " " * (source.location(start).column - 1) if alone else " "
    if later:
        at = source.range(later[0])[0]
        return edit(source, (at, at), f"{name},{gap}")
    return edit(source, (end, end), f",{gap}{name}")


def _is_open(node: ast.expr) -> bool:
    """Whether an annotation allows None already, or says nothing."""
    if isinstance(node, ast.Constant):
        return node.value is None
    return isinstance(node, ast.Name) and node.id in ("Any", "object", "None")
