"""Applying edits to a text, and choosing those that can be applied together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netra_lint.fixes.source import Range, SourceFile


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """One replacement in a text, by offsets in characters."""

    start: int
    end: int
    content: str


def edit(source: SourceFile, where: Range, content: str) -> Edit:
    """Return the edit that replaces a range of a file."""
    start, end = where
    return Edit(source.path, source.location(start), source.location(end), content)


def pieces(source: SourceFile, edits: Iterable[Edit]) -> list[Piece]:
    """Return the edits of one file by offsets, in order."""
    found = {Piece(source.at(e.location), source.at(e.end_location), e.content) for e in edits}
    return sorted(found)


def replace(text: str, changes: Sequence[Piece]) -> str:
    """Return a text after replacements, which are in order and do not overlap."""
    parts, done = [], 0
    for change in changes:
        parts += [text[done : change.start], change.content]
        done = change.end
    return "".join([*parts, text[done:]])


def compatible(wanted: Iterable[Fix]) -> list[Fix]:
    """Choose fixes that can be applied together.

    An earlier fix wins over a later one, but for one that only puts something in: what is
    written anew there may need it no more. Fixes that share an edit and otherwise keep apart
    go together.

    Args:
        wanted: the fixes, the more important first.

    Returns:
        Those chosen.
    """
    chosen: list[Fix] = []
    taken: set[Edit] = set()
    for fix in sorted(wanted, key=_only_inserts):
        new = [each for each in fix.edits if each not in taken]
        if not any(overlap(each, other) for each in new for other in taken):
            chosen.append(fix)
            taken.update(new)
    return chosen


def _only_inserts(fix: Fix) -> bool:
    return all(each.location == each.end_location for each in fix.edits)


def overlap(one: Edit, other: Edit) -> bool:
    """Tell whether two different edits cannot both be applied."""
    if one.filename != other.filename:
        return False
    if one.location == other.location or one.end_location == other.end_location:
        return True
    return one.location < other.end_location and other.location < one.end_location
