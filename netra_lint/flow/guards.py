"""What is left of a value under the conditions that hold where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import alternatives, memory, predicates, telling, trials
from netra_lint.flow.filters import NOTHING, filtered, kind_of, may_be, not_kind
from netra_lint.flow.graph import RETURNED, Node, bare, word_of
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Atom,
    Cls,
    Ext,
    ExtVal,
    Hole,
    Trace,
    Value,
    only,
    union,
)
from netra_lint.flow.ways import parts_of, subject
from netra_lint.vocabulary import RUN, THREAD, USER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine


Held = tuple[tuple[int, int], ...]


def under(
    machine: Machine,
    value: Value,
    node: int,
    held: Held,
    frame: Frame,
) -> Value:
    """Return what is left of a value under the conditions that hold where it is read."""
    about = subject(frame.facts, node)
    value = _narrowed(machine, _chosen(machine, value, node, held, frame), about, held, frame)
    value = alternatives.fitting(machine, value, node, held, frame)
    facts, before = NOTHING, value
    for condition, polarity in held:
        facts |= telling.told_by(machine, condition, polarity, about, frame)
    if facts:
        value = _kept_open(value, filtered(machine, value, facts), frame)
    for kind in _kinds_to_try(machine, value, held, frame):
        if trials.excluded(machine, kind, node, held, frame):
            value = _kept_open(value, filtered(machine, value, not_kind(kind)), frame)
    if isinstance(about, tuple) and len(value) < len(before):
        value = union([value, _set_since(machine, before, node, about, held, frame)])
    return value


def _chosen(machine: Machine, value: Value, node: int, held: Held, frame: Frame) -> Value:
    """Return what is left of a choice that was made by what the conditions speak of."""
    nodes = frame.facts.nodes
    node = bare(nodes, node)
    data = nodes[node]
    if data[0] == "phi":
        other = [{(at, int(not p)) for at, p in way if p != RETURNED} for _, way in data[1]]
        if not any(each.intersection(held) for each in other):
            return value
        kept = [n for (n, _), each in zip(data[1], other, strict=True) if not each & set(held)]
        left = union([machine.eval(n, frame) for n in kept])
    elif data[0] == "or" and any(at == data[1] for at, _ in held):
        first = under(machine, machine.eval(data[1], frame), data[1], held, frame)
        surely = (data[1], 1) in held or not may_be(first, False)
        rest = EMPTY if surely else machine.eval(data[2], frame)
        left = union([filtered(machine, first, frozenset({"truthy"})), rest])
    else:
        return value
    return {atom: trace for atom, trace in value.items() if atom in left}


def _set_since(
    machine: Machine, value: Value, node: int, about: object, held: Held, frame: Frame
) -> Value:
    """Return what a field cannot have held when it was checked: some call has set it since."""
    nodes = frame.facts.nodes
    node = bare(nodes, node)
    then: Value = {}
    for condition, _ in held:
        checked = _reading(frame, condition, about, 6)
        if checked == node:
            return {}
        if checked >= 0:
            then = union([then, machine.eval(checked, frame)])
    return {atom: trace for atom, trace in value.items() if then and atom not in then}


def on_way(
    machine: Machine,
    found: tuple[Value, bool],
    target: Atom,
    field: object,
    held: Held,
    frame: Frame,
) -> tuple[Value, bool]:
    """Return what conditions leave of what a field holds on a way, where they check it."""
    if not held:
        return found
    value, passes = found
    for condition, _ in held:
        node = _field_read(machine, frame, condition, target, field)
        if node >= 0:
            if passes:
                value = union([value, memory.load(machine, target, field, frame, 0)])
                passes = False
            checked = machine.eval(node, frame)
            later = {atom: trace for atom, trace in value.items() if atom not in checked}
            value = union([under(machine, value, node, held, frame), later])
    return value, passes


def _field_read(machine: Machine, frame: Frame, condition: int, target: Atom, field: object) -> int:
    """Return where a condition reads a field of an object, or -1."""
    nodes = frame.facts.nodes
    for node, name in _reads_in(machine, frame, condition):
        if name == field and target in machine.eval(nodes[node][1], frame):
            return node
    return -1


def _reads_in(machine: Machine, frame: Frame, condition: int) -> tuple[tuple[int, object], ...]:
    """Return the attributes and constant items that a condition reads, with their fields."""
    key = (frame.facts, condition)
    known = machine.reads.get(key)
    if known is None:
        known = machine.reads[key] = tuple(_reads(frame.facts.nodes, condition))
    return known


def _reads(nodes: list[Node], condition: int) -> Iterator[tuple[int, object]]:
    todo, seen = [condition], {condition}
    while todo and len(seen) < 60:
        node = todo.pop()
        data = nodes[node]
        if data[0] == "attr":
            yield node, data[2]
        elif data[0] == "item" and nodes[data[2]][0] == "const":
            yield node, ("item", nodes[data[2]][1])
        for part in parts_of(data):
            if part not in seen:
                seen.add(part)
                todo.append(part)


def _narrowed(machine: Machine, value: Value, about: object, held: Held, frame: Frame) -> Value:
    """Return what a check of its class leaves of a value, and what it tells of something open."""
    nodes = frame.facts.nodes
    for condition, polarity in held:
        asked = _asked_class(nodes, nodes[condition])
        if asked is None or polarity == RETURNED or subject(frame.facts, asked[0]) != about:
            continue
        kinds = machine.eval(asked[1], frame)
        value = {
            _as_a(machine, atom, kinds) if polarity else atom: trace
            for atom, trace in value.items()
            if predicates.is_a(machine, {atom: None}, kinds) is not (not polarity)
        }
    return value


def _asked_class(nodes: list[Node], data: Node) -> tuple[int, int] | None:
    """Return what a condition asks the class of, and which class, if it is of this kind."""
    if data[0] == "is_a":
        return data[1], data[2]
    if data[0] == "call" and len(data[2]) == 2 and word_of(nodes, data) == "isinstance":
        return data[2][0][0], data[2][1][0]
    return None


def _as_a(machine: Machine, atom: Atom, kinds: Value) -> Atom:
    kind = only(kinds)
    if isinstance(kind, Cls) and isinstance(atom, Hole) and not atom.classes:
        return atom._replace(classes=tuple(machine.known.classes.candidates(kind.info)))
    if isinstance(kind, Ext) and "." in kind.name and isinstance(atom, Hole):
        return ExtVal(kind.name)
    return atom


def _reading(frame: Frame, node: int, about: object, depth: int) -> int:
    """Return where a condition reads a field, or -1."""
    data = frame.facts.nodes[node]
    if data[0] in ("attr", "item") and subject(frame.facts, node) == about:
        return node
    for part in parts_of(data) if depth else ():
        found = _reading(frame, part, about, depth - 1)
        if found >= 0:
            return found
    return -1


def _kept_open(before: Value, after: Value, frame: Frame) -> Value:
    """What callers give is tried again for each of them: other kinds may still come."""
    if UNKNOWN not in after or UNKNOWN in before:
        return after
    root = frame.root().info
    lost: dict[Hole, Trace | None] = {
        a: t for a, t in before.items() if isinstance(a, Hole) and a not in after
    }
    kept: Value = {a._replace(kind=""): t for a, t in lost.items() if a.owner is root}
    if len(kept) == len(lost):
        after = {a: t for a, t in after.items() if a != UNKNOWN}
    return union([after, kept])


def _kinds_to_try(machine: Machine, value: Value, held: Held, frame: Frame) -> set[str]:
    """Return the kinds of id in a value that only a check could keep from where it is read."""
    if frame.trial is not None:
        return set()
    kinds = {kind_of(machine, atom) for atom in value}
    if any(isinstance(atom, Hole) and not atom.kind for atom in value):
        kinds.add(RUN)
    if USER in kinds and not any(frame.facts.nodes[at][0] in _CHECKS for at, _ in held):
        kinds.discard(USER)
    return kinds & {RUN, THREAD, USER}


_CHECKS = frozenset({"compare", "call"})
