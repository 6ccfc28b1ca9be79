"""Whether a dictionary surely has a key that is no constant: one that was put there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import alterations, blocks, invoke, memory
from netra_lint.flow.graph import bare, plain, word_of
from netra_lint.flow.sources import argument, captured, stored
from netra_lint.flow.values import Obj, only
from netra_lint.flow.words import MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_FAR = 12
_KEEPING = frozenset({"update", "setdefault"})
"""Methods that take no key out."""


def surely_has(machine: Machine, frame: Frame, base: int, key: int, mem: int) -> bool:
    """Return whether a dictionary surely has a key.

    Args:
        machine: the machine.
        frame: where it is looked up.
        base: the dictionary.
        key: the key.
        mem: the memory state there.
    """
    holder = only(machine.eval(base, frame))
    if not isinstance(holder, Obj) or holder.shape != "dict":
        return False
    return _Search(machine, holder, origin(machine, frame, key)).from_here(frame, mem)


def is_same(machine: Machine, one: tuple[Frame, int], other: tuple[Frame, int]) -> bool:
    """Return whether two values are the same thing, by where both come from."""
    return origin(machine, *one) == origin(machine, *other)


def origin(machine: Machine, frame: Frame, node: int) -> tuple[object, ...]:
    """Return the one value that another one is passed on from, unchanged."""
    for _ in range(_FAR):
        node = bare(frame.facts.nodes, node)
        data = frame.facts.nodes[node]
        found = None
        if data[0] == "const":
            return data
        if data[0] == "param" and frame.args is not None:
            arg = argument(frame, data[1])
            found = (arg.frame, arg.node) if arg is not None else None
        elif data[0] == "free":
            found = captured(frame, data[1])
        elif data[0] == "attr":
            base = only(machine.eval(data[1], frame))
            found = stored(machine, frame, data[3], base, data[2]) if base is not None else None
        if found is None:
            break
        frame, node = found
    return frame, node


class _Search:
    """Goes backwards through memory for a store under one key."""

    def __init__(self, machine: Machine, holder: Obj, key: tuple[object, ...]) -> None:
        self._machine = machine
        self._holder = holder
        self._key = key
        self._heads: set[tuple[Frame, int]] = set()

    def from_here(self, frame: Frame, mem: int) -> bool:
        """Return whether the key is there in a memory state of a frame."""
        at: Frame | None = frame
        while at is not None:
            told = self._in_frame(at, mem, 0)
            if told is not None:
                return told
            if blocks.manages(at.info):
                return False
            mem, at = memory.mem_before(at), at.caller
        home = self._holder.frame.root()
        return home is not frame.root() and self._in_frame(home, home.facts.exit_mem, 0) is True

    def _in_frame(self, frame: Frame, mem: int, depth: int) -> bool | None:
        """Return whether the key is there; None where the frame's beginning decides."""
        field = memory.item_field(None)
        for _ in range(4 * _FAR):
            mem = memory.last_change(self._machine, frame, mem, self._holder, field)
            state = frame.facts.mems[mem]
            if state[0] == "entry":
                return self._has_from_start() if self._holder.frame is frame else None
            if state[0] == "phi":
                return self._where_ways_meet(frame, mem, state, depth)
            told = self._changed(frame, state, depth)
            if told is not None:
                return told
            mem = state[1]
        return False

    def _where_ways_meet(self, frame: Frame, mem: int, state: Node, depth: int) -> bool | None:
        if (frame, mem) in self._heads:
            return None  # A loop that has come round: what was before it decides.
        if depth > _FAR:
            return False
        self._heads.add((frame, mem))
        first, again = set[bool | None](), set[bool | None]()
        for before, held in state[1]:
            if self._machine.holds(held, frame):
                told = self._in_frame(frame, before, depth + 1)
                (again if before > mem else first).add(told)
        self._heads.discard((frame, mem))
        return first.pop() if len(first) == 1 and False not in again else False

    def _changed(self, frame: Frame, state: Node, depth: int) -> bool | None:
        """Return whether one change has put the key there, or may have taken it out."""
        if state[0] == "item":
            if not self._is_holder(state[2], frame):
                return None
            return True if self._is_key(state[3], frame) else None
        if state[0] == "delitem":
            return False if self._may_be_holder(state[2], frame) else None
        if state[0] != "call":
            return None
        data = frame.facts.nodes[state[2]]
        func = frame.facts.nodes[plain(frame.facts.nodes, data[1])]
        if func[0] == "attr" and func[2] in MUTATORS and self._may_be_holder(func[1], frame):
            if func[2] not in _KEEPING:
                return False
            puts = func[2] == "setdefault" and bool(data[2])
            return True if puts and self._is_key(data[2][0][0], frame) else None
        children, _ = alterations.storing(
            self._machine, frame, state[2], self._holder, memory.item_field(None)
        )
        if not children or depth > 3:
            return False if children else None
        found = {self._in_frame(child, child.facts.exit_mem, depth + 1) for child in children}
        return found.pop() if len(found) == 1 else False

    def _has_from_start(self) -> bool:
        frame, node = self._holder.frame, self._holder.node
        data = frame.facts.nodes[node] if node >= 0 else ("",)
        if data[0] == "dict":
            for key, value in reversed(data[1]):
                if key >= 0 and self._is_key(key, frame):
                    return True
                if key < 0 and self._has_as_well(value, frame, data[2]):
                    return True
        if data[0] != "call" or word_of(frame.facts.nodes, data) not in ("dict", "copy"):
            return False
        args = invoke.dispatch(self._machine, frame, node).args
        func = frame.facts.nodes[plain(frame.facts.nodes, data[1])]
        original = args.pos[0].node if args.pos else func[1] if func[0] == "attr" else -1
        return (
            isinstance(original, int)
            and original >= 0
            and (self._has_as_well(original, frame, data[4]))
        )

    def _has_as_well(self, node: int, frame: Frame, mem: int) -> bool:
        """Whether what a dictionary was made of has the key."""
        other = only(self._machine.eval(node, frame))
        if not isinstance(other, Obj) or other.shape != "dict" or other == self._holder:
            return False
        return _Search(self._machine, other, self._key).from_here(frame, mem)

    def _is_key(self, node: int, frame: Frame) -> bool:
        return origin(self._machine, frame, node) == self._key

    def _is_holder(self, node: int, frame: Frame) -> bool:
        atom: Atom | None = only(self._machine.eval(node, frame))
        return atom == self._holder

    def _may_be_holder(self, node: int, frame: Frame) -> bool:
        return self._holder in self._machine.eval(node, frame)
