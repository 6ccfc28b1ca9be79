"""What a dictionary holds at a point, pair by pair, where every change of it can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import changing, contents, exact, invoke, looking, subscripts, trials
from netra_lint.flow.values import (
    Const,
    Obj,
    Value,
    const,
    constant,
    only,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

Pairs = list[tuple[Value, Value]]
_DICTS = frozenset({"dict", "keywords"})


def pairs(machine: Machine, obj: Obj, frame: Frame, mem: int) -> Pairs | None:
    """Return the keys and values of a dictionary at a point, or None when they cannot be told."""
    if obj.shape not in _DICTS:
        return None
    found = machine.once(("pairs", obj, frame, mem), _pairs, machine, obj, frame, mem)
    return found if isinstance(found, list) else None


def _pairs(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    found = _first_pairs(machine, obj)
    done = changing.changes(machine, obj, frame, mem) if found is not None else None
    if found is None or done is None:
        return False
    found = list(found)
    for at, state in done:
        if not _changed_pairs(machine, found, at, at.facts.mems[state]):
            return False
    return found


def _first_pairs(machine: Machine, obj: Obj) -> Pairs | None:
    frame = obj.frame
    data = frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    if data[0] == "dict":
        return _displayed(machine, frame, data)
    if obj.shape == "keywords":
        names = looking.keyword_names(obj)
        return None if names is None else [
            (const(n), contents.made(machine, obj, ("",), n)) for n in names
        ]  # fmt: skip
    if data[0] == "call":
        args = invoke.dispatch(machine, frame, obj.node).args
        return _called(machine, obj, data, contents.word_of(frame, obj.node), args)
    if data[0] == "manydict":
        return _comprehended(machine, frame, data)
    if data[0] == "binary":
        both = [pairs_of(machine, machine.eval(n, frame), frame, data[4]) for n in data[2:4]]
        return None if None in both else _merged(both[0], both[1])  # type: ignore[arg-type]
    return None


def _comprehended(machine: Machine, frame: Frame, data: Node) -> Pairs | None:
    rounds = trials.rounds(machine, data[4], data[5], frame)
    if rounds is None:
        return None
    found: Pairs = []
    for one in rounds:
        _put(found, machine.eval(data[1], one), machine.eval(data[2], one))
    return found


def _displayed(machine: Machine, frame: Frame, data: Node) -> Pairs | None:
    found: Pairs = []
    for key, value in data[1]:
        if key < 0:
            other = pairs_of(machine, machine.eval(value, frame), frame, data[2])
            if other is None:
                return None
            found = _merged(found, other)
        else:
            _put(found, machine.eval(key, frame), machine.eval(value, frame))
    return found


def _called(machine: Machine, obj: Obj, data: Node, word: str, args: Args) -> Pairs | None:
    frame = obj.frame
    if args.star is not None:
        return None
    if word in contents.COPYING:
        original = contents.copied(machine, obj)
        return None if original is None else pairs_of(machine, original, frame, data[4])
    given = [arg.get(machine) for arg in args.pos]
    if word == "fromkeys":
        keys = subscripts.sequence(machine, given[0], frame, data[4]) if given else None
        value = given[1] if len(given) > 1 else const(None)
        return None if keys is None else [(key, value) for key in keys]
    if word == "defaultdict":
        # To read a key that is not there puts something under it.
        if given and constant(given[0]) is None:
            return None
        given = given[1:]
    elif word not in ("dict", "OrderedDict"):
        return None
    found: Pairs = []
    for value in given:
        other = pairs_of(machine, value, frame, data[4])
        if other is None:
            return None
        found = _merged(found, other)
    if args.extra is not None:
        return None
    return _merged(found, [(const(k), arg.get(machine)) for k, arg in args.kw.items()])


def pairs_of(machine: Machine, value: Value, frame: Frame, mem: int) -> Pairs | None:
    """Return the pairs of a mapping, or of a sequence of pairs."""
    atom = only(value)
    if isinstance(atom, Obj) and atom.shape in _DICTS:
        return pairs(machine, atom, frame, mem)
    if not isinstance(atom, Obj) or atom.shape == "instance":
        names = looking.known_keys(machine, atom, frame, mem) if atom is not None else None
        if names is None:
            return None
        items = [subscripts.item(machine, value, Const(n, "str"), frame, mem) for n in names]
        return [(const(n), item) for n, item in zip(names, items, strict=True)]
    rows = subscripts.sequence(machine, value, frame, mem)
    if rows is None:
        return None
    found: Pairs = []
    for row in rows:
        parts = subscripts.sequence(machine, row, frame, mem)
        if parts is None or len(parts) != 2:
            return None
        _put(found, parts[0], parts[1])
    return found


def _merged(first: Pairs, second: Pairs) -> Pairs:
    found = list(first)
    for key, value in second:
        _put(found, key, value)
    return found


def _put(found: Pairs, key: Value, value: Value) -> None:
    for index, (known, _) in enumerate(found):
        if exact.surely_same(known, key):
            found[index] = (known, value)
            return
    found.append((key, value))


def _changed_pairs(machine: Machine, found: Pairs, frame: Frame, state: Node) -> bool:
    if state[0] == "item":
        _put(found, machine.eval(state[3], frame), machine.eval(state[4], frame))
        return True
    if state[0] == "delitem":
        return _without(found, machine.eval(state[3], frame))
    data = frame.facts.nodes[state[2]]
    word = str(frame.facts.nodes[data[1]][2])
    args = invoke.dispatch(machine, frame, state[2]).args
    first = args.pos[0].get(machine) if args.pos else None
    if word == "update":
        return _updated(machine, found, args, frame, data[4])
    if word == "setdefault" and first is not None:
        if not any(exact.may_be_same(key, first) for key, _ in found):
            found.append((first, args.pos[1].get(machine) if len(args.pos) > 1 else const(None)))
        return True
    if word == "pop" and first is not None:
        return _without(found, first) or len(args.pos) > 1
    if word == "popitem" and found:
        found.pop()
        return True
    if word == "clear":
        found.clear()
    return word in ("clear", "move_to_end", "get")


def _updated(machine: Machine, found: Pairs, args: Args, frame: Frame, mem: int) -> bool:
    if args.star is not None or args.extra is not None:
        return False
    for arg in args.pos[:1]:
        other = pairs_of(machine, arg.get(machine), frame, mem)
        if other is None:
            return False
        found[:] = _merged(found, other)
    found[:] = _merged(found, [(const(k), arg.get(machine)) for k, arg in args.kw.items()])
    return True


def _without(found: Pairs, key: Value) -> bool:
    same = [i for i, (known, _) in enumerate(found) if exact.surely_same(known, key)]
    if not same:
        return False
    del found[same[0]]
    return True
