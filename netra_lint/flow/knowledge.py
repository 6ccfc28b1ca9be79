"""What is known of the whole program while it is analysed, found out on demand."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from netra_lint.flow import sinks
from netra_lint.flow.classes import ClassIndex, is_test
from netra_lint.flow.heap import Arg, Frame, Obj, Scope
from netra_lint.flow.hits import Hit, Span
from netra_lint.flow.program import ClassInfo, FunctionInfo, FunctionNode, last_word
from netra_lint.flow.run import OutOfBudget, PathEnds, Run
from netra_lint.flow.slices import Slices
from netra_lint.flow.values import (
    UNKNOWN,
    Atoms,
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Hole,
    Ident,
    Mod,
    Ref,
    Snap,
    Trace,
    Value,
    fresh,
    one,
    union,
    unknown,
)
from netra_lint.project.modules import ModuleInfo, own_nodes
from netra_lint.vocabulary import RUN, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.diagnostics import Step
    from netra_lint.project.modules import Modules

Root = FunctionInfo | ModuleInfo
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Knowledge:
    """Everything that evaluations share: modules, classes, tables, hits and demands."""

    def __init__(self, modules: Modules, words: Vocabulary) -> None:
        self.modules = modules
        self.words = words
        self.classes = ClassIndex(self)
        self.slices = Slices(words)
        self.prefixes: dict[int, tuple[int, str]] = {}
        self.hits: dict[tuple[str, str, int, int], tuple[Hit, object, bool]] = {}
        self.others: dict[tuple[str, int, int], Hit] = {}
        self.asks: dict[FunctionInfo, set[tuple[str, str]]] = {}
        self.asks_others: set[object] = set()
        self.users: dict[FunctionInfo, set[object]] = {}
        self.stale: set[object] = set()
        self.evaluate: Callable[[FunctionInfo], None] = _nothing
        self.called_after: dict[str, list[ClassInfo]] = {}
        self.demands: dict[FunctionInfo, None] = {}
        self.called: dict[FunctionInfo, set[object]] = {}
        self.visited: set[FunctionInfo] = set()
        self.snaps: dict[int, dict[str, Value]] = {}
        self._functions: dict[int, FunctionInfo] = {}
        self._oids: dict[object, int] = {}
        self._globals: dict[tuple[ModuleInfo, str], Value] = {}
        self._fields: dict[tuple[FunctionInfo, str], dict[str, Value]] = {}
        self._results: dict[FunctionInfo, Value] = {}
        self._wanted: set[tuple[ClassInfo, str]] = set()
        self._left: dict[object, Value | None] = {}
        self._busy: set[object] = set()

    # -- identities ----------------------------------------------------------

    def module_oid(self, module: ModuleInfo) -> int:
        """Return the object that holds a module's names."""
        return self._oids.setdefault(module, self._oids.get(module) or fresh())

    def class_oid(self, cls: ClassInfo) -> int:
        """Return the object that holds a class's attributes."""
        return self._oids.setdefault(cls, self._oids.get(cls) or fresh())

    def function(
        self,
        node: FunctionNode,
        module: ModuleInfo,
        cls: ClassInfo | None = None,
        outer: FunctionInfo | None = None,
    ) -> FunctionInfo:
        """Return the record of a function, the same one each time."""
        if id(node) not in self._functions:
            self._functions[id(node)] = FunctionInfo(node, module, cls, outer)
        return self._functions[id(node)]

    # -- places --------------------------------------------------------------

    def span(self, path: str, node: ast.AST) -> Span:
        """Return a node's range, columns in characters."""
        row, end_row = getattr(node, "lineno", 1), getattr(node, "end_lineno", None) or 1
        sources = self.modules.sources
        start = sources.column(path, row, getattr(node, "col_offset", 0))
        end = sources.column(path, end_row, getattr(node, "end_col_offset", None) or 0)
        return Span(row, start, end_row, end)

    def step(self, path: str, node: ast.AST, note: str) -> Step:
        """Return a step of a flow."""
        return sinks.step(path, self.span(path, node), note)

    # -- what evaluations tell -------------------------------------------------

    def report(self, hit: Hit, run: Run, derived: bool) -> None:
        """Take a finding; of several for one call the shortest flow stays."""
        key = (hit.code, hit.path, hit.call.row, hit.call.column)
        old = self.hits.get(key)
        better = old is None or (derived, len(hit.steps)) < (old[2], len(old[0].steps))
        if better:
            self.hits[key] = (hit, run.root, derived)

    def demand(self, hole: Hole, run: Run, kind: str) -> None:
        """Ask for the callers of a function whose parameter reaches a recipient.

        Args:
            hole: the part of a parameter that reaches it.
            run: the evaluation that found out.
            kind: the kind of id that the recipient must be.
        """
        self.demands.setdefault(hole.owner)
        if run.root is hole.owner:
            asked = self.asks.setdefault(hole.owner, set())
            if (hole.name, kind) not in asked:
                asked.add((hole.name, kind))
                self.stale |= self.users.get(hole.owner, set())
        elif run.root is not None:
            self.asks_others.add(run.root)

    def summarize(self, info: FunctionInfo) -> bool:
        """Look at a function by itself, once; return whether that is done."""
        if info in self._busy:
            return False
        self._busy.add(info)
        self.evaluate(info)
        self._busy.discard(info)
        return True

    def namesake(self, func: ast.expr, method: str) -> list[ClassInfo]:
        """Return the classes that an untyped receiver is called after.

        ``self.owner.pipeline_executor.run()`` is taken for a ``PipelineExecutor``'s
        ``run`` where that is asked for: both names have to agree.

        Args:
            func: what is called.
            method: the method's name.
        """
        holder = func.value if isinstance(func, ast.Attribute) else None
        word = last_word(holder).strip("_") if holder is not None else ""
        return [cls for cls in self.called_after.get(word, ()) if cls.find(method)]

    def ask_by_name(self, info: FunctionInfo) -> None:
        """Let receivers that are called after a function's class stand for its objects."""
        if info.cls is not None and not is_test(info.path):
            word = _CAPITAL.sub("_", info.cls.name).lower().strip("_")
            known = self.called_after.setdefault(word, [])
            if info.cls not in known and "_" in word:
                known.append(info.cls)

    def note_call(self, info: FunctionInfo, root: object) -> None:
        """Note that a call of a function was resolved."""
        self.called.setdefault(info, set()).add(root)

    def entered(self, info: FunctionInfo) -> None:
        """Note that a function's body has been looked at."""
        self.visited.add(info)

    def note_instance(self, cls: ClassInfo) -> None:
        """Note that a class is instantiated."""
        self.classes.made.add(cls)

    def check_other_id(
        self, run: Run, frame: Frame, info: FunctionInfo, name: str, arg: Arg, value: Value
    ) -> None:
        """Note a run id that is passed as another id (NTR103)."""
        wanted = self.param_kind(info, name)
        caller = frame.caller
        if wanted in ("", RUN) or caller is None or not isinstance(frame.call, ast.Call):
            return
        trace = value.atoms.get(Ident(RUN))
        if trace is None:
            return
        call = self.span(caller.path, frame.call)
        key = (caller.path, call.row, call.column)
        events = trace.chain()
        if any(event.event == "pass" and event.word not in ("", RUN) for event in events):
            return
        steps = [self.step(e.path, e.node, e.note) for e in events]
        steps.append(self.step(caller.path, arg.node, f"passed to `{name}` of `{info.name}`"))
        where = self.span(caller.path, arg.node)
        text = ast.unparse(arg.node)[:80]
        self.others.setdefault(
            key,
            Hit("NTR103", caller.path, call, where, info.name, RUN, wanted, name, text,
                events[0].word, tuple(dict.fromkeys(steps))),
        )  # fmt: skip

    # -- kinds -----------------------------------------------------------------

    def param_kind(self, info: FunctionInfo, name: str) -> str:
        """Return the kind of id that a parameter is declared to take, or ``""``."""
        param = info.every_param.get(name)
        if param is None:
            return self.words.kind_of_name(name)
        declared = self.annotation_kind(param.annotation)
        return declared or self.words.kind_of_name(name)

    def annotation_kind(self, node: ast.expr | None) -> str:
        """Return the kind of id that an annotation declares, or ``""``."""
        for word in annotation_words(node):
            kind = self.words.kind_of_type(word)
            if kind:
                return kind
        return ""

    def annotated(
        self, run: Run, annotation: ast.expr, value: Value, name: str, node: ast.AST
    ) -> Value:
        """Return an unknown value as its annotation describes it."""
        kind = self.annotation_kind(annotation)
        if kind:
            note = f"`{name}` is annotated as a {kind} id"
            return run.source(kind, node, note, f"annotated `{name}`", value.token)
        classes = self.classes.of_annotation(run.frame.module, annotation)
        if classes:
            return run.new(Obj("instance", tuple(classes), generic=True))
        return value

    # -- names of modules --------------------------------------------------------

    def global_value(self, run: Run, module: ModuleInfo, name: str) -> Value:
        """Return what a module's name holds on this path."""
        oid = self.module_oid(module)
        value = run.state.get(oid, name)
        if value is None:
            value = self.imported_value(run, self.portable_global(module, name))
            written = [self.imported_value(run, v) for v in self._written(run, module, name)]
            value = union([value, *written]) if written else value
            value = Value(value.atoms, run.inner(Value({}, oid), name), value.guards)
            run.state.put(oid, name, value)
        return value

    def portable_global(self, module: ModuleInfo, name: str) -> Value:
        """Return what a module's name holds, in a form that any evaluation can take in."""
        key = (module, name)
        if key not in self._globals:
            if key in self._busy:
                return unknown()
            self._busy.add(key)
            self._globals[key] = self._global(module, name)
            self._busy.discard(key)
        return self._globals[key]

    def _written(self, run: Run, module: ModuleInfo, name: str) -> list[Value]:
        """Return what functions of a module leave in one of its names."""
        found = []
        for info in self.classes.global_writers(module, name):
            self.slices.hot.add(info.name)
            self.slices.shared.setdefault(module.path, set()).add(name)
            if info is not run.root:
                value = self._left_in(info, name)
                found += [_from_table(value)] if value is not None else []
        return found

    def _left_in(self, info: FunctionInfo, name: str) -> Value | None:
        from netra_lint.flow.roots import evaluate_function

        key = (info, name, "global")
        if key not in self._left and key not in self._busy:
            self._busy.add(key)
            run = evaluate_function(self, info, report=False, names=(name,))
            value = run.state.get(self.module_oid(info.module), name)
            self._left[key] = None if value is None else self.exported(run, value)
            self._busy.discard(key)
        return self._left.get(key)

    def _global(self, module: ModuleInfo, name: str) -> Value:
        statements = module.bindings.get(name, [])
        if not statements:
            return self._starred(module, name)
        last = statements[-1]
        if isinstance(last, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return one(Fn(self.function(last, module)))
        if isinstance(last, ast.ClassDef):
            return one(Cls(self.classes.get(last, module)))
        imports = [s for s in statements if isinstance(s, (ast.Import, ast.ImportFrom))]
        if imports:
            found = [self._import_of(module, node, name) for node in imports]
            known = [v for v in found if not isinstance(v.only(), Ext)]
            return (known or found)[0]
        return self._assigned(module, name)

    def _import_of(self, module: ModuleInfo, node: ast.Import | ast.ImportFrom, name: str) -> Value:
        for alias in node.names:
            bound = alias.asname or alias.name
            if name in (bound, alias.name.partition(".")[0] if not alias.asname else bound):
                return self._imported(module, node, alias)
        return unknown()

    def _starred(self, module: ModuleInfo, name: str) -> Value:
        for node in module.stars:
            source = self.modules.source_of(node, module.path)
            other = self.modules.module(source) if source.endswith((".py", ".pyi")) else None
            if other is not None and not name.startswith("_"):
                value = self.portable_global(other, name)
                if value.only() != UNKNOWN:
                    return value
        return unknown()

    def imported(
        self, run: Run, module: ModuleInfo, node: ast.Import | ast.ImportFrom, alias: ast.alias
    ) -> Value:
        """Return what one imported name is on this path."""
        if isinstance(node, ast.ImportFrom):
            source = self.modules.source_of(node, module.path)
            other = self.modules.module(source) if source.endswith((".py", ".pyi")) else None
            if other is not None:
                changed = run.state.get(self.module_oid(other), alias.name)
                if changed is not None:
                    return changed
        return self.imported_value(run, self._imported(module, node, alias))

    def _imported(
        self, module: ModuleInfo, node: ast.Import | ast.ImportFrom, alias: ast.alias
    ) -> Value:
        if isinstance(node, ast.Import):
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            return self._module_value(self.modules.find(name, module.path), name)
        source = self.modules.source_of(node, module.path)
        dotted = f"{'.' * node.level}{node.module or ''}.{alias.name}"
        if not source:
            return one(Ext(dotted))
        if source.endswith((".py", ".pyi")):
            other = self.modules.module(source)
            if other is not None and (alias.name in other.bindings or other.stars):
                value = self.portable_global(other, alias.name)
                if value.only() != UNKNOWN or alias.name in other.bindings:
                    return value
        child = self.modules.child(source, alias.name)
        return self._module_value(child, dotted) if child else unknown()

    def _module_value(self, path: str, name: str) -> Value:
        if not path.endswith((".py", ".pyi")):
            return one(Ext(name)) if not path else unknown()
        module = self.modules.module(path)
        return unknown() if module is None else one(Mod(module))

    def _assigned(self, module: ModuleInfo, name: str) -> Value:
        from netra_lint.flow.roots import evaluate_module

        run = evaluate_module(self, module, name)
        value = run.state.get(self.module_oid(module), name)
        return unknown() if value is None else self.exported(run, value)

    def portable_result(self, info: FunctionInfo) -> Value:
        """Return what a function without parameters gives, for any evaluation to take in."""
        from netra_lint.flow.roots import result_of

        if info not in self._results:
            if info in self._busy:
                return unknown()
            self._busy.add(info)
            self._results[info] = result_of(self, info)
            self._busy.discard(info)
        return self._results[info]

    def module_expression(
        self, run: Run, module: ModuleInfo, node: ast.expr, scopes: tuple[Scope, ...] = ()
    ) -> Value:
        """Return what an expression is in a module's own scope, or a class's in it."""
        saved = run.frame
        depth = saved.depth + 1 if saved else 0
        run.frame = Frame(fresh(), module, None, scopes, saved, depth=depth)
        try:
            return run.see(run.eval(node))
        finally:
            run.frame = saved

    def class_attribute(self, run: Run, cls: ClassInfo, name: str) -> Value:
        """Return what the body of a class sets an attribute to."""
        node = cls.attributes[name]
        scope = Scope(self.class_oid(cls), frozenset(cls.methods))
        for method, info in cls.methods.items():
            run.state.put(scope.oid, method, one(Fn(info)))
        value = self.module_expression(run, cls.module, node, (scope,))
        for method in cls.methods:
            run.state.drop(scope.oid, method)
        if all(atom == UNKNOWN for atom in value.atoms):
            for other in cls.attributes:
                if isinstance(node, ast.Name) and node.id == other and other != name:
                    return self.class_attribute(run, cls, other)
        run.state.put(self.class_oid(cls), name, value)
        return value

    def local_class(self, run: Run, node: ast.ClassDef) -> Value:
        """Return a class that is defined inside a function."""
        return one(Cls(self.classes.get(node, run.frame.module, run.frame.function)))

    # -- fields of objects that are looked at by themselves --------------------------

    def want_field(self, classes: tuple[ClassInfo, ...], name: str) -> None:
        """Note that an attribute matters: methods that write it matter where they are called."""
        for cls in classes:
            if (cls, name) not in self._wanted:
                self._wanted.add((cls, name))
                self.slices.writers |= self.classes.setters(cls, name)

    def field_values(self, run: Run, classes: tuple[ClassInfo, ...], name: str) -> list[Value]:
        """Return what the methods of a class family leave in an attribute."""
        found: list[Value] = []
        self.slices.attrs.add(name)
        todo = self.classes.writers(classes, name)
        for method in todo:
            fields = self._final_fields(method, name)
            if name not in fields:
                continue
            found.append(self.imported_value(run, _from_table(fields[name])))
            if _asks(fields[name], method):
                callers = self.classes.callers_in(classes, method)
                todo += [other for other in callers if other not in todo][: 20 - len(todo)]
        for cls in classes:
            annotation = next((b.annotations[name] for b in cls.mro if name in b.annotations), None)
            if annotation is not None and not found:
                value = self.annotated_field(run, cls, annotation, name)
                found += [value] if value is not None else []
        return found

    def annotated_field(
        self, run: Run, cls: ClassInfo, annotation: ast.expr, name: str
    ) -> Value | None:
        """Return a field as the class body annotates it, if that says anything."""
        kind = self.annotation_kind(annotation)
        if kind:
            return run.source(kind, annotation, f"field `{name}` is a {kind} id", f"field `{name}`")
        known = self.classes.of_annotation(cls.module, annotation)
        return run.new(Obj("instance", tuple(known), generic=True)) if known else None

    def _final_fields(self, method: FunctionInfo, name: str) -> dict[str, Value]:
        from netra_lint.flow.roots import evaluate_function

        key = (method, name)
        if key in self._fields or key in self._busy:
            return self._fields.get(key, {})
        self._busy.add(key)
        run = evaluate_function(self, method, report=False)
        this = run.root_self
        cells = run.state.cells(this) if this else {}
        found = {n: self.exported(run, v) for n, v in cells.items() if isinstance(n, str)}
        self._fields[key] = found
        self._busy.discard(key)
        return found

    # -- values that travel between evaluations --------------------------------------

    def exported(self, run: Run, value: Value, depth: int = 2) -> Value:
        """Return a value in a form that another evaluation can take in."""
        atoms: dict[object, Trace | None] = {}
        for atom, trace in run.see(value).atoms.items():
            if isinstance(atom, Ref):
                atoms[self._snap(run, atom.oid, depth)] = None
            elif isinstance(atom, (Ident, Hole, Const, Fn, Cls, Mod, Ext, ExtVal)):
                atoms[atom] = trace
            else:
                atoms[UNKNOWN] = None
        return Value(atoms)  # type: ignore[arg-type]

    def _snap(self, run: Run, oid: int, depth: int) -> object:
        obj = run.heap[oid]
        if obj.kind not in ("instance", "list", "dict") or not depth:
            return UNKNOWN
        snap = Snap(fresh(), obj.kind, obj.classes)
        cells = run.state.cells(oid)
        self.snaps[snap.ident] = {
            name: self.exported(run, value, depth - 1)  # type: ignore[misc]
            for name, value in cells.items()
        }
        return snap

    def imported_value(self, run: Run, value: Value) -> Value:
        """Return a value of another evaluation as one of this."""
        if not any(isinstance(atom, Snap) for atom in value.atoms):
            return Value(dict(value.atoms))
        atoms: Atoms = {a: t for a, t in value.atoms.items() if not isinstance(a, Snap)}
        return union([Value(atoms)] * bool(atoms) + [
            self._take_in(run, atom) for atom in value.atoms if isinstance(atom, Snap)
        ])  # fmt: skip

    def _take_in(self, run: Run, snap: Snap) -> Value:
        made = run.imported.get(snap.ident)
        if made is None:
            made = run.new(Obj(snap.kind, snap.classes, generic=snap.kind == "instance"))
            run.imported[snap.ident] = made
        if made.refs()[0] not in run.state.objects:
            run.state.replace(made.refs()[0], {})
            for name, value in self.snaps[snap.ident].items():
                run.state.put(made.refs()[0], name, self.imported_value(run, value))
        return made

    # -- questions about functions -----------------------------------------------------

    def sends(self, info: FunctionInfo) -> bool:
        """Return whether a function's own body calls a routing method."""
        return any(
            isinstance(node, ast.Attribute) and self.words.routing_method(node.attr)
            for node in ast.walk(info.node)
        )


def _nothing(info: FunctionInfo) -> None:
    """Evaluate nothing: the solver puts itself here."""


def _asks(value: Value, method: FunctionInfo) -> bool:
    """Whether a field holds what callers give to the method that writes it."""
    if method.name == "__init__":
        return False
    return any(isinstance(atom, Hole) and atom.owner is method for atom in value.atoms)


def _from_table(value: Value) -> Value:
    atoms = {
        atom: Trace(trace.path, trace.node, trace.note, "table", trace) if trace else None
        for atom, trace in value.atoms.items()
    }
    return Value(atoms)


def annotation_words(node: ast.expr | None) -> list[str]:
    """Return the names in an annotation, also of one that is a string."""
    if node is None:
        return []
    found = []
    for part in own_nodes(node):
        if isinstance(part, ast.Name):
            found.append(part.id)
        elif isinstance(part, ast.Attribute):
            found.append(part.attr)
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            try:
                found += annotation_words(ast.parse(part.value, mode="eval").body)
            except SyntaxError:
                continue
    return found


__all__ = ["Knowledge", "OutOfBudget", "PathEnds", "last_word"]
