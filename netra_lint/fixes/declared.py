"""What an expression is declared to be: by annotations of variables, fields and returned values."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.project import last_name
from netra_lint.fixes.scope import variables
from netra_lint.flow.elements import chosen_from, element, picked, rows_of, taken_out, unwrapped
from netra_lint.project.nodes import flat, own_nodes

if TYPE_CHECKING:
    from netra_lint.fixes.bindings import Binding
    from netra_lint.fixes.project import Found, Project
    from netra_lint.fixes.site import Site
    from netra_lint.fixes.source import SourceFile

_DEPTH = 6


class Declared(NamedTuple):
    """A declaration.

    Attributes:
        annotation: what is declared.
        source: the file in which it stands, by whose imports it is read.
        optional: whether the value may be None nevertheless.
    """

    annotation: ast.expr
    source: SourceFile
    optional: bool = False


def declared_of(site: Site, binding: Binding, name: str) -> Declared | None:
    """Return what a variable is declared to be by the one statement that binds it.

    Args:
        site: the call that the variable is within reach of.
        binding: the statement.
        name: the variable.
    """
    return _Reader(site).bound(binding, name, _DEPTH)


class _Reader:
    """Reads declarations from where a call stands."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._project: Project = site.project

    def bound(self, binding: Binding, name: str, depth: int) -> Declared | None:
        """Return what a statement declares a variable to be that it binds."""
        statement = binding.statement
        if isinstance(statement, ast.AnnAssign):
            return Declared(statement.annotation, self._site.source)
        if isinstance(statement, (ast.For, ast.AsyncFor)):
            plain = isinstance(statement.target, ast.Name) and statement.target.id == name
            return _element(self._of(statement.iter, depth - 1)) if plain else None
        return self._of(binding.value, depth - 1) if binding.value is not None else None

    def _of(self, node: ast.expr, depth: int) -> Declared | None:
        if not depth:
            return None
        if isinstance(node, ast.Await):
            node, awaited = node.value, True
            return self._returned(node, awaited, depth) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call):
            return self._returned(node, False, depth)
        if isinstance(node, ast.Subscript):
            return _element(self._of(node.value, depth - 1), by_key=True)
        source = chosen_from(node)
        if source is not None:
            held = self._of(source, depth - 1)
            rows = rows_of(held.annotation) if held is not None else None
            return Declared(rows, held.source) if held is not None and rows is not None else None
        if isinstance(node, ast.Attribute):
            found = self._class(node.value, depth - 1)
            return self._field(found, node.attr, depth) if found is not None else None
        return self._variable(node.id, depth) if isinstance(node, ast.Name) else None

    def _variable(self, name: str, depth: int) -> Declared | None:
        function = variables(self._site).get(name)
        if function is None:
            return None
        bound, argument = bindings(function, name), parameters(function).get(name)
        if argument is not None:
            annotation = None if bound else argument.annotation
            return Declared(annotation, self._site.source) if annotation is not None else None
        return self.bound(bound[0], name, depth) if len(bound) == 1 else None

    # -- classes -------------------------------------------------------------------------

    def _class(self, node: ast.expr, depth: int) -> Found | None:
        """Return the project's class that an expression is an object of, as far as is declared."""
        site = self._site
        if isinstance(node, ast.Name) and node.id == site.self_name and site.cls is not None:
            return site.source, site.cls
        found = self._of(node, depth)
        inner, _ = unwrapped(found.annotation) if found is not None else (None, False)
        if found is None or not isinstance(inner, (ast.Name, ast.Attribute)):
            return None
        cls = self._project.definition(last_name(inner), found.source)
        return cls if cls is not None and isinstance(cls[1], ast.ClassDef) else None

    def _field(self, found: Found, name: str, depth: int) -> Declared | None:
        """Return what a class declares an attribute to be, or gets it from a parameter as."""
        for source, cls in self._lineage(found, depth):
            for statement in cls.body:
                if isinstance(statement, ast.AnnAssign) and last_name(statement.target) == name:
                    return Declared(statement.annotation, source)
            init = _method(cls, "__init__")
            annotation = _stored(init, name) if init is not None else None
            if annotation is not None:
                return Declared(annotation, source)
        return None

    def _lineage(self, found: Found, depth: int) -> list[tuple[SourceFile, ast.ClassDef]]:
        """Return a class and those above it, each with its file."""
        source, cls = found
        if not isinstance(cls, ast.ClassDef) or not depth:
            return []
        rows = [(source, cls)]
        for base in cls.bases:
            above = self._project.definition(last_name(base), source)
            rows += self._lineage(above, depth - 1) if above is not None else []
        return rows

    # -- calls -----------------------------------------------------------------------------

    def _returned(self, call: ast.Call, awaited: bool, depth: int) -> Declared | None:
        func = call.func
        if isinstance(func, ast.Name):
            if func.id in variables(self._site):
                return None
            made = self._project.definition(func.id, self._site.source)
            if made is not None and isinstance(made[1], ast.ClassDef):
                return None if awaited else Declared(func, self._site.source)
            if made is None and call.args and not awaited:
                given = self._of(call.args[0], depth - 1)
                one = picked(given.annotation, call) if given is not None else None
                return Declared(one, given.source) if given is not None and one else None
            return _result(made, awaited)
        if not isinstance(func, ast.Attribute):
            return None
        owner = self._class(func.value, depth - 1)
        for source, cls in self._lineage(owner, depth) if owner is not None else ():
            method = _method(cls, func.attr)
            if method is not None:
                return _result((source, method), awaited)
        found = self._of(func.value, depth - 1)
        inner, optional = taken_out(found.annotation, call, awaited) if found else (None, False)
        return Declared(inner, found.source, optional) if found and inner else None


def _method(cls: ast.ClassDef, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return next((n for n in cls.body if isinstance(n, kinds) and n.name == name), None)


def _stored(init: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    """Return what an initialiser says of an attribute: its own annotation, or its parameter's."""
    given = {each.arg: each.annotation for each in (*init.args.args, *init.args.kwonlyargs)}
    for node in ast.walk(init):
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "attr", "") == name:
            return node.annotation
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Name):
            continue
        if any(getattr(target, "attr", "") == name for target in node.targets):
            return given.get(node.value.id)
    return None


def _result(found: Found | None, awaited: bool) -> Declared | None:
    """Return what a function gives; nothing where its coroutine is not awaited."""
    if found is None or isinstance(found[1], ast.ClassDef) or found[1].returns is None:
        return None
    same = _is_awaited(found[1]) == awaited
    return Declared(found[1].returns, found[0]) if same else None


def _element(found: Declared | None, by_key: bool = False) -> Declared | None:
    inner = element(found.annotation, by_key) if found is not None else None
    return Declared(inner, found.source) if found is not None and inner is not None else None


def _is_awaited(function: ast.AST) -> bool:
    """Whether a function's call has to be awaited: a coroutine function, and no generator."""
    if not isinstance(function, ast.AsyncFunctionDef):
        return False
    nodes = (node for each in flat(function.body) for node in own_nodes(each))
    return not any(isinstance(node, ast.Yield) for node in nodes)
