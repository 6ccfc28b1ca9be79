"""Passing more arguments to a call, by keyword, as the call is laid out."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.source import SourceError

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile
    from netra_lint.flow.hits import Hit, Span

NO_CALL = "the ids are not passed by a plain call"
NOTHING = "what is at hand has to be put in where the context is copied"
WIDTH = 100


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
        words = [f"{name}={value}" for name, value in hit.given]
        return proposed(f"Pass {text}", [_added(source, call, words)], [hit.doubt])
    except (NoFixError, SourceError) as reason:
        return Proposal(None, str(reason))


def find_call(source: SourceFile, span: Span) -> ast.Call | None:
    """Return the call that stands at a place, or None."""
    start = source.offset(span.row, span.column)
    wanted = (start, source.offset(span.end_row, span.end_column))
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.range(node) == wanted:
            return node
    return None


def _added(source: SourceFile, call: ast.Call, words: list[str]) -> Edit:
    values = [*call.args, *(word.value for word in call.keywords)]
    close = source.range(call)[1] - 1
    if not values:
        return edit(source, (close, close), ", ".join(words))
    last = max(values, key=lambda node: source.range(node)[1])
    if isinstance(last, ast.GeneratorExp) and len(values) == 1:
        raise NoFixError("a generator expression stands alone in the call")
    end = _end(source, source.range(last)[1], close)
    comma = _comma(source.text[end:close])
    at = end + comma + 1 if comma is not None else end
    return edit(
        source, (at, at), _laid_out(source, call, values, words, at, close, comma is not None)
    )


def _end(source: SourceFile, start: int, close: int) -> int:
    """Return the end of the last argument with the brackets around it."""
    end = start
    for kind, text, offset in _tokens(source.text[start:close]):
        if kind != tokenize.OP or text != ")":
            if kind in (tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT):
                continue
            break
        end = start + offset + 1
    return end


def _comma(tail: str) -> int | None:
    """Return where a trailing comma stands in the rest of a call, if there is one."""
    for kind, text, offset in _tokens(tail):
        if kind == tokenize.OP and text == ",":
            return offset
    return None


def _tokens(text: str) -> list[tuple[int, str, int]]:
    """Return the tokens of a piece of a call with their offsets, as far as they can be read."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            found.append((token.type, token.string, starts[token.start[0] - 1] + token.start[1]))
    except (tokenize.TokenError, IndentationError, IndexError):
        pass
    return found


def _laid_out(
    source: SourceFile,
    call: ast.Call,
    values: list[ast.expr],
    words: list[str],
    at: int,
    close: int,
    comma: bool,
) -> str:
    """Return the text to put in: one argument a row where the call is written so."""
    rows = sorted({source.location(source.range(node)[0]).row for node in values})
    first = source.location(source.range(call.func)[1]).row
    hanging = "\n" in source.text[at:close] and rows[0] > first
    if hanging and (len(rows) == len(values) or comma):
        return _in_rows(source, source.line(rows[-1]), words, comma)
    flat = (" " if comma else ", ") + ", ".join(words)
    row = source.location(at).row
    if len(source.line(row)) + len(flat) <= _width(source) or (len(rows) == 1 and not hanging):
        return flat + ("," if comma else "")
    if rows[0] == first:
        column = source.location(source.range(_first(source, values))[0]).column - 1
        return ("" if comma else ",") + source.newline + " " * column + flat.lstrip(", ")
    return _in_rows(source, source.line(rows[-1]), [", ".join(words)], comma)


def _first(source: SourceFile, values: list[ast.expr]) -> ast.expr:
    return min(values, key=lambda node: source.range(node)[0])


def _in_rows(source: SourceFile, line: str, words: list[str], comma: bool) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    rows = ",".join(f"{source.newline}{indent}{word}" for word in words)
    return rows + "," if comma else "," + rows


def _width(source: SourceFile) -> int:
    """Return how long a row may be: as long as the longest of the file, within reason."""
    longest = max((len(row) for row in source.text.splitlines()), default=0)
    return min(max(longest, 88), WIDTH)
