"""What the standard library makes of functions: getters of ``operator``, and what ``reduce`` folds.

Both call, or read, the same thing over and over, where no call of the program says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, contents, fresh, invoke, subscripts
from netra_lint.flow.values import (
    Const,
    Ext,
    Obj,
    Value,
    constant,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.machine import Machine

SHAPES = {"itemgetter": "getter", "attrgetter": "getter", "methodcaller": "caller"}
_FOLDED = 12
"""A longer list is folded as if any of its elements could come at any time."""
_ROUNDS = 2


def picked(machine: Machine, frame: Frame, node: int, getter: Obj, args: Args) -> Value:
    """Return what ``itemgetter(...)`` or ``attrgetter(...)`` gives for what it is called with."""
    made = invoke.dispatch(machine, getter.frame, getter.node).args
    if not args.pos or not made.pos or made.star is not None:
        return unknown()
    base, mem = args.pos[0].get(machine), frame.facts.nodes[node][4]
    is_item = contents.word_of(getter.frame, getter.node) == "itemgetter"
    read = _item if is_item else _attribute
    parts = [read(machine, base, constant(arg.get(machine)), frame, mem) for arg in made.pos]
    if len(parts) == 1:
        return attributes.located_at(parts[0], frame, frame.facts.nodes[node][6])
    return fresh.row(machine, frame, ("picked", node, getter, *base), parts, mem)


def _item(machine: Machine, base: Value, key: Const | None, frame: Frame, mem: int) -> Value:
    return subscripts.item(machine, base, key, frame, mem)


def _attribute(machine: Machine, base: Value, name: Const | None, frame: Frame, mem: int) -> Value:
    if name is None or not isinstance(name.value, str):
        return unknown()
    for word in name.value.split("."):
        base = attributes.load(machine, base, word, frame, mem)
    return base


def asked(machine: Machine, frame: Frame, node: int, caller: Obj, args: Args) -> tuple[Value, Args]:
    """Return the methods that ``methodcaller(...)`` calls, with what it gives them."""
    made = invoke.dispatch(machine, caller.frame, caller.node).args
    name = constant(made.pos[0].get(machine)) if made.pos else None
    if name is None or not args.pos:
        return unknown(), args
    base, mem = args.pos[0].get(machine), frame.facts.nodes[node][4]
    return attributes.load(machine, base, str(name.value), frame, mem), made.after(1)


def folds(atom: object) -> bool:
    """Whether a thing is ``functools.reduce``."""
    return isinstance(atom, Ext) and atom.name in ("reduce", "functools.reduce")


def folded(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return what ``reduce`` makes of a sequence, step by step where its elements are known."""
    if len(args.pos) < 2 or args.star is not None:
        return unknown()
    mem = frame.facts.nodes[node][4]
    func, values = args.pos[0].get(machine), args.pos[1].get(machine)
    parts = subscripts.sequence(machine, values, frame, mem)
    first = args.pos[2].get(machine) if len(args.pos) > 2 else None
    if parts is None or len(parts) > _FOLDED:
        return _in_any_order(machine, frame, node, func, values, first)
    if first is None:
        if not parts:
            return {}
        first, parts = parts[0], parts[1:]
    for number, part in enumerate(parts):
        first = fresh.called(machine, frame, ("fold", node, number), func, [first, part], mem)
    return first


def _in_any_order(
    machine: Machine, frame: Frame, node: int, func: Value, values: Value, first: Value | None
) -> Value:
    mem = frame.facts.nodes[node][4]
    each = subscripts.elements(machine, values, frame, mem)
    so_far = first if first is not None else each
    for number in range(_ROUNDS):
        key = ("fold", node, -1 - number)
        more = fresh.called(machine, frame, key, func, [so_far, each], mem)
        so_far = union([so_far, more])
    return so_far
