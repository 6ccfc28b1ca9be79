"""Which calls only give a value, so that a repair may leave them out or make them again."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.fixes.project import Definition, Project
    from netra_lint.fixes.source import SourceFile

_DEPTH = 3
_BUILTINS = frozenset({
    "bool", "bytes", "dict", "float", "format", "frozenset", "getattr", "hasattr", "id", "int",
    "isinstance", "issubclass", "len", "list", "repr", "set", "str", "tuple", "type", "uuid4",
})  # fmt: skip
_METHODS = frozenset({
    "casefold", "copy", "decode", "encode", "endswith", "format", "hex", "isoformat", "items",
    "join", "keys", "lower", "partition", "removeprefix", "removesuffix", "replace", "rpartition",
    "rsplit", "split", "startswith", "strip", "title", "upper", "uuid4", "values",
})  # fmt: skip
"""Methods of texts, of mappings and of other plain values."""


class Reads:
    """Tells reads from what could have an effect.

    Args:
        project: the project whose functions are looked at.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._open: set[str] = set()

    def only(self, node: ast.AST, source: SourceFile, depth: int = 0) -> bool:
        """Tell whether evaluating an expression does nothing but give a value.

        A call does where it is of a builtin, a method of plain values, or a
        function of the project whose body does nothing else.

        Args:
            node: the expression.
            source: its file.
            depth: how many functions were gone through.
        """
        active = (ast.Yield, ast.YieldFrom, ast.NamedExpr)
        nodes = list(ast.walk(node))
        if any(isinstance(each, active) for each in nodes):
            return False
        waited = [each.value for each in nodes if isinstance(each, ast.Await)]
        if not all(isinstance(each, ast.Call) for each in waited):
            return False
        calls = [each for each in nodes if isinstance(each, ast.Call)]
        return all(self._reads(each, source, depth, each in waited) for each in calls)

    def _reads(self, call: ast.Call, source: SourceFile, depth: int, waited: bool) -> bool:
        func = call.func
        if isinstance(func, ast.Name) and func.id in _BUILTINS and not waited:
            return True
        if isinstance(func, ast.Attribute) and not waited:
            if func.attr in _METHODS:
                return True
            if func.attr == "get" and call.args and isinstance(call.args[0], ast.Constant):
                return True
        name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
        return bool(name) and depth < _DEPTH and self._is_reader(name, func, source, depth)

    def _is_reader(self, name: str, func: ast.expr, source: SourceFile, depth: int) -> bool:
        """Whether all functions that a name can stand for do nothing but give a value."""
        if name in self._open:
            return False
        self._open.add(name)
        try:
            found = self._defined(name, func, source)
            return bool(found) and all(self._gives(s, node, depth) for s, node in found)
        finally:
            self._open.discard(name)

    def _defined(
        self, name: str, func: ast.expr, source: SourceFile
    ) -> list[tuple[SourceFile, Definition]]:
        if isinstance(func, ast.Name):
            one = self._project.definition(name, source)
            return [one] if one is not None else []
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return [
            (file, node)
            for file in self._project.defining(name)
            for node in file.nodes
            if isinstance(node, kinds) and node.name == name
        ]

    def _gives(self, source: SourceFile, node: Definition, depth: int) -> bool:
        if isinstance(node, ast.ClassDef):
            return self._is_plain_class(node)
        if any(not _is_plain_decorator(each) for each in node.decorator_list):
            return False
        return all(self._plain(each, source, depth) for each in node.body)

    def _is_plain_class(self, node: ast.ClassDef) -> bool:
        """Whether making an object runs nothing of its own: a record, by its decorator."""
        names = {getattr(each, "id", getattr(each, "attr", "")) for each in _called(node)}
        made = {"__init__", "__new__", "__post_init__"}
        own = {getattr(each, "name", "") for each in node.body}
        return "dataclass" in names and not made & own

    def _plain(self, node: ast.stmt, source: SourceFile, depth: int) -> bool:
        if isinstance(node, (ast.Pass, ast.Raise)):
            return True
        if isinstance(node, ast.If):
            inside = (*node.body, *node.orelse)
            if not all(self._plain(each, source, depth) for each in inside):
                return False
            return self.only(node.test, source, depth + 1)
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if not all(isinstance(each, ast.Name) for each in targets):
                return False
        elif not isinstance(node, (ast.Return, ast.Expr)):
            return False
        return node.value is None or self.only(node.value, source, depth + 1)


def _called(node: ast.ClassDef) -> list[ast.expr]:
    return [each.func if isinstance(each, ast.Call) else each for each in node.decorator_list]


def _is_plain_decorator(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("staticmethod", "classmethod", "property")
