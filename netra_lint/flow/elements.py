"""What an annotation names, and what it says of a container's elements."""

from __future__ import annotations

import ast

from netra_lint.flow.program import last_word
from netra_lint.project.nodes import is_none

_WRAPPERS = ("Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired")
_DEPTH = 10
_ROWS = frozenset({
    "list", "List", "set", "Set", "frozenset", "FrozenSet", "deque", "Deque", "Sequence",
    "MutableSequence", "Collection", "Iterable", "Iterator", "Generator", "AsyncIterable",
    "AsyncIterator", "AsyncGenerator", "Queue", "PriorityQueue", "LifoQueue",
})  # fmt: skip
_MAPPINGS = frozenset({
    "dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict",
})  # fmt: skip
_TAKEN_OUT = frozenset({"get", "get_nowait", "pop", "popleft", "setdefault"})
"""Methods of containers that give one element."""
_WAITED = frozenset({"Queue", "PriorityQueue", "LifoQueue"})
"""Containers whose ``get`` is awaited."""


_PICKS = frozenset({"max", "min", "next"})
_ALIKE = frozenset({"iter", "list", "reversed", "sorted"})


def unwrapped(annotation: ast.expr | None) -> tuple[ast.expr | None, bool]:
    """Return what an annotation names, and whether it allows None besides."""
    optional = False
    for _ in range(_DEPTH):
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            try:
                annotation = ast.parse(annotation.value, mode="eval").body
            except SyntaxError:
                return None, True
        elif isinstance(annotation, ast.Subscript) and last_word(annotation.value) in _WRAPPERS:
            optional = optional or last_word(annotation.value) == "Optional"
            inner = annotation.slice
            annotation = inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else inner
        elif isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
            sides = [annotation.left, annotation.right]
            rest = [side for side in sides if not is_none(side)]
            optional = optional or len(rest) < len(sides)
            if len(rest) != 1:
                return None, True
            annotation = rest[0]
        else:
            break
    return annotation, optional


def element(annotation: ast.expr | None, by_key: bool = False) -> ast.expr | None:
    """Return what an element of a container is declared to be.

    Args:
        annotation: the container's annotation.
        by_key: whether it is read by a key; a mapping that is gone through gives its keys.
    """
    inner, _ = unwrapped(annotation)
    if not isinstance(inner, ast.Subscript):
        return None
    name = last_word(inner.value)
    parts = inner.slice.elts if isinstance(inner.slice, ast.Tuple) else [inner.slice]
    if name in _MAPPINGS and len(parts) == 2:
        return parts[1] if by_key else parts[0]
    return parts[0] if name in _ROWS and parts else None


def chosen_from(node: ast.expr) -> ast.expr | None:
    """Return what a comprehension goes through whose elements are those that it gives.

    Args:
        node: an expression, such as ``[job for job in jobs if job.open]``.
    """
    if not isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
        return None
    first, element = node.generators[0], node.elt
    same = isinstance(first.target, ast.Name) and isinstance(element, ast.Name) and (
        first.target.id == element.id
    )  # fmt: skip
    return first.iter if same and len(node.generators) == 1 else None


def rows_of(annotation: ast.expr | None) -> ast.expr | None:
    """Return the annotation of a list of a container's elements."""
    one = element(annotation)
    return ast.Subscript(ast.Name("list"), one) if one is not None else None


def picked(annotation: ast.expr | None, call: ast.Call) -> ast.expr | None:
    """Return what one of Python's own functions gives of a container, by what that declares.

    Args:
        annotation: the annotation of what it is given first.
        call: the call of the function.
    """
    name = last_word(call.func)
    if name in _ALIKE:
        return rows_of(annotation)
    return (
        element(annotation) if name in _PICKS and (len(call.args) == 1 or name == "next") else None
    )


def taken_out(
    annotation: ast.expr | None, call: ast.Call, awaited: bool
) -> tuple[ast.expr | None, bool]:
    """Return what a method of a container gives, and whether that may be None.

    Args:
        annotation: the container's annotation.
        call: the call of the method.
        awaited: whether it is awaited.
    """
    inner, _ = unwrapped(annotation)
    method = last_word(call.func)
    if not isinstance(inner, ast.Subscript):
        return None, False
    name = last_word(inner.value)
    if (name in _WAITED and method == "get") != awaited:
        return None, False
    found = element(inner, by_key=True)
    if name in _MAPPINGS and method == "values" and found is not None:
        return ast.Subscript(ast.Name("list"), found), False
    lacking = name in _MAPPINGS and (method == "get" or (method == "pop" and bool(call.args[1:])))
    return (found, lacking) if method in _TAKEN_OUT else (None, False)
