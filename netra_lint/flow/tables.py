"""Functions that are looked up in a table: ``senders[kind](...)`` and ``senders.get(kind)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import attributes, looking, pairing, subscripts
from netra_lint.flow.graph import bare
from netra_lint.flow.values import (
    Cls,
    Const,
    Method,
    Obj,
    Value,
    const,
    is_member,
    key_of,
    only,
    union,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


class Lookup(NamedTuple):
    """Where something is looked up.

    Attributes:
        table, key: the values.
        mem: the memory state.
    """

    table: int
    key: int
    mem: int


def lookup(nodes: list[Node], call: int) -> Lookup | None:
    """Return where what a call calls is looked up, or None where it is not.

    Args:
        nodes: the values of the function.
        call: the call.
    """
    func = nodes[bare(nodes, nodes[call][1])]
    if func[0] == "item":
        return Lookup(func[1], func[2], func[3])
    got = nodes[bare(nodes, func[1])] if func[0] == "call" else ("",)
    if got[0] != "attr" or got[2] != "get" or len(func[2]) != 1 or func[3]:
        return None  # A default may be what is called as well.
    return Lookup(got[1], func[2][0][0], func[4])


def at_key(machine: Machine, frame: Frame, place: Lookup, key: Value) -> Value:
    """Return what a table has under a key."""
    base = machine.eval(place.table, frame)
    return subscripts.item(machine, base, key_of(key), frame, place.mem)


def possible_keys(machine: Machine, frame: Frame, place: Lookup) -> list[Value]:
    """Return the keys that may be looked up, each by itself; none where they cannot be told."""
    value = machine.eval(place.key, frame)
    told = _apart(machine, value)
    if told is not None:
        return told
    table = only(machine.eval(place.table, frame))
    if not isinstance(table, Obj):
        return []
    found = pairing.pairs(machine, table, frame, place.mem)
    if found is not None:
        keys = [key for key, _ in found]
        return keys if all(key_of(key) is not None for key in keys) else []
    names = looking.known_keys(machine, table, frame, place.mem)
    return [const(name) for name in names or ()]


def _apart(machine: Machine, value: Value) -> list[Value] | None:
    """Return constants and members of enumerations one by one, or None where others are among."""
    members: list[Value] = [
        {each: None, **attributes.member_value(machine, each)} for each in _members(value)
    ]
    covered = union(members)
    others = [atom for atom in value if atom not in covered]
    if not all(isinstance(atom, Const) for atom in others):
        return None
    rest: list[Value] = [{atom: None} for atom in others]
    return [*members, *rest]


def _members(value: Value) -> list[Atom]:
    return [
        atom
        for atom in value
        if is_member(atom) and isinstance(atom, Method) and isinstance(atom.receiver, Cls)
    ]
