"""Whose a run id is that a function sends to or hands on: its caller's, or something fetched's.

A worker that takes jobs off a queue sends for whoever ordered a job. The ids of whoever
runs the worker are others, and must not be handed down to it. So it is with a loop over the
members of a thread.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.program import last_word
from netra_lint.project.nodes import children, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from netra_lint.flow.program import FunctionInfo

Params = dict[str, bool]
"""Parameters that something comes from, each with whether only a part of it is used."""

_FETCHES = frozenset({
    "get", "pop", "popleft", "popitem", "heappop", "next", "receive", "recv", "fetch", "dequeue",
    "claim", "take", "poll", "acquire", "lease", "reserve", "checkout", "peek",
})  # fmt: skip
"""First words of functions that give something which was put there before."""


class Around(NamedTuple):
    """The function around an expression.

    Attributes:
        node: the outermost one, with all that is defined in it.
        params: its parameters.
        instance: the one that holds the instance, or ``""``.
    """

    node: ast.AST
    params: frozenset[str]
    instance: str


def given_by(root: FunctionInfo, node: ast.expr, part: bool = False) -> Params | None:
    """Return the parameters that an expression comes from.

    Args:
        root: the outermost function around it.
        node: the expression.
        part: whether only a part of it matters, such as its run id.

    Returns:
        The parameters, the instance aside; None where it is, or is a part of, something
        that the function fetched itself: a job off a queue, an element of a list.
    """
    return comes_from(Around(root.node, frozenset(root.every_param), root.receiver), node, part)


def comes_from(around: Around, node: ast.expr, part: bool = False) -> Params | None:
    """Return the parameters that an expression comes from; see `given_by`."""
    return _of(around, node, part, ())


def is_written_out(node: ast.expr | None) -> bool:
    """Whether an expression is a text as it stands there."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def varying(info: FunctionInfo) -> frozenset[str]:
    """Return the names that stand for something else in each round of a loop.

    Args:
        info: the function; what is defined around it counts as well.
    """
    found = varying(info.outer) if info.outer is not None else frozenset()
    return found | changing(info.node)


def changing(function: ast.AST) -> frozenset[str]:
    """Return the names that stand for something else in each round of a loop in a function."""
    nodes = list(walk(function))
    loops = (ast.For, ast.AsyncFor, ast.comprehension)
    names = {name for node in nodes if isinstance(node, loops) for name in names_in(node.target)}
    puts = [
        n for n in nodes if isinstance(n, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and n.value
    ]
    more = True
    while more:
        targets = {
            name
            for node in puts
            if node.value is not None and is_part_of(node.value, names)
            for each in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if not isinstance(each, ast.Attribute)
            for name in names_in(each)
        }
        more = not targets <= names
        names |= targets
    return frozenset(names)


def is_part_of(node: ast.expr, names: Collection[str]) -> bool:
    """Whether an expression is, or is read from, what has one of some names."""
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await, ast.Starred)):
        return is_part_of(node.value, names)
    if isinstance(node, (ast.Tuple, ast.List)):
        return any(is_part_of(each, names) for each in node.elts)
    if isinstance(node, ast.Call):
        of = [node.func.value] if isinstance(node.func, ast.Attribute) else node.args[:1]
        return any(is_part_of(each, names) for each in of)
    return False


def keys_read(function: ast.AST, attributes: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the names of which a function reads items, each with its key.

    Args:
        function: the function.
        attributes: whether to yield attributes as well.
    """
    for node in walk(function):
        holder, part = None, None
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            if attributes:
                holder, part = node.value, node.attr
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            holder, part = node.value, getattr(node.slice, "value", None)
        elif isinstance(node, ast.Call) and last_word(node.func) == "get" and node.args:
            holder = node.func.value if isinstance(node.func, ast.Attribute) else None
            part = getattr(node.args[0], "value", None)
        if isinstance(holder, ast.Name) and isinstance(part, str):
            yield holder.id, part


def names_in(node: ast.AST) -> set[str]:
    """Return the names in an expression."""
    return {each.id for each in walk(node) if isinstance(each, ast.Name)}


def _of(around: Around, node: ast.expr, part: bool, seen: tuple[str, ...]) -> Params | None:
    found: Params = {}
    lost = False
    for name, of_part in _paths(node, part):
        given = _of_name(around, name, of_part, seen)
        lost = lost or given is None
        for param, each in (given or {}).items():
            found[param] = found.get(param, False) or each
    if isinstance(node, (ast.JoinedStr, ast.BinOp)):
        lost = lost and not found  # a text made of one's own id names something of one's own
    fetched = _fetched(node, part)
    return None if lost or fetched == NEXT or (fetched and not found) else found


def _of_name(around: Around, name: str, part: bool, seen: tuple[str, ...]) -> Params | None:
    if name in around.params:
        return {} if name == around.instance else {name: part}
    found: Params = {}
    for value, target in _bindings(around.node, name) if name not in seen else ():
        given = _of(around, value, part or target != WHOLE, (*seen, name))
        if given is None or (target == ROUND and not _is_listed_out(value)):
            return None
        if not given and target != WHOLE:
            return None
        found.update(given)
    return found


def _paths(node: ast.AST, part: bool) -> Iterator[tuple[str, bool]]:
    """Yield the names that an expression is read from, each with whether as a part of them."""
    if isinstance(node, ast.Name):
        yield node.id, part
    elif isinstance(node, (ast.Attribute, ast.Subscript)):
        yield from _paths(node.value, True)
    elif isinstance(node, ast.Call):
        arguments = (*node.args, *(word.value for word in node.keywords))
        for each in (*((node.func,) if isinstance(node.func, ast.Attribute) else ()), *arguments):
            yield from _paths(each, part)
    else:
        for child in children(node):
            yield from _paths(child, part)


WHOLE, PIECE, ROUND = "whole", "piece", "round"


def _bindings(root: ast.AST, name: str) -> Iterator[tuple[ast.expr, str]]:
    """Yield what a name gets, each with how: as a whole, a piece of it, or one in each round."""
    for node in walk(root):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if _binds(target, name):
                    yield node.value, WHOLE if isinstance(target, ast.Name) else PIECE
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            if node.value is not None and _binds(node.target, name):
                yield node.value, WHOLE
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            if _binds(node.target, name):
                yield node.iter, ROUND
        elif isinstance(node, ast.withitem) and _binds(node.optional_vars, name):
            whole = isinstance(node.optional_vars, ast.Name)
            yield node.context_expr, WHOLE if whole else PIECE


def _binds(target: ast.expr | None, name: str) -> bool:
    if isinstance(target, ast.Name):
        return target.id == name
    if isinstance(target, (ast.Tuple, ast.List)):
        return any(_binds(each, name) for each in target.elts)
    return isinstance(target, ast.Starred) and _binds(target.value, name)


def _is_listed_out(node: ast.expr) -> bool:
    """Whether all that a loop goes through stands in the loop's head."""
    if isinstance(node, ast.Call):
        given = [*node.args, *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]
        return any(_is_listed_out(each) for each in given)
    return isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.Dict))


NEXT, KEPT = "next", "kept"


def _fetched(node: ast.expr, part: bool) -> str:
    """Return how an expression is a part of what somebody else made, or ``""``.

    Args:
        node: the expression.
        part: whether only a part of it matters.

    Returns:
        ``next`` for whatever comes next, as off a queue; ``kept`` for what is looked up.
    """
    if isinstance(node, (ast.Attribute, ast.Await)):
        return _fetched(node.value, part or isinstance(node, ast.Attribute))
    if isinstance(node, ast.Subscript):
        return _fetched(node.value, True) or (KEPT if part else "")
    if not isinstance(node, ast.Call):
        return ""
    before = _fetched(node.func.value, True) if isinstance(node.func, ast.Attribute) else ""
    word = last_word(node.func).lstrip("_").partition("_")[0]
    if before or not part or word not in _FETCHES:
        return before
    plain = isinstance(node.func, ast.Name)
    return NEXT if len(node.args) == plain else KEPT
