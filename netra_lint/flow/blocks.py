"""What ``with``, ``await``, ``except`` and ``yield`` give."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from netra_lint.flow import attributes, invoke, memory, returning, subscripts, tasks
from netra_lint.flow.graph import Place
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    Cls,
    Ext,
    Fn,
    Hole,
    Obj,
    Trace,
    Value,
    only,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_MANAGING = frozenset({"contextmanager", "asynccontextmanager"})
_ENTERING, _LEAVING = ("__aenter__", "__enter__"), ("__aexit__", "__exit__")


def manages(info: object) -> bool:
    """Whether a function is a generator that serves as a context manager."""
    return isinstance(info, FunctionInfo) and not info.marks.isdisjoint(_MANAGING)


def _methods(machine: Machine, atom: Atom, names: tuple[str, str]) -> list[FunctionInfo]:
    classes = attributes.classes_of(atom)
    return [m for name in names for m, _ in attributes.members(atom, classes, name)]


def entered(machine: Machine, value: Value, frame: Frame) -> Value:
    """Return what ``with value as x`` gives to ``x``."""
    parts: list[Value] = []
    for atom, trace in value.items():
        methods = _methods(machine, atom, _ENTERING)
        if methods:
            parts.append(returning.got(machine, Fn(methods[0], None, atom), frame))
        elif isinstance(atom, Obj) and atom.shape == "generator":
            parts.append(returning.yielded(machine, atom))
        else:
            parts.append({atom: trace})
    return union(parts)


def passed(machine: Machine, frame: Frame, state: Node) -> list[tuple[Frame, int]]:
    """Return the frames that a block's beginning or end runs, each with where it ends."""
    names = _ENTERING if state[0] == "enter" else _LEAVING
    found: list[tuple[Frame, int]] = []
    for atom in machine.eval(state[2], frame):
        if isinstance(atom, Obj) and atom.shape == "generator":
            facts = atom.frame.facts
            ends = [e.mem for e in facts.yields] if state[0] == "enter" else [facts.exit_mem]
            found += [(atom.frame, mem) for mem in ends]
            continue
        for method in _methods(machine, atom, names)[:1]:
            fn = Fn(method, None, atom)
            returning.got(machine, fn, frame)
            child = frame.children.get((-1, fn))
            if child is not None:
                found.append((child, child.facts.exit_mem))
    return found


def before(machine: Machine, frame: Frame, mem: int) -> int:
    """Return the caller's memory state before a part of a context manager that is a generator.

    What comes after its ``yield`` runs when the block ends.
    """
    caller = frame.caller
    if caller is not None and any(exit_.mem < mem for exit_ in frame.facts.yields):
        me = Obj(frame, -1, "generator")
        for state in caller.facts.mems:
            if state[0] == "leave" and me in machine.eval(state[2], caller):
                return int(state[1])
    return memory.mem_before(frame)


def awaited(machine: Machine, value: Value, frame: Frame) -> Value:
    """Return what ``await value`` gives."""
    parts: list[Value] = []
    for atom, trace in tasks.result(value).items():
        if isinstance(atom, Obj) and atom.shape == "cell":
            found = memory.load(machine, atom, memory.item_field(None), frame, frame.facts.exit_mem)
            parts.append(found or unknown())
            continue
        methods = attributes.members(atom, attributes.classes_of(atom), "__await__")
        if methods:
            made = returning.got(machine, Fn(methods[0][0], None, atom), frame)
            parts.append(delegated(machine, made))
        else:
            parts.append({atom: trace})
    return union(parts)


# -- generators ---------------------------------------------------------------------


def delegated(machine: Machine, value: Value) -> Value:
    """Return what ``yield from value`` gives when it is through: what the generator returns."""
    parts: list[Value] = []
    for atom, trace in value.items():
        if isinstance(atom, Obj) and atom.shape == "generator":
            child = atom.frame
            parts += [
                machine.eval(e.node, child)
                for e in child.facts.returns
                if machine.reached(e.path, child)
            ]
        else:
            parts.append({atom: trace})
    return union(parts)


def sent(machine: Machine, frame: Frame) -> Value:
    """Return what a ``yield`` gives inside a generator: what is sent into it."""
    info = frame.info
    if not isinstance(info, FunctionInfo) or manages(info):
        return unknown()
    if frame.args is None:
        note, place = f"sent into `{info.name}`", Place(info.node.lineno, 0, info.node.lineno, 0)
        return {Hole(info, "yield"): Trace(info.path, place, note, "open", word=note)}
    me, at = Obj(frame, -1, "generator"), frame.caller
    found: list[Value] = []
    while at is not None:
        found += _sent_in(machine, at, me)
        at = at.caller
    return union([*found, unknown()])


def _sent_in(machine: Machine, frame: Frame, generator: Obj) -> list[Value]:
    found = []
    for call in frame.facts.calls:
        data = frame.facts.nodes[call]
        func = frame.facts.nodes[data[1]]
        while func[0] == "guard":
            func = frame.facts.nodes[func[1]]
        is_send = func[0] == "attr" and func[2] in ("send", "asend") and data[2]
        if is_send and generator in machine.eval(func[1], frame):
            found.append(machine.eval(data[2][0][0], frame))
    return found


# -- exceptions -----------------------------------------------------------------------


def caught(machine: Machine, data: Node, frame: Frame) -> Value:
    """Return what an exception handler gets: what may be raised in its block."""
    wanted = _kinds(machine, data[1], frame)
    before = [kind for node in data[4] for kind in _kinds(machine, node, frame)]
    found = [machine.eval(node, frame) for node in data[2]]
    for call in data[3]:
        for child in invoke.dispatch(machine, frame, call).entered:
            found += _raised_in(machine, child, 4)
    value: Value = {
        atom: trace
        for atom, trace in union(found).items()
        if isinstance(atom, Obj)
        and _is_caught(machine, atom, wanted)
        and not any(_is_surely(machine, atom, kind) for kind in before)
    }
    return value or unknown()


def _kinds(machine: Machine, node: int, frame: Frame) -> list[Cls | Ext]:
    """Return the exceptions that a handler takes."""
    kinds = machine.eval(node, frame)
    if isinstance(only(kinds), Obj):
        kinds = union(subscripts.sequence(machine, kinds, frame, frame.facts.exit_mem) or [])
    return [atom for atom in kinds if isinstance(atom, (Cls, Ext))]


def _raised_in(machine: Machine, child: Frame, depth: int) -> list[Value]:
    found = [
        machine.eval(e.node, child) for e in child.facts.raises if machine.reached(e.path, child)
    ]
    if depth:
        for call in child.facts.calls:
            if not machine.reached(child.facts.nodes[call][5], child):
                continue
            for inner in invoke.dispatch(machine, child, call).entered:
                found += _raised_in(machine, inner, depth - 1)
    return found


def _is_caught(machine: Machine, atom: Obj, wanted: list[Cls | Ext]) -> bool:
    if not wanted:
        return True
    return any(_is_kind(machine, atom, kind) for kind in wanted)


def _is_kind(machine: Machine, atom: Obj, kind: Cls | Ext) -> bool:
    """Whether an exception may be of a class."""
    return _told_kind(machine, atom, kind) is not False


def _is_surely(machine: Machine, atom: Obj, kind: Cls | Ext) -> bool:
    return _told_kind(machine, atom, kind) is True


def _told_kind(machine: Machine, atom: Obj, kind: Cls | Ext) -> bool | None:
    """Return whether an exception is of a class, Python's own ones by their real ancestry."""
    mro = atom.classes[0].mro if atom.classes else []
    if isinstance(kind, Cls):
        return kind.info in mro
    names = [name for cls in mro for name in cls.foreign] or [error_name(machine, atom)]
    wanted = getattr(builtins, kind.name.rpartition(".")[2], None)
    known = [getattr(builtins, name, None) for name in names]
    if not isinstance(wanted, type) or not all(isinstance(one, type) for one in known):
        return None
    return any(issubclass(one, wanted) for one in known)  # type: ignore[arg-type]


def error_name(machine: Machine, atom: Obj) -> str:
    """Return the name of Python's own exception class that something was made of, or ``""``."""
    if atom.shape != "record" or atom.node < 0:
        return ""
    data = atom.frame.facts.nodes[atom.node]
    func = only(machine.eval(data[1], atom.frame)) if data[0] == "call" else None
    return func.name if isinstance(func, Ext) and is_error(func.name) else ""


def is_error(name: str) -> bool:
    """Whether a name is that of an exception class of Python's own."""
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, BaseException)


def error_args(machine: Machine, atom: Obj) -> list[Value] | None:
    """Return what an exception was made with, as ``args`` keeps it; None for other things."""
    if error_name(machine, atom):
        return [
            arg.get(machine) for arg in invoke.dispatch(machine, atom.frame, atom.node).args.pos
        ]
    if not any(is_error(name) for cls in atom.classes for base in cls.mro for name in base.foreign):
        return None
    made = invoke.dispatch(machine, atom.frame, atom.node)
    inner = [child for child in made.entered if getattr(child.info, "name", "") == "__init__"]
    if not inner:
        return [arg.get(machine) for arg in made.args.pos]
    for child in inner:
        for call in child.facts.calls:
            func = child.facts.nodes[child.facts.nodes[call][1]]
            if func[0] == "attr" and func[2] == "__init__":
                return [arg.get(machine) for arg in invoke.dispatch(machine, child, call).args.pos]
    return [arg.get(machine) for arg in made.args.pos]
