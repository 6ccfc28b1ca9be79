"""Ways through syntax trees: faster than those of ``ast``, and aware of bodies parsed on demand."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.outline import Body, viewed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


_LEAVES = frozenset({
    "asname", "attr", "conversion", "ctx", "id", "is_async", "kind", "level", "module", "name",
    "op", "ops", "rest", "simple", "tag", "type_comment",
})  # fmt: skip
"""Fields that hold no node, or one that says nothing more: an operator, a context."""


class _Fields(dict[type[ast.AST], tuple[str, ...]]):
    """The fields of each kind of node that can hold others."""

    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        if issubclass(kind, (ast.Constant, ast.MatchSingleton, ast.Global, ast.Nonlocal, ast.arg)):
            fields = ("annotation",) if kind is ast.arg else ()
        elif kind is ast.keyword:
            fields = ("value",)
        else:
            named = ("name",) if kind.__name__ == "TypeAlias" else ()
            fields = (*named, *(each for each in kind._fields if each not in _LEAVES))
        self[kind] = fields
        return fields


_FIELDS = _Fields()


def children(node: ast.AST, bodies: bool = True) -> list[ast.AST]:
    """Return the nodes right below one, in order, without operators and contexts.

    Args:
        node: the node.
        bodies: whether to look into a function's body that may not be parsed yet.
    """
    found: list[ast.AST] = []
    for field in _FIELDS[type(node)]:
        value = getattr(node, field, None)
        if isinstance(value, list):
            if bodies or not isinstance(value, Body):
                found += [child for child in value if isinstance(child, ast.AST)]
        elif value is not None:
            found.append(value)
    return found


def bindings_in(tree: ast.Module) -> dict[str, list[ast.stmt]]:
    """Return the names that a module binds, each with the statements that do."""
    found: dict[str, list[ast.stmt]] = {}
    for statement in flat(tree.body):
        for name in bound_names(statement):
            found.setdefault(name, []).append(statement)
    return found


def flat(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of one scope, those in branches and loops too."""
    for statement in body:
        yield statement
        for block in blocks(statement):
            yield from flat(block)


def blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """Yield the statement lists that belong to a compound statement's own scope."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, None)
        if block:
            yield block
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def bound_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement itself binds in its scope."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
    elif isinstance(statement, ast.Import):
        for alias in statement.names:
            yield alias.asname or alias.name.partition(".")[0]
    elif isinstance(statement, ast.ImportFrom):
        for alias in statement.names:
            yield alias.asname or alias.name
    else:
        yield from _stored(statement)


def _stored(statement: ast.stmt, but: Collection[int] = ()) -> Iterator[str]:
    for node in own_nodes(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            if id(node) not in but:
                yield node.id
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            yield node.name
        elif isinstance(node, ast.MatchMapping) and node.rest:
            yield node.rest
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def kept_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement binds and that stay bound: a comprehension's own do not."""
    inner = {
        id(name)
        for node in own_nodes(statement)
        if isinstance(node, ast.comprehension)
        for name in walk(node.target)
    }
    named = isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    yield from bound_names(statement) if named or not inner else _stored(statement, inner)


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all below it but operators and contexts, in no particular order."""
    todo = [node]
    while todo:
        node = todo.pop()
        yield node
        todo += children(node)


def statements_in(body: Sequence[ast.stmt], *words: bytes, view: str = "") -> Iterator[ast.stmt]:
    """Yield all statements of a body, those of inner functions and classes too.

    Args:
        body: the statements.
        words: what functions need not be looked into without.
        view: as what the functions are looked at.
    """
    todo = list(body)
    while todo:
        statement = todo.pop()
        yield statement
        for name in ("body", "orelse", "finalbody"):
            block = getattr(statement, name, ())
            if not isinstance(block, Body) or any(block.may_hold(word) for word in words):
                with viewed(block, view):
                    todo += block
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            todo += part.body


def own_nodes(statement: ast.AST, kept: type | None = None) -> Iterator[ast.AST]:
    """Yield a statement's nodes but not those of nested statements and functions.

    Args:
        statement: the statement.
        kept: a kind of nested function that is yielded all the same.
    """
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        yield node
        for child in children(node, bodies=False):
            if isinstance(child, ast.Lambda):
                if kept is not None and isinstance(child, kept):
                    yield child
            elif not isinstance(child, ast.stmt):
                todo.append(child)


def defaults_of(args: ast.arguments) -> list[tuple[str, ast.expr]]:
    """Return the parameters that have defaults, with them."""
    positional = [*args.posonlyargs, *args.args]
    last = positional[len(positional) - len(args.defaults) :]
    pairs = [*zip(last, args.defaults, strict=True)]
    only = zip(args.kwonlyargs, args.kw_defaults, strict=True)
    pairs += [(param, default) for param, default in only if default is not None]
    return [(param.arg, default) for param, default in pairs]


def set_by_name(node: ast.AST) -> tuple[ast.Attribute, ast.expr] | None:
    """Return the attribute that a call sets by its name, with its value, where that is written out.

    So do ``setattr(row, "owner", user)`` and, in frozen dataclasses,
    ``object.__setattr__(self, "owner", user)``.
    """
    if not isinstance(node, ast.Call) or len(node.args) != 3 or node.keywords:
        return None
    func, (base, name, value) = node.func, node.args
    if isinstance(func, ast.Attribute):
        is_setter = func.attr == "__setattr__" and _is_name(func.value, "object")
    else:
        is_setter = _is_name(func, "setattr")
    if not is_setter or not isinstance(name, ast.Constant) or not isinstance(name.value, str):
        return None
    target = ast.Attribute(base, name.value, ast.Store())
    return ast.copy_location(target, node), value


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def is_none(node: ast.expr) -> bool:
    """Tell whether an expression is None as it is written."""
    return isinstance(node, ast.Constant) and node.value is None


def root_of(node: ast.expr) -> str:
    """Return the name that an expression is read from, or ``""``."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Await)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
