"""Texts in pieces: the literal parts and the values that a text is put together from.

Keys and topics are put together in one function, ``f"{user}:{run}"``, and taken apart in
another. What is between their separators is found by the expressions that made them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    contents,
    invoke,
    passing,
    returning,
    sources,
    strings,
    subscripts,
)
from netra_lint.flow.values import Fn, Value, constant, only

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

Piece = str | Value
_DEEP = 8


def pieces(machine: Machine, node: int, frame: Frame, depth: int = _DEEP) -> list[Piece] | None:
    """Return a text as literal parts and values, or None when it is no text that is seen."""
    data = frame.facts.nodes[node]
    while data[0] in ("step", "guard", "await", "typed"):
        node = data[1]
        data = frame.facts.nodes[node]
    if data[0] == "const":
        return [data[1]] if isinstance(data[1], str) else None
    if depth == 0:
        return None
    if data[0] in ("text", "binary"):
        if data[0] == "binary" and data[1] != "Add":
            return None
        found: list[Piece] = []
        for part in data[1] if data[0] == "text" else data[2:4]:
            found += _inner(machine, part, frame, depth - 1)
        return found
    if data[0] == "param" and frame.args is not None:
        return _given(machine, frame, data[1], depth - 1)
    if data[0] == "attr":
        return _read(machine, frame, data, depth - 1)
    return _called(machine, node, data, frame, depth - 1) if data[0] == "call" else None


def _inner(machine: Machine, node: int, frame: Frame, depth: int) -> list[Piece]:
    """Return the pieces of a part, which is a piece itself where none are seen."""
    found = pieces(machine, node, frame, depth)
    return found if found is not None else _as_pieces([machine.eval(node, frame)])


def _as_pieces(values: list[Value]) -> list[Piece]:
    """Return values as pieces: known texts are literal parts."""
    known = [constant(value) for value in values]
    return [
        one.value if one is not None and isinstance(one.value, str) else value
        for one, value in zip(known, values, strict=True)
    ]


def _given(machine: Machine, frame: Frame, name: str, depth: int) -> list[Piece] | None:
    arg = passing.argument(frame, name)
    if arg is None or arg.is_part or arg.node < 0:
        return None
    return pieces(machine, arg.node, arg.frame, depth)


def _read(machine: Machine, frame: Frame, data: Node, depth: int) -> list[Piece] | None:
    """Return the pieces of what a property gives, or of the one text that a field was set to."""
    base = only(machine.eval(data[1], frame))
    if base is None:
        return None
    child = attributes.getter(machine, base, data[2], frame, data[3])
    if child is not None:
        return _returned(machine, child, depth)
    stored = sources.stored(machine, frame, data[3], base, data[2])
    return pieces(machine, stored[1], stored[0], depth) if stored is not None else None


def _called(
    machine: Machine, node: int, data: Node, frame: Frame, depth: int
) -> list[Piece] | None:
    """Return the pieces of what a call gives: a function's only text, a join, a template."""
    found = invoke.dispatch(machine, frame, node)
    if found.entered:
        alone = len(found.entered) == 1 and not (found.others or found.values or found.made)
        return _returned(machine, found.entered[0], depth) if alone else None
    word, func = contents.word_of(frame, node), frame.facts.nodes[data[1]]
    if word == "str" and func[0] == "free" and len(data[2]) == 1:
        return _as_text(machine, data[2][0][0], frame, depth)
    base = constant(machine.eval(func[1], frame)) if func[0] == "attr" else None
    if base is None or not isinstance(base.value, str) or not data[2] + data[3]:
        return None
    if word == "format" and "…" not in base.value:
        filled = strings.filled(machine, frame, base.value, word, found.args, data[4])
        return _as_pieces(filled)
    return _joined(machine, base.value, data, frame, depth) if word == "join" else None


def _returned(machine: Machine, child: Frame, depth: int) -> list[Piece] | None:
    exits = [e for e in child.facts.returns if e.place and machine.reached(e.path, child)]
    return pieces(machine, exits[0].node, child, depth) if len(exits) == 1 else None


def _as_text(machine: Machine, node: int, frame: Frame, depth: int) -> list[Piece] | None:
    """Return the pieces of ``str(x)``: those of a text, or what a class's ``__str__`` gives."""
    atom = only(machine.eval(node, frame))
    methods = attributes.members(atom, attributes.classes_of(atom), "__str__") if atom else []
    if not methods:
        return pieces(machine, node, frame, depth)
    fn = Fn(methods[0][0], None, atom)
    returning.got(machine, fn, frame)
    child = frame.children.get((-1, fn))
    return _returned(machine, child, depth) if child is not None else None


def _joined(
    machine: Machine, separator: str, data: Node, frame: Frame, depth: int
) -> list[Piece] | None:
    nodes, given = frame.facts.nodes, data[2][0][0] if data[2] else -1
    listed = nodes[given] if given >= 0 else ("",)
    found: list[Piece] = []
    if listed[0] == "sequence" and not any(starred for _, starred in listed[2]):
        for part, _ in listed[2]:
            found += [*([separator] if found else []), *_inner(machine, part, frame, depth)]
        return found
    value = machine.eval(given, frame) if given >= 0 else {}
    parts = subscripts.sequence(machine, value, frame, data[4])
    if parts is None:
        return None
    for piece in _as_pieces(parts):
        found += [*([separator] if found else []), piece]
    return found
