"""What a condition tells of a value: the facts that hold where it does, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import checking, subscripts
from netra_lint.flow.filters import (
    FALSY,
    NEVER,
    NOTHING,
    TRUTHY,
    Words,
    differs,
    is_kind,
    kind_of,
    may_be,
    not_kind,
)
from netra_lint.flow.graph import RETURNED, Node, word_of
from netra_lint.flow.values import Const, Hole, Ident, constant, only
from netra_lint.flow.ways import subject
from netra_lint.vocabulary import KINDS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


_IS_NONE, _NOT_NONE = FALSY | {"none"}, frozenset({"some"})
_SAME = frozenset({"strip", "lstrip", "rstrip", "lower", "casefold"})
_SAME_FUNCTIONS = frozenset({"str", "cast", "bool"})


TOLD_BUDGET = 200
"""A condition that takes more steps than this tells nothing."""


def told_by(
    machine: Machine, condition: int, polarity: int, about: object, frame: Frame, depth: int = 0
) -> Words:
    """Return the facts that a condition tells of a value.

    Args:
        machine: the machine.
        condition: the condition.
        polarity: whether it holds (1), does not (0), or a call came back (2).
        about: the value's subject.
        frame: the frame of both.
        depth: how many functions have been entered for it.
    """
    key = ("tells", condition, polarity, about)
    if machine.cut(frame.busy, key):
        return NOTHING
    found = frame.told.get(key)
    if found is None:
        found = machine.passing(frame.busy, key)
    if found is None:
        work = _told_by, frame.told, machine, condition, polarity, about, frame, depth
        found = machine.bounded(TOLD_BUDGET, frame.info, frame.busy, key, *work)
    if found is None:
        found = frame.told[key] = NOTHING
    return found


def _told_by(
    machine: Machine, condition: int, polarity: int, about: object, frame: Frame, depth: int
) -> Words:
    data = frame.facts.nodes[condition]
    kind = data[0]
    if polarity == RETURNED:
        return checking.came_back(machine, condition, about, frame, depth)
    if kind in ("step", "guard", "await"):
        return told_by(machine, data[1], polarity, about, frame, depth)
    if kind == "not":
        return told_by(machine, data[1], 1 - polarity, about, frame, depth)
    if kind in ("and", "or"):
        parts = [told_by(machine, n, polarity, about, frame, depth) for n in data[1:3]]
        both = (kind == "and") == bool(polarity)
        return parts[0] | parts[1] if both else parts[0] & parts[1]
    if kind == "compare":
        return _compared(machine, data, polarity, about, frame)
    if kind == "call":
        return checking.called(machine, condition, data, polarity, about, frame, depth)
    if kind == "phi" and subject(frame.facts, condition) != about:
        return _by_flag(machine, data, polarity, about, frame, depth)
    if subject(frame.facts, condition) == about:
        return TRUTHY if polarity else FALSY
    return NOTHING


def meet(parts: list[Words]) -> Words:
    """Return the facts that hold on each of some ways."""
    found = [part for part in parts if part is not NEVER]
    if not found:
        return NOTHING
    result = found[0]
    for part in found[1:]:
        result &= part
    return result


def _by_flag(
    machine: Machine, data: Node, polarity: int, about: object, frame: Frame, depth: int
) -> Words:
    parts = []
    for choice, held in data[1]:
        value = machine.eval(choice, frame)
        if not may_be(value, bool(polarity)):
            continue
        facts = told_by(machine, choice, polarity, about, frame, depth)
        for condition, way in held:
            facts |= told_by(machine, condition, way, about, frame, depth)
        parts.append(facts)
    return meet(parts)


def is_about(frame: Frame, node: int, about: object) -> bool:
    """Whether a value is the one that is asked about, whole."""
    nodes = frame.facts.nodes
    for _ in range(8):
        if subject(frame.facts, node) == about:
            return True
        data = nodes[node]
        if data[0] in ("guard", "step", "await"):
            node = data[1]
        elif data[0] == "call" and nodes[data[1]][0] == "attr" and nodes[data[1]][2] in _SAME:
            node = nodes[data[1]][1]
        elif data[0] == "call" and word_of(nodes, data) in _SAME_FUNCTIONS and data[2]:
            node = data[2][-1][0]
        elif data[0] == "or" and nodes[data[2]][0] == "const" and not nodes[data[2]][1]:
            node = data[1]
        else:
            return False
    return False


def _compared(machine: Machine, data: Node, polarity: int, about: object, frame: Frame) -> Words:
    _, operator, left, right = data
    if operator in ("NotEq", "IsNot", "NotIn"):
        operator, polarity = operator.replace("Not", ""), 1 - polarity
        operator = operator or "Eq"
    if operator == "In":
        return _member(machine, left, right, polarity, about, frame)
    if operator not in ("Eq", "Is"):
        return _ordered(machine, data, polarity, about, frame)
    for one, other in ((left, right), (right, left)):
        known = constant(machine.eval(other, frame))
        if known is None:
            if is_about(frame, one, about):
                return _equal_to(machine, other, polarity, frame)
            continue
        if is_about(frame, one, about):
            return _equals(machine, known, polarity)
        if known.value == 0 and (kind := _found_kind(machine, one, about, frame, _COUNTS)):
            return not_kind(kind) if polarity else is_kind(kind)
        kind = _kind_of_part(machine, one, known, about, frame)
        if kind:
            return is_kind(kind) if polarity else not_kind(kind)
        if isinstance(known.value, bool) or (known.value is None and _is_match(frame, one)):
            flipped = polarity if known.value else 1 - polarity
            return told_by(machine, one, flipped, about, frame)
    return NOTHING


def _is_match(frame: Frame, node: int) -> bool:
    """Whether a value is what looking for a pattern gives: a match, which is true, or None."""
    data = frame.facts.nodes[node]
    return data[0] == "call" and word_of(frame.facts.nodes, data) in MATCHING


def _equals(machine: Machine, known: Const, polarity: int) -> Words:
    if known.value is None:
        return _IS_NONE if polarity else _NOT_NONE
    word = f"={known.value!r}"
    if not polarity:
        return frozenset({f"!{word}"})
    kind = machine.words.kind_of_text(known.value) if isinstance(known.value, str) else ""
    return frozenset({word}) | (is_kind(kind) if kind else frozenset({"not-run"}))


def _equal_to(machine: Machine, other: int, polarity: int, frame: Frame) -> Words:
    """A value that equals an id of one kind is of that kind; what differs may be another's."""
    atom = only(machine.eval(other, frame))
    if isinstance(atom, (Ident, Hole)) and atom.kind and polarity:
        return is_kind(atom.kind)
    if isinstance(atom, Ident) and not polarity:
        return differs(atom.kind)
    return NOTHING


def _member(
    machine: Machine, left: int, right: int, polarity: int, about: object, frame: Frame
) -> Words:
    text = constant(machine.eval(left, frame))
    if text is not None and isinstance(text.value, str) and is_about(frame, right, about):
        kind = machine.words.kind_of_text(text.value)
        return (is_kind(kind) if polarity else not_kind(kind)) if kind else NOTHING
    if not is_about(frame, left, about):
        return NOTHING
    found = frame.facts.nodes[right]
    if found[0] != "sequence":
        return _one_of(machine, right, frame) if polarity else NOTHING
    parts = [
        _equals(machine, known, polarity) if known is not None else NOTHING
        for node, _ in found[2]
        for known in (constant(machine.eval(node, frame)),)
    ]
    if polarity:
        return meet(parts)
    return frozenset().union(*parts)


def _one_of(machine: Machine, holder: int, frame: Frame) -> Words:
    """What is in a container that holds nothing but ids of other kinds is none of a run's."""
    value = subscripts.elements(machine, machine.eval(holder, frame), frame, frame.facts.exit_mem)
    kinds = {kind_of(machine, atom) for atom in value}
    texts = all(isinstance(a, (Ident, Hole)) or _is_text(a) for a in value)
    known = "" not in {kind_of(machine, a) for a in value if not isinstance(a, Const)}
    if not value or not texts or not known:
        return NOTHING
    return frozenset(f"not-{kind}" for kind in KINDS if kind not in kinds)


def _is_text(atom: Atom) -> bool:
    return isinstance(atom, Const) and isinstance(atom.value, str)


MATCHING = ("match", "fullmatch", "search")
_PLACES = ("find", "index", "rfind")
_COUNTS = ("count",)


def _ordered(machine: Machine, data: Node, polarity: int, about: object, frame: Frame) -> Words:
    """``x.find("run_") >= 0`` and the like."""
    known = constant(machine.eval(data[3], frame))
    if known is None or not isinstance(known.value, int):
        return NOTHING
    kind = _found_kind(machine, data[2], about, frame, _PLACES)
    holds = {"GtE": known.value == 0, "Gt": known.value == -1, "Lt": known.value == 0}
    if not kind:
        kind = _found_kind(machine, data[2], about, frame, _COUNTS)
        holds = {"GtE": known.value == 1, "Gt": known.value == 0, "Lt": known.value == 1}
    if not kind or not holds.get(data[1]):
        return NOTHING
    positive = polarity if data[1] != "Lt" else 1 - polarity
    return is_kind(kind) if positive else not_kind(kind)


def _found_kind(
    machine: Machine, node: int, about: object, frame: Frame, words: tuple[str, ...]
) -> str:
    nodes = frame.facts.nodes
    data = nodes[node]
    if data[0] != "call" or word_of(nodes, data) not in words:
        return ""
    func = nodes[data[1]]
    if func[0] != "attr" or not is_about(frame, func[1], about) or not data[2]:
        return ""
    text = constant(machine.eval(data[2][0][0], frame))
    return machine.words.kind_of_text(str(text.value)) if text is not None else ""


def _kind_of_part(machine: Machine, node: int, known: Const, about: object, frame: Frame) -> str:
    """Return the kind that a comparison of a part of the text tells, or ``""``."""
    nodes = frame.facts.nodes
    data = nodes[node]
    while data[0] in ("step", "guard"):
        data = nodes[data[1]]
    if data[0] == "slice" and isinstance(known.value, str) and is_about(frame, data[1], about):
        low = constant(machine.eval(data[2], frame))
        if low is not None and low.value in (None, 0):
            return machine.words.kind_of_text(known.value) or _prefix(machine, known.value)
    if data[0] == "item" and isinstance(known.value, str):
        return _kind_of_split(machine, data, known, about, frame)
    if known.value == 0 and not isinstance(known.value, bool):
        return _found_kind(machine, node, about, frame, _PLACES)
    return ""


def _prefix(machine: Machine, text: str) -> str:
    return machine.words.kind_of_text(f"{text}_") if text else ""


def _kind_of_split(machine: Machine, data: Node, known: Const, about: object, frame: Frame) -> str:
    nodes = frame.facts.nodes
    key, base = constant(machine.eval(data[2], frame)), nodes[data[1]]
    while base[0] in ("step", "guard"):
        base = nodes[base[1]]
    if key is None or key.value != 0:
        return ""
    if base[0] != "call":
        return ""
    func = nodes[base[1]]
    splits = func[0] == "attr" and func[2] in ("split", "partition", "rsplit")
    if splits and is_about(frame, func[1], about):
        return _prefix(machine, str(known.value))
    return ""
