"""What is known of the manager that a message is sent through."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.classes import Members, members
from netra_lint.fixes.project import last_name
from netra_lint.fixes.scope import is_bound, variables
from netra_lint.flow.elements import unwrapped

if TYPE_CHECKING:
    from netra_lint.fixes.site import Site


def manager(site: Site, func: ast.expr | None = None) -> Members | None:
    """Return what the receiver of a send has, where its class is known.

    Args:
        site: the send.
        func: the method, where it is not what the site calls.

    Returns:
        The members of the class of the project, or None.
    """
    func = func or site.call.func
    name = _class_name(func.value, site) if isinstance(func, ast.Attribute) else ""
    found = site.project.definition(name, site.source) if name else None
    if found is None or not isinstance(found[1], ast.ClassDef):
        return None
    return members(site.project, found)


def accepts(known: Members | None, method: str, keywords: list[str], number: int) -> bool:
    """Tell whether a receiver has a method that takes such arguments, as far as is known.

    Args:
        known: the receiver's members, or None.
        method: the method's name.
        keywords: the keywords that are passed.
        number: how many arguments are passed by position.
    """
    if known is None or method not in known.methods:
        return known is None or not known.lacks(method)
    args = known.methods[method].args
    names = [each.arg for each in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
    fits = args.vararg is not None or number < len(args.posonlyargs) + len(args.args)
    return fits and (args.kwarg is not None or all(word in names for word in keywords))


def first_parameter(known: Members | None, method: str) -> str:
    """Return what a method calls its recipient, where that is known."""
    found = known.methods.get(method) if known is not None else None
    args = [*found.args.posonlyargs, *found.args.args] if found is not None else []
    return args[1].arg if len(args) > 1 else ""


def _class_name(node: ast.expr, site: Site) -> str:
    if isinstance(node, ast.Name):
        if node.id == site.self_name and site.cls is not None:
            return site.cls.name
        return _variable(node.id, site)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return _attribute(node.attr, site) if node.value.id == site.self_name else ""
    return ""


def _variable(name: str, site: Site) -> str:
    function = variables(site).get(name)
    if function is None or not is_bound(site, name, function):
        return ""
    argument, bound = parameters(function).get(name), bindings(function, name)
    if argument is not None and not bound:
        return _annotated(argument.annotation)
    return _made(bound[0].value) if len(bound) == 1 and argument is None else ""


def _annotated(annotation: ast.expr | None) -> str:
    inner, _ = unwrapped(annotation)
    return inner.id if isinstance(inner, ast.Name) else ""


def _made(value: ast.expr | None) -> str:
    made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
    return last_name(value.func) if made else ""  # type: ignore[union-attr]


def _attribute(name: str, site: Site) -> str:
    if site.cls is None:
        return ""
    known = members(site.project, (site.source, site.cls))
    annotated = _annotated(known.attributes.get(name))
    if annotated:
        return annotated
    values = {
        _made(node.value)
        for node in ast.walk(site.cls)
        if isinstance(node, ast.Assign)
        and any(isinstance(t, ast.Attribute) and t.attr == name for t in node.targets)
    }
    return values.pop() if len(values) == 1 else ""
