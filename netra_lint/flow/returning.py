"""What calls give back: returns, yields, what an awaited or described function gives."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import contents, holes, invoke, library
from netra_lint.flow.frames import Args, Frame
from netra_lint.flow.graph import Exit, Place
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Fn,
    Hole,
    Method,
    Obj,
    Trace,
    Value,
    is_unknown,
    union,
    unknown,
)
from netra_lint.project.nodes import walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine

_LONGEST = 5
_MAKING = frozenset({"__init__", "__post_init__"})
_REPEATING = (ast.For, ast.AsyncFor, ast.While, ast.Try, ast.YieldFrom, ast.With, ast.AsyncWith)


def got(machine: Machine, fn: Fn, frame: Frame, args: Args | None = None, mem: int = -1) -> Value:
    """Return what a function gives that is called without a call: a property, a protocol.

    Args:
        machine: the machine.
        fn: the function.
        frame: where that happens.
        args: what it is given.
        mem: the memory state there; the last one of the frame by default.
    """
    if frame.depth >= invoke.DEEP or frame.is_in(fn.info, invoke.OFTEN):
        return unknown()
    key = (-1, fn) if mem < 0 else (-1, fn, mem)
    child = frame.children.get(key)
    if child is None:
        facts = machine.known.facts(fn.info)
        closure = fn.closure if fn.closure is not None else machine.known.open(fn.info).closure
        child = Frame(fn.info, facts, args or Args(), frame, 0, fn.this, closure)
        child.before = mem
        frame.children[key] = child
    return returned(machine, child)


def set_frame(machine: Machine, frame: Frame, fn: Fn, args: Args, tag: object) -> Frame:
    """Return the frame of a function that is called without a call, one for each tag."""
    key = (-1, fn, tag)
    child = frame.children.get(key)
    if child is None:
        facts = machine.known.facts(fn.info)
        child = Frame(fn.info, facts, args, frame, 0, fn.this, machine.known.open(fn.info).closure)
        frame.children[key] = child
    return child


def result(machine: Machine, frame: Frame, node: int) -> Value:
    """Return what a call gives."""
    found = invoke.dispatch(machine, frame, node)
    parts = list(found.values)
    for child in found.entered:
        if not (found.made and getattr(child.info, "name", "") in _MAKING):
            parts.append(returned(machine, child))
    for atom, args, trace in found.others:
        parts.append(library.called(machine, frame, node, atom, args, trace))
    value = union(parts)
    return _by_name(machine, frame, node, value)


def result_hole(machine: Machine, frame: Frame, node: int, called: Hole) -> Value:
    """Return what a call of something gives that only callers know."""
    data = frame.facts.nodes[node]
    word = contents.word_of(frame, node)
    kind = machine.words.kind_of_function(word)
    if kind == RUN or len(called.steps) >= _LONGEST:
        return unknown()
    made = Hole(called.owner, called.name, (*called.steps, ("call", node)), kind)
    note = f"`{word}()`" + (f" gives a {kind} id" if kind else "")
    event = "source" if kind else "open"
    return {made: Trace(frame.path, data[6], note, event, word=f"result of `{word}()`")}


def _by_name(machine: Machine, frame: Frame, node: int, value: Value) -> Value:
    """An unknown function's result is what its name says."""
    if not all(is_unknown(a) or isinstance(a, Method) for a in value):
        return value
    data = frame.facts.nodes[node]
    func = frame.facts.nodes[data[1]]
    named = func[0] in ("free", "cell", "param")
    word = func[2] if func[0] == "attr" else func[1] if named else ""
    kind = machine.words.kind_of_function(str(word)) if word else ""
    if not kind:
        return value
    return machine.source(
        kind, frame, data[6], f"`{word}()` gives a {kind} id", f"result of `{word}()`"
    )


def returned(machine: Machine, child: Frame) -> Value:
    """Return what a frame's function gives back."""
    info = child.info
    assert isinstance(info, FunctionInfo)
    if info.is_generator:
        return {Obj(child, -1, "generator"): None}
    key = -2
    known = child.memo.get(key)
    if known is None:
        if machine.cut(child.busy, key):
            return EMPTY
        known = machine.passing(child.busy, key)
    if known is None:
        known = machine.keep(child.busy, key, _returns, child.memo, machine, child, info)
    return _described(machine, child, info, known)


def _returns(machine: Machine, child: Frame, info: FunctionInfo) -> Value:
    parts = []
    for exit_ in child.facts.returns:
        if exit_.place is None and (len(child.facts.returns) > 1 or info.is_abstract):
            continue
        if machine.reached(exit_.path, child):
            value = machine.eval(exit_.node, child)
            place = exit_.place or _place(info)
            parts.append(
                machine.moved(value, child.path, place, f"returned by `{info.name}`", "return")
            )
    value = union(parts)
    if info.is_abstract and not any(a != UNKNOWN for a in value):
        return unknown()
    return value


def _described(machine: Machine, child: Frame, info: FunctionInfo, value: Value) -> Value:
    """An unknown result is what the function's annotation or name says."""
    if not value or not all(map(is_unknown, value)):
        return value
    annotation = getattr(info.node, "returns", None)
    if annotation is not None:
        home = machine.known.open(info)
        value = holes.annotated(machine, value, annotation, home, _place(info))
    if all(map(is_unknown, value)):
        kind = machine.words.kind_of_function(info.name)
        if kind:
            note = f"`{info.name}()` gives a {kind} id"
            return machine.source(kind, child, _place(info), note, f"result of `{info.name}()`")
    return value


def _place(info: FunctionInfo) -> Place:
    node = info.node
    return Place(node.lineno, node.col_offset, node.lineno, node.col_offset)


def each_yielded(machine: Machine, generator: Obj) -> list[Value]:
    """Return what each ``yield`` of a generator gives."""
    child = generator.frame
    exits = [exit_ for exit_ in child.facts.yields if machine.reached(exit_.path, child)]
    return [machine.eval(exit_.node, child) for exit_ in exits]


def yielded(machine: Machine, generator: Obj) -> Value:
    """Return what a generator gives when it is gone through."""
    child = generator.frame
    exits = [exit_ for exit_ in child.facts.yields if machine.reached(exit_.path, child)]
    return union([_given_out(machine, child, exit_) for exit_ in exits])


def _given_out(machine: Machine, child: Frame, exit_: Exit) -> Value:
    name, place = getattr(child.info, "name", ""), exit_.place or Place(1, 0, 1, 0)
    value = machine.eval(exit_.node, child)
    return machine.moved(value, child.path, place, f"yielded by `{name}`", "return")


def yielded_in_turn(machine: Machine, generator: Obj) -> tuple[list[Value], bool]:
    """Return what a new generator gives first, second and so on, as far as that can be told.

    Returns:
        The values, and whether there are no others.
    """
    child, found = generator.frame, list[Value]()
    for exit_ in child.facts.yields:
        if not machine.reached(exit_.path, child):
            continue
        if not machine.surely_reached(exit_.path, child) or _is_repeated(child, exit_):
            return found, False
        found.append(_given_out(machine, child, exit_))
    return found, True


def _is_repeated(child: Frame, exit_: Exit) -> bool:
    """Whether a ``yield`` may be come to any number of times, or passes on those of another."""
    if exit_.place is None or not isinstance(child.info, FunctionInfo):
        return True
    row = exit_.place.row
    return any(
        isinstance(n, _REPEATING) and n.lineno <= row <= (n.end_lineno or row)
        for n in walk(child.info.node)
    )
