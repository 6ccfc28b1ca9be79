"""Whether a condition holds in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    changing,
    contents,
    filled,
    invoke,
    looking,
    predicates,
    subscripts,
    trials,
)
from netra_lint.flow.filters import kind_of, truth_of
from netra_lint.flow.values import (
    Atom,
    Cls,
    Const,
    Fn,
    Ident,
    Method,
    Obj,
    Supposed,
    Value,
    constant,
    only,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine


TRUTH_BUDGET = 80
"""A condition that takes more steps than this is one that may hold and may not."""


def truth(machine: Machine, node: int, frame: Frame) -> bool | None:
    """Return whether a condition holds in a frame, or None when it may or may not."""
    known = frame.truths.get(node, _UNSET)
    if known is not _UNSET:
        return known  # type: ignore[return-value]
    key = ("truth", node)
    if machine.cut(frame.busy, key):
        return None
    passing = machine.passing(frame.busy, key)
    if passing is not None:
        return passing[0]  # type: ignore[no-any-return]
    kept: dict[object, tuple[bool | None]] = {}
    work = _told, kept, machine, node, frame
    found = machine.bounded(TRUTH_BUDGET, frame.info, frame.busy, key, *work)
    if found is None:
        kept[key] = found = (None,)
    if kept:
        frame.truths[node] = found[0]
    return found[0]  # type: ignore[no-any-return]


def _told(machine: Machine, node: int, frame: Frame) -> tuple[bool | None]:
    return (_truth(machine, node, frame),)


_UNSET = object()


def _truth(machine: Machine, node: int, frame: Frame) -> bool | None:
    data = frame.facts.nodes[node]
    kind = data[0]
    if kind == "not":
        told = truth(machine, data[1], frame)
        return None if told is None else not told
    if kind in ("and", "or"):
        return _both(machine, data, frame)
    if kind == "compare":
        return _comparison(machine, data, frame)
    if kind == "is_a":
        return predicates.is_a(machine, machine.eval(data[1], frame), machine.eval(data[2], frame))
    if kind == "matches":
        return predicates.shaped(machine, data, frame)
    if kind == "some":
        return _some(machine, data, frame)
    if kind == "none":
        return False if trials.some_fulfils(machine, data[1], data[2], frame) else None
    if kind == "call":
        told = predicates.call_truth(machine, data, frame)
        if told is not None:
            return told
    if _comes_from_outside(frame, node):
        return None
    value = machine.eval(node, frame)
    told = truth_of_all(value)
    if told is None and not filled.may_be_false(machine, value, frame):
        return True
    return _of_lasting(machine, value, frame) if told is None and frame.trial is not None else told


def _of_lasting(machine: Machine, value: Value, frame: Frame) -> bool | None:
    """Whether a comprehension surely has gathered something, where something is tried out."""
    atom = only(value)
    if not isinstance(atom, Obj) or atom.shape != "list" or atom.node < 0:
        return None
    data = atom.frame.facts.nodes[atom.node]
    if data[0] != "many" or data[4] < 0:
        return None
    if changing.changes(machine, atom, frame, frame.facts.exit_mem) != ():
        return None
    held = tuple((test, 1) for test in data[5])
    return True if trials.some_fulfils(machine, data[4], held, atom.frame) else None


def _comes_from_outside(frame: Frame, node: int) -> bool:
    """Whether only callers could tell what a value is, so that a look at it tells nothing."""
    if frame.args is not None:
        return False
    nodes = frame.facts.nodes
    data = nodes[node]
    read = data[0] in _READS
    while data[0] in _READS or data[0] in ("guard", "step", "await"):
        data = nodes[data[1]]
    return read and data[0] in ("param", "cell")


_READS = frozenset({"attr", "item", "call", "elem"})


def _some(machine: Machine, data: Node, frame: Frame) -> bool | None:
    """Whether something that is gone through has elements."""
    if _comes_from_outside(frame, data[1]):
        return None
    value = machine.eval(data[1], frame)
    told = truth_of_all(value)
    return told if told is not None else _filled(machine, value, frame, data[2])


def _filled(machine: Machine, value: Value, frame: Frame, mem: int) -> bool | None:
    parts = subscripts.sequence(machine, value, frame, mem)
    if parts is not None:
        return bool(parts)
    atom = only(value)
    if not isinstance(atom, Obj) or contents.made_by(atom) not in contents.MIXING:
        return None
    # Sorting tells nothing of what stands where, but leaves as many.
    args = invoke.dispatch(machine, atom.frame, atom.node).args
    given = args.pos[0].get(machine) if args.pos else {}
    return _filled(machine, given, atom.frame, atom.frame.facts.nodes[atom.node][4])


def _both(machine: Machine, data: Node, frame: Frame) -> bool | None:
    deciding: bool = data[0] == "or"
    left = truth(machine, data[1], frame)
    if left is deciding:
        return deciding
    right = truth(machine, data[2], frame)
    if right is deciding:
        return deciding
    return None if None in (left, right) else not deciding


def _comparison(machine: Machine, data: Node, frame: Frame) -> bool | None:
    _, operator, left_node, right_node = data
    if _comes_from_outside(frame, left_node) or _comes_from_outside(frame, right_node):
        return None
    left, right = machine.eval(left_node, frame), machine.eval(right_node, frame)
    negative = operator in ("NotEq", "IsNot", "NotIn")
    if operator in ("In", "NotIn"):
        told = _contains(machine, left, right, frame)
    elif operator in ("Eq", "NotEq", "Is", "IsNot"):
        told = _equal(machine, left, right)
    else:
        return _order(operator, constant(left), constant(right))
    return None if told is None else told is not negative


def _equal(machine: Machine, left: Value, right: Value) -> bool | None:
    members = _member_of(left), _member_of(right)
    if members[0] is not None and members[1] is not None:
        return members[0] == members[1]
    found = {_equal_atoms(machine, a, b) for a in left for b in right}
    return found.pop() if len(found) == 1 else None


def _member_of(value: Value) -> Method | None:
    """Return the member of an enumeration that a value is."""
    found = [a for a in value if isinstance(a, Method) and isinstance(a.receiver, Cls)]
    others = [a for a in value if not isinstance(a, (Const, Ident, Method))]
    return found[0] if len(found) == 1 and not others else None


def _equal_atoms(machine: Machine, left: Atom, right: Atom) -> bool | None:
    if isinstance(left, Const) and isinstance(right, Const):
        return bool(left.value == right.value)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Const):
            if isinstance(other, Ident):
                kind = kind_of(machine, one)
                return (
                    None
                    if kind == other.kind or kind
                    else (
                        None
                        if isinstance(one.value, str) and other.kind == "user" and one.value
                        else False
                    )
                )
            if isinstance(other, Supposed):
                return None if bool(one.value) is other.truth else False
            if isinstance(other, (Obj, Fn, Cls)):
                return False if one.value is None else None
    if isinstance(left, Cls) and isinstance(right, Cls):
        return left.info == right.info
    if isinstance(left, Ident) and isinstance(right, Ident) and left.kind != right.kind:
        return False
    return None


def _contains(machine: Machine, left: Value, right: Value, frame: Frame) -> bool | None:
    text, holder = constant(left), only(right)
    if text is None:
        return None
    if isinstance(holder, Const) and isinstance(holder.value, str):
        return str(text.value) in holder.value
    if isinstance(holder, Obj) and holder.shape == "dict":
        names = looking.known_keys(machine, holder, frame, frame.facts.exit_mem)
        return text.value in names if names is not None else None
    parts = subscripts.sequence(machine, right, frame, frame.facts.exit_mem)
    if parts is None:
        return None
    consts = [constant(part) for part in parts]
    if any(c is not None and c.value == text.value for c in consts):
        return True
    return None if None in consts else False


def _order(operator: str, left: Const | None, right: Const | None) -> bool | None:
    if left is None or right is None:
        return None
    a, b = left.value, right.value
    if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return None
    return {"Lt": a < b, "LtE": a <= b, "Gt": a > b, "GtE": a >= b}.get(operator)


def truth_of_all(value: Value) -> bool | None:
    """Return whether a value is true, or None when it may be both."""
    found = {truth_of(atom) for atom in value}
    return found.pop() if len(found) == 1 else None
