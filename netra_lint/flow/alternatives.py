"""Parts of one object that belong together: what a check of one part tells of another.

Where a name can hold one of several objects, ``result.ok`` says which of them it
is, and with that what ``result.value`` can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import trials, truths
from netra_lint.flow.graph import RETURNED, bare
from netra_lint.flow.values import EMPTY, Obj, Value, union
from netra_lint.flow.ways import parts_of, subject

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_MOST = 5
_STEPS = 100


def fitting(
    machine: Machine, value: Value, node: int, held: tuple[tuple[int, int], ...], frame: Frame
) -> Value:
    """Return what is left of a part of an object, of those that fit the conditions.

    Args:
        machine: the machine.
        value: what the part can be.
        node: the part.
        held: the conditions that hold there.
        frame: the frame of both.
    """
    data = _part(frame.facts.nodes, node)
    if data is None or len(value) < 2:
        return value
    bases = machine.eval(data[1], frame)
    if not 1 < len(bases) <= _MOST or not all(_came_before(atom, frame, data[1]) for atom in bases):
        return value
    about = subject(frame.facts, data[1])
    telling = [c for c in held if c[1] != RETURNED and _reads(frame, c[0], about, 6)]
    if not telling:
        return value
    left = [machine.within(_STEPS, _of_one, machine, a, node, telling, frame) for a in bases]
    if None in left or EMPTY not in left:
        return value
    kept = union(left)
    return {atom: trace for atom, trace in value.items() if atom in kept}


def _came_before(atom: Atom, frame: Frame, base: int) -> bool:
    """Whether an object was made before it is read: what is made later may go in circles."""
    read = bare(frame.facts.nodes, base)
    return isinstance(atom, Obj) and (atom.frame is not frame or atom.node < read)


def _part(nodes: list[Node], node: int) -> Node | None:
    data = nodes[bare(nodes, node)]
    return data if data[0] in ("attr", "item") else None


def _reads(frame: Frame, node: int, about: object, depth: int) -> bool:
    """Whether a condition looks at a part of something."""
    data = frame.facts.nodes[node]
    if data[0] in ("attr", "item") and subject(frame.facts, data[1]) == about:
        return True
    return depth > 0 and any(_reads(frame, part, about, depth - 1) for part in parts_of(data))


def _of_one(
    machine: Machine, atom: Atom, node: int, telling: list[tuple[int, int]], frame: Frame
) -> Value:
    """Return what a part is if the object is one of those that it can be."""
    data = _part(frame.facts.nodes, node)
    assert data is not None
    one = trials.with_value(machine, frame, data[1], {atom: None})
    if any(truths.truth(machine, at, one) is (not polarity) for at, polarity in telling):
        return EMPTY
    return machine.eval(node, one)
