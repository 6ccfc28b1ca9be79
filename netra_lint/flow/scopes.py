"""Which names are local to a body, and which of them inner functions share."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.project.nodes import bound_names, flat, own_nodes, statements_in, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one body.

    Attributes:
        params: its parameters.
        local: the names that it binds.
        shared: the names that it declares ``global`` or ``nonlocal``.
        cells: local names that inner functions see, and that change.
        rebound: those that inner functions change.
        outer: whether functions inside keep it: not a module's or a class's body.
    """

    params: tuple[str, ...] = ()
    local: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    rebound: frozenset[str] = frozenset()
    outer: bool = True


def scope_of(
    body: Sequence[ast.stmt], params: tuple[str, ...] = (), kind: str = "", deep: bool = True
) -> Scope:
    """Return the scope of a body.

    Args:
        body: its statements.
        params: its parameters.
        kind: ``class`` or ``module`` for such bodies.
        deep: whether its expressions may hold lambdas or bind names.
    """
    bound: dict[str, int] = dict.fromkeys(params, 1)
    shared: set[str] = set()
    inner: list[ast.AST] = []
    for statement in flat(body):
        for name in bound_names(statement) if deep else targets_of(statement):
            bound[name] = bound.get(name, 0) + (2 if _repeats(statement) else 1)
        if isinstance(statement, (ast.Global, ast.Nonlocal)):
            shared.update(statement.names)
        if isinstance(statement, _INNER):
            inner.append(statement)
        elif deep:
            inner.extend(n for n in own_nodes(statement, ast.Lambda) if isinstance(n, ast.Lambda))
    local = frozenset(bound) - shared
    if kind == "class" or not inner:
        return Scope(params, local, frozenset(shared), outer=kind != "class")
    if kind == "module":
        changed = local & _declared_in(body)
        return Scope(params, local, frozenset(), changed, changed, outer=False)
    mentioned, rebound = _used_in(inner)
    seen = local & mentioned
    changing = frozenset(name for name in seen if bound[name] > 1) | (local & rebound)
    return Scope(params, local, frozenset(shared), changing, local & rebound)


def targets_of(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement without ``:=`` binds."""
    kind = type(statement)
    if kind in _TARGETLESS:
        return
    if kind is ast.Assign:
        for target in statement.targets:  # type: ignore[attr-defined]
            if type(target) is ast.Name:
                yield target.id
            elif type(target) in (ast.Tuple, ast.List):
                yield from _names_in(target)
        return
    if kind in (ast.AnnAssign, ast.AugAssign, ast.For, ast.AsyncFor):
        yield from _names_in(statement.target)  # type: ignore[attr-defined]
    elif kind in (ast.With, ast.AsyncWith):
        for item in statement.items:  # type: ignore[attr-defined]
            if item.optional_vars is not None:
                yield from _names_in(item.optional_vars)
    elif kind is ast.Try:
        yield from (h.name for h in statement.handlers if h.name)  # type: ignore[attr-defined]
    else:
        yield from bound_names(statement)


_TARGETLESS = frozenset({
    ast.Expr, ast.Return, ast.If, ast.While, ast.Raise, ast.Pass, ast.Assert, ast.Global,
    ast.Nonlocal, ast.Break, ast.Continue,
})  # fmt: skip


def _names_in(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, (ast.Tuple, ast.List)):
        for element in target.elts:
            yield from _names_in(element)
    elif isinstance(target, ast.Starred):
        yield from _names_in(target.value)


def _repeats(statement: ast.stmt) -> bool:
    return isinstance(statement, (ast.For, ast.AsyncFor, ast.AugAssign))


def _used_in(inner: list[ast.AST]) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    rebound: set[str] = set()
    for node in inner:
        for part in walk(node):
            if isinstance(part, ast.Name):
                names.add(part.id)
            elif isinstance(part, (ast.Nonlocal, ast.Global)):
                rebound.update(part.names)
    return names, rebound


def _declared_in(body: Sequence[ast.stmt]) -> set[str]:
    """Return the names that inner functions declare ``global``."""
    return {
        name
        for statement in statements_in(body, b"global", b"nonlocal")
        if isinstance(statement, (ast.Global, ast.Nonlocal))
        for name in statement.names
    }


def bound_in(node: ast.AST) -> set[str]:
    """Return the names that a loop binds, those of its inner blocks too."""
    found: set[str] = set()
    for statement in flat([node]):  # type: ignore[list-item]
        found.update(bound_names(statement))
    return found


def mentioned_in(node: ast.AST) -> frozenset[str]:
    """Return the names that a function or class reads."""
    return frozenset(part.id for part in walk(node) if isinstance(part, ast.Name))
