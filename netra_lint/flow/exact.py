"""What a container holds at a point, element by element, where every change of it can be told.

The memory is walked backwards from the point to where the container was made.
Where ways meet that change it differently nothing exact can be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, contents, invoke, looking, memory
from netra_lint.flow.values import (
    EMPTY,
    Const,
    Ident,
    Obj,
    Value,
    const,
    constant,
    only,
    union,
)
from netra_lint.flow.words import MUTATORS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine

Change = tuple["Frame", int]
Pairs = list[tuple[Value, Value]]
_LONG = 400
_LISTS = frozenset({"list", "rest"})
_DICTS = frozenset({"dict", "keywords"})


# -- the changes of a container -----------------------------------------------------


def changes(machine: Machine, obj: Obj, frame: Frame, mem: int) -> tuple[Change, ...] | None:
    """Return the changes of a container up to a point, the first one first.

    Args:
        machine: the machine.
        obj: the container.
        frame: where it is looked at.
        mem: the memory state there.

    Returns:
        The memory states that change it, or None when they cannot be told.
    """
    found = machine.once(("changes", obj, frame, mem), _walk, machine, obj, frame, mem)
    return found if isinstance(found, tuple) else None


def _walk(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    """Return the changes, False when they cannot be told, ``{}`` inside a circle."""
    later: list[Change] = []
    born = _birth(obj)
    for _ in range(_LONG):
        state = frame.facts.mems[mem]
        kind = state[0]
        if frame is obj.frame and mem == born and kind != "phi":
            return tuple(later[::-1])
        if kind == "phi":
            return _after(_met(machine, obj, frame, state), later)
        if kind == "entry":
            if obj.frame is frame:
                return tuple(later[::-1])
            if frame.caller is None:
                return _after(_elsewhere(machine, obj, frame), later)
            mem = memory.mem_before(frame)
            frame = frame.caller
            continue
        if kind == "call" and frame is obj.frame and state[2] == obj.node:
            return tuple(later[::-1])
        told = _touches(machine, obj, frame, state)
        if told is None:
            return False
        if told is True:
            later.append((frame, mem))
        elif told is not False:
            inner = machine.once(
                ("changes", obj, told, told.facts.exit_mem), _walk, machine, obj, told,
                told.facts.exit_mem,
            )  # fmt: skip
            return _after(inner, later)
        mem = state[1]
    return False


def _after(earlier: object, later: list[Change]) -> object:
    if isinstance(earlier, tuple):
        return (*earlier, *later[::-1])
    return EMPTY if earlier is not False and not later else False


def _birth(obj: Obj) -> int:
    data = obj.frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    at = {"sequence": 3, "dict": 2, "many": 3, "manydict": 3, "call": 4, "slice": 5, "binary": 4}
    return data[at[data[0]]] if data[0] in at else -1


def _met(machine: Machine, obj: Obj, frame: Frame, state: Node) -> object:
    """Return the changes where ways meet, if all of them changed it alike."""
    found: object = EMPTY
    for before, held in state[1]:
        if not machine.holds(held, frame):
            continue
        one = machine.once(("changes", obj, frame, before), _walk, machine, obj, frame, before)
        if one is False:
            return False
        if isinstance(one, tuple):
            if isinstance(found, tuple) and found != one:
                return False
            found = one
    return found


def _elsewhere(machine: Machine, obj: Obj, frame: Frame) -> object:
    """Return the changes of something that is kept: those of where it was made alone."""
    home = obj.frame.root()
    if home is frame:
        return False
    for info in memory.writers(machine, home.info):
        other = machine.known.open(info)
        if other is home or not machine.shapes.may_store(info, "[]", 0):
            continue
        for state in other.facts.mems:
            changing = state[0] in ("item", "delitem", "call")
            if changing and _direct(machine, obj, other, state) is not False:
                return False
    end = home.facts.exit_mem
    return machine.once(("changes", obj, home, end), _walk, machine, obj, home, end)


def _direct(machine: Machine, obj: Obj, frame: Frame, state: Node) -> bool | None:
    """Whether a state changes the container itself; None when it may."""
    if state[0] in ("item", "delitem"):
        bases = machine.eval(state[2], frame)
    else:
        func = frame.facts.nodes[frame.facts.nodes[state[2]][1]]
        if func[0] != "attr" or func[2] not in MUTATORS:
            return False
        bases = machine.eval(func[1], frame)
    if obj not in bases:
        return False
    return True if len(bases) == 1 else None


def _touches(machine: Machine, obj: Obj, frame: Frame, state: Node) -> bool | Frame | None:
    """Whether a state changes the container, or the frame of the call that may."""
    if state[0] in ("item", "delitem"):
        return _direct(machine, obj, frame, state)
    if state[0] in ("enter", "leave"):
        return memory.block_frame(machine, frame, state, obj, "[]")
    if state[0] != "call":
        return False
    told = _direct(machine, obj, frame, state)
    if told is not False:
        return told
    return memory.call_frame(machine, frame, state[2], obj, "[]")


# -- lists ------------------------------------------------------------------------------


def elements(machine: Machine, obj: Obj, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a list at a point, or None when they cannot be told apart."""
    if obj.shape not in _LISTS:
        return None
    found = machine.once(("exact", obj, frame, mem), _elements, machine, obj, frame, mem)
    return found if isinstance(found, list) else None


def _elements(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    parts = looking.initial_parts(machine, obj)
    if parts is None:
        return False
    done = changes(machine, obj, frame, mem)
    if done is None:
        return False
    parts = list(parts)
    for at, state in done:
        if not _changed(machine, parts, at, at.facts.mems[state]):
            return False
    return parts


def _changed(machine: Machine, parts: list[Value], frame: Frame, state: Node) -> bool:
    if state[0] in ("item", "delitem"):
        index = _index(constant(machine.eval(state[3], frame)), parts)
        if index is None:
            return False
        if state[0] == "item":
            parts[index] = machine.eval(state[4], frame)
        else:
            del parts[index]
        return True
    data = frame.facts.nodes[state[2]]
    word = str(frame.facts.nodes[data[1]][2])
    args = invoke.dispatch(machine, frame, state[2]).args
    return apply(machine, parts, word, args, frame, data[4])


def _index(key: Const | None, parts: list[Value]) -> int | None:
    if key is None or not isinstance(key.value, int):
        return None
    return key.value if -len(parts) <= key.value < len(parts) else None


def apply(
    machine: Machine, parts: list[Value], word: str, args: Args, frame: Frame, mem: int
) -> bool:
    """Do to a list of values what a list's method does to a list.

    Returns:
        False when it cannot be told what it does.
    """
    first = args.pos[0].get(machine) if args.pos else None
    if word in ("append", "add", "put", "put_nowait") and first is not None:
        parts.append(first)
    elif word == "appendleft" and first is not None:
        parts.insert(0, first)
    elif word in ("extend", "extendleft", "update") and first is not None:
        more = attributes.sequence(machine, first, frame, mem)
        if more is None:
            return False
        parts[:] = [*more[::-1], *parts] if word == "extendleft" else [*parts, *more]
    elif word == "insert" and len(args.pos) == 2:
        key = constant(first or EMPTY)
        if key is None or not isinstance(key.value, int):
            return False
        parts.insert(key.value, args.pos[1].get(machine))
    elif word == "clear":
        parts.clear()
    elif word == "reverse":
        parts.reverse()
    else:
        return _taken(parts, word, first)
    return True


def _taken(parts: list[Value], word: str, first: Value | None) -> bool:
    if word in ("pop", "get", "get_nowait", "popleft"):
        at = _place_taken(parts, word, first)
        if at is None:
            return False
        del parts[at]
        return True
    if word in ("remove", "discard") and first is not None:
        same = [i for i, part in enumerate(parts) if surely_same(part, first)]
        maybe = [i for i, part in enumerate(parts) if may_be_same(part, first)]
        if not same or maybe[0] != same[0]:
            return False
        del parts[same[0]]
        return True
    return False


def _place_taken(parts: list[Value], word: str, first: Value | None) -> int | None:
    if word != "pop":
        return 0 if parts else None
    return _index(constant(first) if first is not None else Const(-1, "int"), parts)


def taken(
    machine: Machine, obj: Obj, frame: Frame, call: int, word: str, args: Args
) -> Value | None:
    """Return the element that ``pop`` and its like take out, or None when it cannot be told."""
    parts = elements(machine, obj, frame, frame.facts.nodes[call][4])
    if parts is None:
        return None
    first = args.pos[0].get(machine) if args.pos else None
    at = _place_taken(parts, word, first)
    return parts[at] if at is not None else None


def surely_same(left: Value, right: Value) -> bool:
    """Whether two values are one and the same thing."""
    atom = only(left)
    if atom is None or atom != only(right):
        return False
    return not isinstance(atom, (Ident,)) or left[atom] is not None


def may_be_same(left: Value, right: Value) -> bool:
    """Whether two values may be one and the same thing."""
    if constant(left) is not None and constant(right) is not None:
        return constant(left) == constant(right)
    ids = [only(value) for value in (left, right)]
    if all(isinstance(atom, Ident) for atom in ids):
        return ids[0] == ids[1]
    return not any(isinstance(a, Ident) for a in ids) or set(left) & set(right) != set()


# -- dictionaries -----------------------------------------------------------------------


def pairs(machine: Machine, obj: Obj, frame: Frame, mem: int) -> Pairs | None:
    """Return the keys and values of a dictionary at a point, or None when they cannot be told."""
    if obj.shape not in _DICTS:
        return None
    found = machine.once(("pairs", obj, frame, mem), _pairs, machine, obj, frame, mem)
    return found if isinstance(found, list) else None


def _pairs(machine: Machine, obj: Obj, frame: Frame, mem: int) -> object:
    found = _first_pairs(machine, obj)
    done = changes(machine, obj, frame, mem) if found is not None else None
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
        names = looking.known_keys(machine, obj, frame, 0)
        return None if names is None else [
            (const(n), contents.made(machine, obj, ("",), n)) for n in names
        ]  # fmt: skip
    if data[0] == "call":
        args = invoke.dispatch(machine, frame, obj.node).args
        return _called(machine, frame, data, contents.word_of(frame, obj.node), args)
    if data[0] == "binary":
        both = [pairs_of(machine, machine.eval(n, frame), frame, data[4]) for n in data[2:4]]
        return None if None in both else _merged(both[0], both[1])  # type: ignore[arg-type]
    return None


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


def _called(machine: Machine, frame: Frame, data: Node, word: str, args: Args) -> Pairs | None:
    if args.star is not None:
        return None
    given = [arg.get(machine) for arg in args.pos]
    if word == "fromkeys":
        keys = attributes.sequence(machine, given[0], frame, data[4]) if given else None
        value = given[1] if len(given) > 1 else const(None)
        return None if keys is None else [(key, value) for key in keys]
    if word == "defaultdict":
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
        items = [attributes.item(machine, value, Const(n, "str"), frame, mem) for n in names]
        return [(const(n), item) for n, item in zip(names, items, strict=True)]
    rows = attributes.sequence(machine, value, frame, mem)
    if rows is None:
        return None
    found: Pairs = []
    for row in rows:
        parts = attributes.sequence(machine, row, frame, mem)
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
        if surely_same(known, key):
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
        if not any(may_be_same(key, first) for key, _ in found):
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
    same = [i for i, (known, _) in enumerate(found) if surely_same(known, key)]
    if not same:
        return False
    del found[same[0]]
    return True


# -- what is read --------------------------------------------------------------------------


def item(machine: Machine, obj: Obj, key: Const | None, frame: Frame, mem: int) -> Value | None:
    """Return an item where the container is known exactly, else None."""
    if obj.shape in _LISTS:
        parts = elements(machine, obj, frame, mem)
        if parts is None:
            return None
        if key is None:
            return union(parts)
        index = _index(key, parts)
        return parts[index] if index is not None else EMPTY
    if key is not None:
        return None
    found = pairs(machine, obj, frame, mem)
    return union([value for _, value in found]) if found is not None else None
