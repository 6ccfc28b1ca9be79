"""Which attributes a class of the project has, and what an annotation says."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.fixes.project import last_name
from netra_lint.flow.elements import unwrapped
from netra_lint.project.nodes import is_none, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.project import Found, Project
    from netra_lint.fixes.source import SourceFile

_PLAIN_BASES = ("object", "ABC", "NamedTuple", "BaseModel", "Protocol", "Generic", "Enum")
_TEXTS = ("str", "UUID")
_DEPTH = 10


@dataclass
class Members:
    """What instances of a class have.

    Attributes:
        attributes: name to the annotation of an attribute, None where there is none.
        methods: name to the method.
        nullable: attributes that are set to None somewhere.
        complete: whether all bases are known.
    """

    attributes: dict[str, ast.expr | None] = field(default_factory=dict)
    methods: dict[str, ast.FunctionDef | ast.AsyncFunctionDef] = field(default_factory=dict)
    nullable: set[str] = field(default_factory=set)
    complete: bool = True

    def lacks(self, name: str) -> bool:
        """Tell whether instances certainly have no such attribute or method."""
        known = name in self.attributes or name in self.methods or "__getattr__" in self.methods
        return self.complete and not known


def members(project: Project, found: Found, depth: int = 0) -> Members:
    """Return what a class of the project and its bases define.

    Args:
        project: where to look for the bases.
        found: the class with its file.
        depth: how many classes above this was asked from.

    Returns:
        The members; those of the class itself before those of its bases.
    """
    source, node = found
    if not isinstance(node, ast.ClassDef) or depth > _DEPTH:
        return Members(complete=False)
    key = ("members", node)
    if key not in source.learnt:
        source.learnt[key] = _members(project, source, node, depth)
    known: Members = source.learnt[key]
    return known


def _members(project: Project, source: SourceFile, node: ast.ClassDef, depth: int) -> Members:
    known = Members()
    _add_own(known, node)
    known.nullable.update(_set_to_none(node))
    for base in node.bases:
        _add_base(known, base, project, source, depth)
    return known


def _add_own(known: Members, node: ast.ClassDef) -> None:
    for statement in node.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if any("property" in last_name(each) for each in statement.decorator_list):
                known.attributes[statement.name] = statement.returns
            else:
                known.methods[statement.name] = statement
            for name, annotation in _own_attributes(statement):
                known.attributes.setdefault(name, annotation)
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            known.attributes[statement.target.id] = _nullable(statement)
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    known.attributes.setdefault(target.id, None)


def _set_to_none(node: ast.ClassDef) -> Iterator[str]:
    for each in walk(node):
        if isinstance(each, ast.Assign) and is_none(each.value):
            yield from map(last_name, each.targets)
        elif isinstance(each, ast.AnnAssign) and each.value and is_none(each.value):
            yield last_name(each.target)


def _nullable(statement: ast.AnnAssign) -> ast.expr | None:
    """A field that may be left out says nothing certain by its type."""
    return statement.annotation if statement.value is None else None


def _own_attributes(method: ast.AST) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield the attributes that a method sets on its instance."""
    args = method.args.args if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) else []
    if not args:
        return
    annotations = {each.arg: each.annotation for each in args}
    nodes = list(walk(method))
    given = {
        id(target): last_name(node.value)
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
        for target in node.targets
    }
    for node in nodes:
        if not (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)):
            continue
        if isinstance(node.value, ast.Name) and node.value.id == args[0].arg:
            yield node.attr, annotations.get(given.get(id(node), ""))


def _add_base(
    known: Members, base: ast.expr, project: Project, source: SourceFile, depth: int
) -> None:
    base = base.value if isinstance(base, ast.Subscript) else base
    if last_name(base) in _PLAIN_BASES:
        return
    found = project.definition(last_name(base), source) if isinstance(base, ast.Name) else None
    above = members(project, found, depth + 1) if found else Members(complete=False)
    known.attributes = {**above.attributes, **known.attributes}
    known.methods = {**above.methods, **known.methods}
    known.nullable |= above.nullable
    known.complete = known.complete and above.complete


def never_missing(annotation: ast.expr | None, types: tuple[str, ...]) -> bool:
    """Tell whether an annotation says that there always is an id.

    Args:
        annotation: the annotation, if there is one.
        types: names of the project's own types of ids.
    """
    inner, optional = unwrapped(annotation)
    return inner is not None and not optional and last_name(inner) in (*_TEXTS, *types)
