"""What the repair of fallbacks asks of the places where they are used."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import Scope, is_run
from netra_lint.fixes.known import implied
from netra_lint.fixes.layout import removal
from netra_lint.fixes.site import Site
from netra_lint.project.nodes import flat

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.bindings import Binding
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def helper_name(node: ast.expr) -> str:
    """Return the name of the project's own function or property that gives a value."""
    if isinstance(node, ast.Call):
        node = node.func
        if isinstance(node, ast.Name):
            return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def is_manager(receiver: ast.expr, site: Site) -> bool:
    """Whether messages are sent through an object in the same file."""
    words, text = site.project.words, ast.unparse(receiver)
    return any(
        isinstance(node, ast.Attribute)
        and words.routing_method(node.attr) is not None
        and ast.unparse(node.value) == text
        for node in site.source.nodes
    )


def is_load(node: ast.Name | ast.Attribute, name: str) -> bool:
    """Tell whether a name or attribute of that name is read."""
    own = node.id if isinstance(node, ast.Name) else node.attr
    return own == name and isinstance(node.ctx, ast.Load)


def returned(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    """Return the expressions that a function returns."""
    return [
        each.value
        for each in flat(function.body)
        if isinstance(each, ast.Return) and each.value is not None
    ]


def site_with(project: Project, source: SourceFile, node: ast.expr) -> Site | None:
    """Return the site of a call that has a node as a whole argument."""
    parent = source.parents[node]
    if isinstance(parent, ast.keyword):
        parent = source.parents[parent]
    if isinstance(parent, ast.Call) and node is not parent.func:
        return Site(project, source, parent, node)
    return None


def simplified(change: Edit, each: Binding, name: str, source: SourceFile) -> list[Edit]:
    """Leave out an assignment that would only give a variable the value that it has."""
    statement: ast.stmt = each.statement
    if change.content == "None":
        guard = source.parents[statement]
        if not (isinstance(guard, ast.If) and guard.body == [statement] and not guard.orelse):
            return [change]
        if dict(implied(guard.test, True)) != {name: False}:
            return [change]
        statement = guard
    elif change.content != name:
        return [change]
    return [removal(source, statement)]


def only_gives_run_ids(site: Site) -> bool:
    """Tell whether a recipient comes from a function of the project that gives nothing else."""
    name = helper_name(site.argument) if isinstance(site.argument, ast.Call) else ""
    found = [
        is_run(value, Scope(source, node, site.project.words))
        for source in (site.project.defining(name) if name else ())
        for node in source.nodes
        if isinstance(node, FUNCTIONS) and node.name == name
        for value in returned(node)
    ]
    return bool(found) and all(found)
