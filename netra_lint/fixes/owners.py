"""Whether an id within reach of a send is that of the execution whose run id is sent to.

The run id of a request, an event or a state that was loaded is not that of the agent which
handles it: what the agent keeps as its own thread may be another conversation.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import Scope, is_run
from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.classes import members
from netra_lint.fixes.project import last_name
from netra_lint.fixes.scope import variables
from netra_lint.fixes.site import ancestors
from netra_lint.flow.elements import unwrapped
from netra_lint.flow.whose import changing
from netra_lint.project.nodes import root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.site import Site


def is_same(site: Site, text: str) -> bool:
    """Tell whether nothing says that an id is another execution's than the run id of a send.

    Args:
        site: the send.
        text: the expression that gives the id.
    """
    if not site.functions:
        return True
    root = root_of(ast.parse(text, mode="eval").body)
    if root in changing(site.functions[-1]) and not _is_in_its_loop(site, root):
        return False  # It is what the last round has left, whoever's that was.
    if not site.self_name or root != site.self_name:
        return True
    return all(_has_none(site, owner) for owner in _owners(site))


def _is_in_its_loop(site: Site, name: str) -> bool:
    """Whether a send stands in the loop that a name, or what that is read from, goes through."""
    loops = (ast.For, ast.AsyncFor)
    around = [each for each in ancestors(site.source, site.call) if isinstance(each, loops)]
    return any(name in changing(each) for each in around)


def _owners(site: Site) -> Iterator[ast.expr]:
    """Yield the objects, other than the instance, that a run id is read from."""
    scope = Scope(site.source, None, site.project.words)
    for node in ast.walk(_resolved(site, site.argument)):
        if not isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
            continue
        owner = _owner(node) if is_run(node, scope) else None
        if owner is not None and root_of(_resolved(site, owner)) not in ("", site.self_name):
            yield owner


def _owner(node: ast.Attribute | ast.Subscript | ast.Call) -> ast.expr | None:
    """Return what is asked for an attribute or a key."""
    if not isinstance(node, ast.Call):
        return node.value
    func = node.func
    return func.value if isinstance(func, ast.Attribute) and func.attr == "get" else None


def _resolved(site: Site, node: ast.expr) -> ast.expr:
    """Return what the only assignment to a variable gives it, or the expression itself."""
    if not isinstance(node, ast.Name):
        return node
    function = variables(site).get(node.id)
    if function is None or node.id in parameters(function):
        return node
    bound = bindings(function, node.id)
    value = bound[0].value if len(bound) == 1 else None
    plain = isinstance(value, (ast.Attribute, ast.Subscript, ast.BoolOp, ast.IfExp, ast.Call))
    return value if plain and value is not None else node


def _has_none(site: Site, owner: ast.expr) -> bool:
    """Whether an object is of a class that has neither a thread's id nor a user's."""
    function = variables(site).get(owner.id) if isinstance(owner, ast.Name) else None
    param = parameters(function).get(owner.id) if function is not None else None  # type: ignore[attr-defined]
    inner, _ = unwrapped(param.annotation) if param is not None else (None, False)
    found = site.project.definition(last_name(inner), site.source) if inner is not None else None
    if found is None or not isinstance(found[1], ast.ClassDef):
        return False
    known = members(site.project, found)
    return known.lacks("thread_id") and known.lacks("user_id")
