"""Decorators that put a function of fewer parameters in place of what they decorate.

``def wrapper(self, kind)`` around ``def notify(self, kind, thread_id=None)`` is what callers
call: it takes no ``thread_id``, whatever the function inside says.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls

Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_narrowed(calls: Calls, info: FunctionInfo) -> bool:
    """Tell whether what callers of a function call takes less than the function itself.

    Args:
        calls: the calls of the project.
        info: the function.
    """
    for each in info.decorators:
        func = each.func if isinstance(each, ast.Call) else each
        found = calls.function_named(info.module, func)
        if found is not None and narrows(found.node):
            return True
    return False


def narrows(decorator: ast.AST) -> bool:
    """Tell whether a decorator, or what makes one, gives a function that takes no other keywords.

    Args:
        decorator: the definition of a function; what it gives is a function inside it that
            calls what is decorated.
    """
    found = list(_wrappers(decorator, frozenset()))
    return bool(found) and all(each.args.kwarg is None for each in found)


def _wrappers(node: ast.AST, around: frozenset[str]) -> Iterator[Function]:
    """Yield the functions inside one that call a parameter of those around them."""
    if not isinstance(node, Function):
        return
    args = node.args
    names = around | {each.arg for each in (*args.posonlyargs, *args.args, *args.kwonlyargs)}
    for inner in _directly_in(node):
        deeper = list(_wrappers(inner, names))
        called = any(_calls(each, names) for each in walk(inner))
        yield from deeper or ([inner] if called else [])


def _directly_in(node: Function) -> Iterator[Function]:
    for statement in node.body:
        if isinstance(statement, Function):
            yield statement
        else:
            yield from (each for each in walk(statement) if isinstance(each, Function))


def _calls(node: ast.AST, names: frozenset[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
