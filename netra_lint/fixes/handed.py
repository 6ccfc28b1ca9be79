"""Sends that others make: a manager's method is handed on, with what it is to be called with."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.fixes.site import Site
    from netra_lint.vocabulary import RoutingMethod


def handed_method(site: Site) -> tuple[ast.Attribute, RoutingMethod] | None:
    """Return the routing method that a call hands on together with its recipient.

    Args:
        site: a call such as ``retried(manager.send_to_user, user_id, message)``.

    Returns:
        The argument that is the method, and what the vocabulary says of it; None where the
        call hands on none, or the site's argument is not what it takes as its recipient.
    """
    words, args = site.project.words, site.call.args
    func = site.call.func
    if isinstance(func, ast.Attribute) and words.routing_method(func.attr) is not None:
        return None
    for at, arg in enumerate(args):
        method = words.routing_method(arg.attr) if isinstance(arg, ast.Attribute) else None
        if method is None or not isinstance(arg, ast.Attribute):
            continue
        to = at + 1 + method.position
        plain = not any(isinstance(each, ast.Starred) for each in args[: to + 1])
        found = to < len(args) and args[to] is site.argument
        return (arg, method) if plain and found else None
    return None
