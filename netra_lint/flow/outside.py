"""What a field holds where no change in sight sets it: by methods, other functions, the module."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import (
    alterations,
    class_attributes,
    containers,
    holes,
    memory,
    placeholders,
    registered,
)
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
    Cell,
    Cls,
    Hole,
    Mod,
    Obj,
    Super,
    Value,
    union,
    unknown,
)
from netra_lint.flow.words import MUTATORS
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


def from_outside(machine: Machine, target: Atom, field: object, frame: Frame) -> Value:
    """Return what a field holds that nothing in sight has set."""
    if isinstance(target, Hole):
        return holes.of_hole(machine, target, field, frame)
    if isinstance(target, Obj):
        return _lasting(machine, target, field, frame)
    if isinstance(target, Cell):
        return holes.tabled(union(_versions(machine, target.frame, str(field)))) or unknown()
    if isinstance(target, Mod):
        return _module_state(machine, target.info, field)
    if isinstance(target, Super):
        return from_outside(machine, target.this, field, frame)
    if isinstance(target, Cls):
        return class_attributes.of_class(machine, target.info, field, target.frame)
    return unknown()


def _versions(machine: Machine, frame: Frame, name: str) -> list[Value]:
    """Return every value that a function and those inside it give to a shared name."""
    found = [machine.eval(node, frame) for node in frame.facts.versions.get(name, ())]
    if isinstance(frame.info, FunctionInfo):
        for node in frame.facts.defs:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = machine.known.function(node, frame.info.module, None, frame.info)
                if name in inner.shared:
                    open_ = machine.known.open(inner)
                    found += [machine.eval(n, open_) for n in open_.facts.versions.get(name, ())]
    return found


def _lasting(machine: Machine, target: Obj, field: object, frame: Frame) -> Value:
    """Return what an object holds that was made in another root and kept."""
    home = target.frame.root()
    if home is frame.root():
        left = _left_uncalled(machine, target, field)
        return left if left is not None else containers.initial(machine, target, field)
    lasting: Value = machine.once(("lasting", target, field), _kept, machine, target, field, home)
    return lasting


def _left_uncalled(machine: Machine, target: Obj, field: object) -> Value | None:
    """Return what an object holds that was made where no call leads: by an operator, a property.

    No state of the caller's memory stands for that; what made it tells how it was left.
    """
    at: Frame | None = target.frame
    while at is not None and at.caller is not None:
        if at.caller.facts.nodes[at.call][0] != "call":
            value, passes = memory.look(machine, at, at.facts.exit_mem, target, field)
            return None if passes else value
        at = at.caller
    return None


def _kept(machine: Machine, target: Obj, field: object, home: Frame) -> Value:
    value, passes = memory.look(machine, home, home.facts.exit_mem, target, field)
    parts = [value, *_elsewhere(machine, target, field, home)]
    if isinstance(field, tuple):
        parts += registered.elsewhere(machine, target, field, home)
    if passes:
        parts.append(containers.initial(machine, target, field))
    return union(parts)


def _elsewhere(machine: Machine, target: Obj, field: object, home: Frame) -> list[Value]:
    """Return what other functions, that see the object too, put into it."""
    word = "[]" if isinstance(field, tuple) else field
    changed = [
        _direct_change(machine, frame, state, target, field)[0]
        for frame, state in set_by_others(machine, target, word, home)
    ]
    return [value for value in changed if value is not None]


def set_by_others(
    machine: Machine, target: Obj, word: object, home: Frame
) -> Iterator[tuple[Frame, Node]]:
    """Yield where functions other than the one that made an object may set a field of it.

    Args:
        machine: the machine.
        target: the object.
        word: the field's name; ``[]`` for items.
        home: the frame of the function that made it, looked at by itself.
    """
    names = machine.shapes.kept_as(target.frame.info, target.node)
    for info in with_inner(machine, writers(machine, home.info)) if names else ():
        frame = machine.known.open(info)
        if frame is not home:
            for state in machine.shapes.setters(info, word):
                if machine.shapes.base_name(info, state) in names:
                    yield frame, state


def with_inner(machine: Machine, infos: list[FunctionInfo]) -> Iterator[FunctionInfo]:
    """Yield some functions, and those defined in them: what a decorator gives is one of these."""
    for info in infos:
        yield info
        for node in machine.known.facts(info).defs:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield machine.known.function(node, info.module, None, info)


def _direct_change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if state[0] != "call":
        return alterations.change(machine, frame, state, target, field)
    data = frame.facts.nodes[state[2]]
    func = frame.facts.nodes[data[1]]
    if (
        func[0] == "attr"
        and func[2] in MUTATORS
        and alterations.may_be(machine, target, machine.eval(func[1], frame))
    ):
        changed = containers.mutated(machine, frame, state[2], func[2], target, field)
        return changed or (None, False)
    if func[0] == "attr" and target in machine.eval(func[1], frame):
        return alterations.callees_change(machine, frame, state[2], target, field)
    return None, False


def writers(machine: Machine, home: object) -> list[FunctionInfo]:
    """Return the functions that see what a function or module keeps, and may change it."""
    if isinstance(home, ModuleInfo):
        return machine.known.classes.functions_of(home)[:60]
    cls = home if isinstance(home, ClassInfo) else getattr(home, "cls", None)
    if cls is None:
        return []
    found: dict[FunctionInfo, None] = {}
    for heir in list(cls.family())[:10]:
        for base in heir.mro:
            found.update(dict.fromkeys(base.methods.values()))
    return list(found)[:60]


def _module_state(machine: Machine, module: ModuleInfo, field: object) -> Value:
    """Return what a module's name holds, whoever set it."""
    state: Value = machine.once(("module", module, field), _state_of, machine, module, field)
    return state


def _state_of(machine: Machine, module: ModuleInfo, field: object) -> Value:
    from netra_lint.flow import globals

    parts = []
    if isinstance(field, str) and module.bound(field):
        parts.append(globals.value_in(machine, module, str(field)))
    for info in written_names(machine, module).get(str(field), ()):
        frame = machine.known.open(info)
        parts += [
            machine.eval(state[3], frame)
            for state in frame.facts.mems
            if state[0] == "cell" and state[2] == field
        ]
    parts += placeholders.values(machine, module, str(field))
    return union(parts) if parts else unknown()


def written_names(machine: Machine, module: ModuleInfo) -> dict[str, list[FunctionInfo]]:
    """Return the names of a module that its functions rebind, with these functions."""
    known = machine.module_writers.get(module)
    if known is None:
        known = machine.module_writers[module] = {}
        if b"global " in machine.known.modules.sources.scanned(module.path):
            for info in machine.known.classes.functions_of(module):
                for name, how in info.shared.items():
                    if how == "global":
                        known.setdefault(name, []).append(info)
    return known


def set_from_outside(machine: Machine, module: ModuleInfo) -> frozenset[str]:
    """Return the names of a module that functions rebind."""
    return frozenset(written_names(machine, module))
