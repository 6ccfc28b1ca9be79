"""Names that a function does not bind itself: those around it, of its module, and builtins."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from netra_lint.flow import memory, outside, placeholders
from netra_lint.flow.graph import Place
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Cell, Ext, Mod, Value, unknown
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Facts
    from netra_lint.flow.machine import Machine

_BUILTINS = frozenset(dir(builtins))


def free(machine: Machine, frame: Frame, name: str, mem: int) -> Value:
    """Return what a name means that the function does not bind."""
    for captured, node in frame.captured:
        if captured == name and frame.closure is not None and not _is_cell(frame.closure, name):
            return machine.eval(node, frame.closure)
    scope = frame.closure
    while scope is not None and not isinstance(scope.info, ModuleInfo):
        if _binds(scope, name):
            return _of_scope(machine, frame, scope, name, mem)
        scope = _next_scope(machine, scope)
    return of_module(machine, frame, frame.module, name, mem)


def _next_scope(machine: Machine, scope: Frame) -> Frame | None:
    if scope.closure is not None or isinstance(scope.info, ModuleInfo):
        return scope.closure
    outer = scope.info.outer
    return machine.known.open(outer) if outer is not None else None


def _binds(scope: Frame, name: str) -> bool:
    facts = scope.facts
    return name in facts.params or name in facts.finals or name in facts.versions


def _is_cell(scope: Frame, name: str) -> bool:
    return name in scope.facts.cells


def _of_scope(machine: Machine, frame: Frame, scope: Frame, name: str, mem: int) -> Value:
    if _is_cell(scope, name):
        return memory.load(machine, Cell(scope), name, frame, mem)
    node = scope.facts.finals.get(name, scope.facts.params.get(name, -1))
    if node < 0:
        node = scope.facts.versions[name][-1]
    return machine.eval(node, scope)


def cell(machine: Machine, frame: Frame, name: str, mem: int) -> Value:
    """Return what a name holds that several functions share."""
    return memory.load(machine, cell_of(machine, frame, name), name, frame, mem)


def cell_of(machine: Machine, frame: Frame, name: str) -> Cell | Mod:
    """Return what keeps a shared name: the frame that binds it, or its module."""
    if isinstance(frame.info, FunctionInfo):
        if frame.info.shared.get(name) == "global":
            return Mod(frame.module)
        if name in frame.facts.cells:
            return Cell(frame)
        scope = frame.closure
        while scope is not None and isinstance(scope.info, FunctionInfo):
            if name in scope.facts.cells:
                return Cell(scope)
            scope = _next_scope(machine, scope)
    return Mod(frame.module)


def of_module(machine: Machine, frame: Frame, module: ModuleInfo, name: str, mem: int) -> Value:
    """Return what a module's name holds at a point of a function."""
    if not module.bound(name):
        value = _starred(machine, module, name)
        if value is not None:
            return value
        if outside.written_names(machine, module).get(name):
            return memory.load(machine, Mod(module), name, frame, mem)
        return {Ext(name): None} if name in _BUILTINS else {Ext(f"?.{name}"): None}
    if _is_changed(machine, module, name):
        return memory.load(machine, Mod(module), name, frame, mem)
    return value_in(machine, module, name)


def _is_changed(machine: Machine, module: ModuleInfo, name: str) -> bool:
    """Whether a module's name may hold something else than its top level leaves in it."""
    if name in machine.known.facts(module).cells:
        return True
    if name in outside.set_from_outside(machine, module):
        return True
    return bool(placeholders.setters(machine, module, name))


def value_in(machine: Machine, module: ModuleInfo, name: str) -> Value:
    """Return what a module's top level leaves in a name."""
    facts, frame = machine.known.facts(module), machine.known.open(module)
    node = facts.finals.get(name)
    if node is None:
        found = facts.versions.get(name)
        if not found:
            return _starred(machine, module, name) or unknown()
        node = found[-1]
    place = _place_of(facts, node)
    return machine.named(machine.eval(node, frame), name, frame, place, "variable")


def _place_of(facts: Facts, node: int) -> Place:
    return next((part for part in facts.nodes[node] if isinstance(part, Place)), Place(1, 0, 1, 0))


def _starred(machine: Machine, module: ModuleInfo, name: str) -> Value | None:
    if name.startswith("_"):
        return None
    for statement in module.stars:
        source = machine.known.modules.source_of(statement, module.path)
        other = machine.known.modules.module(source) if _is_file(source) else None
        if other is None or other is module:
            continue
        if other.bound(name):
            return value_in(machine, other, name)
        found = _starred(machine, other, name) if other.stars else None
        if found is not None:
            return found
    return None


def _is_file(source: str) -> bool:
    return source.endswith((".py", ".pyi"))


def imported(machine: Machine, frame: Frame, level: int, module: str, name: str) -> Value:
    """Return what an import statement binds."""
    here, modules = frame.module, machine.known.modules
    if level:
        source = modules.relative(here.path, level, module)
    else:
        source = modules.find(module, here.path)
    dotted = f"{'.' * level}{module}" + (f".{name}" if name else "")
    if not source:
        return {Ext(dotted): None}
    if not name:
        return _module_value(machine, source, dotted)
    other = modules.module(source) if _is_file(source) else None
    if other is not None and (other.bound(name) or other.stars):
        busy = machine.busy_tables
        key = ("import", other.path, name)
        if key not in busy:
            busy.add(key)
            try:
                found = of_module(machine, frame, other, name, 0)
            finally:
                busy.discard(key)
            if next(iter(found), None) != Ext(f"?.{name}"):
                return found
    child = modules.child(source, name)
    if child:
        return _module_value(machine, child, dotted)
    return {Ext(dotted): None}


def _module_value(machine: Machine, source: str, dotted: str) -> Value:
    if not _is_file(source):
        init = machine.known.modules.at(source.rstrip("/"))
        if not _is_file(init):
            return {Ext(f"/{source}"): None}
        source = init
    module = machine.known.modules.module(source)
    return {Mod(module): None} if module is not None else {Ext(dotted): None}


def attribute_of_module(
    machine: Machine, module: ModuleInfo, name: str, frame: Frame, mem: int
) -> Value:
    """Return ``module.name``."""
    if module.bound(name) or module.stars:
        return of_module(machine, frame, module, name, mem)
    child = machine.known.modules.child(module.path, name) if module.is_package else ""
    if child:
        return _module_value(machine, child, name)
    return memory.load(machine, Mod(module), name, frame, mem)
