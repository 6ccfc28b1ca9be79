"""Sends looked at once for each class that the object may have whose method they stand in.

What a class says of itself belongs together: which field holds the recipient, and by
which method it is sent to. All classes together, each of them could go with each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import refused, sinks, trials
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Hole, only

if TYPE_CHECKING:
    from netra_lint.flow.answers import Answers
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_MOST = 8
"""An object that may be of more classes than these is of one that fits."""
_BUDGET = 2_000


def some_class_fits(
    machine: Machine, answers: Answers, frame: Frame, call: int, kinds: tuple[str, str]
) -> bool:
    """Return whether an id comes to a send for one of the classes that its object may have.

    Args:
        machine: the machine.
        answers: finds the frame of the send again.
        frame: the frame of the send, whose root is looked at by itself.
        call: the send.
        kinds: the kind of the id, and that which the send takes.
    """
    root = frame.root()
    found = _own(machine, root)
    if found is None:
        return True
    told: bool | None = machine.apart(
        _BUDGET, _fits, machine, answers, (frame, call), (root, *found), kinds
    )
    return told is not False


def _own(machine: Machine, root: Frame) -> tuple[int, Hole] | None:
    """Return a method's own object, where it may be of several classes."""
    info = root.info
    if root.args is not None or not isinstance(info, FunctionInfo) or not info.params:
        return None
    name = info.params[0].arg
    node = root.facts.params.get(name)
    if node is None or not info.is_receiver(name):
        return None
    atom: Atom | None = only(machine.eval(node, root))
    several = isinstance(atom, Hole) and 1 < len(atom.classes) <= _MOST
    return (node, atom) if several else None  # type: ignore[return-value]


def _fits(
    machine: Machine,
    answers: Answers,
    spot: tuple[Frame, int],
    own: tuple[Frame, int, Hole],
    kinds: tuple[str, str],
) -> bool:
    (frame, call), (root, node, hole) = spot, own
    for cls in hole.classes:
        one = trials.with_value(machine, root, node, {hole._replace(classes=(cls,)): None})
        again = answers.retrace(frame, one)
        if again is None or any(
            (kind, send.method.kind) == kinds
            for send in refused.sends(machine, again, call)
            for _, kind, _ in sinks.wrong(machine, send)
        ):
            return True
    return False
