"""Conditions tried out: whether they can hold when a value is an id of one kind.

An id is a text, so a check of it can be computed for an example: through slices,
patterns, validators in other functions and whatever else is known of Python. If
no example gets past the conditions on a way, no id of that kind goes that way.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netra_lint.flow import invoke, memory, subscripts, texts, truths
from netra_lint.flow.frames import Frame
from netra_lint.flow.graph import RETURNED, bare
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Const, Ext, Hole, Obj, Value, const, constant
from netra_lint.flow.ways import parts_of, subject
from netra_lint.vocabulary import USER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.machine import Machine

TAILS = ("7c9e6679-7425-40de-944b-e07fc1f90ae7", "0b8f2a40")
_USERS = (TAILS[0], "user_0b8f2a40", "4711", "auth0|5f7c8ec7c33c6c00", "ada@example.org")
_ROUNDS = 8
_DEPTH = 4
_STEPS = 400


def excluded(
    machine: Machine, kind: str, node: int, held: Iterable[tuple[int, int]], frame: Frame
) -> bool:
    """Whether no id of a kind can be in a value where it is read.

    Args:
        machine: the machine.
        kind: the kind of id.
        node: the value.
        held: the conditions that hold there.
        frame: the frame of both.
    """
    told = tuple(held)
    return all(
        machine.within(_STEPS, _fails, machine, text, node, told, frame)
        for text in _examples(machine, kind)
    )


def _examples(machine: Machine, kind: str) -> list[str]:
    """Return some ids of a kind; those of users may look like anything."""
    if kind == USER:
        return list(_USERS)
    return [f"{prefix}{tail}" for prefix in machine.words.prefixes(kind) for tail in TAILS]


def _fails(
    machine: Machine, text: str, node: int, held: tuple[tuple[int, int], ...], frame: Frame
) -> bool:
    trial = _trial(machine, frame, node, text)
    for condition, polarity in held:
        if polarity == RETURNED:
            if never_returns(machine, condition, trial):
                return True
        elif truths.truth(machine, condition, trial) is (not polarity):
            return True
    return False


def _trial(machine: Machine, frame: Frame, node: int, text: str) -> Frame:
    """Return a frame that is like another one but for one value."""
    about = subject(frame.facts, node)
    key = ("trial", about, text)
    trial = frame.children.get(key)
    if trial is None:
        trial = alike(frame)
        frame.children[key] = trial
        trial.trial = {}
        given = dict.fromkeys(nodes_about(machine, frame, about), const(text))
        trial.memo.update(given)
        _set_fields(machine, trial, node, const(text))
        if trial.trial:
            _begin_again(trial)
            trial.memo.update(given)
    return trial


def with_value(machine: Machine, frame: Frame, node: int, value: Value) -> Frame:
    """Return a frame that is like another one but for what one of its values is."""
    about = subject(frame.facts, node)
    key = ("one", about, *value)
    found = frame.children.get(key)
    if found is None:
        found = frame.children[key] = alike(frame)
        found.trial = frame.trial
        found.children["fixed"] = found
        found.memo.update(dict.fromkeys(nodes_about(machine, frame, about), value))
    return found


def alike(frame: Frame) -> Frame:
    """Return a new frame with the inputs of another one."""
    found = Frame(
        frame.info, frame.facts, frame.args, frame.caller, frame.call, frame.this,
        frame.closure, frame.captured,
    )  # fmt: skip
    found.before = frame.before
    return found


def _begin_again(frame: Frame) -> None:
    """Forget what was computed while the fields were not set yet."""
    tables: tuple[dict[Any, Any], ...] = (
        frame.memo, frame.children, frame.dispatched, frame.looked, frame.truths, frame.told
    )  # fmt: skip
    for table in tables:
        table.clear()


def nodes_about(machine: Machine, frame: Frame, about: object) -> list[int]:
    """Return the values of a function that are readings of one thing."""
    index = machine.subjects.get(frame.facts)
    if index is None:
        index = machine.subjects[frame.facts] = {}
        for node in range(len(frame.facts.nodes)):
            index.setdefault(subject(frame.facts, node), []).append(node)
    return index.get(about, [])


def _set_fields(machine: Machine, trial: Frame, node: int, value: Value) -> None:
    """Let functions that are entered see the example in the same field."""
    nodes = trial.facts.nodes
    data = nodes[bare(nodes, node)]
    if data[0] not in ("attr", "item") or trial.trial is None:
        return
    field: object = data[2]
    if data[0] == "item":
        field = memory.item_field(constant(machine.eval(data[2], trial)))
    for atom in machine.eval(data[1], trial):
        if isinstance(atom, (Obj, Hole)):
            trial.trial[atom, field] = value


# -- calls that come back or not -------------------------------------------------------


def never_returns(machine: Machine, call: int, frame: Frame, depth: int = 0) -> bool:
    """Return whether a call surely raises.

    Args:
        machine: the machine.
        call: the call.
        frame: the frame that it stands in.
        depth: how many functions stand around it.
    """
    found = invoke.dispatch(machine, frame, call)
    if found.callbacks or depth > _DEPTH or not (found.entered or found.others):
        return False
    for atom, args, _ in found.others:
        if not isinstance(atom, Ext) or not texts.fails(machine, atom.name, args):
            return False
    return all(_always_raises(machine, child, depth) for child in found.entered)


def _always_raises(machine: Machine, child: Frame, depth: int) -> bool:
    info = child.info
    if not isinstance(info, FunctionInfo) or info.is_generator:
        return False
    if not any(machine.reached(exit_.path, child) for exit_ in child.facts.returns):
        return True
    if any(isinstance(n, (ast.Try, ast.With, ast.AsyncWith)) for n in ast.walk(info.node)):
        return False
    return any(
        machine.surely_reached(child.facts.nodes[call][5], child)
        and never_returns(machine, call, child, depth + 1)
        for call in child.facts.calls[:12]
    )


# -- any and all -------------------------------------------------------------------------


def each_truth(machine: Machine, many: int, frame: Frame) -> list[bool | None] | None:
    """Return the truth of a comprehension's element in each of its rounds, if they are known."""
    body = frame.facts.nodes[many][2]
    element = _element_in(machine, body, frame)
    each = _rounds_of(machine, element, frame) if element >= 0 else None
    return [truths.truth(machine, body, one) for one in each] if each is not None else None


def some_fulfils(
    machine: Machine, element: int, held: tuple[tuple[int, int], ...], frame: Frame
) -> bool:
    """Return whether conditions surely hold for some element, where something is tried out."""
    each = _rounds_of(machine, element, frame) if frame.trial is not None else None
    return any(
        all(polarity != RETURNED and truths.truth(machine, at, one) is bool(polarity)
            for at, polarity in held)
        for one in each or ()
    )  # fmt: skip


def _rounds_of(machine: Machine, element: int, frame: Frame) -> list[Frame] | None:
    """Return a frame for each round of a loop, if its elements are known one by one."""
    facts = frame.facts
    if frame.trial and frame.trial.get("round") is facts:
        return None
    parts = _parts_of(machine, element, frame)
    if parts is None:
        return None
    found = []
    for number, value in enumerate(parts):
        round_ = frame.children.get(("round", element, number))
        if round_ is None:
            round_ = frame.children["round", element, number] = alike(frame)
            round_.trial = {**(frame.trial or {}), "round": facts}
            round_.memo.update(_kept_trials(frame))
            round_.memo[element] = value
        found.append(round_)
    return found


def _parts_of(machine: Machine, element: int, frame: Frame) -> list[Value] | None:
    """Return what a loop goes through, if these are few and known one by one."""
    data = frame.facts.nodes[element]
    parts = subscripts.sequence(machine, machine.eval(data[1], frame), frame, data[2])
    return None if parts is None or len(parts) > _ROUNDS else parts


def rounds(
    machine: Machine, element: int, tests: tuple[int, ...], frame: Frame
) -> list[Frame] | None:
    """Return a frame for each round of a comprehension that gives something.

    Args:
        machine: the machine.
        element: what it goes through, element by element; -1 for several loops.
        tests: its conditions.
        frame: the frame that it stands in.

    Returns:
        The frames; None where its rounds, or what its conditions say in one, cannot be told.
    """
    found = possible_rounds(machine, element, tests, frame)
    if found is None or not all(surely for _, surely in found):
        return None
    return [one for one, _ in found]


def possible_rounds(
    machine: Machine, element: int, tests: tuple[int, ...], frame: Frame
) -> list[tuple[Frame, bool]] | None:
    """Return a frame for each round that may give something, and whether it surely does.

    Args:
        machine: the machine.
        element: what it goes through, element by element; -1 for several loops.
        tests: its conditions.
        frame: the frame that it stands in.

    Returns:
        The frames; None where the rounds cannot be told.
    """
    if element < 0 or frame.trial is not None or "fixed" in frame.children:
        return None
    parts = _parts_of(machine, element, frame)
    if parts is None:
        return None
    found = []
    for number, value in enumerate(parts):
        round_ = _round(frame, element, number, value)
        told = [truths.truth(machine, test, round_) for test in tests]
        if False not in told:
            found.append((round_, None not in told))
    return found


def round_of(
    machine: Machine, element: int, tests: tuple[int, ...], frame: Frame, value: Value
) -> Frame | None:
    """Return a frame for the round of a comprehension in which its element is one value.

    Returns:
        The frame: the given one where something is tried out there; None where the
        comprehension leaves the value out.
    """
    if frame.trial is not None or "fixed" in frame.children:
        return frame
    one = _round(frame, element, tuple(value), value)
    left_out = any(truths.truth(machine, test, one) is False for test in tests)
    return None if left_out else one


def _round(frame: Frame, element: int, number: object, value: Value) -> Frame:
    key = ("part", element, number)
    found = frame.children.get(key)
    if found is None:
        found = frame.children[key] = alike(frame)
        found.children["fixed"] = found
        found.memo[element] = value
    return found


def _kept_trials(frame: Frame) -> dict[int, Value]:
    if frame.trial is None:
        return {}
    return {n: v for n, v in frame.memo.items() if isinstance(_text(v), str)}


def _text(value: Value) -> object:
    known = constant(value)
    return known.value if isinstance(known, Const) else None


def _element_in(machine: Machine, node: int, frame: Frame, depth: int = 8) -> int:
    data = frame.facts.nodes[node]
    if data[0] == "elem":
        return node
    if depth:
        for part in parts_of(data):
            found = _element_in(machine, part, frame, depth - 1)
            if found >= 0:
                return found
    return -1
