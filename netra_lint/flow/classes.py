"""The classes of the program: who inherits from whom, who writes which field."""

from __future__ import annotations

import ast
import re
from functools import partial
from typing import TYPE_CHECKING

from netra_lint.flow import views
from netra_lint.flow.program import ClassInfo, FunctionInfo, last_word
from netra_lint.flow.words import MUTATORS
from netra_lint.project import queries
from netra_lint.project.heads import bases_in
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.nodes import set_by_name, walk
from netra_lint.project.outline import Body, viewed
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.known import Known
    from netra_lint.project.sources import Sources

_TELL_NOTHING = frozenset({"typing", "typing_extensions", "collections", "types", "abc"})
_SETTER = re.compile(rb"@(\w+)\.setter")
_MANAGER = re.compile(rb"contextmanager\s+(?:async\s+)?def\s+(\w+)")

MANY_HEIRS = 60
"""A class with more files of subclasses is taken for itself: its name means many things."""


class ClassIndex:
    """Classes by their node; their bases and subclasses are looked up when asked for."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.files: list[str] = []
        self._classes: dict[object, ClassInfo] = {}
        self._complete: set[ClassInfo] = set()
        self._written: dict[FunctionInfo, frozenset[str]] = {}
        self._writers: dict[tuple[ClassInfo, str], list[FunctionInfo]] = {}
        self._called: dict[str, bool] = {}
        self._bases: dict[str, frozenset[bytes]] = {}
        self._candidates: dict[ClassInfo, list[ClassInfo]] = {}
        self._functions: dict[ModuleInfo, list[FunctionInfo]] = {}
        self._defines: dict[str, bool] = {}
        self._names: dict[bytes, frozenset[str]] = {}

    def get(
        self, node: ast.ClassDef, module: ModuleInfo, outer: FunctionInfo | None = None
    ) -> ClassInfo:
        """Return the record of a class, with its bases."""
        key = (module, node.lineno, node.col_offset)
        if key not in self._classes:
            cls = self._classes[key] = ClassInfo(node, module, outer)
            for base in node.bases:
                self._add_base(cls, base)
            if cls.bases:
                module.took(node)  # It is found from its bases, too.
        return self._classes[key]

    def _add_base(self, cls: ClassInfo, base: ast.expr) -> None:
        node = base.value if isinstance(base, ast.Subscript) else base
        found = self.resolve(cls.module, node, cls.outer)
        if found is None or found is cls:
            cls.foreign.append(last_word(node))
        else:
            cls.bases.append(found)
            found.subclasses.append(cls)

    def resolve(
        self, module: ModuleInfo, node: ast.expr, outer: FunctionInfo | None = None
    ) -> ClassInfo | None:
        """Return the project class that a name or dotted name means, or None."""
        found = self._resolved(module, node, outer)
        return found if isinstance(found, ClassInfo) else None

    def _resolved(
        self,
        module: ModuleInfo,
        node: ast.expr,
        outer: FunctionInfo | None = None,
        depth: int = 12,
    ) -> ClassInfo | ModuleInfo | None:
        if isinstance(node, ast.Name):
            while outer is not None:
                for statement in outer.statements:
                    if isinstance(statement, ast.ClassDef) and statement.name == node.id:
                        return self.get(statement, module, outer)
                outer = outer.outer
            return self.named(module, node.id, depth)
        if isinstance(node, ast.Attribute):
            holder = self._resolved(module, node.value, None, depth)
            if isinstance(holder, ModuleInfo):
                found = self.named(holder, node.attr, depth)
                return found or self._child(holder, node.attr)
            if isinstance(holder, ClassInfo):
                for part in holder.node.body:
                    if isinstance(part, ast.ClassDef) and part.name == node.attr:
                        return self.get(part, holder.module, holder.outer)
        return None

    def _child(self, package: ModuleInfo, name: str) -> ModuleInfo | None:
        path = self.known.modules.child(package.path, name) if package.is_package else ""
        return self.known.modules.module(path) if path.endswith((".py", ".pyi")) else None

    def named(
        self, module: ModuleInfo, name: str, depth: int = 12
    ) -> ClassInfo | ModuleInfo | None:
        """Return the class or module that a module's name means by its statements alone."""
        statements = module.bound(name)
        for statement in reversed(statements):
            if isinstance(statement, ast.ClassDef):
                return self.get(statement, module)
            if isinstance(statement, (ast.Import, ast.ImportFrom)) and depth:
                found = self._imported(module, statement, name, depth - 1)
                if found is not None:
                    return found
            if isinstance(statement, ast.Assign) and depth:
                if isinstance(statement.value, ast.Name) and statement.value.id != name:
                    return self.named(module, statement.value.id, depth - 1)
                if isinstance(statement.value, ast.Attribute):
                    found = self._resolved(module, statement.value, None, depth - 1)
                    return found if isinstance(found, ClassInfo) else None
        if not statements and depth:
            return self._starred(module, name, depth - 1)
        return None

    def _starred(self, module: ModuleInfo, name: str, depth: int) -> ClassInfo | ModuleInfo | None:
        modules = self.known.modules
        for node in module.stars:
            source = modules.source_of(node, module.path)
            other = modules.module(source) if source.endswith((".py", ".pyi")) else None
            if other is None or other is module:
                continue
            found = self.named(other, name, depth)
            if found is not None:
                return found
        return None

    def _imported(
        self, module: ModuleInfo, node: ast.Import | ast.ImportFrom, name: str, depth: int
    ) -> ClassInfo | ModuleInfo | None:
        modules = self.known.modules
        alias = _binding(node, name)
        if isinstance(node, ast.Import):
            source = modules.find(alias.name if alias.asname else name, module.path)
            return modules.module(source) if source.endswith((".py", ".pyi")) else None
        source = modules.source_of(node, module.path)
        if not source:
            return None
        other = modules.module(source) if source.endswith((".py", ".pyi")) else None
        found = self.named(other, alias.name, depth) if other is not None else None
        if found is not None:
            return found
        child = modules.child(source, alias.name)
        return modules.module(child) if child.endswith((".py", ".pyi")) else None

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

    def is_shape_only(self, info: FunctionInfo) -> bool:
        """Whether a method belongs to a protocol, which any class may implement unnamed."""
        return info.cls is not None and "Protocol" in info.cls.foreign_words

    def first_params(self, name: str) -> frozenset[str]:
        """Return what the first parameter is called wherever a method of a name is defined."""
        having = self.known.modules.sources.having
        return frozenset(
            found.decode("utf-8", "replace")
            for _, answers in having(queries.firsts(name), self.files)
            for found in answers
        )

    def outside(self, module: ModuleInfo, node: ast.expr | None) -> str:
        """Return the dotted name of the external class that an annotation names, or ``""``.

        ``X | None`` and ``Optional["X"]`` name X; what typing itself offers names no class.
        """
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                return self.outside(module, ast.parse(node.value, mode="eval").body)
            except SyntaxError:
                return ""
        if isinstance(node, ast.BinOp):
            return self.outside(module, node.left) or self.outside(module, node.right)
        if isinstance(node, ast.Subscript):
            wrapped = last_word(node.value) in ("Optional", "Annotated", "Final")
            part = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) else node.slice
            return self.outside(module, part if wrapped else node.value)
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return ""
        name = self._foreign_name(module, node)
        return "" if name.partition(".")[0] in _TELL_NOTHING else name

    def _foreign_name(self, module: ModuleInfo, node: ast.expr) -> str:
        """Return what a name stands for that is imported from outside the project."""
        if isinstance(node, ast.Attribute):
            holder = self._foreign_name(module, node.value)
            return f"{holder}.{node.attr}" if holder else ""
        name = node.id if isinstance(node, ast.Name) else ""
        for statement in module.bound(name):
            if isinstance(statement, ast.ImportFrom) and not statement.level:
                whole = (statement.module or "").partition(".")[0]
                if not self.known.modules.find(whole, module.path):
                    return f"{statement.module}.{_binding(statement, name).name}"
            elif isinstance(statement, ast.Import):
                alias = _binding(statement, name)
                whole = alias.name if alias.asname else name
                return "" if self.known.modules.find(whole, module.path) else whole
        return ""

    def candidates(self, cls: ClassInfo) -> list[ClassInfo]:
        """Return the classes that an object declared as one class may have.

        Subclasses in tests say nothing of the objects of production code. A
        class that only serves as a base (a mixin, a protocol) has no objects.
        """
        known = self._candidates.get(cls)
        if known is None:
            known = self._candidates[cls] = self._found_candidates(cls)
        return known

    def _found_candidates(self, cls: ClassInfo) -> list[ClassInfo]:
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
            holding = self.known.names.holding(cls.name)
            self._called[cls.name] = self.known.modules.sources.any_finds(pattern, holding)
        return self._called[cls.name]

    def _find_heirs(self, cls: ClassInfo) -> None:
        todo = [cls]
        while todo:
            current = todo.pop()
            if current in self._complete:
                continue
            self._complete.add(current)
            heirs = self._mentions(current.name)
            for path in heirs if len(heirs) <= MANY_HEIRS else ():
                self._load(path, current.name)
            todo.extend(current.subclasses)

    def _load(self, path: str, base: str) -> None:
        module = self.known.modules.module(path)
        if module is None:
            return
        for node in module.classes(views.CLASSES):
            if any(last_word(b) == base for b in node.bases):
                module.took(node)
                self.get(node, module)

    def _mentions(self, name: str) -> list[str]:
        word = name.encode()
        found = [path for path in self.known.names.may_hold(name) if word in self._bases_in(path)]
        asked = queries.base(name), ((path, True) for path in found)
        self.known.modules.sources.asked(*asked)
        return found

    def _bases_in(self, path: str) -> frozenset[bytes]:
        """Return the words in the heads of a file's classes that may name a base."""
        found = self._bases.get(path)
        if found is None:
            sources = self.known.modules.sources
            work = partial(_bases_in, sources, path)
            found = self._bases[path] = sources.kept(path, "bases", work)
        return found

    def writers(self, classes: tuple[ClassInfo, ...], name: str) -> list[FunctionInfo]:
        """Return the methods in the ancestry of some classes that write ``self.name``."""
        bases = dict.fromkeys(base for cls in classes for base in cls.mro)
        found = dict.fromkeys(method for base in bases for method in self._writers_in(base, name))
        return list(found)[:20]

    def _writers_in(self, cls: ClassInfo, name: str) -> list[FunctionInfo]:
        """Return the methods of one class itself that write ``self.name``."""
        found = self._writers.get((cls, name))
        if found is None:
            found = self._writers[cls, name] = [
                method
                for method in cls.methods.values()
                if self.may_write(method, name) and name in self.written_by(method)
            ]
        return found

    def setters(self) -> frozenset[str]:
        """Return the names of all properties that can be set."""
        return self._defined(b".setter", _SETTER)

    def managers(self) -> frozenset[str]:
        """Return the names of all generators that serve as context managers."""
        return self._defined(b"contextmanager", _MANAGER)

    def defines(self, name: str) -> bool:
        """Return whether the project defines a function or method of a name."""
        found = self._defines.get(name)
        if found is None:
            having = self.known.modules.sources.having
            found = self._defines[name] = bool(having(queries.defines(name), self.files))
        return found

    def _defined(self, word: bytes, pattern: re.Pattern[bytes]) -> frozenset[str]:
        if word not in self._names:
            having = self.known.modules.sources.having
            texts = having(queries.collect(pattern, word), self.files)
            found = {name for _, names in texts for name in names}
            self._names[word] = frozenset(name.decode("utf-8", "replace") for name in found)
        return self._names[word]

    def functions_of(self, module: ModuleInfo) -> list[FunctionInfo]:
        """Return the functions and methods at a module's top level."""
        if module not in self._functions:
            self._functions[module] = list(self._functions_in(module))
        return self._functions[module]

    def _functions_in(self, module: ModuleInfo) -> Iterator[FunctionInfo]:
        for statements in module.bindings.values():
            for node in statements:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield self.known.function(node, module)
                elif isinstance(node, ast.ClassDef):
                    yield from self.get(node, module).methods.values()

    def may_write(self, method: FunctionInfo, name: str) -> bool:
        """Whether a method seems, by its text, to change a field of an object."""
        body = method.node.body
        if not isinstance(body, Body):
            return True
        return body.may_hold(b"." + name.encode()) or body.may_hold(b"setattr")

    def written_by(self, method: FunctionInfo) -> frozenset[str]:
        """Return the fields of its instance that a method writes."""
        if method not in self._written:
            node, kept = method.node, self.known.modules.sources.kept
            key = ("written", node.lineno, node.col_offset)
            self._written[method] = kept(method.path, key, lambda: _written(method))
        return self._written[method]


def _binding(node: ast.Import | ast.ImportFrom, name: str) -> ast.alias:
    """Return the part of an import statement that binds a name."""
    return next(a for a in node.names if name == (a.asname or a.name.partition(".")[0]))


def _bases_in(sources: Sources, path: str) -> frozenset[bytes]:
    return frozenset(bases_in(sources.scanned(path)))


def _written(method: FunctionInfo) -> frozenset[str]:
    if not method.params:
        return frozenset()
    with viewed(method.node.body, views.WRITES):
        return frozenset(written(method.node, method.params[0].arg))


def _changed_by(call: ast.Call) -> ast.expr | None:
    """Return what a call changes by its name: a container, or an attribute that it sets."""
    named = set_by_name(call)
    if named is not None:
        return named[0]
    func = call.func
    return func.value if isinstance(func, ast.Attribute) and func.attr in MUTATORS else None


def written(function: ast.AST, this: str) -> Iterator[str]:
    """Yield the attributes of an object that a function sets, or whose containers it changes."""
    changed: ast.expr | None
    for node in walk(function):
        if isinstance(node, ast.Attribute):
            changed = node if isinstance(node.ctx, ast.Store) else None
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            changed = node.value
        elif isinstance(node, ast.Call):
            changed = _changed_by(node)
        else:
            continue
        if (
            isinstance(changed, ast.Attribute)
            and isinstance(changed.value, ast.Name)
            and changed.value.id == this
        ):
            yield changed.attr
