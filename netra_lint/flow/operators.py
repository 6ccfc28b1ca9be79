"""Slices and operators: parts and sums of texts, sequences and mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    containers,
    invoke,
    looking,
    returning,
    strings,
    subscripts,
    texts,
)
from netra_lint.flow.frames import Arg, Args
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Const,
    Fn,
    Hole,
    Ident,
    Obj,
    Value,
    const,
    constant,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

_HOLDING = frozenset({"list", "dict", "keywords", "rest", "rows", "row", "values"})


def sliced(machine: Machine, data: Node, frame: Frame, node: int) -> Value:
    """Return a part of a text or sequence."""
    base = machine.eval(data[1], frame)
    if not base:
        return unknown()  # A loop that cuts off more each time: this is an earlier round's.
    low, high, step = (constant(machine.eval(n, frame)) for n in data[2:5])
    found: Value = {}
    for atom, trace in base.items():
        if isinstance(atom, (Obj, Hole)):
            found[Obj(frame, node, "list")] = None
        elif isinstance(atom, Const):
            found.update(_cut(atom.value, low, high, step) or _start_of(atom, low) or unknown())
        elif isinstance(atom, Ident) and _keeps_start(low, high, step, len(atom.kind) + 1):
            found[atom] = trace
        else:
            found[UNKNOWN] = None
    return found


def _cut(text: object, low: Const | None, high: Const | None, step: Const | None) -> Value | None:
    bounds = [part.value if part is not None else "" for part in (low, high, step)]
    if not (texts.is_whole(text) or isinstance(text, (tuple, bytes))):
        return None
    if not all(bound is None or isinstance(bound, int) for bound in bounds) or bounds[2] == 0:
        return None
    return const(text[slice(*bounds)])  # type: ignore[index]


def _start_of(atom: Const, low: Const | None) -> Value | None:
    """A text that goes on in an unknown way, cut at its end alone, begins as before."""
    return {atom: None} if low is not None and low.value in (None, 0) else None


def _keeps_start(low: Const | None, high: Const | None, step: Const | None, least: int) -> bool:
    """Whether a slice of an id still begins with what tells its kind."""
    if low is None or low.value not in (None, 0) or step is None or step.value not in (None, 1):
        return False
    end = high.value if high is not None else 0
    return end is None or (isinstance(end, int) and (end >= least or end < 0))


def slice_parts(machine: Machine, frame: Frame, data: Node) -> list[Value] | None:
    """Return the elements of a slice one by one, or None when they cannot be told."""
    bounds = [constant(machine.eval(n, frame)) for n in data[2:5]]
    parts = subscripts.sequence(machine, machine.eval(data[1], frame), frame, data[5])
    return cut_parts(parts, bounds) if parts is not None else None


def cut_parts(parts: list[Value], bounds: list[Const | None]) -> list[Value] | None:
    """Return some of the elements, or None when the bounds are not known."""
    ends: list[int | None] = []
    for bound in bounds:
        if bound is None or not (bound.value is None or isinstance(bound.value, int)):
            return None
        ends.append(bound.value)
    if len(ends) == 3 and ends[2] == 0:
        return None
    return parts[slice(*ends)]


def sum_parts(machine: Machine, frame: Frame, data: Node) -> list[Value] | None:
    """Return the elements of a sum or product one by one, or None when they cannot be told."""
    values = [machine.eval(n, frame) for n in data[2:4]]
    both = [subscripts.sequence(machine, value, frame, data[4]) for value in values]
    if data[1] == "Mult" and both[0] is not None:
        times = constant(values[1])
        many = times.value if times is not None and isinstance(times.value, int) else None
        return both[0] * many if many is not None and many < _MANY else None
    if data[1] not in ("Add", "BitOr") or None in both:
        return None
    return [*both[0], *both[1]]  # type: ignore[misc]


_MANY = 20


def binary(machine: Machine, data: Node, frame: Frame, node: int) -> Value:
    """Return what an operator gives."""
    operator = data[1]
    left, right = machine.eval(data[2], frame), machine.eval(data[3], frame)
    own = _overloaded(machine, data, left, frame, node)
    if own is not None:
        return own
    if operator == "Mod":
        return strings.percent(machine, left, right, frame, data[4])
    if any(isinstance(a, Obj) and a.shape in _HOLDING for a in (*left, *right)):
        return {Obj(frame, node, "dict" if _is_mapping(left, right, operator) else "list"): None}
    if operator == "Add":
        return strings.added(left, right)
    if operator == "Mult":
        times = constant(right)
        return left if times is not None and times.value == 1 else unknown()
    return unknown()


_METHODS = {
    "Add": "__add__", "Sub": "__sub__", "Mult": "__mul__", "Div": "__truediv__", "Mod": "__mod__",
    "FloorDiv": "__floordiv__", "MatMult": "__matmul__", "BitOr": "__or__", "BitAnd": "__and__",
    "BitXor": "__xor__", "LShift": "__lshift__", "RShift": "__rshift__",
}  # fmt: skip


def _overloaded(machine: Machine, data: Node, left: Value, frame: Frame, node: int) -> Value | None:
    """Return what a class's own operator gives; None where no class on the left has one."""
    name = _METHODS.get(data[1], "")
    found = [
        (method, atom)
        for atom in left
        for method, _ in attributes.members(atom, attributes.classes_of(atom), name)
    ]
    if not found:
        return None
    parts = []
    for method, atom in found:
        if frame.depth >= invoke.DEEP or frame.is_in(method, 2):
            return unknown()
        fn = Fn(method, attributes.around(machine, method, atom), atom)
        args = Args([Arg(frame, data[3], attributes.NOWHERE)])
        child = returning.set_frame(machine, frame, fn, args, ("operator", node))
        child.before = data[4]
        parts.append(returning.returned(machine, child))
    return union(parts)


def _is_mapping(left: Value, right: Value, operator: str) -> bool:
    shapes = ("dict", "keywords")
    return operator == "BitOr" and any(
        isinstance(a, Obj) and a.shape in shapes for a in (*left, *right)
    )


def operated(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    """Return an item of what an operator or slice made."""
    frame, mem = target.frame, data[-1]
    parts = looking.initial_parts(machine, target) if target.shape == "list" else None
    if parts is not None:
        if isinstance(key, int) and not isinstance(key, bool):
            return parts[key] if -len(parts) <= key < len(parts) else EMPTY
        return union(parts)
    nodes = data[1:2] if data[0] == "slice" else data[2:4]
    values = [machine.eval(n, frame) for n in nodes]
    if target.shape == "dict":
        found = [containers.spread(machine, v, key, frame, mem) for v in values]
        if key != containers.ANY and found[1] and UNKNOWN not in found[1]:
            return found[1]
        return union(found)
    return union([subscripts.elements(machine, v, frame, mem) for v in values])
