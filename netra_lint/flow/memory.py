"""What objects hold at a point of a function: memory states are walked backwards.

A state says what the last change was. A call is looked into only if it may have
changed what is asked for. At a function's beginning the walk goes on in its
caller or, where there is none, with what is known of the program around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netra_lint.flow import alterations, blocks, containers, guards, outside
from netra_lint.flow.values import (
    EMPTY,
    Cell,
    Const,
    Hole,
    Obj,
    Value,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
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
        born = _made_at(target, at) if passes else -1
        if born > mem:  # An error that the block has raised, which a handler reads.
            value, passes = look(machine, at, born, target, field)
            parts.append(value)
        if not passes:
            return union(parts)
        mem = mem_before(at) if not blocks.manages(at.info) else blocks.before(machine, at, mem)
        call, at = at.call, at.caller
        if at is not None and _made_by(target, at) not in (-1, call) and _made_at(target, at) > mem:
            mem = at.facts.exit_mem  # What runs beside its caller meets what is made later on.
    parts.append(outside.from_outside(machine, target, field, frame))
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
        value, surely = alterations.change(machine, frame, state, target, field)
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
    call = _made_by(target, frame)
    return frame.facts.states().get(call, -1) if call >= 0 else -1


def _made_by(target: Atom, frame: Frame) -> int:
    """Return the call of a frame in which an object was made, or -1."""
    at = target.frame if isinstance(target, (Obj, Cell)) else None
    call = target.node if isinstance(target, Obj) and at is frame else -1
    while at is not None and call < 0:
        if at.caller is frame:
            call = at.call
        at = at.caller
    return call
