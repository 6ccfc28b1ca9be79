"""The changes of a container up to a point, the first one first.

The memory is walked backwards from the point to where the container was made.
Where ways meet that change it differently nothing exact can be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import alterations, lazily, memory, outside
from netra_lint.flow.graph import word_of
from netra_lint.flow.values import (
    EMPTY,
    Obj,
)
from netra_lint.flow.words import HEAPING, MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

Change = tuple["Frame", int]
_LONG = 400


def changes(machine: Machine, obj: Obj, frame: Frame, mem: int) -> tuple[Change, ...] | None:
    """Return the changes of a container up to a point, the first one first.

    Args:
        machine: the machine.
        obj: the container.
        frame: where it is looked at.
        mem: the memory state there.

    Returns:
        The memory states that change it, or None when they cannot be told.
    """
    found = machine.once(("changes", obj, frame, mem), _walk, machine, obj, frame, mem)
    return found if isinstance(found, tuple) else None


def _walk(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    """Return the changes, False when they cannot be told, ``{}`` inside a circle."""
    later: list[Change] = []
    born = _birth(obj)
    for _ in range(_LONG):
        at = memory.last_change(machine, frame, mem, obj, memory.item_field(None))
        mem = born if frame is obj.frame and at < born <= mem else at
        state = frame.facts.mems[mem]
        kind = state[0]
        if frame is obj.frame and mem == born and kind != "phi":
            return tuple(later[::-1])
        if kind == "phi":
            met = machine.once(("met", obj, frame, mem), _met, machine, obj, frame, mem)
            return _after(met, later)
        if kind == "entry":
            if obj.frame is frame:
                return tuple(later[::-1])
            if frame.caller is None:
                return _after(_elsewhere(machine, obj, frame), later)
            mem = memory.mem_before(frame)
            frame = frame.caller
            continue
        if kind == "call" and frame is obj.frame and state[2] == obj.node:
            return tuple(later[::-1])
        told = _touches(machine, obj, frame, state)
        if told is None:
            return False
        if told is True:
            later.append((frame, mem))
        elif told is not False:
            inner = machine.once(
                ("changes", obj, told, told.facts.exit_mem), _walk, machine, obj, told,
                told.facts.exit_mem,
            )  # fmt: skip
            return _after(inner, later)
        mem = state[1]
    return False


def _after(earlier: object, later: list[Change]) -> object:
    if isinstance(earlier, tuple):
        return (*earlier, *later[::-1])
    return EMPTY if earlier is not False and not later else False


def _birth(obj: Obj) -> int:
    data = obj.frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    at = {"sequence": 3, "dict": 2, "many": 3, "manydict": 3, "call": 4, "slice": 5, "binary": 4}
    return data[at[data[0]]] if data[0] in at else -1


def _met(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    """Return the changes where ways meet, if all of them changed it alike.

    A way that comes from here again is looked at by itself: a change on it, which
    whoever asks may be in the middle of, is done once more each time.
    """
    found: object = EMPTY
    for before, held in frame.facts.mems[mem][1]:
        if not machine.holds(held, frame):
            continue
        key = ("changes", obj, frame, before, mem)
        one = machine.once(key, _walk, machine, obj, frame, before)
        if one is False:
            return False
        if isinstance(one, tuple):
            if isinstance(found, tuple) and found != one:
                return False
            found = one
    return found


def _elsewhere(machine: Machine, obj: Obj, frame: Frame) -> object:
    """Return the changes of something that is kept: those of where it was made alone."""
    home = obj.frame.root()
    if home is frame:
        return False
    if any(True for _ in outside.set_by_others(machine, obj, "[]", home)):
        return False
    for info in outside.writers(machine, home.info):
        other = machine.known.open(info)
        if other is home or not machine.shapes.may_store(info, "[]", 0):
            continue
        for state in other.facts.mems:
            changing = state[0] in ("item", "delitem", "call")
            if changing and _direct(machine, obj, other, state) is not False:
                return False
    end = home.facts.exit_mem
    return machine.once(("changes", obj, home, end), _walk, machine, obj, home, end)


def _direct(machine: Machine, obj: Obj, frame: Frame, state: Node) -> bool | None:
    """Whether a state changes the container itself; None when it may."""
    if state[0] in ("item", "delitem"):
        bases = machine.eval(state[2], frame)
    else:
        data = frame.facts.nodes[state[2]]
        func = frame.facts.nodes[data[1]]
        if word_of(frame.facts.nodes, data) in HEAPING and data[2]:
            return None if obj in machine.eval(data[2][0][0], frame) else False
        if func[0] != "attr" or func[2] not in MUTATORS:
            return False
        bases = machine.eval(func[1], frame)
    if obj not in bases:
        return None if lazily.is_twin(machine, obj, bases) else False
    return True if len(bases) == 1 else None


def _touches(machine: Machine, obj: Obj, frame: Frame, state: Node) -> bool | Frame | None:
    """Whether a state changes the container, or the frame of the call that may."""
    if state[0] in ("item", "delitem"):
        told = _direct(machine, obj, frame, state)
        return _set_by_method(machine, frame, state) if told is False else told
    if state[0] in ("enter", "leave"):
        return alterations.block_frame(machine, frame, state, obj, "[]")
    if state[0] != "call":
        return False
    told = _direct(machine, obj, frame, state)
    if told is not False:
        return told
    return alterations.call_frame(machine, frame, state[2], obj, "[]")


def _set_by_method(machine: Machine, frame: Frame, state: Node) -> bool | Frame | None:
    """Return the frame of the ``__setitem__`` that a store enters, as ``_touches`` does."""
    found = alterations.setting_items(machine, frame, state)
    return None if len(found) > 1 else found[0] if found else False
