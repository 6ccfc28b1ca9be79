"""Indenting pieces of source without touching the strings in them."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import SourceFile

_STARTS = ("FSTRING_START", "TSTRING_START")
_ENDS = ("FSTRING_END", "TSTRING_END")


def unified(text: str) -> str:
    """Return a text with plain line feeds, as repairs are put together."""
    return re.sub(r"\r\n?", "\n", text)


def shifted(text: str, by: int, level: str = " ") -> str:
    """Move the lines after the first to the right or, for a negative number, to the left.

    Lines that start inside a string stay, since moving them would change it.

    Args:
        text: an expression or statement, with plain line feeds.
        by: how many levels to add, or characters to take away.
        level: what one level is.
    """
    lines = text.split("\n")
    inside = _inside_strings(text)
    for row in range(1, len(lines)):
        if row in inside or not lines[row].strip():
            continue
        if by > 0:
            lines[row] = level * by + lines[row]
        else:
            blank = len(lines[row]) - len(lines[row].lstrip())
            lines[row] = lines[row][min(-by, blank) :]
    return "\n".join(lines)


def outdented(text: str, inner: str, outer: str) -> str:
    """Move the lines after the first from one indentation to one that it begins with.

    Lines that start inside a string stay, and so do those that are not so far inside.

    Args:
        text: an expression, with plain line feeds.
        inner: the indentation of its first line.
        outer: the indentation that it gets.
    """
    if not inner.startswith(outer):
        return text
    lines = text.split("\n")
    inside = _inside_strings(text)
    for row in range(1, len(lines)):
        if row not in inside and lines[row].startswith(inner):
            lines[row] = outer + lines[row][len(inner) :]
    return "\n".join(lines)


def realigned(text: str, old: int, new: int) -> str:
    """Move the lines after the first along with it, where all are aligned below its start.

    Args:
        text: an expression, with plain line feeds.
        old: the column in which it starts.
        new: the column in which it will.
    """
    lines = text.split("\n")
    inside = _inside_strings(text)
    own = [line for row, line in enumerate(lines) if row and row not in inside and line.strip()]
    if any(len(line) - len(line.lstrip(" ")) < old for line in own):
        return text
    return shifted(text, new - old)


def _inside_strings(text: str) -> set[int]:
    """Return the lines, from 0, that start inside a string."""
    found: set[int] = set()
    stack: list[int] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(f"({text}\n)").readline):
            kind = tokenize.tok_name[token.type]
            if kind == "STRING":
                found.update(range(token.start[0], token.end[0]))
            elif kind in _STARTS:
                stack.append(token.start[0])
            elif kind in _ENDS and stack:
                found.update(range(stack.pop(), token.end[0]))
    except (tokenize.TokenError, SyntaxError):
        return set(range(text.count("\n") + 1))
    return found


def comments(text: str) -> list[str]:
    """Return the comments in an expression."""
    try:
        tokens = tokenize.generate_tokens(io.StringIO(f"({text}\n)").readline)
        return [token.string for token in tokens if token.type == tokenize.COMMENT]
    except (tokenize.TokenError, SyntaxError):
        return []


def indentation(source: SourceFile, offset: int) -> str:
    """Return the blanks at the start of the line of an offset; a form feed is none."""
    start = source.starts[source.location(offset).row - 1]
    line = source.text[start:offset]
    return line[: len(line) - len(line.lstrip())].replace("\f", "")


def level_at(source: SourceFile, offset: int, outer: int) -> str:
    """Return one level of indentation, as a statement has it inside the one around it."""
    inner, around = indentation(source, offset), indentation(source, outer)
    if inner.startswith(around) and len(inner) > len(around):
        return inner[len(around) :]
    return source.indent


def stands_alone(source: SourceFile, start: int, end: int) -> bool:
    """Tell whether a range has its lines for itself, but for a comment behind it."""
    head = source.starts[source.location(start).row - 1]
    tail = source.line(source.location(end).row)[source.location(end).column - 1 :].strip()
    return not source.text[head:start].strip() and (not tail or tail.startswith("#"))


def trailing_comment(source: SourceFile, end: int) -> str:
    """Return what stands behind a range on its last line, blanks included."""
    place = source.location(end)
    return source.line(place.row)[place.column - 1 :]


def removal(source: SourceFile, statement: ast.stmt) -> Edit:
    """Return the edit that takes a statement away with its lines.

    The only statement of a block, and one that shares a line, becomes ``pass``.
    """
    start, end = source.range(statement)
    parent = source.parents[statement]
    blocks = [value for _, value in ast.iter_fields(parent) if isinstance(value, list)]
    alone = any(block == [statement] for block in blocks)
    if alone or not stands_alone(source, start, end) or trailing_comment(source, end).strip():
        return edit(source, (start, end), "pass")
    head = source.starts[source.location(start).row - 1]
    row = source.location(end).row
    tail = source.starts[row] if row < len(source.starts) else len(source.text)
    return edit(source, (head, tail), "")
