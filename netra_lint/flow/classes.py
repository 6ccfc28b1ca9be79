"""The classes of the program: who inherits from whom, who writes which field."""

from __future__ import annotations

import ast
import os
import re
from typing import TYPE_CHECKING

from netra_lint.flow.globals import writers_of
from netra_lint.flow.outline import MUTATORS
from netra_lint.flow.program import ClassInfo, FunctionInfo, last_word
from netra_lint.flow.values import Cls, Mod, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.knowledge import Knowledge
    from netra_lint.project.modules import ModuleInfo

_HEAD = re.compile(rb"^[ \t]*class[ \t]+(\w+)[ \t]*\(([^)]*)\)", re.MULTILINE)
_WORD = re.compile(rb"\w+")


class ClassIndex:
    """Classes by their node; their bases and subclasses are looked up when asked for."""

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        self.made: set[ClassInfo] = set()
        self.files: list[str] = []
        self._classes: dict[int, ClassInfo] = {}
        self._heirs: dict[str, list[str]] | None = None
        self._complete: set[ClassInfo] = set()
        self._written: dict[FunctionInfo, frozenset[str]] = {}
        self._calls: dict[FunctionInfo, frozenset[str]] = {}
        self._called: dict[str, bool] = {}
        self._global_writers: dict[ModuleInfo, dict[str, list[FunctionInfo]]] = {}

    def get(
        self, node: ast.ClassDef, module: ModuleInfo, outer: FunctionInfo | None = None
    ) -> ClassInfo:
        """Return the record of a class, with its bases."""
        if id(node) not in self._classes:
            cls = ClassInfo(node, module, outer)
            self._classes[id(node)] = cls
            for base in node.bases:
                self._add_base(cls, base)
        return self._classes[id(node)]

    def _add_base(self, cls: ClassInfo, base: ast.expr) -> None:
        node = base.value if isinstance(base, ast.Subscript) else base
        found = self.resolve(cls.module, node)
        if found is None or found is cls:
            cls.foreign.append(last_word(node))
        else:
            cls.bases.append(found)
            found.subclasses.append(cls)

    def resolve(self, module: ModuleInfo, node: ast.expr) -> ClassInfo | None:
        """Return the project class that a name or dotted name means, or None."""
        if isinstance(node, ast.Name):
            statements = module.bindings.get(node.id, ())
            if any(not _static(s) for s in statements):
                return None
            return _class_in(self.known.portable_global(module, node.id))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            holder = self.known.portable_global(module, node.value.id).only()
            if isinstance(holder, Mod):
                return _class_in(self.known.portable_global(holder.info, node.attr))
        return None

    def of_annotation(self, module: ModuleInfo, node: ast.expr | None) -> list[ClassInfo]:
        """Return the project classes that an annotation names (``X``, ``X | None``, ``"X"``)."""
        if node is None:
            return []
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                return self.of_annotation(module, ast.parse(node.value, mode="eval").body)
            except SyntaxError:
                return []
        if isinstance(node, ast.BinOp):
            return self.of_annotation(module, node.left) + self.of_annotation(module, node.right)
        if isinstance(node, ast.Subscript):
            if last_word(node.value) in ("Optional", "Union", "Annotated", "Final"):
                parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
                return [cls for part in parts for cls in self.of_annotation(module, part)]
            return []
        found = self.resolve(module, node) if isinstance(node, (ast.Name, ast.Attribute)) else None
        return [] if found is None else self.candidates(found)

    def candidates(self, cls: ClassInfo) -> list[ClassInfo]:
        """Return the classes that an object declared as one class may have.

        Subclasses in tests say nothing of the objects of production code. A
        class that only serves as a base (a mixin, a protocol) has no objects.
        """
        self._find_heirs(cls)
        test = is_test(cls.module.path)
        below = [c for c in cls.family() if c is not cls and (test or not is_test(c.module.path))]
        if not below:
            return [cls]
        return ([] if self._only_base(cls, below) else [cls]) + below[:40]

    def _only_base(self, cls: ClassInfo, below: list[ClassInfo]) -> bool:
        """Whether a class with subclasses has no objects of its own."""
        if cls.name.endswith("Mixin") or "Protocol" in cls.foreign_words:
            return True
        if any("abstractmethod" in info.marks for info in cls.methods.values()):
            return True
        return not self._is_made(cls) and any(self._is_made(heir) for heir in below[:8])

    def _is_made(self, cls: ClassInfo) -> bool:
        """Whether some file seems to call the class."""
        if cls.name not in self._called:
            pattern = re.compile(rb"(?<!class )\b%s\s*\(" % re.escape(cls.name.encode()))
            content, word = self.known.modules.sources.content, cls.name.encode()
            self._called[cls.name] = any(
                word in content(path) and pattern.search(content(path)) for path in self.files
            )
        return self._called[cls.name]

    def _find_heirs(self, cls: ClassInfo) -> None:
        todo = [cls]
        while todo:
            current = todo.pop()
            if current in self._complete:
                continue
            self._complete.add(current)
            for path in self._mentions(current.name):
                self._load(path, current.name)
            todo.extend(current.subclasses)

    def _load(self, path: str, base: str) -> None:
        module = self.known.modules.module(path)
        for node in ast.walk(module.tree) if module else ():
            if isinstance(node, ast.ClassDef) and any(last_word(b) == base for b in node.bases):
                self.get(node, module)  # type: ignore[arg-type]

    def _mentions(self, name: str) -> list[str]:
        if self._heirs is None:
            self._heirs = {}
            for path in self.files:
                for match in _HEAD.finditer(self.known.modules.sources.content(path)):
                    for word in _WORD.findall(match[2]):
                        self._heirs.setdefault(word.decode("utf-8", "replace"), []).append(path)
        return list(dict.fromkeys(self._heirs.get(name, ())))

    def writers(self, classes: tuple[ClassInfo, ...], name: str) -> list[FunctionInfo]:
        """Return the methods in the ancestry of some classes that write ``self.name``."""
        found: dict[FunctionInfo, None] = {}
        for cls in classes:
            for base in cls.mro:
                for method in base.methods.values():
                    if name in self._writes(method):
                        found.setdefault(method)
        return list(found)[:20]

    def setters(self, cls: ClassInfo, name: str) -> set[str]:
        """Return the names of the methods that write an attribute, or call one that does."""
        methods = [info for base in cls.mro for info in base.methods.values()]
        found = {info.name for info in methods if name in self._writes(info)}
        size = -1
        while size != len(found):
            size = len(found)
            found |= {i.name for i in methods if not found.isdisjoint(self._own_calls(i))}
        return found - {"__init__"}

    def callers_in(
        self, classes: tuple[ClassInfo, ...], method: FunctionInfo
    ) -> list[FunctionInfo]:
        """Return the methods in the ancestry of some classes that call ``self.method()``."""
        found: dict[FunctionInfo, None] = {}
        for cls in classes:
            for base in cls.mro:
                for other in base.methods.values():
                    if method.name in self._own_calls(other):
                        found.setdefault(other)
        return list(found)[:10]

    def _own_calls(self, method: FunctionInfo) -> frozenset[str]:
        if method not in self._calls:
            self._calls[method] = frozenset(
                node.func.attr
                for node in ast.walk(method.node)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "self"
            )
        return self._calls[method]

    def global_writers(self, module: ModuleInfo, name: str) -> list[FunctionInfo]:
        """Return the functions of a module that rebind one of its names or change what it holds."""
        if module not in self._global_writers:
            self._global_writers[module] = writers_of(self._functions_of(module), module)
        return self._global_writers[module].get(name, [])

    def _functions_of(self, module: ModuleInfo) -> Iterator[FunctionInfo]:
        for statements in module.bindings.values():
            for node in statements:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield self.known.function(node, module)
                elif isinstance(node, ast.ClassDef):
                    yield from self.get(node, module).methods.values()

    def _writes(self, method: FunctionInfo) -> frozenset[str]:
        if method not in self._written:
            changed = set(_changed(method.node))
            self._written[method] = frozenset(
                node.attr
                for node in ast.walk(method.node)
                if isinstance(node, ast.Attribute)
                and (isinstance(node.ctx, ast.Store) or id(node) in changed)
                and isinstance(node.value, ast.Name)
                and method.params
                and node.value.id == method.params[0].arg
            )
        return self._written[method]


def _changed(function: ast.AST) -> Iterator[int]:
    """The attributes whose containers a function changes in place."""
    for node in ast.walk(function):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            yield id(node.value)
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in MUTATORS:
            yield id(node.func.value)


def is_test(path: str) -> bool:
    """Return whether a file belongs to a test-suite, by pytest's naming."""
    name = os.path.basename(path)
    parts = path.split(os.sep)[-4:-1]
    return (
        name.startswith(("test_", "conftest"))
        or name.endswith("_test.py")
        or ("tests" in parts or "test" in parts)
    )


def _static(statement: ast.stmt) -> bool:
    return isinstance(statement, (ast.ClassDef, ast.Import, ast.ImportFrom))


def _class_in(value: Value) -> ClassInfo | None:
    atom = value.only()
    return atom.info if isinstance(atom, Cls) else None
