"""Values that stand nowhere in the source: rows of a table, what a factory makes for a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.graph import Place
from netra_lint.flow.values import Obj, Value

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine

_NOWHERE = Place(1, 0, 1, 0)


def _known(frame: Frame, value: Value) -> int:
    frame.facts.nodes.append(("known", value))
    return len(frame.facts.nodes) - 1


def _sequence(frame: Frame, values: list[Value], mem: int) -> Value:
    parts = tuple((_known(frame, value), False) for value in values)
    frame.facts.nodes.append(("sequence", "tuple", parts, mem))
    return {Obj(frame, len(frame.facts.nodes) - 1, "list"): None}


def row(machine: Machine, frame: Frame, key: object, values: list[Value], mem: int) -> Value:
    """Return a tuple of some values, the same one for the same key.

    Args:
        machine: the machine.
        frame: where it belongs.
        key: what tells it from others of the frame.
        values: its elements.
        mem: the memory state at which it is made.
    """
    found: Value = machine.once(("row", frame, key), _sequence, frame, values, mem)
    return found


def _column(frame: Frame, value: Value, mem: int) -> Value:
    frame.facts.nodes.append(("many", "list", _known(frame, value), mem, -1, ()))
    return {Obj(frame, len(frame.facts.nodes) - 1, "list"): None}


def column(machine: Machine, frame: Frame, key: object, value: Value, mem: int) -> Value:
    """Return a sequence of any number of things, each of which can be a value, as ``row`` does."""
    found: Value = machine.once(("column", frame, key), _column, frame, value, mem)
    return found


def _call(machine: Machine, frame: Frame, func: Value, given: list[Value], mem: int) -> Value:
    return machine.eval(_called_node(frame, func, given, mem), frame)


def _called_node(frame: Frame, func: Value, given: list[Value], mem: int) -> int:
    at = _known(frame, func)
    args = tuple((_known(frame, value), False, _NOWHERE) for value in given)
    frame.facts.nodes.append(("call", at, args, (), mem, None, _NOWHERE))
    return len(frame.facts.nodes) - 1


def made(machine: Machine, frame: Frame, key: object, factory: Value, mem: int) -> Value:
    """Return what a factory makes that is called without arguments, one thing for each key.

    It has the same number in all frames of a function, as what stands in the source has.
    """
    shared = ("makes", frame.facts, key, *factory)
    node: int = machine.once(shared, _called_node, frame, factory, [], mem)
    return machine.eval(node, frame)


def called(
    machine: Machine, frame: Frame, key: object, func: Value, given: list[Value], mem: int
) -> Value:
    """Return what a function gives that is called where no call stands, once for each key."""
    found: Value = machine.once(("made", frame, key), _call, machine, frame, func, given, mem)
    return found
