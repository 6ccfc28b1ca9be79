"""What callers are asked for, and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import attributes, invoke, memory, passing, sinks, subscripts
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.values import Const, Hole

if TYPE_CHECKING:
    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.values import Atom, Trace, Value
    from netra_lint.vocabulary import RoutingMethod

_NEAR = 6
"""A send is as near to its callers as this, however many functions stand between."""


class Demand(NamedTuple):
    """What callers are asked for: a part of a parameter that reaches a recipient.

    Attributes:
        hole: the part.
        method: the send's method.
        frame, call, arg: the send, with the argument that says to whom.
        trace: the flow from the part to the recipient.
    """

    hole: Hole
    method: RoutingMethod
    frame: Frame
    call: int
    arg: Arg
    trace: Trace | None


def is_told(hole: Hole) -> bool:
    """Return whether a call alone tells what it gives to a part: not what a method of it gives."""
    return bool(hole.name) and all(kind != "call" for kind, _ in hole.steps)


class Answers:
    """Evaluates demands in the frames of calls.

    Attributes:
        sites: the frames in which each function was entered, in the order of their finding.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.sites: dict[FunctionInfo, dict[Frame, None]] = {}
        self._too_far: set[object] = set()

    def part_of(self, hole: Hole, child: Frame) -> Value:
        """Return what a call gives to a part of a parameter.

        Raises:
            OutOfBudget: it took too many steps, now or when it was asked before.
        """
        key = (child, hole.name, hole.steps)
        if key in self._too_far:
            raise OutOfBudget
        try:
            return self._given_part(hole, child)
        except OutOfBudget:
            self._too_far.add(key)
            raise

    def _given_part(self, hole: Hole, child: Frame) -> Value:
        value = passing.parameter(self.machine, child, hole.name)
        for kind, key in hole.steps:
            if kind == "attr":
                value = attributes.load(self.machine, value, str(key), child, 0)
            else:
                known = None if key == memory.ANY else Const(key, type(key).__name__)
                value = subscripts.item(self.machine, value, known, child, 0)
        return value

    def is_harmless(self, atom: Atom, wanted: str) -> bool:
        """Whether something at a send's recipient is no id of another kind, as far as it tells."""
        if isinstance(atom, Hole) and any(step[0] == "call" for step in atom.steps):
            return False
        return sinks.kind_of(self.machine, atom) in ("", wanted)

    def retrace(self, frame: Frame, child: Frame) -> Frame | None:
        """Return the frame that corresponds to another one, entered from a caller."""
        if frame.caller is None:
            return child
        outer = self.retrace(frame.caller, child)
        if outer is None:
            return None
        found = invoke.dispatch(self.machine, outer, frame.call)
        for inner in (*found.entered, *found.callbacks):
            if inner.info is frame.info:
                inner.depth = min(inner.depth, _NEAR)
                return inner
        return None
