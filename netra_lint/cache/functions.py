"""The functions of a file that was parsed, found again in another state of it.

An analysis may have looked at some functions and classes of a file only, and
looked up some names. Then others may come, go and change, as long as nothing
stands in them that is searched for.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.project.modules import CLASSES
from netra_lint.project.nodes import bindings_in, walk
from netra_lint.project.outline import without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from netra_lint.project.outline import Cut

    Alike = Callable[[bytes, bytes], bool]
    """Tells whether two texts give the same to all searches."""

Key = tuple[str, str, int]
"""A class's name or nothing, a function's name, and how many of this name stand before it."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class _Function(NamedTuple):
    """One function at the top of a file or of a class there.

    Attributes:
        node: the function, without its body where that was cut out.
        cls: the class.
        cut: where its body stands.
        start, end: byte offsets of its lines, decorators included.
    """

    node: ast.FunctionDef | ast.AsyncFunctionDef
    cls: ast.ClassDef | None
    cut: Cut | None
    start: int
    end: int


class _State:
    """One state of a file.

    Attributes:
        tree: its syntax tree without the bodies; None where there is none.
        functions: the functions in it.
        whole: whether all bodies that were cut out belong to one of these.
    """

    def __init__(self, content: bytes, cuts: list[Cut]) -> None:
        self.content = content
        self.tree = _parsed(without(content, cuts))
        by_row = {cut.row: cut for cut in cuts}
        starts = [0]
        for line in content.split(b"\n"):
            starts.append(starts[-1] + len(line) + 1)
        self.functions: dict[Key, _Function] = {}
        for node, cls in _functions(self.tree) if self.tree is not None else ():
            cut = by_row.pop(node.lineno, None)
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            end = cut.end if cut else min(starts[node.end_lineno or node.lineno], len(content))
            key = (cls.name if cls else "", node.name, 0)
            while key in self.functions:
                key = (*key[:2], key[2] + 1)
            self.functions[key] = _Function(node, cls, cut, starts[first - 1], end)
        self.whole = not by_row

    def text(self, key: Key) -> bytes:
        """Return the text of a function; nothing where there is none."""
        found = self.functions.get(key)
        return b"" if found is None else self.content[found.start : found.end]

    def rest(self) -> bytes:
        """Return the text without its functions."""
        parts, position = [], 0
        for each in self.functions.values():
            if each.start >= position:
                parts.append(self.content[position : each.start])
                position = each.end
        return b"".join([*parts, self.content[position:]])


def matched(
    names: Collection[str],
    taken: Collection[tuple[int, int]],
    noted: Collection[int],
    old: bytes,
    before: list[Cut],
    new: bytes,
    after: list[Cut],
    alike: Alike,
) -> list[tuple[Cut, Cut]] | None:
    """Find the bodies of a file again, where its other statements have changed.

    Args:
        names: which names were looked up.
        taken: where the functions and classes start that were looked at.
        noted: the bodies of which something was asked, by their places.
        old: its content then.
        before: the bodies that are cut out of it.
        new: its content now.
        after: the bodies that are cut out of this.
        alike: whether two texts give the same to all searches.

    Returns:
        The bodies that are to be compared; None where what was looked at is not the same.
    """
    if not (_has_plain_rows(old) and _has_plain_rows(new)):
        return None
    then, now = _State(old, before), _State(new, after)
    if then.tree is None or now.tree is None or not (then.whole and now.whole):
        return None
    if not _binds_the_same(names, then.tree, now.tree) or not alike(then.rest(), now.rest()):
        return None
    if not _stand_alike(then.functions, now.functions):
        return None
    asked = {before[place].row for place in noted}
    used = _used(taken, asked, then)
    if used is None or not all(_is_same_head(key, then, now) for key in used):
        return None
    if not all(alike(then.text(key), now.text(key)) for key in {**then.functions, **now.functions}):
        return None
    return _pairs(then, now, asked)


def _has_plain_rows(content: bytes) -> bool:
    """Whether a row of the syntax tree is what stands between two line feeds."""
    return b"\f" not in content and content.count(b"\r") == content.count(b"\r\n")


def _stand_alike(then: Collection[Key], now: Collection[Key]) -> bool:
    """Whether the functions in both states have the same order, and no name has more of them."""
    both = [key for key in then if key in now] == [key for key in now if key in then]
    return both and {key for key in then if key[2]} == {key for key in now if key[2]}


def _pairs(then: _State, now: _State, asked: set[int]) -> list[tuple[Cut, Cut]] | None:
    found = []
    for key, function in then.functions.items():
        other = now.functions.get(key)
        if function.cut is None or function.cut.row not in asked:
            continue
        if other is None or other.cut is None:
            return None
        found.append((function.cut, other.cut))
    return found


def _functions(
    tree: ast.Module,
) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, ast.ClassDef | None]]:
    for node in tree.body:
        if isinstance(node, _FUNCTIONS):
            yield node, None
        elif isinstance(node, ast.ClassDef):
            yield from ((each, node) for each in node.body if isinstance(each, _FUNCTIONS))


def _binds_the_same(names: Collection[str], then: ast.Module, now: ast.Module) -> bool:
    """Whether names that were looked up lead to the same, and all classes have the same heads."""
    if _heads(then) != _heads(now):
        return False
    before, after = bindings_in(then), bindings_in(now)
    return all(
        list(map(ast.dump, before.get(name, ()))) == list(map(ast.dump, after.get(name, ())))
        for name in names
        if name != CLASSES
    )


def _heads(tree: ast.Module) -> list[object]:
    return [
        (node.name, *map(ast.dump, (*node.bases, *node.keywords, *node.decorator_list)))
        for node in walk(tree)
        if isinstance(node, ast.ClassDef)
    ]


def _used(
    taken: Collection[tuple[int, int]], asked: set[int], then: _State
) -> set[Key | str] | None:
    """Return which functions and, by their names, classes were looked at; None where unsure."""
    found: set[Key | str] = set()
    for row in asked.union(row for row, _ in taken):
        key = _at(row, then)
        if key is None:
            return None
        found.add(key)
    return found


def _at(row: int, then: _State) -> Key | str | None:
    """Return the function or class in which something stands; a method stands for its class."""
    assert then.tree is not None
    for key, function in then.functions.items():
        node = function.node
        last = function.cut.end_row if function.cut else node.end_lineno or node.lineno
        if node.lineno <= row <= last:
            return function.cls.name if function.cls else key
    for each in then.tree.body:
        if isinstance(each, ast.ClassDef) and each.lineno <= row <= (each.end_lineno or row):
            return each.name
    return None


def _is_same_head(used: Key | str, then: _State, now: _State) -> bool:
    assert then.tree is not None
    assert now.tree is not None
    if isinstance(used, str):
        return _classes(then.tree, used) == _classes(now.tree, used)
    other = now.functions.get(used)
    return other is not None and ast.dump(then.functions[used].node) == ast.dump(other.node)


def _classes(tree: ast.Module, name: str) -> list[str]:
    found = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    return [ast.dump(node) for node in found]


def _parsed(content: bytes) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
