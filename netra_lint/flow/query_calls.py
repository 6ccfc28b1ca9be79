"""What rules may ask of calls: what is at hand there, what they call, what that needs."""

from __future__ import annotations

import ast
import re
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow import invoke, keyed, views
from netra_lint.flow.at_hand import Held, Names, Seen, Walk
from netra_lint.flow.callee import Callee, Onward
from netra_lint.flow.callers import rows_at
from netra_lint.flow.givers import Givers
from netra_lint.flow.id_names import (
    is_context,
    may_carry,
    own_kind,
    passing,
    pattern,
    spellings,
    starts_of_passing,
)
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.needs import Needs
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.spreads import spreading, texts_in
from netra_lint.project import screen
from netra_lint.project.nodes import walk
from netra_lint.project.other_names import CALLED, HANDED, other_names
from netra_lint.project.outline import viewed
from netra_lint.project.queries import calls_of, search, takers
from netra_lint.project.trace import digest
from netra_lint.vocabulary import KINDS, RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.flow.solve import Solver
    from netra_lint.project.modules import ModuleInfo

Span = tuple[int, ...]
_GIVES = frozenset({"property", "cached_property"})
_COPIES = frozenset({b"replace", b"model_copy", b"copy", b"_replace"})
_USUAL = frozenset({b"copy", b"replace"})
"""Files that call nothing else are not looked into: too many do."""
_OPENS = re.compile(rb"\s*\(")
_STEPS = 800
"""How much one callee that only evaluation can tell may cost."""
_FILE_STEPS = 8_000
"""The same for all callees of one file: a verdict may not depend on other files' calls."""


class Calls:
    """Answers what calls do with the ids of an execution."""

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.known = solver.known
        self.machine = solver.machine
        self.words = solver.words
        self.needs = Needs(self)
        self._seen: dict[str, list[Seen]] = {}
        self._callees: dict[tuple[object, object, bool], tuple[Callee, ...]] = {}
        self._spent: dict[str, int] = {}
        self._places: dict[FunctionInfo, dict[Span, tuple[FunctionInfo, int]]] = {}
        self._names: frozenset[bytes] | None = None
        self._takers_key = b""
        self._optional = re.compile(pattern(self.words, KINDS).pattern + rb"[^,=\n]*=(?!=)")
        self._passed = passing(self.words)
        self._words = [*spellings(self.words), b"context", b"ctx"]

    @cached_property
    def givers(self) -> Givers:
        """Who gives functions what they take."""
        return Givers(self)

    # -- calls ---------------------------------------------------------------------

    def seen(self, targets: frozenset[str]) -> Iterator[Seen]:
        """Yield the calls of what takes ids, with the ids that are at hand there.

        Args:
            targets: the files to look at.
        """
        held = self.known.names.held(sorted(self._plain()))
        asked = calls_of(self.takers(), self._words, _USUAL)
        self.known.modules.sources.asked_of(asked, targets)
        for path in sorted(targets):
            if path not in self._seen:
                self.solver.leave()
                names = held.get(path, [])
                worth = not _USUAL.issuperset(names)
                self._seen[path] = list(self._in_file(path, names)) if worth else []
            yield from self._seen[path]

    def _in_file(self, path: str, takers: Sequence[bytes]) -> Iterator[Seen]:
        rows = self._rows(path, takers)
        module = self.known.modules.module(path) if rows else None
        if module is None:
            return
        others = self._others(path, takers)
        wanted = (lambda name: self._is_taker(name) or name.encode() in others) if others else None
        for info in self.solver.callers.around(module, rows):
            yield from self._in_function(info, {}, (), wanted, views.CALLS)

    def _others(self, path: str, takers: Sequence[bytes]) -> set[bytes]:
        """Return what else a file calls some of the takers by."""
        return other_names(self.known.modules.sources.scanned(path), self._with_objects(takers))

    def _with_objects(self, takers: Sequence[bytes]) -> list[bytes]:
        objects = (name + CALLED for name in takers)
        return [*takers, *(name for name in objects if name in self.takers())]

    def _plain(self) -> frozenset[bytes]:
        return frozenset(name.removesuffix(CALLED) for name in self.takers())

    def _rows(self, path: str, takers: Sequence[bytes]) -> list[int]:
        """Return the rows on which something is called that seems to take an id."""
        sources = self.known.modules.sources
        key = ("takers", self._takers_key)
        return sources.kept(path, key, lambda: self._rows_in(sources.scanned(path), takers))

    def _rows_in(self, content: bytes, takers: Sequence[bytes]) -> list[int]:
        if not any(word in content for word in self._words):
            return []
        others = other_names(content, self._with_objects(takers))
        named = screen.naming(content, {*takers, *others})
        return rows_at(content, (start for start, end in named if _OPENS.match(content, end)))

    def passing_ids(self, targets: frozenset[str]) -> Iterator[FunctionInfo]:
        """Yield the functions that seem to pass thread ids or user ids by some call.

        Args:
            targets: the files to look at.
        """
        sources, asked = self.known.modules.sources, search(self._passed, *self._words)
        sources.asked_of(asked, targets)
        held = self.known.names.spelt(starts_of_passing(self.words))
        for path in sorted(targets & held.keys()):
            places = screen.starting(sources.scanned(path), held[path], self._passed)
            rows = rows_at(sources.scanned(path), places)
            module = self.known.modules.module(path) if rows else None
            for info in self.solver.callers.around(module, rows) if module else ():
                yield from self._with_inner(info)

    def _with_inner(self, info: FunctionInfo) -> Iterator[FunctionInfo]:
        yield info
        for node in info.statements:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = self.known.function(node, info.module, None, info)
                yield from self._with_inner(inner)

    def declared_kind(self, callee: Callee, name: str) -> str:
        """Return the kind of id that a parameter or field is declared to take, or ``""``."""
        declared = self.known.annotation_kind(callee.annotation(name))
        return declared or self.words.kind_of_name(name)

    def seen_of(self, root: FunctionInfo, names: frozenset[str]) -> Iterator[Seen]:
        """Yield the calls of some names in a function, and in those that are defined in it."""
        return self._in_function(root, {}, (), names.__contains__)

    def _in_function(
        self,
        info: FunctionInfo,
        outer: Names,
        carriers: tuple[Held, ...],
        wanted: Callable[[str], bool] | None = None,
        view: str = "",
    ) -> Iterator[Seen]:
        carriers = (*self._carried(info), *carriers)
        done = Walk(info, self.words, wanted or self._is_taker, outer, carriers)
        with viewed(info.node.body, view):
            found, inner = list(done.calls()), _functions_in(info)
        yield from found
        around = {
            name: Held(own_kind(self.words, name), name, f"parameter `{name}` of `{info.name}`",
                       "", True, param.lineno, param.col_offset)
            for name, param in info.every_param.items()
            if own_kind(self.words, name)
        }  # fmt: skip
        for node in inner:
            each = self.known.function(node, info.module, None, info)
            yield from self._in_function(each, {**outer, **around}, carriers, wanted, view)

    def takers(self) -> frozenset[bytes]:
        """Return the names of all functions and classes that seem to take an own id."""
        if self._names is None:
            asked = takers(self._optional, *self._words)
            having = self.known.modules.sources.having(asked, self.known.files)
            self._names = _closed(_COPIES.union(*(found for _, found in having)))
            self._takers_key = digest(b"\n".join(sorted(self._names)))
        return self._names

    def _is_taker(self, name: str) -> bool:
        return name.encode() in self.takers()

    # -- objects that carry ids -------------------------------------------------------

    def _carried(self, info: FunctionInfo) -> Iterator[Held]:
        for name, param in info.every_param.items():
            if info.cls is not None and info.params and param is info.params[0]:
                if info.is_bound:
                    yield from self._of_instance(info, name, param)
                continue
            classes = self.known.classes.of_annotation(info.module, param.annotation)
            yield from self._parts(info, name, param, classes)

    def _parts(
        self,
        info: FunctionInfo,
        name: str,
        param: ast.arg,
        classes: list[ClassInfo],
    ) -> Iterator[Held]:
        origin = f"parameter `{name}` of `{info.name}`"
        known = [self.fields_of(cls) for cls in classes]
        if not known and not may_carry(name):
            return
        names = frozenset.intersection(*known) if known else _read_of(info, name)
        texts = {attr: keyed.part_of(name, attr, classes) for attr in names}
        if not names:
            texts = dict(keyed.read_by_key(info, name))
        for attr, text in sorted(texts.items()):
            kind = own_kind(self.words, attr)
            if kind and not attr.startswith("_"):
                yield Held(kind, text, f"`{attr}` of {origin}", name, bool(known),
                           param.lineno, param.col_offset)  # fmt: skip

    def _of_instance(self, info: FunctionInfo, name: str, param: ast.arg) -> Iterator[Held]:
        cls = info.cls
        assert cls is not None
        if info.name in ("__init__", "__new__", "__post_init__") or "classmethod" in info.marks:
            return
        for attr in sorted(self._instance_names(cls)):
            kind = own_kind(self.words, attr)
            if kind:
                yield Held(kind, f"{name}.{attr}", f"attribute `{attr}` of `{cls.name}`", name,
                           True, param.lineno, param.col_offset)  # fmt: skip
            else:
                yield from self._of_part(cls, name, attr, param)

    def _of_part(self, cls: ClassInfo, name: str, attr: str, param: ast.arg) -> Iterator[Held]:
        """Yield the ids of a part of an instance that is called a context, or is one by its ids."""
        classes = self.machine.shapes.field_classes(cls, attr) or ()
        known = [self.fields_of(each) for each in classes]
        names = frozenset.intersection(*known) if known else frozenset()
        kinds = {own_kind(self.words, part) for part in names}
        if not may_carry(attr) and (RUN not in kinds or len(kinds - {""}) < 2):
            return
        for part in sorted(names):
            kind = own_kind(self.words, part)
            if kind and not part.startswith("_"):
                origin = f"`{part}` of attribute `{attr}` of `{cls.name}`"
                holder = f"{name}.{attr}"
                yield Held(kind, keyed.part_of(holder, part, classes), origin, holder, True,
                           param.lineno, param.col_offset)  # fmt: skip

    def _instance_names(self, cls: ClassInfo) -> frozenset[str]:
        found = {name for base in cls.mro for name in base.annotations}
        start = cls.find("__init__")
        if start is not None:
            found |= self.known.classes.written_by(start)
        return frozenset(found)

    def fields_of(self, cls: ClassInfo) -> frozenset[str]:
        """Return the names of what an instance of a class has from its start."""
        declared = {name for base in cls.mro for name in base.annotations}
        given = {
            name
            for base in cls.mro
            for name, method in base.methods.items()
            if own_kind(self.words, name) and not _GIVES.isdisjoint(method.marks)
        }
        start = cls.find("__init__")
        written = self.known.classes.written_by(start) if start else set()
        return frozenset(declared | given | written)

    def class_of(self, info: FunctionInfo, node: ast.expr) -> ClassInfo | None:
        """Return the context class that a parameter or field is declared with, or None."""
        classes: Sequence[ClassInfo] = ()
        if isinstance(node, ast.Name) and node.id in info.every_param:
            annotation = info.every_param[node.id].annotation
            classes = self.known.classes.of_annotation(info.module, annotation)
        elif isinstance(node, ast.Attribute) and info.cls is not None and info.params:
            own = ast.unparse(node.value) == info.params[0].arg
            found = self.machine.shapes.field_classes(info.cls, node.attr) if own else None
            classes = found or ()
        return next((cls for cls in classes if is_context(self.words, cls)), None)

    # -- callees -----------------------------------------------------------------------

    def callees(
        self, info: FunctionInfo, call: ast.Call, evaluate: bool = True
    ) -> tuple[Callee, ...]:
        """Return the project's functions and classes that a call is known to call.

        Args:
            info: the function with the call.
            call: the call.
            evaluate: whether to evaluate what is called where declarations do not tell.
        """
        key = (info, span_of(call), evaluate)
        if key not in self._callees:
            self._callees[key] = ()
            self._callees[key] = tuple(self._resolved(info, call, evaluate))
        return self._callees[key]

    def _resolved(self, info: FunctionInfo, call: ast.Call, evaluate: bool) -> list[Callee]:
        cls = self._class_named(info, call.func)
        if cls is not None:
            return [self._made(cls)]
        at = self.placed(info, call)
        if at is None:
            return []
        found = self.machine.shapes.callees(*at)
        if found:
            return [self._called(each) for each in found]
        if not evaluate:
            return []
        inside = self.function_named(info.module, call.func)
        entered = self._evaluated(*at)
        if inside is None or not all(_passes_all(each, inside) for each in entered):
            return entered
        return [self._called(inside)]

    def _made(self, cls: ClassInfo) -> Callee:
        start = cls.find("__init__")
        return Callee(start, cls, start is not None, self._onward)

    def _called(self, info: FunctionInfo) -> Callee:
        if info.name in ("__init__", "__post_init__") and info.cls is not None:
            return self._made(info.cls)
        return Callee(info, None, info.is_bound, self._onward)

    def _onward(self, info: FunctionInfo) -> Iterator[Onward]:
        """Yield what a function calls with all keywords that it gathers."""
        for call in spreading(info):
            found = self.callees(info, call)
            if found:
                names = frozenset.intersection(*(each.optional for each in found))
                passed = found[0].passed_by_name(call)
                yield Onward(found[0], tuple(sorted(names - passed - texts_in(info))))

    def function_named(
        self, module: ModuleInfo, func: ast.expr, depth: int = 6
    ) -> FunctionInfo | None:
        """Return the function, inside its decorators, that a module's name stands for."""
        name = func.id if isinstance(func, ast.Name) else ""
        statements = module.bound(name)
        statement = statements[0] if len(statements) == 1 else None
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return self.known.function(statement, module)
        if not isinstance(statement, ast.ImportFrom) or not depth:
            return None
        real = next(a.name for a in statement.names if (a.asname or a.name) == name)
        source = self.known.modules.source_of(statement, module.path)
        other = self.known.modules.module(source) if source.endswith(".py") else None
        return self.function_named(other, ast.Name(real), depth - 1) if other is not None else None

    def _class_named(self, info: FunctionInfo, func: ast.expr) -> ClassInfo | None:
        root = func
        while isinstance(root, ast.Attribute):
            root = root.value
        if not isinstance(root, ast.Name) or root.id in info.names:
            return None
        return self.known.classes.resolve(info.module, func, info)

    def placed(self, info: FunctionInfo, call: ast.Call) -> tuple[FunctionInfo, int] | None:
        """Return the function, or the lambda in it, that makes a call, and its number there."""
        if info not in self._places:
            self._places[info] = dict(self._calls_of(info))
        end = (call.end_lineno or 0, call.end_col_offset or 0)
        return self._places[info].get((call.lineno, call.col_offset, *end))

    def _calls_of(self, info: FunctionInfo) -> Iterator[tuple[Span, tuple[FunctionInfo, int]]]:
        """Yield the calls of a function, with those of the lambdas in it, by their places."""
        facts = self.known.facts(info)
        for node in facts.calls:
            yield tuple(facts.nodes[node][6]), (info, node)
        for each in facts.defs:
            if isinstance(each, ast.Lambda):
                yield from self._calls_of(self.known.function(each, info.module, None, info))

    def _evaluated(self, info: FunctionInfo, node: int) -> list[Callee]:
        spent = self._spent.get(info.path, 0)
        before = self.machine.steps
        self.machine.ask(min(_STEPS, _FILE_STEPS - spent))
        try:
            found = invoke.dispatch(self.machine, self.known.open(info), node)
        except OutOfBudget:
            return []
        finally:
            self._spent[info.path] = spent + self.machine.steps - before
        made = [self._made(cls) for cls in found.made]
        entered = [
            self._called(child.info)
            for child in found.entered
            if isinstance(child.info, FunctionInfo) and child.info.node is not None
        ]
        return made or entered


def _closed(found: frozenset[bytes]) -> frozenset[bytes]:
    """Return the names of takers, with those of what passes any keyword on to one."""
    names = {each for each in found if HANDED not in each}
    pairs = [each.partition(HANDED) for each in found - names]
    todo = True
    while todo:
        more = {name for name, _, inner in pairs if inner in names} - names
        todo = bool(more)
        names |= more
    return frozenset(names)


def _passes_all(callee: Callee, inside: FunctionInfo) -> bool:
    """Whether what is entered is the decorated function, or passes on any keyword."""
    if callee.info is None or callee.info is inside:
        return callee.info is inside
    return callee.info.node.args.kwarg is not None


def _read_of(info: FunctionInfo, name: str) -> frozenset[str]:
    """Return the attributes that a function reads of a parameter."""
    with viewed(info.node.body, views.READS):
        return frozenset(attr for holder, attr in reads(info.node) if holder == name)


def reads(function: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names of which a function reads attributes, with these."""
    for node in walk(function):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Load)
            and isinstance(node.value, ast.Name)
        ):
            yield node.value.id, node.attr


def _functions_in(info: FunctionInfo) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return the functions that are defined in one."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in info.statements if isinstance(node, kinds)]
