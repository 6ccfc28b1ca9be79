"""Room for a statement of several rows: where one shares its row, with a head or with others.

``if on: await send()`` and ``a(); await send()`` are taken apart, as anybody would write them
who has more than one row to say there.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.fixes.layout import indentation, stands_alone, trailing_comment

if TYPE_CHECKING:
    from netra_lint.fixes.source import SourceFile


@dataclass(frozen=True, slots=True)
class Room:
    """What gives way to a statement that is written anew.

    Attributes:
        start, end: the range in the file.
        indent: the indentation of what is written.
        before, after: what stands around it, with plain line feeds.
    """

    start: int
    end: int
    indent: str
    before: str = ""
    after: str = ""


def room_for(source: SourceFile, statement: ast.stmt) -> Room | None:
    """Return the room for rows in a statement's place, or None where it has none.

    Args:
        source: the file.
        statement: a simple statement.
    """
    start, end = source.range(statement)
    indent = indentation(source, start)
    if stands_alone(source, start, end):
        return Room(start, end, indent)
    head = source.text[source.starts[_row(source, start) - 1] : start].rstrip()
    block = _block(source, statement)
    if block == [statement] and head.endswith(":"):
        if _tail(source, end):
            return None
        while source.text[start - 1] in " \t":
            start -= 1
        inner = indent + source.indent
        return Room(start, end, inner, f"\n{inner}")
    return _among_others(source, block, block.index(statement)) if block else None


def _among_others(source: SourceFile, block: list[ast.stmt], at: int) -> Room | None:
    """Return the room between statements on the same row that starts with one of them."""
    ranges = [source.range(each) for each in block]
    first = at
    while first and _row(source, ranges[first - 1][1]) == _row(source, ranges[first][0]):
        first -= 1
    start, end = ranges[at]
    begin = ranges[first][0]
    if source.text[source.starts[_row(source, begin) - 1] : begin].strip():
        return None
    indent, before, after = indentation(source, begin), "", ""
    if first != at:
        start, before = ranges[at - 1][1], f"\n{indent}"
    tail = _tail(source, end)
    if tail and at + 1 < len(block) and _row(source, ranges[at + 1][0]) == _row(source, end):
        end, after = ranges[at + 1][0], f"\n{indent}"
    elif tail:
        end = source.text.index(";", end) + 1
    return Room(start, end, indent, before, after)


def _row(source: SourceFile, offset: int) -> int:
    return source.location(offset).row


def _tail(source: SourceFile, end: int) -> str:
    """Return what stands behind a statement on its row, but for a comment."""
    tail = trailing_comment(source, end).strip()
    return "" if tail.startswith("#") else tail


def _block(source: SourceFile, statement: ast.stmt) -> list[ast.stmt]:
    for _, value in ast.iter_fields(source.parents[statement]):
        if isinstance(value, list) and statement in value:
            return value
    return []
