"""What the patterns of a ``match`` statement bind, and on which condition they fit."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.flow.expressions import Expressions

ALWAYS = -1


def bind(graph: Expressions, pattern: ast.pattern, value: int) -> int:
    """Bind a pattern's names to the parts of a value.

    Args:
        graph: the graph that is being built.
        pattern: the pattern.
        value: what is matched.

    Returns:
        The condition on which it fits, or ``ALWAYS``.
    """
    if isinstance(pattern, ast.MatchValue):
        return graph.add("compare", "Eq", value, graph.value(pattern.value))
    if isinstance(pattern, ast.MatchSingleton):
        return graph.add("compare", "Is", value, graph.const(pattern.value))
    if isinstance(pattern, ast.MatchAs):
        condition = bind(graph, pattern.pattern, value) if pattern.pattern else ALWAYS
        if pattern.name:
            name = ast.copy_location(ast.Name(pattern.name, ast.Store()), pattern)
            graph.assign(name, value, pattern)
        return condition
    if isinstance(pattern, ast.MatchSequence):
        return _sequence(graph, pattern, value)
    if isinstance(pattern, ast.MatchMapping):
        return _mapping(graph, pattern, value)
    if isinstance(pattern, ast.MatchClass):
        return _class(graph, pattern, value)
    assert isinstance(pattern, ast.MatchOr)
    return _all(graph, [bind(graph, part, value) for part in pattern.patterns], "or")


def _all(graph: Expressions, conditions: list[int], kind: str = "and") -> int:
    result = ALWAYS
    for condition in conditions:
        if condition == ALWAYS:
            if kind == "or":
                return ALWAYS
            continue
        result = condition if result == ALWAYS else graph.add(kind, result, condition)
    return result


def _shape(graph: Expressions, pattern: ast.pattern, value: int, size: int) -> int:
    """A condition that nothing else decides: whether the value has such a shape."""
    return graph.add("matches", value, type(pattern).__name__, size)


def _sequence(graph: Expressions, pattern: ast.MatchSequence, value: int) -> int:
    parts = pattern.patterns
    star = next((i for i, p in enumerate(parts) if isinstance(p, ast.MatchStar)), len(parts))
    exact = len(parts) if star == len(parts) else -1
    found = [_shape(graph, pattern, value, exact)]
    for index, part in enumerate(parts):
        if isinstance(part, ast.MatchStar):
            if part.name:
                left = len(parts) - index - 1
                high = graph.const(-left) if left else graph.none
                low, mem = graph.const(index), graph.way.mem
                rest = graph.add("slice", value, low, high, graph.none, mem)
                name = ast.copy_location(ast.Name(part.name, ast.Store()), part)
                graph.assign(name, rest, part)
            continue
        place = index if index < star else index - len(parts)
        item = graph.add("item", value, graph.const(place), graph.way.mem)
        found.append(bind(graph, part, item))
    return _all(graph, found)


def _mapping(graph: Expressions, pattern: ast.MatchMapping, value: int) -> int:
    found = [_shape(graph, pattern, value, len(pattern.keys))]
    for key, part in zip(pattern.keys, pattern.patterns, strict=True):
        item = graph.add("item", value, graph.value(key), graph.way.mem)
        found.append(bind(graph, part, item))
    if pattern.rest:
        name = ast.copy_location(ast.Name(pattern.rest, ast.Store()), pattern)
        graph.assign(name, value, pattern)
    return _all(graph, found)


def _class(graph: Expressions, pattern: ast.MatchClass, value: int) -> int:
    cls = graph.value(pattern.cls)
    found = [graph.add("is_a", value, cls)]
    value = graph.add("guard", value, ((found[0], 1),))
    name = pattern.cls.id if isinstance(pattern.cls, ast.Name) else ""
    for index, part in enumerate(pattern.patterns):
        if name in ("str", "int", "bytes", "list", "dict", "tuple", "set", "float", "bool"):
            item = value
        else:
            item = graph.add("field", value, cls, index, graph.way.mem)
        found.append(bind(graph, part, item))
    for word, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
        item = graph.add("attr", value, word, graph.way.mem)
        found.append(bind(graph, part, item))
    return _all(graph, found)
