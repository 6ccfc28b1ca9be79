"""Calls inside lambdas, which run later, with what they are given then."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from netra_lint.flow.program import FunctionInfo


def lambda_around(info: FunctionInfo, call: ast.Call) -> ast.Lambda | None:
    """Return the innermost lambda of a function that a call stands in, or None."""
    found = None
    for node in walk(info.node):
        inside = isinstance(node, ast.Lambda) and node is not info.node
        if inside and any(each is call for each in walk(node)):
            found = node
    return found  # type: ignore[return-value]


def given_later(info: FunctionInfo, call: ast.Call) -> frozenset[str]:
    """Return the parameters of the lambda that a call stands in."""
    inner = lambda_around(info, call)
    args = inner.args if inner is not None else None
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs] if args is not None else []
    return frozenset(each.arg for each in every)
