"""Which variables hold a value at a call."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import all_bindings, assigned_before, bindings, parameters

if TYPE_CHECKING:
    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.site import Site


def variables(site: Site) -> dict[str, Function]:
    """Return the variables of the functions around a call, each with the innermost that has it.

    Whether one holds a value there is for `is_bound` to say.
    """
    found: dict[str, Function] = {}
    for function in site.functions:
        for name in (*parameters(function), *all_bindings(function)):
            found.setdefault(name, function)
    return found


def is_bound(site: Site, name: str, function: Function) -> bool:
    """Tell whether a variable holds a value at a call, on every path that leads there.

    A variable of an outer function counts where it is bound once only, since
    an inner one may run later.

    Args:
        site: the call.
        name: the variable.
        function: the function around the call that it belongs to.
    """
    given, bound = name in parameters(function), bindings(function, name)
    if any(isinstance(each.statement, _UNBINDING) for each in bound):
        return False
    index = site.functions.index(function)
    if index and len(bound) > (0 if given else 1):
        return False
    node: ast.AST = site.functions[index - 1] if index else site.call
    return given or assigned_before(site.source, name, node, function)


_UNBINDING = (ast.Delete, ast.Global, ast.Nonlocal)
