"""Classes of what untyped parameters are given, told from the calls that give it.

``self.agent = agent`` says nothing of a class where ``agent`` is not annotated;
``Workflow(self)`` in a method of the agent does.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.annotated import annotated
from netra_lint.flow.callee import Callee
from netra_lint.flow.callers import called_as
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.project.nodes import bound_names, walk
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.query_calls import Calls

Classes = tuple[ClassInfo, ...]
_DEPTH = 4
_MANY = 30
"""A class that more functions make than this is not looked for."""


class Givers:
    """Answers what classes an expression may have, by declarations and by what is given.

    Attributes:
        calls: the calls of the project.
    """

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self._fields: dict[tuple[ClassInfo, str], Classes] = {}
        self._params: dict[tuple[FunctionInfo, str], Classes] = {}

    def callees(
        self, info: FunctionInfo, func: ast.expr, depth: int = _DEPTH
    ) -> list[FunctionInfo]:
        """Return the methods that an expression such as ``self.agent.run`` names.

        Args:
            info: the function that it stands in.
            func: what is called.
            depth: how many parameters and declarations may be gone through.
        """
        if not isinstance(func, ast.Attribute):
            return []
        found = [cls.find(func.attr) for cls in self.classes(info, func.value, depth)]
        return list(dict.fromkeys(each for each in found if each is not None))

    def classes(self, info: FunctionInfo, node: ast.expr, depth: int = _DEPTH) -> Classes:
        """Return the classes that an expression may have; empty where they are not known.

        Args:
            info: the function that it stands in.
            node: a name, or attributes of one.
            depth: how many parameters and declarations may be gone through.
        """
        return self._told(info, node, depth) or self._annotated(info, node, depth)

    def _annotated(self, info: FunctionInfo, node: ast.expr, depth: int) -> Classes:
        found = annotated(self, info, node, depth)
        if found is None:
            return ()
        return tuple(self.calls.known.classes.of_annotation(found.module, found.node))

    def _told(self, info: FunctionInfo, node: ast.expr, depth: int) -> Classes:
        if isinstance(node, ast.Name):
            return self._of_name(info, node.id, depth)
        if isinstance(node, ast.Attribute):
            found: dict[ClassInfo, None] = {}
            for cls in self.classes(info, node.value, depth):
                found.update(dict.fromkeys(self._of_field(cls, node.attr, depth)))
            return tuple(found)
        if isinstance(node, ast.Call):
            made = self.calls.known.classes.resolve(info.module, node.func, info)
            return (made,) if made is not None else ()
        if isinstance(node, (ast.BoolOp, ast.IfExp)):
            parts = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            return tuple(dict.fromkeys(c for n in parts for c in self.classes(info, n, depth)))
        return ()

    def _of_name(self, info: FunctionInfo, name: str, depth: int) -> Classes:
        owner: FunctionInfo | None = info
        while owner is not None and name not in owner.names:
            owner = owner.outer
        if owner is None:
            return ()
        if name not in owner.every_param:
            values = assigned(owner, name)
            return self.classes(owner, values[0], depth) if len(values) == 1 else ()
        if owner.cls is not None and owner.params and owner.params[0].arg == name:
            return () if "staticmethod" in owner.marks else (owner.cls,)
        classes = self.calls.known.classes.of_annotation(
            owner.module, owner.every_param[name].annotation
        )
        return tuple(classes) or self._given(owner, name, depth)

    def _of_field(self, cls: ClassInfo, name: str, depth: int) -> Classes:
        declared = self.calls.machine.shapes.field_classes(cls, name)
        if declared:
            return declared
        if (cls, name) not in self._fields:
            self._fields[cls, name] = ()
            found: dict[ClassInfo, None] = {}
            for method in self.calls.known.classes.writers((cls,), name):
                for value in stored(method, name):
                    found.update(dict.fromkeys(self.classes(method, value, depth)))
            self._fields[cls, name] = tuple(found)
        return self._fields[cls, name]

    def _given(self, info: FunctionInfo, name: str, depth: int) -> Classes:
        """Return the classes of what calls give an untyped parameter."""
        if depth == 0 or info.outer is not None:
            return ()
        if (info, name) not in self._params:
            self._params[info, name] = ()
            found: dict[ClassInfo, None] = {}
            for caller, call in self._calls_of(info, depth):
                given = (Callee.of(info).passed(call) or {}).get(name)
                if given is not None:
                    found.update(dict.fromkeys(self.classes(caller, given, depth - 1)))
            self._params[info, name] = tuple(found)
        return self._params[info, name]

    def _calls_of(self, info: FunctionInfo, depth: int) -> Iterator[tuple[FunctionInfo, ast.Call]]:
        """Yield the calls of a function, by what is declared."""
        names = called_as(info)
        roots = list(self.calls.solver.callers.mentioning(names))
        for root in roots if len(roots) <= _MANY else ():
            if not isinstance(root, FunctionInfo) or is_test(root.path):
                continue
            for seen in self.calls.seen_of(root, frozenset(names)):
                if self._is_of(info, seen, depth):
                    yield seen.info, seen.call

    def _is_of(self, info: FunctionInfo, seen: Seen, depth: int) -> bool:
        """Whether a call calls a function."""
        if info.name == "__init__":
            made = self.calls.known.classes.resolve(seen.info.module, seen.call.func, seen.info)
            return made is not None and made.find("__init__") is info
        callees = self.calls.callees(seen.info, seen.call, evaluate=False)
        if callees:
            return any(each.info is info for each in callees)
        func = seen.call.func
        holders = (
            self.classes(seen.info, func.value, depth - 1)
            if isinstance(func, ast.Attribute)
            else ()
        )
        return any(cls.find(info.name) is info for cls in holders)


def assigned(info: FunctionInfo, name: str) -> list[ast.expr]:
    """Return what a function assigns to a name; a second value stands for all that is not plain.

    Args:
        info: the function.
        name: the variable.
    """
    found: list[ast.expr] = []
    for statement in info.statements:
        if name in bound_names(statement):
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            plain = len(targets) == 1 and isinstance(targets[0], ast.Name)
            value = getattr(statement, "value", None)
            found += [value] if plain and value is not None else [ast.Constant(None)] * 2
    return found


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
