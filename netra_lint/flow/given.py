"""Functions that call what they are given: maps, executors, callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import contents, invoke, library, picking, subscripts
from netra_lint.flow.expressions import QUIET_FUNCTIONS, QUIET_METHODS
from netra_lint.flow.frames import Arg, Args, Dispatch
from netra_lint.flow.values import (
    Ext,
    Fn,
    Method,
    Obj,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

CALLERS = frozenset({
    "to_thread", "run_in_executor", "submit", "add_task", "call_soon", "call_later",
    "run_in_threadpool", "run_sync", "apply", "apply_async", "add_done_callback",
    "call_soon_threadsafe", "call_at", "starmap", "map", "filter",
})  # fmt: skip

MAPPING = frozenset({"map", "starmap"})
_LATER = MAPPING | {"add_done_callback", "filter"}
"""What their functions give is no result of theirs, or an element of it."""


def enter_given(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, found: Dispatch
) -> None:
    """Add what an unknown function calls of the functions that it is given."""
    word = atom.name.rpartition(".")[2] if isinstance(atom, (Ext, Method)) else ""
    if word in ("partial", "partialmethod") or (word in library.PASSING and word != "start_soon"):
        return
    if word in QUIET_METHODS or word in QUIET_FUNCTIONS or picking.folds(atom):
        return
    position = callable_in(machine, args)
    if position is not None:
        _enter_position(machine, frame, node, word, args, position, found)
        return
    for name in ("target", "callback", "func", "fn"):
        arg = args.kw.get(name)
        if arg is not None and any(_is_callable(a) for a in arg.get(machine)):
            given = args.kw.get("args")
            parts = subscripts.sequence(machine, given.get(machine), frame, 0) if given else None
            pos = [Arg(frame, given.node, given.place, part) for part in parts or () if given]
            keywords = args.kw.get("kwargs")
            inner = Args(pos, {}, None, keywords)
            for callee in arg.get(machine):
                _call_back(machine, frame, node, callee, inner, found, False)


def _enter_position(
    machine: Machine, frame: Frame, node: int, word: str, args: Args, position: int, found: Dispatch
) -> None:
    rest = args.after(position + 1)
    if word in MAPPING or word == "filter":
        rest = each_of(machine, frame, word, rest, frame.facts.nodes[node][4])
    results = word in CALLERS and word not in _LATER
    for callee in args.pos[position].get(machine):
        _call_back(machine, frame, node, callee, rest, found, results)


def each_of(machine: Machine, frame: Frame, word: str, args: Args, mem: int) -> Args:
    """Return what a function is given that is called for each element of some arguments."""
    each = [
        Arg(a.frame, a.node, a.place, subscripts.elements(machine, a.get(machine), frame, mem))
        for a in args.pos
    ]
    if word != "starmap" or not each:
        return Args(each)
    row = each[0]
    parts = subscripts.sequence(machine, row.get(machine), frame, mem)
    if parts is None:
        part = subscripts.elements(machine, row.get(machine), frame, mem)
        return Args(star=Arg(row.frame, row.node, row.place, part))
    return Args([Arg(row.frame, row.node, row.place, part) for part in parts])


def _call_back(
    machine: Machine,
    frame: Frame,
    node: int,
    callee: Atom,
    args: Args,
    found: Dispatch,
    results: bool,
) -> None:
    if not _is_callable(callee):
        if isinstance(callee, Method):
            found.others.append((callee, args, None))
        return
    inner = Dispatch(args, is_guessed=True)
    invoke.enter_atom(machine, frame, node, callee, args, inner)
    found.callbacks += inner.entered
    found.others += inner.others
    if results:
        found.entered += [c for c in inner.entered if c not in found.entered]
        found.values += inner.values


_CALLED = frozenset({"partial", "caller"})


def _is_callable(atom: Atom) -> bool:
    return isinstance(atom, Fn) or (isinstance(atom, Obj) and atom.shape in _CALLED)


_GIVING = frozenset({"partial", "partialmethod", "getattr", "methodcaller"})


def _may_be_function(machine: Machine, frame: Frame, node: int, depth: int) -> bool:
    """Whether a value may be a function, as far as its shape tells."""
    nodes = frame.facts.nodes
    data = nodes[node] if node >= 0 else ("unknown",)
    while data[0] in ("guard", "step", "await", "typed"):
        node = data[1]
        data = nodes[node]
    if data[0] in ("def", "free", "cell", "decorated", "unknown"):
        return True
    if data[0] == "phi":
        return depth > 0 and any(_may_be_function(machine, frame, n, depth - 1) for n, _ in data[1])
    if data[0] == "or":
        return depth > 0 and any(_may_be_function(machine, frame, n, depth - 1) for n in data[1:3])
    if data[0] == "call":
        return contents.word_of(frame, node) in _GIVING
    if data[0] == "attr":
        return _may_be_method(machine, frame, data)
    return data[0] in ("param", "item", "elem") and frame.args is not None


def _may_be_method(machine: Machine, frame: Frame, data: Node) -> bool:
    if machine.words.routing_method(data[2]) is not None or frame.args is not None:
        return True
    classes = machine.shapes.classes(frame.info, data[1])
    return any(
        cls.find(data[2]) or data[2] in base.attributes for cls in classes or () for base in cls.mro
    )


def callable_in(machine: Machine, args: Args) -> int | None:
    """Return the position of the first argument that can be called, or None."""
    for index, arg in enumerate(args.pos):
        if not _may_be_function(machine, arg.frame, arg.node, 2):
            continue
        if any(_is_callable(a) or _routes(machine, a) for a in arg.get(machine)):
            return index
    return None


def _routes(machine: Machine, atom: Atom) -> bool:
    return isinstance(atom, Method) and machine.words.routing_method(atom.name) is not None
