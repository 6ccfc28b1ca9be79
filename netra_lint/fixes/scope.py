"""Which variables hold a value at a call."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import assigned_before, bindings, parameters
from netra_lint.project.modules import bound_names, flat

if TYPE_CHECKING:
    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.site import Site


def visible(site: Site) -> dict[str, Function]:
    """Return the variables that hold a value at a call, each with its function.

    A variable of an outer function counts where it is bound once only, since
    an inner one may run later.
    """
    found: dict[str, Function] = {}
    hidden: set[str] = set()
    node: ast.AST = site.call
    for function in site.functions:
        inner = function is site.functions[0]
        for name in _names(function):
            if name in hidden:
                continue
            hidden.add(name)
            if _has_value(site, name, function, node, inner):
                found[name] = function
        node = function
    return found


def _names(function: Function) -> list[str]:
    body = [] if isinstance(function, ast.Lambda) else list(flat(function.body))
    bound = [name for statement in body for name in bound_names(statement)]
    return list(dict.fromkeys([*parameters(function), *bound]))


def _has_value(site: Site, name: str, function: Function, node: ast.AST, inner: bool) -> bool:
    given = name in parameters(function)
    if any(isinstance(each.statement, ast.Delete) for each in bindings(function, name)):
        return False
    if not inner and len(bindings(function, name)) > (0 if given else 1):
        return False
    return given or assigned_before(site.source, name, node, function)
