"""What one change of memory does to a field: a store, a deletion, a call, a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    blocks,
    containers,
    entries,
    invoke,
    lazily,
    memory,
    returning,
)
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.graph import word_of
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    Cell,
    Fn,
    Hole,
    Ident,
    Method,
    Mod,
    Obj,
    Value,
    key_of,
    union,
)
from netra_lint.flow.words import HEAPING, MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_DEPTH = 4
"""How deep calls are entered only to see which functions they lead to."""
_HIDDEN_BUDGET = 200
"""Steps for one of these: what was registered in far places takes too many to say so little."""


def change(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what one change leaves in a field, and whether it surely does."""
    kind = state[0]
    if kind == "attr":
        if state[3] != field:
            return _setter_change(machine, frame, state, target, field)
        bases = machine.eval(state[2], frame)
        if not may_be(machine, target, bases):
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
    child = returning.set_frame(machine, frame, Fn(setters[0], None, target), Args([arg]), tag)
    child.before = state[1]
    value, passes = memory.look(machine, child, child.facts.exit_mem, target, field)
    return value, not passes and len(bases) == 1


def _item_deleted(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if (
        not isinstance(field, tuple)
        or field[1] in (memory.ANY, memory.KEYS)
        or isinstance(field[1], int)
    ):
        return None, False
    key = key_of(machine.eval(state[3], frame))
    if key is None or key.value != field[1]:
        return None, False
    bases = machine.eval(state[2], frame)
    gone = len(bases) == 1 and may_be(machine, target, bases)
    return (EMPTY, True) if gone else (None, False)


def may_be(machine: Machine, target: Atom, bases: Value) -> bool:
    """Whether something is, or may be, one of the objects that a change is made to."""
    if target in bases or lazily.is_twin(machine, target, bases):
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
    if not may_be(machine, target, bases):
        return _set_by_method(machine, frame, state, target, field)
    if field[1] == memory.KEYS:
        return machine.eval(state[3], frame), False
    given, wanted = machine.eval(state[3], frame), field[1]
    key = key_of(given)
    if key is not None and wanted not in (memory.ANY, key.value):
        return None, False
    if wanted != memory.ANY and given and all(_is_id_unlike(machine, a, wanted) for a in given):
        return None, False
    exact = key is not None and wanted != memory.ANY and len(bases) == 1
    at: Frame | None = frame
    if key is None and isinstance(wanted, str) and wanted != memory.ANY:
        at = entries.round_of_key(machine, frame, state[3], wanted)
    return (machine.eval(state[4], at), exact) if at is not None else (None, False)


def _is_id_unlike(machine: Machine, atom: Atom, word: object) -> bool:
    """Whether a key is an id, of a kind that is known by its text, and a word is none."""
    if not isinstance(atom, Ident) or not machine.words.prefixes(atom.kind):
        return False
    return not isinstance(word, str) or machine.words.kind_of_text(word) != atom.kind


def _set_by_method(
    machine: Machine, frame: Frame, state: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what a class's own ``__setitem__`` leaves in a field of what it stores into."""
    looks = [
        memory.look(machine, child, child.facts.exit_mem, target, field)
        for child in setting_items(machine, frame, state)
    ]
    if not looks:
        return None, False
    return union([value for value, _ in looks]), not any(passes for _, passes in looks)


def setting_items(machine: Machine, frame: Frame, state: Node) -> list[Frame]:
    """Return the frames of the methods that ``base[key] = value`` enters."""
    if state[0] != "item" or frame.depth >= invoke.DEEP:
        return []
    found = []
    for atom in machine.eval(state[2], frame):
        for method, _ in attributes.members(atom, attributes.classes_of(atom), "__setitem__"):
            if frame.is_in(method, 1):
                continue
            given = [Arg(frame, node, attributes.NOWHERE) for node in (state[3], state[4])]
            fn, tag = Fn(method, None, atom), (state[3], state[4], state[1])
            child = returning.set_frame(machine, frame, fn, Args(given), tag)
            child.before = state[1]
            found.append(child)
    return found


def _call_change(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[Value | None, bool]:
    if isinstance(target, Obj) and target.frame is frame and target.node == call:
        return _made_here(machine, frame, call, target, field), True
    data = frame.facts.nodes[call]
    func = frame.facts.nodes[data[1]]
    if func[0] == "attr" and func[2] in MUTATORS:
        bases = machine.eval(func[1], frame)
        if isinstance(target, (Obj, Hole)) and may_be(machine, target, bases):
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
    return callees_change(machine, frame, call, target, field)


def callees_change(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what functions that a call enters leave in a field, and whether they surely do."""
    entered, whole = storing(machine, frame, call, target, field)
    if not entered:
        return None, False
    looks = [
        memory.look(machine, c, mem, target, field)
        for c in entered
        for mem in _ends(machine, c, target)
    ]
    return union([value for value, _ in looks]), whole and not any(p for _, p in looks)


def _ends(machine: Machine, child: Frame, target: Atom) -> list[int]:
    """Return where a call leaves an object: an error that it raises, where it raises it."""
    return _raised_at(machine, child, target) or [child.facts.exit_mem]


def _raised_at(machine: Machine, child: Frame, target: Atom) -> list[int]:
    """Return where a call, or a block's beginning or end, raises an error that it has made."""
    raises = child.facts.raises if _made_within(target, child) else ()
    return [e.mem for e in raises if target in machine.eval(e.node, child)]


def storing(
    machine: Machine, frame: Frame, call: int, target: Atom, field: object
) -> tuple[list[Frame], bool]:
    """Return the frames that a call enters that may store a field, and whether these are all."""
    word = "[]" if isinstance(field, tuple) else field
    found = invoke.dispatch(machine, frame, call).entered
    entered = [
        c for c in found
        if not blocks.manages(c.info) and (_made_within(target, c) or may_store(machine, c, word))
    ]  # fmt: skip
    return entered, len(entered) == len(found)


def may_store(machine: Machine, child: Frame, word: object) -> bool:
    """Return whether a frame, or one that it enters, may set a field of a name."""
    shapes = machine.shapes
    if shapes.may_store(child.info, word):
        return True
    return shapes.hides(child.info) and any(
        shapes.may_store(info, word)
        for info in machine.once(("hidden", child), _hidden, machine, child, _DEPTH)
    )


def _hidden(machine: Machine, frame: Frame, depth: int) -> dict[FunctionInfo, None]:
    """Return the functions that a frame enters of which only its values tell."""
    found: dict[FunctionInfo, None] = {}
    for call in frame.facts.calls:
        if not machine.shapes.is_hidden(frame.info, call):
            continue
        dispatched = machine.within(_HIDDEN_BUDGET, invoke.dispatch, machine, frame, call)
        for child in dispatched.entered if dispatched is not None else ():
            assert isinstance(child.info, FunctionInfo)
            found[child.info] = None
            if depth and machine.shapes.hides(child.info):
                key = ("hidden", child, depth - 1)
                found |= machine.once(key, _hidden, machine, child, depth - 1)
    return found


def call_frame(
    machine: Machine, frame: Frame, call: int, target: Atom, word: object
) -> Frame | bool | None:
    """Return the frame of a call that may store a field; False for none, None for several."""
    entered, whole = storing(machine, frame, call, target, word)
    if not entered:
        return False
    return entered[0] if whole and len(entered) == 1 else None


def _block_looks(
    machine: Machine, frame: Frame, state: Node, target: Atom, word: object
) -> list[tuple[Frame, int]]:
    """Return where a block's beginning or end may have stored a field."""
    return [
        (child, end)
        for child, mem in blocks.passed(machine, frame, state)
        if _made_within(target, child) or machine.shapes.may_store(child.info, word)
        for end in (_raised_at(machine, child, target) or [mem])
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
    looks = [memory.look(machine, child, mem, target, field) for child, mem in found]
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
        value, passes = memory.look(machine, child, child.facts.exit_mem, target, field)
        parts.append(value)
        if not passes:
            return union(parts)
    parts.append(containers.initial(machine, target, field))
    return union(parts)
