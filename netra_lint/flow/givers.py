"""Classes of what untyped parameters are given, told from the calls that give it.

``self.agent = agent`` says nothing of a class where ``agent`` is not annotated;
``Workflow(self)`` in a method of the agent does.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.callee import Callee
from netra_lint.flow.callers import called_as
from netra_lint.flow.classes import is_test
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.project.modules import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.query_calls import Calls

Classes = tuple[ClassInfo, ...]
_DEPTH = 4
_MANY = 30
"""A class that more functions make than this is not looked for."""


class Givers:
    """Answers what classes an expression may have, by declarations and by what is given."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._fields: dict[tuple[ClassInfo, str], Classes] = {}

    def callees(self, info: FunctionInfo, func: ast.expr) -> list[FunctionInfo]:
        """Return the methods that an expression such as ``self.agent.run`` names.

        Args:
            info: the function that it stands in.
            func: what is called.
        """
        if not isinstance(func, ast.Attribute):
            return []
        found = [cls.find(func.attr) for cls in self.classes(info, func.value)]
        return list(dict.fromkeys(each for each in found if each is not None))

    def classes(self, info: FunctionInfo, node: ast.expr, depth: int = _DEPTH) -> Classes:
        """Return the classes that an expression may have; empty where they are not known.

        Args:
            info: the function that it stands in.
            node: a name, or attributes of one.
            depth: how many parameters may be gone through.
        """
        if isinstance(node, ast.Name):
            return self._of_name(info, node.id, depth)
        if isinstance(node, ast.Attribute):
            found: dict[ClassInfo, None] = {}
            for cls in self.classes(info, node.value, depth):
                found.update(dict.fromkeys(self._of_field(cls, node.attr, depth)))
            return tuple(found)
        if isinstance(node, ast.Call):
            made = self._calls.known.classes.resolve(info.module, node.func, info)
            return (made,) if made is not None else ()
        return ()

    def _of_name(self, info: FunctionInfo, name: str, depth: int) -> Classes:
        owner: FunctionInfo | None = info
        while owner is not None and name not in owner.names:
            owner = owner.outer
        if owner is None or name not in owner.every_param:
            return ()
        if owner.cls is not None and owner.params and owner.params[0].arg == name:
            return () if "staticmethod" in owner.marks else (owner.cls,)
        classes = self._calls.known.classes.of_annotation(
            owner.module, owner.every_param[name].annotation
        )
        return tuple(classes) or self._given(owner, name, depth)

    def _of_field(self, cls: ClassInfo, name: str, depth: int) -> Classes:
        declared = self._calls.machine.shapes.field_classes(cls, name)
        if declared:
            return declared
        if (cls, name) not in self._fields:
            self._fields[cls, name] = ()
            found: dict[ClassInfo, None] = {}
            for method in self._calls.known.classes.writers((cls,), name):
                for value in stored(method, name):
                    found.update(dict.fromkeys(self.classes(method, value, depth)))
            self._fields[cls, name] = tuple(found)
        return self._fields[cls, name]

    def _given(self, info: FunctionInfo, name: str, depth: int) -> Classes:
        """Return the classes of what calls give an untyped parameter of an initialiser."""
        if depth == 0 or info.name != "__init__" or info.cls is None:
            return ()
        found: dict[ClassInfo, None] = {}
        for caller, call in self._made(info):
            callee = Callee(info, info.cls, True)
            given = (callee.passed(call) or {}).get(name)
            if given is not None:
                found.update(dict.fromkeys(self.classes(caller, given, depth - 1)))
        return tuple(found)

    def _made(self, start: FunctionInfo) -> Iterator[tuple[FunctionInfo, ast.Call]]:
        """Yield the calls that make an instance by an initialiser."""
        names = called_as(start)
        roots = list(self._calls.solver.callers.mentioning(names))
        for root in roots if len(roots) <= _MANY else ():
            if not isinstance(root, FunctionInfo) or is_test(root.path):
                continue
            for seen in self._calls.seen_of(root, frozenset(names)):
                made = self._calls.known.classes.resolve(
                    seen.info.module, seen.call.func, seen.info
                )
                if made is not None and made.find("__init__") is start:
                    yield seen.info, seen.call


def stored(method: FunctionInfo, name: str) -> Iterator[ast.expr]:
    """Yield what a method stores in a field of its instance.

    Args:
        method: the method.
        name: the field.
    """
    first = method.params[0].arg if method.params else ""
    for node in walk(method.node):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if (
                    isinstance(target, ast.Attribute)
                    and target.attr == name
                    and isinstance(target.value, ast.Name)
                    and target.value.id == first
                ):
                    yield node.value
