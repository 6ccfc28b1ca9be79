"""Things that are made when they are first read: by a property, by ``__getitem__``.

No call stands where they are read, so that no state of memory tells that one reading has made
and kept what the next one finds. Each reading is evaluated by itself, and seems to make a thing
of its own; the things that one such function of one object makes and keeps are the same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Const, Obj

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom, Value


def is_twin(machine: Machine, target: Atom, bases: Value) -> bool:
    """Whether something was made and kept by another reading of what made one of some objects."""
    if not isinstance(target, Obj) or _reading(target.frame) is None:
        return False
    return any(isinstance(base, Obj) and _are_twins(machine, target, base) for base in bases)


def _are_twins(machine: Machine, one: Obj, other: Obj) -> bool:
    if (one.node, one.shape, one.frame.info) != (other.node, other.shape, other.frame.info):
        return False
    node, left, right = one.node, one.frame, other.frame
    while left is not right:
        if left.info is not right.info:
            return False
        if _is_reading(left) and _is_reading(right):
            same = left.this == right.this and _may_be_alike(machine, left.args, right.args)
            return same and _keeps(machine, left, node)
        if left.call != right.call or left.caller is None or right.caller is None:
            return False
        node, left, right = left.call, left.caller, right.caller
    return False


def _reading(frame: Frame) -> Frame | None:
    """Return the nearest frame on the way to another one that no call entered."""
    at: Frame | None = frame
    while at is not None and not _is_reading(at):
        at = at.caller
    return at


def _is_reading(frame: Frame) -> bool:
    """Whether a frame is that of a method that runs where no call stands."""
    if frame.caller is None or not isinstance(frame.info, FunctionInfo) or frame.info.cls is None:
        return False
    return bool(frame.caller.facts.nodes[frame.call][0] != "call")


def _keeps(machine: Machine, frame: Frame, node: int) -> bool:
    """Whether a method keeps what it has made: under a name, or in a container."""
    info = frame.info
    assert isinstance(info, FunctionInfo)
    if "cached_property" in info.marks or machine.shapes.kept_as(info, node):
        return True
    return machine.shapes.may_store(info, "[]", 0)


def _may_be_alike(machine: Machine, one: Args | None, other: Args | None) -> bool:
    """Whether two readings may be of one key."""
    if one is None or other is None:
        return one is other
    pairs = zip(one.pos, other.pos, strict=False)
    return all(_may_be_one(a.get(machine), b.get(machine)) for a, b in pairs)


def _may_be_one(left: Value, right: Value) -> bool:
    known = [all(isinstance(atom, Const) for atom in value) for value in (left, right)]
    return not all(known) or not left.keys().isdisjoint(right)
