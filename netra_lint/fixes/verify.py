"""Proof that an edit changed nothing but what it says."""

from __future__ import annotations

import ast
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netra_lint.fixes.edits import Piece
    from netra_lint.fixes.source import Range, SourceFile

_Key = tuple[object, ...]


@dataclass
class Shift:
    """Where the offsets of an old text are in the new one.

    Attributes:
        changes: the replacements, in order.
        new: the ranges of what was put in, in the new text.
    """

    changes: Sequence[Piece]
    new: list[Range] = field(init=False)
    _grown: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Sum up how far each replacement moves what follows."""
        grown, self.new, self._grown = 0, [], [0]
        for each in self.changes:
            self.new.append((each.start + grown, each.start + grown + len(each.content)))
            grown += len(each.content) - (each.end - each.start)
            self._grown.append(grown)

    def start(self, offset: int) -> int:
        """Return where something that starts here, outside the replacements, starts now."""
        return offset + self._grown[bisect_right([each.end for each in self.changes], offset)]


def same_outside(old: SourceFile, new: SourceFile, changes: Sequence[Piece]) -> bool:
    """Tell whether the syntax outside the replacements is what it was, at its place.

    Args:
        old: the file before.
        new: the file after; must parse.
        changes: the replacements, in order.

    Returns:
        Whether every part of the old tree that lies outside stands in the new
        one, in the same surroundings, and nothing else does.

    Raises:
        SourceError: when one of the files does not parse.
    """
    shift = Shift(changes)
    before = [(each.start, each.end) for each in changes]
    moved = set(_outside(old, before, shift))
    return moved == set(_outside(new, shift.new, None))


def _outside(source: SourceFile, holes: Sequence[Range], shift: Shift | None) -> Iterator[_Key]:
    """Yield the largest nodes that no hole touches, and those that reach around a hole."""
    todo: list[tuple[ast.AST, str]] = [(source.tree, "")]
    while todo:
        node, where = todo.pop()
        if not hasattr(node, "lineno"):
            todo += _children(node, where)
            continue
        start, end = source.range(node)
        if any(left <= start and end <= right for left, right in holes):
            continue
        touched = any(start <= right and left <= end for left, right in holes)
        if touched:
            # Where a hole reaches a node's edge, the edge moves with what was put in.
            places = [None if _on_hole(each, holes) else _now(each, shift) for each in (start, end)]
            kept = _plain(node, places[0] is None, places[1] is None)
            yield (*places, where, type(node).__name__, *kept)
            todo += _children(node, where)
        else:
            first = _now(start, shift)
            yield (first, first + end - start, where, ast.dump(node))


def _on_hole(offset: int, holes: Sequence[Range]) -> bool:
    return any(left <= offset <= right for left, right in holes)


def _now(offset: int, shift: Shift | None) -> int:
    return offset if shift is None else shift.start(offset)


def _children(node: ast.AST, where: str) -> Iterator[tuple[ast.AST, str]]:
    for name, value in ast.iter_fields(node):
        # The branches of an ``elif`` ladder are one beside the other, however many there are.
        ladder = name == "orelse" and isinstance(node, ast.If) and _is_elif(value)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child, where if ladder else f"{where}/{type(node).__name__}.{name}"


def _is_elif(block: Sequence[ast.stmt]) -> bool:
    return len(block) == 1 and isinstance(block[0], ast.If)


def _plain(node: ast.AST, start_moved: bool, end_moved: bool) -> Iterator[str]:
    """Yield what a node says besides its parts; a name at an edge may be what was replaced."""
    for name, value in ast.iter_fields(node):
        if (name == "attr" and end_moved) or (name == "arg" and start_moved):
            continue
        # What is put into a string, such as a docstring, changes nothing but its text.
        if isinstance(node, ast.Constant) and name == "value" and isinstance(value, str):
            continue
        parts = value if isinstance(value, list) else [value]
        # An empty list says no more than that it has no parts; those are compared by themselves.
        if parts and not any(isinstance(part, ast.AST) for part in parts):
            yield f"{name}={value!r}"
