"""Named tuples and namespaces that are made without a class statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, containers, contents, invoke, subscripts
from netra_lint.flow.values import (
    Obj,
    Value,
    constant,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine


def record_names(machine: Machine, record: Obj) -> list[str]:
    """Return the fields of a ``namedtuple``'s instance, in order."""
    data = record.frame.facts.nodes[record.node]
    if contents.word_of(record.frame, record.node) == "_replace":
        sources = machine.eval(record.frame.facts.nodes[data[1]][1], record.frame)
        return [n for a in sources if isinstance(a, Obj) for n in record_names(machine, a)]
    for atom in machine.eval(data[1], record.frame):
        if isinstance(atom, Obj) and atom.shape == "records":
            args = invoke.dispatch(machine, atom.frame, atom.node).args
            given = args.get(1, "field_names")
            value = given.get(machine) if given is not None else unknown()
            text = constant(value)
            if text is not None:
                return str(text.value).replace(",", " ").split()
            parts = subscripts.sequence(machine, value, atom.frame, 0) or []
            return [str(name.value) for part in parts for name in (constant(part),) if name]
    return []


def record_field(machine: Machine, record: Obj, name: str) -> Value:
    """Return a field of a ``namedtuple``'s instance or of a namespace."""
    args = invoke.dispatch(machine, record.frame, record.node).args
    if name in args.kw:
        return args.kw[name].get(machine)
    if contents.word_of(record.frame, record.node) == "_replace":
        data = record.frame.facts.nodes[record.node]
        sources = machine.eval(record.frame.facts.nodes[data[1]][1], record.frame)
        return attributes.load(machine, sources, name, record.frame, data[4])
    names = record_names(machine, record)
    if name in names and names.index(name) < len(args.pos):
        return args.pos[names.index(name)].get(machine)
    if args.extra is not None:
        return containers.spread(machine, args.extra.get(machine), name, args.extra.frame, 0)
    return unknown()
