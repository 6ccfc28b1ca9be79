"""A variable that holds a run id only to send to it: it goes when its last use goes."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import effects, is_run
from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.layout import removal
from netra_lint.fixes.proposal import NoFixError
from netra_lint.fixes.uses import uses_of_name

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.site import Site


def sites_of_variable(site: Site) -> list[Site]:
    """Return all sends to the variable that a send has as its recipient.

    Args:
        site: one of the sends.

    Returns:
        The sends, when the variable is local, holds a run id that was got
        without effects, and is used for nothing else; else none.
    """
    name = site.argument
    function = site.functions[0] if site.functions else None
    if not isinstance(name, ast.Name) or function is None or name.id in parameters(function):
        return []
    bound = bindings(function, name.id)
    if len(bound) != 1 or not _is_plain(bound[0].statement) or effects(bound[0].statement):
        return []
    found = []
    for use in uses_of_name(function, name.id):
        call = site.source.parents[use]
        call = site.source.parents[call] if isinstance(call, ast.keyword) else call
        if isinstance(call, ast.Call) and use is not call.func and not _is_starred(call, use):
            found.append(replace(site, call=call, argument=use))
        elif not _guards_send(use, site):
            return []
    return found if all(is_run(each.argument, each.scope) for each in found) else []


def _is_plain(statement: ast.stmt) -> bool:
    single = isinstance(statement, ast.Assign) and len(statement.targets) == 1
    return isinstance(statement, ast.AnnAssign) or (
        single and isinstance(statement.targets[0], ast.Name)  # type: ignore[attr-defined]
    )


def _is_starred(call: ast.Call, use: ast.Name) -> bool:
    return any(isinstance(each, ast.Starred) and each.value is use for each in call.args)


def _guards_send(use: ast.Name, site: Site) -> bool:
    """Whether a use is the test of a guard that is replaced together with its send."""
    guard = site.source.parents[use]
    if not isinstance(guard, ast.If) or guard.test is not use or len(guard.body) != 1:
        return False
    sent = [node for node in ast.walk(guard.body[0]) if isinstance(node, ast.Name)]
    return isinstance(guard.body[0], ast.Expr) and any(node.id == use.id for node in sent)


def removed(site: Site) -> Edit:
    """Return the edit that takes away the variable of a site.

    Raises:
        NoFixError: for a variable that was not asked for by `sites_of_variable`.
    """
    if not isinstance(site.argument, ast.Name) or not site.functions:
        raise NoFixError("the recipient is no variable")
    return removal(site.source, bindings(site.functions[0], site.argument.id)[0].statement)
