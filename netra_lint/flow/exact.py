"""What a list holds at a point, element by element, where every change of it can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import changing, contents, invoke, looking, pairing, subscripts
from netra_lint.flow.values import (
    EMPTY,
    Const,
    Ident,
    Obj,
    Value,
    constant,
    only,
    union,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

_LISTS = frozenset({"list", "rest"})


def elements(machine: Machine, obj: Obj, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a list at a point, or None when they cannot be told apart."""
    found = machine.once(("exact", obj, frame, mem), _elements, machine, obj, frame, mem)
    return found if isinstance(found, list) else None


def _elements(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    parts = looking.initial_parts(machine, obj)
    if parts is None:
        return False
    done = changing.changes(machine, obj, frame, mem)
    if done is None:
        return False
    parts = list(parts)
    for at, state in done:
        if not _changed(machine, parts, at, at.facts.mems[state]):
            return False
    return parts


def _changed(machine: Machine, parts: list[Value], frame: Frame, state: Node) -> bool:
    if state[0] in ("item", "delitem"):
        index = _index(constant(machine.eval(state[3], frame)), parts)
        if index is None:
            return False
        if state[0] == "item":
            parts[index] = machine.eval(state[4], frame)
        else:
            del parts[index]
        return True
    data = frame.facts.nodes[state[2]]
    word = str(frame.facts.nodes[data[1]][2])
    args = invoke.dispatch(machine, frame, state[2]).args
    return apply(machine, parts, word, args, frame, data[4])


def _index(key: Const | None, parts: list[Value]) -> int | None:
    if key is None or not isinstance(key.value, int):
        return None
    return key.value if -len(parts) <= key.value < len(parts) else None


def apply(
    machine: Machine, parts: list[Value], word: str, args: Args, frame: Frame, mem: int
) -> bool:
    """Do to a list of values what a list's method does to a list.

    Returns:
        False when it cannot be told what it does.
    """
    first = args.pos[0].get(machine) if args.pos else None
    if word in ("append", "add", "put", "put_nowait") and first is not None:
        parts.append(first)
    elif word == "appendleft" and first is not None:
        parts.insert(0, first)
    elif word in ("extend", "extendleft", "update") and first is not None:
        more = subscripts.sequence(machine, first, frame, mem)
        if more is None:
            return False
        parts[:] = [*more[::-1], *parts] if word == "extendleft" else [*parts, *more]
    elif word == "insert" and len(args.pos) == 2:
        key = constant(first or EMPTY)
        if key is None or not isinstance(key.value, int):
            return False
        parts.insert(key.value, args.pos[1].get(machine))
    elif word == "clear":
        parts.clear()
    elif word == "reverse":
        parts.reverse()
    else:
        return _taken(parts, word, first)
    return True


def _taken(parts: list[Value], word: str, first: Value | None) -> bool:
    if word in ("pop", "get", "get_nowait", "popleft"):
        at = _place_taken(parts, word, first)
        if at is None:
            return False
        del parts[at]
        return True
    if word in ("remove", "discard") and first is not None:
        same = [i for i, part in enumerate(parts) if surely_same(part, first)]
        maybe = [i for i, part in enumerate(parts) if may_be_same(part, first)]
        if not same or maybe[0] != same[0]:
            return False
        del parts[same[0]]
        return True
    return False


def _place_taken(parts: list[Value], word: str, first: Value | None) -> int | None:
    if word != "pop":
        return 0 if parts else None
    return _index(constant(first) if first is not None else Const(-1, "int"), parts)


def taken(
    machine: Machine, obj: Obj, frame: Frame, call: int, word: str, args: Args
) -> Value | None:
    """Return the element that ``pop`` and its like take out, or None when it cannot be told."""
    parts = elements(machine, obj, frame, frame.facts.nodes[call][4])
    if parts is None:
        return None
    first = args.pos[0].get(machine) if args.pos else None
    at = _place_taken(parts, word, first)
    return parts[at] if at is not None else None


def surely_same(left: Value, right: Value) -> bool:
    """Whether two values are one and the same thing."""
    atom = only(left)
    if atom is None or atom != only(right):
        return False
    return not isinstance(atom, (Ident,)) or left[atom] is not None


def may_be_same(left: Value, right: Value) -> bool:
    """Whether two values may be one and the same thing."""
    if constant(left) is not None and constant(right) is not None:
        return constant(left) == constant(right)
    ids = [only(value) for value in (left, right)]
    if all(isinstance(atom, Ident) for atom in ids):
        return ids[0] == ids[1]
    return not any(isinstance(a, Ident) for a in ids) or set(left) & set(right) != set()


def item(machine: Machine, obj: Obj, key: Const | None, frame: Frame, mem: int) -> Value | None:
    """Return an item where the container is known exactly, else None."""
    if obj.shape in _LISTS:
        parts = elements(machine, obj, frame, mem)
        if parts is None:
            return None
        if key is None:
            return union(parts)
        index = _index(key, parts)
        return parts[index] if index is not None else EMPTY
    if key is not None or contents.makes_items(obj):
        return None
    found = pairing.pairs(machine, obj, frame, mem)
    return union([value for _, value in found]) if found is not None else None
