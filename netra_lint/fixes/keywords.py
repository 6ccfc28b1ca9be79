"""Passing more arguments to a call, by keyword, as the call is laid out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.listing import appended
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.source import SourceError

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile
    from netra_lint.flow.hits import Hit, Span

NO_CALL = "the ids are not passed by a plain call"
NOTHING = "what is at hand has to be put in where the context is copied"


def add_arguments(hit: Hit, project: Project) -> Proposal:
    """Propose to pass what a call leaves out.

    Args:
        hit: the call, with the parameters and what to pass for each.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    try:
        source = project.file(hit.path)
        call = find_call(source, hit.call)
        if call is None:
            raise NoFixError(NO_CALL)
        if not hit.given:
            raise NoFixError(NOTHING)
        text = " and ".join(f"`{name}`" for name, _ in hit.given)
        words = [f"{name}={quoted(source, value)}" for name, value in hit.given]
        return proposed(f"Pass {text}", [passed(source, call, words)], [hit.doubt])
    except (NoFixError, SourceError) as reason:
        return Proposal(None, str(reason))


def quoted(source: SourceFile, text: str) -> str:
    """Return an expression that holds no strings but keys, with the quotes of a file."""
    return text.replace("'", source.quote)


def find_call(source: SourceFile, span: Span) -> ast.Call | None:
    """Return the call that stands at a place, or None."""
    start = source.offset(span.row, span.column)
    wanted = (start, source.offset(span.end_row, span.end_column))
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.range(node) == wanted:
            return node
    return None


def passed(source: SourceFile, call: ast.Call, words: list[str]) -> Edit:
    """Return the edit that passes more keywords to a call.

    Args:
        source: the file.
        call: the call.
        words: each keyword with its value, as it is written.

    Raises:
        NoFixError: when nothing can be put beside the call's only argument.
    """
    values = [*call.args, *(word.value for word in call.keywords)]
    close = source.range(call)[1] - 1
    if not values:
        return edit(source, (close, close), ", ".join(words))
    if isinstance(values[0], ast.GeneratorExp) and len(values) == 1:
        raise NoFixError("a generator expression stands alone in the call")
    items = [source.range(node) for node in (*call.args, *call.keywords)]
    return appended(source, source.range(call.func)[1], items, close, words)
