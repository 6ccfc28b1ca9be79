"""Whether a container surely has something in it: it was written so, and nothing is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import changing
from netra_lint.flow.filters import truth_of
from netra_lint.flow.graph import word_of
from netra_lint.flow.values import Obj

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom, Value

_ADDING = frozenset({"add", "append", "extend", "insert", "setdefault", "update"})
"""Methods of containers that take nothing out."""


def may_be_false(machine: Machine, value: Value, frame: Frame) -> bool:
    """Return whether a value of a frame can be false: not a display that has elements."""
    return any(
        truth_of(atom) is False or (truth_of(atom) is None and not is_filled(machine, atom, frame))
        for atom in value
    )


def is_filled(machine: Machine, atom: Atom, frame: Frame) -> bool:
    """Return whether something is a container that is never empty, as far as a frame sees it.

    Args:
        machine: the machine.
        atom: the thing.
        frame: where it is looked at.
    """
    if not isinstance(atom, Obj) or not _is_written_filled(atom):
        return False
    done = changing.changes(machine, atom, frame, frame.facts.exit_mem)
    return done is not None and all(_adds(at, state) for at, state in done)


def _is_written_filled(atom: Obj) -> bool:
    data = atom.frame.facts.nodes[atom.node] if atom.node >= 0 else ("",)
    if data[0] == "dict":
        return any(key >= 0 for key, _ in data[1])
    return data[0] == "sequence" and any(not starred for _, starred in data[2])


def _adds(frame: Frame, state: int) -> bool:
    change = frame.facts.mems[state]
    if change[0] == "call":
        nodes = frame.facts.nodes
        return word_of(nodes, nodes[change[2]]) in _ADDING
    return bool(change[0] == "item")
