"""Where functions bind names, and whether a name is bound where it is wanted."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.project.nodes import bound_names, flat, kept_names, own_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netra_lint.fixes.source import SourceFile

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_PLAIN = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
EXITS = (ast.Return, ast.Raise, ast.Continue, ast.Break)


@dataclass(frozen=True)
class Binding:
    """One place where a function binds a name; no value where it is not plain."""

    statement: ast.stmt
    value: ast.expr | None


def parameters(function: Function) -> dict[str, ast.arg]:
    """Return a function's parameters by their names, those with stars left out."""
    args = function.args
    return {each.arg: each for each in (*args.posonlyargs, *args.args, *args.kwonlyargs)}


def default_of(function: Function, name: str) -> ast.expr | None:
    """Return the default of a parameter."""
    args = function.args
    positional = [*args.posonlyargs, *args.args]
    pairs = list(zip(reversed(positional), reversed(args.defaults), strict=False))
    pairs += [(a, d) for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d]
    return next((default for arg, default in pairs if arg.arg == name), None)


def bindings(function: Function, name: str) -> Sequence[Binding]:
    """Return where a function binds a name, besides its parameters."""
    return all_bindings(function).get(name, ())


@lru_cache(maxsize=64)
def all_bindings(function: Function) -> dict[str, list[Binding]]:
    """Return where a function binds names, besides its parameters."""
    found: dict[str, list[Binding]] = {}
    for statement in () if isinstance(function, ast.Lambda) else flat(function.body):
        if isinstance(statement, (ast.Global, ast.Nonlocal)):
            for name in statement.names:
                found.setdefault(name, []).append(Binding(statement, None))
        elif not (isinstance(statement, ast.AnnAssign) and statement.value is None):
            for name in dict.fromkeys(kept_names(statement)):
                found.setdefault(name, []).append(Binding(statement, _value(statement, name)))
    return found


def _value(statement: ast.stmt, name: str) -> ast.expr | None:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        return _part(statement.targets[0], statement.value, name)
    if isinstance(statement, ast.AnnAssign):
        return statement.value
    walrus = [node for node in own_nodes(statement) if isinstance(node, ast.NamedExpr)]
    values = [node.value for node in walrus if node.target.id == name]
    return values[0] if len(values) == 1 else None


def _part(target: ast.expr, value: ast.expr, name: str) -> ast.expr | None:
    if isinstance(target, ast.Name):
        return value if target.id == name else None
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=False)
        same = len(target.elts) == len(value.elts)
        found = [part for each, part in pairs if isinstance(each, ast.Name) and each.id == name]
        return found[0] if same and found else None
    return None


def assigned_before(source: SourceFile, name: str, node: ast.AST, function: ast.AST) -> bool:
    """Tell whether a name is bound on every path from a function's start to a node."""
    while node is not function:
        parent = source.parents[node]
        if isinstance(node, ast.stmt):
            block = next(b for b in _blocks(parent) if node in b)
            if any(_binds(each, name) for each in block[: block.index(node)]):
                return True
            if _head_binds(parent, block, name):
                return True
        node = parent
    return False


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for _, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield value


def _head_binds(parent: ast.AST, block: list[ast.stmt], name: str) -> bool:
    """Whether a compound statement's head binds a name for its block."""
    if isinstance(parent, (ast.For, ast.AsyncFor)):
        return block is parent.body and _stores(parent.target, name)
    if isinstance(parent, (ast.With, ast.AsyncWith)):
        return any(
            item.optional_vars and _stores(item.optional_vars, name) for item in parent.items
        )
    if isinstance(parent, ast.Try):
        return block is parent.orelse and any(_binds(each, name) for each in parent.body)
    return isinstance(parent, ast.ExceptHandler) and parent.name == name


def _stores(target: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))


def _binds(statement: ast.stmt, name: str) -> bool:
    """Whether a statement binds a name on each path that leads on behind it."""
    if isinstance(statement, ast.If):
        return all(_ends_bound(block, name) for block in (statement.body, statement.orelse))
    if isinstance(statement, (ast.With, ast.AsyncWith)):
        return _head_binds(statement, statement.body, name) or _any_binds(statement.body, name)
    if isinstance(statement, ast.Try):
        handled = all(_ends_bound(handler.body, name) for handler in statement.handlers)
        tried = _any_binds([*statement.body, *statement.orelse], name) and handled
        return tried or _any_binds(statement.finalbody, name)
    if isinstance(statement, ast.Assign):
        return any(_stores(target, name) for target in statement.targets)
    if isinstance(statement, ast.AnnAssign):
        return statement.value is not None and _stores(statement.target, name)
    return isinstance(statement, _PLAIN) and name in bound_names(statement)


def _any_binds(block: list[ast.stmt], name: str) -> bool:
    return any(_binds(each, name) for each in block)


def _ends_bound(block: list[ast.stmt], name: str) -> bool:
    return leaves(block) or _any_binds(block, name)


def leaves(block: list[ast.stmt]) -> bool:
    """Tell whether a block never runs on to what follows it."""
    if not block:
        return False
    last = block[-1]
    if isinstance(last, ast.If):
        return leaves(last.body) and leaves(last.orelse)
    return isinstance(last, EXITS)
