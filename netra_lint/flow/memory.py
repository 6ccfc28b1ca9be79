"""What objects hold at a point of a function: memory states are walked backwards.

A state says what the last change was. A call is looked into only if it may have
changed what is asked for. At a function's beginning the walk goes on in its
caller or, where there is none, with what is known of the program around it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netra_lint.flow import attributes, blocks, containers, guards, invoke, placeholders, registered
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.graph import word_of
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    Cell,
    Cls,
    Const,
    Fn,
    Hole,
    Method,
    Mod,
    Obj,
    Super,
    Value,
    key_of,
    union,
    unknown,
)
from netra_lint.flow.words import HEAPING, MUTATORS
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

ANY = "[*]"
"""The item whose key is not known."""
KEYS = "[keys]"
"""Stands for the keys of a dictionary, whatever is under them."""

Found = tuple[Value, bool]


def item_field(key: Const | None) -> object:
    """Return the field that stands for an item."""
    return ("item", key.value if key is not None else ANY)


def load(machine: Machine, target: Atom, field: object, frame: Frame, mem: int) -> Value:
    """Return what a field of an object holds.

    Args:
        machine: the machine.
        target: the object.
        field: an attribute's or shared name's name, or ``item_field(key)``.
        frame: where it is read.
        mem: the memory state there.
    """
    if frame.trial:
        supposed = _supposed(frame.trial, target, field, frame, mem)
        if supposed is not None:
            return supposed
    parts: list[Value] = []
    at: Frame | None = frame
    while at is not None:
        value, passes = look(machine, at, mem, target, field)
        parts.append(value)
        if not passes:
            return union(parts)
        mem = mem_before(at) if not blocks.manages(at.info) else blocks.before(machine, at, mem)
        at = at.caller
        if at is not None and _made_at(target, at) > mem:
            mem = at.facts.exit_mem  # What runs beside its caller meets what is made later on.
    parts.append(_from_outside(machine, target, field, frame))
    return union(parts)


def _supposed(
    trial: dict[object, Any], target: Atom, field: object, frame: Frame, mem: int
) -> Value | None:
    """Return what a field holds where something is tried out, if that says so."""
    example: Value | None = trial.get((target, field))
    if example is None and "world" in trial:
        example = trial["world"].field(target, field, frame, mem)
    return example


def mem_before(frame: Frame) -> int:
    """Return the memory state in which a frame's caller enters it."""
    if frame.caller is None:
        return 0
    if frame.before >= 0:
        return frame.before
    data = frame.caller.facts.nodes[frame.call]
    return data[4] if data[0] == "call" else frame.caller.facts.exit_mem


def look(machine: Machine, frame: Frame, mem: int, target: Atom, field: object) -> Found:
    """Look for a field within one frame, backwards from a memory state.

    Returns:
        What was found, and whether the beginning may be reached without finding it.
    """
    if frame.facts.mems[mem][0] == "entry":
        return _walk(machine, frame, mem, target, field)
    key = (mem, target, field)
    found = frame.looked.get(key)
    if found is not None:
        return found
    busy = frame.busy
    if machine.cut(busy, key):
        return EMPTY, False
    passing = machine.passing(busy, key)
    if passing is not None:
        return passing  # type: ignore[no-any-return]
    return machine.keep(  # type: ignore[no-any-return]
        busy, key, _walk, frame.looked, machine, frame, mem, target, field
    )


def last_change(
    machine: Machine, frame: Frame, mem: int, target: Atom | None, field: object
) -> int:
    """Return the last memory state, at or before one, that may have set a field of an object."""
    word = "[]" if isinstance(field, tuple) else field
    at = machine.shapes.trail(frame.info, word, _is_particular(frame))[mem]
    made_at = _made_at(target, frame) if target is not None else -1
    return made_at if at < made_at <= mem else at


def _walk(machine: Machine, frame: Frame, mem: int, target: Atom, field: object) -> Found:
    mems = frame.facts.mems
    parts: list[Value] = []
    word = "[]" if isinstance(field, tuple) else field
    trail = machine.shapes.trail(frame.info, word, _is_particular(frame))
    made_at = _made_at(target, frame)
    while True:
        at = trail[mem]
        mem = made_at if at < made_at <= mem else at
        state = mems[mem]
        kind = state[0]
        if kind == "entry":
            if isinstance(target, Obj) and target.frame is frame:
                return union([*parts, containers.initial(machine, target, field)]), False
            if isinstance(target, Cell) and target.frame is frame:
                return union(parts), False
            return union(parts), True
        if kind == "yield" and blocks.manages(frame.info):
            return union(parts), True
        if kind == "phi":
            found = [
                guards.on_way(
                    machine,
                    _before(machine, frame, mem, before, target, field),
                    target,
                    field,
                    held,
                    frame,
                )
                for before, held in state[1]
                if machine.holds(held, frame)
            ]
            passes = any(passing for _, passing in found)
            return union([*parts, *(value for value, _ in found)]), passes
        value, surely = change(machine, frame, state, target, field)
        if value is not None:
            parts.append(value)
            if surely:
                return union(parts), False
        mem = state[1]


def _before(
    machine: Machine, frame: Frame, mem: int, before: int, target: Atom, field: object
) -> Found:
    """Look for a field before ways meet; what the rounds of a loop leave, as it is by itself."""
    if before > mem and frame.trial and "world" in frame.trial:
        world = frame.trial["world"]
        original, known = world.original(frame), world.originally(target)
        if original is not None:
            return look(machine, original, before, known, field) if known else (unknown(), True)
    return look(machine, frame, before, target, field)


def _is_particular(frame: Frame) -> bool:
    """Whether more is known of a frame's inputs than its function says itself."""
    return frame.args is not None and not isinstance(frame.this, Hole)


def _made_at(target: Atom, frame: Frame) -> int:
    """Return the memory state of the call of a frame in which an object was made, or -1."""
    at = target.frame if isinstance(target, (Obj, Cell)) else None
    call = target.node if isinstance(target, Obj) and at is frame else -1
    while at is not None and call < 0:
        if at.caller is frame:
            call = at.call
        at = at.caller
    if call < 0:
        return -1
    states = frame.facts.states()
    return states.get(call, -1)


def change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what one change leaves in a field, and whether it surely does."""
    kind = state[0]
    if kind == "attr":
        if state[3] != field:
            return _setter_change(machine, frame, state, target, field)
        bases = machine.eval(state[2], frame)
        if not _may_be(target, bases):
            return None, False
        return machine.eval(state[4], frame), len(bases) == 1
    if kind == "item":
        return _item_change(machine, frame, state, target, field)
    if kind == "cell":
        if state[2] != field or not isinstance(target, (Cell, Mod)):
            return None, False
        from netra_lint.flow.globals import cell_of

        if cell_of(machine, frame, state[2]) != target:
            return None, False
        return machine.eval(state[3], frame), True
    if kind == "call":
        return _call_change(machine, frame, state[2], target, field)
    if kind in ("enter", "leave"):
        return _block_change(machine, frame, state, target, field)
    if kind == "delitem":
        return _item_deleted(machine, frame, state, target, field)
    return None, False


def _setter_change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what a property's setter leaves in a field of its object."""
    name = f"{state[3]}="
    setters = [m for cls in attributes.classes_of(target) if (m := cls.find(name)) is not None]
    if not setters or not machine.shapes.may_store(setters[0], field):
        return None, False
    bases = machine.eval(state[2], frame)
    if target not in bases or frame.is_in(setters[0], 1):
        return None, False
    arg = Arg(frame, state[4], attributes.NOWHERE)
    tag = (state[4], state[1])
    child = invoke.set_frame(machine, frame, Fn(setters[0], None, target), Args([arg]), tag)
    child.before = state[1]
    value, passes = look(machine, child, child.facts.exit_mem, target, field)
    return value, not passes and len(bases) == 1


def _item_deleted(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if not isinstance(field, tuple) or field[1] in (ANY, KEYS) or isinstance(field[1], int):
        return None, False
    key = key_of(machine.eval(state[3], frame))
    if key is None or key.value != field[1]:
        return None, False
    bases = machine.eval(state[2], frame)
    gone = len(bases) == 1 and _may_be(target, bases)
    return (EMPTY, True) if gone else (None, False)


def _may_be(target: Atom, bases: Value) -> bool:
    if target in bases:
        return True
    if isinstance(target, Hole):
        return any(
            isinstance(b, Hole)
            and (b.owner, b.name, b.steps) == (target.owner, target.name, target.steps)
            for b in bases
        )
    return False


def _item_change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if not isinstance(field, tuple):
        return None, False
    bases = machine.eval(state[2], frame)
    if not _may_be(target, bases):
        return None, False
    if field[1] == KEYS:
        return machine.eval(state[3], frame), False
    key = key_of(machine.eval(state[3], frame))
    wanted = field[1]
    if key is not None and wanted not in (ANY, key.value):
        return None, False
    exact = key is not None and wanted != ANY and len(bases) == 1
    return machine.eval(state[4], frame), exact


# -- calls -------------------------------------------------------------------------


def _call_change(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if isinstance(target, Obj) and target.frame is frame and target.node == call:
        return _made_here(machine, frame, call, target, field), True
    data = frame.facts.nodes[call]
    func = frame.facts.nodes[data[1]]
    if func[0] == "attr" and func[2] in MUTATORS:
        bases = machine.eval(func[1], frame)
        if isinstance(target, (Obj, Hole)) and _may_be(target, bases):
            changed = containers.mutated(machine, frame, call, func[2], target, field)
            if changed is not None:
                return changed
        if Method(target, "__dict__") in bases and not isinstance(field, tuple):
            return containers.fields_updated(machine, frame, call, str(field))
    elif word_of(frame.facts.nodes, data) in HEAPING:
        pushed = containers.pushed(machine, frame, data, target, field)
        if pushed is not None:
            return pushed, False
    elif func[0] in ("free", "attr") and func[2 if func[0] == "attr" else 1] == "setattr":
        return containers.set_by_name(machine, frame, data, target, field)
    return _callees_change(machine, frame, call, target, field)


def _callees_change(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[Value | None, bool]:
    entered, whole = storing(machine, frame, call, target, field)
    if not entered:
        return None, False
    looks = [
        look(machine, c, mem, target, field) for c in entered for mem in _ends(machine, c, target)
    ]
    return union([value for value, _ in looks]), whole and not any(p for _, p in looks)


def _ends(machine: Machine, child: Frame, target: Atom) -> list[int]:
    """Return where a call leaves an object: an error that it raises, where it raises it."""
    raises = child.facts.raises if _made_within(target, child) else ()
    raised = [e.mem for e in raises if target in machine.eval(e.node, child)]
    return raised or [child.facts.exit_mem]


def storing(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[list[Frame], bool]:
    """Return the frames that a call enters that may store a field, and whether these are all."""
    word = "[]" if isinstance(field, tuple) else field
    may_store = machine.shapes.may_store
    found = invoke.dispatch(machine, frame, call).entered
    entered = [
        c for c in found
        if not blocks.manages(c.info) and (_made_within(target, c) or may_store(c.info, word))
    ]  # fmt: skip
    return entered, len(entered) == len(found)


def call_frame(
    machine: Machine, frame: Frame, call: int, target: Atom, word: object
) -> Frame | bool | None:
    """Return the frame of a call that may store a field; False for none, None for several."""
    entered, whole = storing(machine, frame, call, target, word)
    if not entered:
        return False
    return entered[0] if whole and len(entered) == 1 else None


# -- with blocks --------------------------------------------------------------------


def _block_looks(
    machine: Machine, frame: Frame, state: Node, target: Atom, word: object
) -> list[tuple[Frame, int]]:
    """Return where a block's beginning or end may have stored a field."""
    return [
        (child, mem)
        for child, mem in blocks.passed(machine, frame, state)
        if _made_within(target, child) or machine.shapes.may_store(child.info, word)
    ]


def block_frame(
    machine: Machine, frame: Frame, state: Node, target: Atom, word: object
) -> Frame | bool | None:
    """Return the frame in which a block's beginning or end may store a field, as for calls."""
    found = _block_looks(machine, frame, state, target, word)
    if not found:
        return False
    child, mem = found[0]
    return child if len(found) == 1 and mem == child.facts.exit_mem else None


def _block_change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    word = "[]" if isinstance(field, tuple) else field
    found = _block_looks(machine, frame, state, target, word)
    if not found:
        return None, False
    looks = [look(machine, child, mem, target, field) for child, mem in found]
    return union([value for value, _ in looks]), not any(passes for _, passes in looks)


def _made_within(target: Atom, child: Frame) -> bool:
    """Whether an object was made in a call or below it."""
    frame = target.frame if isinstance(target, (Obj, Cell)) else None
    while frame is not None:
        if frame is child:
            return True
        frame = frame.caller
    return False


def _made_here(machine: Machine, frame: Frame, call: int, target: Obj, field: object) -> Value:
    """Return a field of an instance as its constructor leaves it."""
    parts = []
    for child in invoke.dispatch(machine, frame, call).entered:
        value, passes = look(machine, child, child.facts.exit_mem, target, field)
        parts.append(value)
        if not passes:
            return union(parts)
    parts.append(containers.initial(machine, target, field))
    return union(parts)


# -- beyond the callers ----------------------------------------------------------------


def _from_outside(machine: Machine, target: Atom, field: object, frame: Frame) -> Value:
    if isinstance(target, Hole):
        return attributes.of_hole(machine, target, field, frame)
    if isinstance(target, Obj):
        return _lasting(machine, target, field, frame)
    if isinstance(target, Cell):
        return attributes.tabled(union(_versions(machine, target.frame, str(field)))) or unknown()
    if isinstance(target, Mod):
        return _module_state(machine, target.info, field)
    if isinstance(target, Super):
        return _from_outside(machine, target.this, field, frame)
    if isinstance(target, Cls):
        return attributes.of_class(machine, target.info, field, target.frame)
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
            value, passes = look(machine, at, at.facts.exit_mem, target, field)
            return None if passes else value
        at = at.caller
    return None


def _kept(machine: Machine, target: Obj, field: object, home: Frame) -> Value:
    value, passes = look(machine, home, home.facts.exit_mem, target, field)
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
        return change(machine, frame, state, target, field)
    data = frame.facts.nodes[state[2]]
    func = frame.facts.nodes[data[1]]
    if func[0] == "attr" and func[2] in MUTATORS and _may_be(target, machine.eval(func[1], frame)):
        changed = containers.mutated(machine, frame, state[2], func[2], target, field)
        return changed or (None, False)
    if func[0] == "attr" and target in machine.eval(func[1], frame):
        return _callees_change(machine, frame, state[2], target, field)
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
