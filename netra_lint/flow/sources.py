"""Where the fields of an object come from, one step: what it was made with, or copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    alterations,
    attributes,
    blocks,
    class_attributes,
    invoke,
    memory,
    passing,
    subscripts,
)
from netra_lint.flow.graph import bare, plain, word_of
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Obj, key_of
from netra_lint.flow.words import MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_FAR = 12
"""How many changes may stand between a read and what it reads."""
_PASSING = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed", "iter", "filter"})
"""Functions whose result has the elements of what they are given."""
_COPYING = ("_replace", "model_copy", "copy")


def argument(frame: Frame, name: str) -> Arg | None:
    """Return what a parameter was given, where that is one value of the caller's."""
    arg = passing.argument(frame, name) if isinstance(frame.info, FunctionInfo) else None
    return arg if arg is not None and not arg.is_part else None


def captured(frame: Frame, name: str) -> tuple[Frame, int] | None:
    """Return the value of a name that an inner function has from around it, unless it changes."""
    if frame.closure is None or name in frame.closure.facts.cells:
        return None
    node = dict(frame.captured).get(name)
    return (frame.closure, node) if node is not None else None


def generator(atom: Atom) -> Frame | None:
    """Return the frame of a generator."""
    is_one = isinstance(atom, Obj) and atom.shape == "generator" and atom.node == -1
    return atom.frame if is_one else None  # type: ignore[union-attr]


def mutates(frame: Frame, call: int) -> bool:
    """Whether a call is that of a container's method, by its name."""
    nodes = frame.facts.nodes
    func = nodes[plain(nodes, nodes[call][1])]
    return bool(func[0] == "attr" and func[2] in MUTATORS)


def holds(machine: Machine, base: Atom, field: object, atom: Atom, frame: Frame, mem: int) -> bool:
    """Whether a field of an object can hold a thing; for any item, whether an element can."""
    if field == memory.item_field(None):
        return atom in subscripts.elements(machine, {base: None}, frame, mem)
    if isinstance(field, tuple):
        return atom in memory.load(machine, base, field, frame, mem)
    return atom in attributes.attribute_of(machine, base, str(field), frame, mem)


def given(machine: Machine, base: Obj, field: object) -> list[tuple[Frame, int]]:
    """Return the values that an object may have a field from, when it was made."""
    frame, data = base.frame, base.frame.facts.nodes[base.node]
    key = field[1] if isinstance(field, tuple) else None
    if data[0] == "sequence" and not any(starred for _, starred in data[2]):
        return [(frame, n) for i, (n, _) in enumerate(data[2]) if key in (i, memory.ANY)]
    if data[0] == "dict" and all(k >= 0 for k, _ in data[1]):
        known = [(key_of(machine.eval(k, frame)), n) for k, n in data[1]]
        if all(each is not None for each, _ in known):
            return [(frame, n) for k, n in known if key in (k.value, memory.ANY)]  # type: ignore[union-attr]
    if data[0] == "many":
        return [(frame, data[2])]
    arg = _of_record(machine, base, field) if data[0] == "call" else None
    return [(arg.frame, arg.node)] if arg is not None and not arg.is_part else []


def _of_record(machine: Machine, base: Obj, field: object) -> Arg | None:
    cls = base.classes[0] if len(base.classes) == 1 else None
    if cls is None or not isinstance(field, str) or cls.find("__init__") is not None:
        return None
    found = invoke.dispatch(machine, base.frame, base.node)
    if cls not in found.made:
        return found.args.kw.get(field)
    names = list(class_attributes.record_fields(cls))
    return found.args.get(names.index(field), field) if field in names else None


def copied(machine: Machine, base: Obj, field: object) -> tuple[int, int] | None:
    """Return what an object has a field from that it is a copy of, with the memory state.

    A list that is made of what another thing has is a copy as far as any of its
    elements goes.
    """
    frame, data = base.frame, base.frame.facts.nodes[base.node]
    if data[0] != "call":
        return None
    args = invoke.dispatch(machine, frame, base.node).args
    word = word_of(frame.facts.nodes, data)
    if base.shape == "instance" and not isinstance(field, tuple):
        if field in args.kw or base.classes[:1] == () or _makes(machine, base):
            return None
        func = frame.facts.nodes[bare(frame.facts.nodes, data[1])]
        if func[0] == "attr" and func[2] in _COPYING and word != "replace":
            return func[1], data[4]
    elif word not in _PASSING or field != memory.item_field(None):
        return None
    arg = args.pos[-1] if args.pos else None
    return (arg.node, data[4]) if arg is not None and arg.frame is frame else None


def _makes(machine: Machine, base: Obj) -> bool:
    return bool(invoke.dispatch(machine, base.frame, base.node).made)


def stored(
    machine: Machine, frame: Frame, mem: int, base: Atom, field: object
) -> tuple[Frame, int] | None:
    """Return the value that was stored in a field, with its frame, if only one can have been.

    Args:
        machine: the machine.
        frame: where the field is read.
        mem: the memory state there.
        base: the object.
        field: the field.
    """
    for _ in range(_FAR):
        mem = memory.last_change(machine, frame, mem, base, field)
        state = frame.facts.mems[mem]
        if state[0] == "entry":
            if isinstance(base, Obj) and base.frame is frame:
                return _only_given(machine, base, field)
            if frame.caller is None or blocks.manages(frame.info):
                return None
            frame, mem = frame.caller, memory.mem_before(frame)
            continue
        if state[0] not in ("attr", "item", "call"):
            return None
        found, surely = alterations.change(machine, frame, state, base, field)
        made = isinstance(base, Obj) and state[0] == "call" and base[:2] == (frame, state[2])
        if made and not invoke.dispatch(machine, frame, state[2]).entered:
            return _only_given(machine, base, field)
        if found is None:
            mem = state[1]
        elif state[0] == "call":
            child = _only_storing(machine, frame, state[2], base, field, made)
            if child is None:
                return None
            frame, mem = child, child.facts.exit_mem
        else:
            whole = surely and (state[0] == "item" or state[3] == field)
            return (frame, state[4]) if whole else None
    return None


def _only_given(machine: Machine, base: Atom, field: object) -> tuple[Frame, int] | None:
    found = given(machine, base, field) if isinstance(base, Obj) and base.node >= 0 else []
    return found[0] if len(found) == 1 else None


def _only_storing(
    machine: Machine, frame: Frame, call: int, base: Atom, field: object, makes: bool
) -> Frame | None:
    """Return the only function that a call enters to store a field."""
    entered, whole = alterations.storing(machine, frame, call, base, field)
    if makes:
        entered, whole = invoke.dispatch(machine, frame, call).entered, True
    return entered[0] if len(entered) == 1 and whole and not mutates(frame, call) else None
