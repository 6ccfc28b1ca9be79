"""Which functions a call may enter, and of which classes a value may be.

Told without evaluating anything: from names, imports, annotations and
constructors alone.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.expressions import LOOKING_UP, QUIET_METHODS
from netra_lint.flow.program import ClassInfo, FunctionInfo, module_of
from netra_lint.project import queries
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.known import Info, Known

Classes = tuple[ClassInfo, ...]
Callees = tuple[FunctionInfo, ...]
_FEW, _DEFINING = 12, 3
"""A method is looked for by its name where no more files hold it, and define it, than these."""


class Targets:
    """Answers what calls may enter."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._callees: dict[tuple[Info, int], Callees | None] = {}
        self._classes: dict[tuple[Info, int], Classes | None] = {}
        self._fields: dict[tuple[ClassInfo, str], Classes | None] = {}
        self._named_alike: dict[str, Callees] = {}

    def forget(self) -> None:
        """Drop what is kept by the numbers of values: facts that are taken again may have others.

        The analysis adds values to the facts that it works with.
        """
        self._callees, self._classes = {}, {}

    def callees(self, info: Info, call: int) -> Callees | None:
        """Return the functions that a call may enter, or None when they cannot be told."""
        key = (info, call)
        if key not in self._callees:
            self._callees[key] = ()
            nodes = self.known.facts(info).nodes
            found = self._callees_of(info, settled(nodes, nodes[call][1]))
            open_ = any(each.is_generic or self._only_declares(each) for each in found or ())
            self._callees[key] = None if open_ else found
        return self._callees[key]

    def _only_declares(self, info: FunctionInfo) -> bool:
        """Whether a method is a protocol's, which classes implement that do not name it."""
        return info.cls is not None and "Protocol" in info.cls.foreign and info.is_abstract

    def methods_named(self, info: Info, call: int) -> Callees:
        """Return the methods of a call's name, where few are: those of what was looked up."""
        nodes = self.known.facts(info).nodes
        func = nodes[settled(nodes, nodes[call][1])]
        name = str(func[2]) if func[0] == "attr" else ""
        if not name or name.startswith("__") or self.known.words.routing_method(name) is not None:
            return ()
        if name in QUIET_METHODS - LOOKING_UP:
            return ()  # A log line changes nothing, and must not be a name that is looked for.
        found = self._named_alike.get(name)
        if found is None:
            found = self._named_alike[name] = self._find_methods(name)
        return found

    def _find_methods(self, name: str) -> Callees:
        held = self.known.names.holding(name)
        if len(held) > _FEW:
            return ()
        defining = self.known.modules.sources.having(queries.defines(name), held)
        modules = [self.known.modules.module(path) for path, _ in defining]
        if len(modules) > _DEFINING:
            return ()
        functions = [
            f for m in modules if m is not None for f in self.known.classes.functions_of(m)
        ]
        return tuple(f for f in functions if f.name == name and f.cls is not None)

    def _callees_of(self, info: Info, func: int) -> Callees | None:
        data = self.known.facts(info).nodes[func]
        if data[0] == "free":
            return self._named(info, data[1])
        if data[0] == "def":
            node = self.known.facts(info).defs[data[1]]
            module = module_of(info)
            outer = info if isinstance(info, FunctionInfo) else None
            if isinstance(node, ast.ClassDef):
                return None
            return (self.known.function(node, module, None, outer),)  # type: ignore[arg-type]
        if data[0] != "attr":
            return None
        base = settled(self.known.facts(info).nodes, data[1])
        if self.known.facts(info).nodes[base][0] == "free":
            holder = self._holder(info, self.known.facts(info).nodes[base][1])
            if isinstance(holder, ModuleInfo):
                return self._in_module(holder, data[2])
            if isinstance(holder, ClassInfo):
                return _found([holder], data[2])
            return ()
        if _is_super(self.known.facts(info).nodes, base):
            return self._of_super(info, data[2])
        classes = self.classes(info, base)
        if classes is None:
            return None
        found = _found(classes, data[2])
        # A field is called that somebody sets: only values tell to what.
        is_kept = not found and bool(self.known.classes.writers(classes, data[2]))
        return None if is_kept else found

    def _of_super(self, info: Info, name: str) -> Callees | None:
        """Return what `super()` finds: above its class, or beside it as an heir has it."""
        cls = info.cls if isinstance(info, FunctionInfo) else None
        if cls is None:
            return None
        found = _after(cls, cls, name)
        if found:
            return found
        heirs = self.known.classes.candidates(cls)
        return tuple(dict.fromkeys(each for heir in heirs for each in _after(heir, cls, name)))

    def _holder(self, info: Info, name: str) -> ClassInfo | ModuleInfo | None:
        module = module_of(info)
        return self.known.classes.named(module, name)

    def _named(self, info: Info, name: str) -> Callees | None:
        module = module_of(info)
        if name == "super" or not module.bound(name):
            return None if _is_inner(info, name) or name == "super" else ()
        return self._in_module(module, name)

    def _in_module(self, module: ModuleInfo, name: str, depth: int = 6) -> Callees | None:
        found = self.known.classes.named(module, name)
        if isinstance(found, ClassInfo):
            return _found([found], "__init__") + _found([found], "__post_init__")
        for statement in reversed(module.bound(name)):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if statement.decorator_list:
                    return self._kept_by(module, statement)
                return (self.known.function(statement, module),)
            if isinstance(statement, ast.ImportFrom) and depth:
                return self._imported(module, statement, name, depth - 1)
            return None
        return None if module.stars else ()

    def _kept_by(
        self, module: ModuleInfo, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> Callees | None:
        """Return what runs where a decorated function is called: a class's ``__call__``."""
        first = node.decorator_list[0]
        cls = self.known.classes.named(module, first.id) if isinstance(first, ast.Name) else None
        return (_found([cls], "__call__") or None) if isinstance(cls, ClassInfo) else None

    def _imported(
        self, module: ModuleInfo, node: ast.ImportFrom, name: str, depth: int
    ) -> Callees | None:
        alias = next(each for each in node.names if name == (each.asname or each.name))
        source = self.known.modules.source_of(node, module.path)
        other = self.known.modules.module(source) if source.endswith(".py") else None
        return self._in_module(other, alias.name, depth) if other is not None else ()

    # -- classes of values -------------------------------------------------------------

    def classes(self, info: Info, node: int) -> Classes | None:
        """Return the classes that a value may have, or None when they cannot be told."""
        key = (info, node)
        if key not in self._classes:
            self._classes[key] = None
            self._classes[key] = self._classes_of(info, node)
        return self._classes[key]

    def _classes_of(self, info: Info, node: int) -> Classes | None:
        data = self.known.facts(info).nodes[node]
        kind = data[0]
        if kind in ("step", "guard", "await", "enter"):
            return self.classes(info, data[1])
        if kind in ("const", "dict", "sequence", "many", "manydict", "text"):
            return ()
        if kind == "param":
            return self._of_parameter(info, data[1])
        if kind == "attr":
            holders = self.classes(info, data[1])
            return self._of_field(holders, data[2]) if holders is not None else None
        if kind in ("phi", "or"):
            parts = [n for n, _ in data[1]] if kind == "phi" else list(data[1:3])
            return self._all(info, parts)
        return self._made(info, data) if kind == "call" else None

    def _all(self, info: Info, nodes: list[int]) -> Classes | None:
        found: dict[ClassInfo, None] = {}
        for node in nodes:
            classes = self.classes(info, node)
            if classes is None:
                return None
            found.update(dict.fromkeys(classes))
        return tuple(found)

    def _of_parameter(self, info: Info, name: str) -> Classes | None:
        if not isinstance(info, FunctionInfo):
            return None
        if info.cls is not None and info.receiver == name:
            return tuple(self.known.classes.candidates(info.cls)) or (info.cls,)
        param = info.every_param.get(name)
        found = self.known.classes.of_annotation(info.module, param.annotation) if param else ()
        return tuple(found) or None

    def _of_field(self, holders: Classes, name: str) -> Classes | None:
        found: dict[ClassInfo, None] = {}
        for cls in holders:
            classes = self.field_classes(cls, name)
            if classes is None:
                return None
            found.update(dict.fromkeys(classes))
        return tuple(found)

    def field_classes(self, cls: ClassInfo, name: str) -> Classes | None:
        """Return the classes of a field by its annotation or by what is stored in it."""
        key = (cls, name)
        if key not in self._fields:
            self._fields[key] = None
            self._fields[key] = self._stored_classes(cls, name)
        return self._fields[key]

    def _stored_classes(self, cls: ClassInfo, name: str) -> Classes | None:
        for base in cls.mro:
            if name in base.annotations:
                found = self.known.classes.of_annotation(base.module, base.annotations[name])
                return tuple(found) or None
        made: dict[ClassInfo, None] = {}
        for info in self.known.classes.writers((cls,), name):
            facts = self.known.facts(info)
            for state in facts.mems:
                if state[0] == "attr" and state[3] == name:
                    classes = self.classes(info, state[4])
                    if classes is None:
                        return None
                    made.update(dict.fromkeys(classes))
        return tuple(made) or None

    def _made(self, info: Info, data: Node) -> Classes | None:
        nodes = self.known.facts(info).nodes
        func = nodes[settled(nodes, data[1])]
        module = module_of(info)
        if func[0] == "free":
            found = self.known.classes.named(module, func[1])
            if isinstance(found, ClassInfo):
                return (found,)
        callees = self._callees_of(info, settled(nodes, data[1]))
        if not callees:
            return None
        made: dict[ClassInfo, None] = {}
        for callee in callees:
            returns = getattr(callee.node, "returns", None)
            classes = self.known.classes.of_annotation(callee.module, returns)
            if not classes:
                return None
            made.update(dict.fromkeys(classes))
        return tuple(made)


def _is_super(nodes: list[Node], node: int) -> bool:
    """Whether something is `super()`, with no arguments or those that it has by itself."""
    return nodes[node][0] == "call" and nodes[nodes[node][1]][:2] == ("free", "super")


def _after(heir: ClassInfo, cls: ClassInfo, name: str) -> Callees:
    """Return the method that comes next to a class among all that one inherits from."""
    mro = heir.mro
    above = mro[mro.index(cls) + 1 :] if cls in mro else []
    return next(((each.methods[name],) for each in above if name in each.methods), ())


def _found(classes: Classes | list[ClassInfo], name: str) -> Callees:
    found = [cls.find(name) for cls in classes]
    return tuple(dict.fromkeys(info for info in found if info is not None))


def settled(nodes: list[Node], node: int) -> int:
    """Return a value without what is told of it, or waited for, on its way."""
    while nodes[node][0] in ("guard", "step", "await", "typed"):
        node = nodes[node][1]
    return node


def name_called(nodes: list[Node], call: Node) -> object:
    """Return the last name of what a call calls, or ``""``."""
    func = nodes[settled(nodes, call[1])]
    return func[2] if func[0] == "attr" else func[1] if func[0] == "free" else ""


def _is_inner(info: Info, name: str) -> bool:
    """Whether a name may mean a function of the scope around."""
    outer = getattr(info, "outer", None)
    while outer is not None:
        if name in outer.names:
            return True
        outer = outer.outer
    return False
