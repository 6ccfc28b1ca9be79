"""What lists, dictionaries and instances hold when they are made, and what methods change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netra_lint.flow import (
    attributes,
    blocks,
    class_attributes,
    contents,
    entries,
    fresh,
    guards,
    invoke,
    looking,
    memory,
    operators,
    records,
    subscripts,
    trials,
)
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Const,
    Hole,
    Obj,
    Value,
    const,
    constant,
    key_of,
    union,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

ANY, KEYS = "[*]", "[keys]"
_ADDING = frozenset({"append", "add", "appendleft", "put", "put_nowait", "insert"})
_SHIFTING = frozenset({
    "popleft", "remove", "insert", "appendleft", "extendleft", "sort", "reverse", "rotate",
})  # fmt: skip


def initial(machine: Machine, target: Obj, field: object) -> Value:
    """Return what an object holds when it has just been made."""
    if target.shape in ("instance", "record") and field == "args":
        given = blocks.error_args(machine, target)
        if given is not None:
            return fresh.row(machine, target.frame, ("args", target), given, 0)
    if target.shape == "instance":
        return _of_instance(machine, target, field)
    if target.shape == "record" and not isinstance(field, tuple):
        return records.record_field(machine, target, str(field))
    if not isinstance(field, tuple):
        return EMPTY
    if field[1] == KEYS:
        return looking.first_keys(machine, target)
    data = target.frame.facts.nodes[target.node] if target.node >= 0 else ("",)
    if data[0] == "sequence":
        return _of_display(machine, target, data, field[1])
    if data[0] == "many":
        rounds = trials.possible_rounds(machine, data[4], data[5], target.frame)
        return union(machine.eval(data[2], one) for one, _ in rounds or [(target.frame, False)])
    if data[0] == "dict":
        return _of_dict(machine, target, data, field[1])
    if data[0] == "manydict":
        return of_comprehension(machine, target, data, field[1])
    work = operators.operated if data[0] in ("slice", "binary") else contents.made
    found: Value = machine.once(("made", target, field), work, machine, target, data, field[1])
    return found


def _of_instance(machine: Machine, target: Obj, field: object) -> Value:
    """Return a field of a new instance; where no call stands, as its initialiser leaves it."""
    parts, facts = list[Value](), target.frame.facts
    made = target.node if target.node >= 0 and facts.nodes[target.node][0] == "call" else -1
    if made >= 0 and made not in facts.states():
        for child in invoke.dispatch(machine, target.frame, made).entered:
            value, passes = memory.look(machine, child, child.facts.exit_mem, target, field)
            parts.append(value)
            if not passes:
                return union(parts)
    return union([*parts, class_attributes.of_new_instance(machine, target, field)])


def display(machine: Machine, target: Obj) -> list[Value] | None:
    """Return the elements of a display, spread ones too, or None when they cannot be told."""
    data = target.frame.facts.nodes[target.node]
    found: list[Value] = []
    for node, starred in data[2]:
        value = machine.eval(node, target.frame)
        if not starred:
            found.append(value)
            continue
        parts = subscripts.sequence(machine, value, target.frame, data[3])
        if parts is None:
            return None
        found += parts
    return found


def _of_display(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    parts = display(machine, target)
    if parts is None:
        return union(
            subscripts.elements(machine, value, target.frame, data[3]) if starred else value
            for node, starred in data[2]
            for value in (machine.eval(node, target.frame),)
        )
    if isinstance(key, int) and not isinstance(key, bool):
        return parts[key] if -len(parts) <= key < len(parts) else EMPTY
    return union(parts) if key == ANY else EMPTY


def _of_dict(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    parts: list[Value] = []
    for key_node, value_node in data[1]:
        if key_node < 0:
            other = machine.eval(value_node, target.frame)
            given = spread(machine, other, key, target.frame, data[2])
            hides = _surely_holds(machine, other, key, target.frame, data[2])
            parts = [given] if hides else [*parts, given]
            continue
        known = key_of(machine.eval(key_node, target.frame))
        if known is not None and key != ANY:
            if known.value == key:
                parts = [machine.eval(value_node, target.frame)]
        else:
            parts.append(machine.eval(value_node, target.frame))
    return union(parts) if parts else EMPTY


def of_comprehension(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    """Return an item of a dictionary comprehension: of the rounds that may give its key."""
    rounds = trials.possible_rounds(machine, data[4], data[5], target.frame)
    if rounds is None:
        one = _round_of_key(machine, target, data, key)
        return machine.eval(data[2], one) if one is not None else EMPTY
    found = []
    for one, _ in rounds:
        known = constant(machine.eval(data[1], one))
        if known is None or key in (known.value, ANY):
            found.append(machine.eval(data[2], one))
    return union(found)


def _round_of_key(machine: Machine, target: Obj, data: Node, key: object) -> Frame | None:
    """Return the frame in which a dictionary comprehension gives a key, or None."""
    if not isinstance(key, str) or key in (ANY, KEYS) or data[4] < 0:
        return target.frame
    return entries.round_of_key(machine, target.frame, data[1], key, data[4], data[5])


def _surely_holds(machine: Machine, other: Value, key: object, frame: Frame, mem: int) -> bool:
    """Whether a mapping that is spread into a display has a key, and hides the one before."""
    return bool(other) and all(
        key in (looking.known_keys(machine, atom, frame, mem) or ()) for atom in other
    )


def spread(machine: Machine, other: Value, key: object, frame: Frame, mem: int) -> Value:
    """Return what ``**other`` gives under a key."""
    return union([_given_by(machine, atom, key, frame, mem) for atom in other])


def _given_by(machine: Machine, atom: Atom, key: object, frame: Frame, mem: int) -> Value:
    """Return what one spread thing gives; a dictionary may be spread into itself in a loop."""
    wanted = None if key == ANY else Const(key, type(key).__name__)
    at = ("spread", atom, key, frame, mem)
    given: Value = machine.once(at, subscripts.item_of, machine, atom, wanted, frame, mem)
    return given


def mutated(
    machine: Machine, frame: Frame, call: int, name: str, target: Atom, field: object
) -> tuple[Value | None, bool] | None:
    """Return what a container's own method leaves in one of its fields.

    Returns:
        The value (None when it changes nothing there) and whether it surely does;
        None when the method is no container's.
    """
    own = isinstance(target, Hole) or (isinstance(target, Obj) and target.shape == "instance")
    if own and any(cls.find(name) for cls in attributes.classes_of(target)):
        return None
    if not isinstance(field, tuple):
        return None, False
    if name == "clear":
        return EMPTY, True
    args = invoke.dispatch(machine, frame, call).args
    mem, place = frame.facts.nodes[call][4], frame.facts.nodes[call][6]
    value = _put(machine, frame, name, args, field[1], mem)
    if _moves_others(name, args, target, field[1]):
        others = memory.load(machine, target, memory.item_field(None), frame, mem)
        return union([others, value or EMPTY]), True
    if value is None:
        return None, False
    surely = name in ("set", "set_result") or (name == "update" and field[1] in args.kw)
    return machine.moved(value, frame.path, place, "stored in a container"), surely


def _moves_others(name: str, args: Args, target: Atom, key: object) -> bool:
    """Whether any element of a list may stand at a place after a call."""
    if not isinstance(target, Obj) or target.shape != "list" or not isinstance(key, int):
        return False
    return name in _SHIFTING or (name == "pop" and bool(args.pos))


def pushed(machine: Machine, frame: Frame, data: Node, target: Atom, field: object) -> Value | None:
    """Return what ``heappush(target, value)`` and its like put into a list, or None."""
    if not isinstance(field, tuple) or len(data[2]) < 2:
        return None
    if target not in machine.eval(data[2][0][0], frame):
        return None
    return machine.moved(
        machine.eval(data[2][1][0], frame),
        frame.path,
        data[6],
        "stored in a container",
    )


def _put(
    machine: Machine, frame: Frame, name: str, args: Args, key: object, mem: int
) -> Value | None:
    if key == KEYS:
        return _keys_put(machine, frame, name, args, mem)
    if name in _ADDING:
        at = 1 if name == "insert" else 0
        return args.pos[at].get(machine) if len(args.pos) > at else None
    if name in ("set", "set_result", "send", "asend"):
        return args.pos[0].get(machine) if args.pos else None
    if name == "extend":
        if not args.pos:
            return None
        return subscripts.elements(machine, args.pos[0].get(machine), frame, mem)
    if name == "setdefault" and len(args.pos) > 1:
        known = key_of(args.pos[0].get(machine))
        return args.pos[1].get(machine) if known is None or key in (known.value, ANY) else None
    if name == "update":
        return _updated(machine, frame, args, key, mem)
    return None


def _keys_put(machine: Machine, frame: Frame, name: str, args: Args, mem: int) -> Value | None:
    """Return the keys under which a method puts something into a dictionary."""
    if name == "setdefault" and args.pos:
        return args.pos[0].get(machine)
    if name != "update":
        return None
    parts = [const(word) for word in args.kw]
    for arg in (*args.pos[:1], *([args.extra] if args.extra else ())):
        held = [atom for atom in arg.get(machine) if isinstance(atom, Obj)]
        parts += [looking.keys(machine, atom, frame, mem) for atom in held]
    return union(parts) or None


def _updated(machine: Machine, frame: Frame, args: Args, key: object, mem: int) -> Value | None:
    if key in args.kw:
        return args.kw[key].get(machine)
    parts: list[Value] = []
    if key == ANY:
        parts += [arg.get(machine) for arg in args.kw.values()]
    for arg in (*args.pos[:1], *([args.extra] if args.extra else ())):
        parts.append(spread(machine, arg.get(machine), key, frame, mem))
    found = union(parts)
    return found or None


def fields_updated(
    machine: Machine, frame: Frame, call: int, field: str
) -> tuple[Value | None, bool]:
    """Return what ``target.__dict__.update(...)`` leaves in a field."""
    args = invoke.dispatch(machine, frame, call).args
    mem = frame.facts.nodes[call][4]
    if field in args.kw:
        return args.kw[field].get(machine), True
    parts = [
        _under_key(machine, atom, field, arg.frame, mem)
        for arg in (*args.pos[:1], *([args.extra] if args.extra else ()))
        for atom in arg.get(machine)
    ]
    found = union([part for part in parts if part is not None])
    return found or None, len(parts) == 1 and parts[0] is not None and UNKNOWN not in found


def _under_key(machine: Machine, atom: Atom, key: str, frame: Frame, mem: int) -> Value | None:
    """Return what a mapping has under a key; None where its keys are known, and it is none."""
    names = looking.known_keys(machine, atom, frame, mem)
    if names is not None and key not in names:
        return None
    return _given_by(machine, atom, key, frame, mem)


def set_by_name(
    machine: Machine, frame: Frame, data: Node, target: Atom, field: object
) -> tuple[Value | None, bool]:
    """Return what ``setattr(target, name, value)`` leaves in a field."""
    args = [a for a in data[2] if not a[1]]
    if len(args) < 3 or isinstance(field, tuple):
        return None, False
    bases = machine.eval(args[0][0], frame)
    if target not in bases:
        return None, False
    names = machine.eval(args[1][0], frame)
    name = constant(names)
    if name is not None:
        told = name.value == field
        return (machine.eval(args[2][0], frame), len(bases) == 1) if told else (None, False)
    source = _source_of(frame.facts.nodes, args[1][0], args[2][0])
    if source is None:
        return _under_name(machine, frame, names, args, field), False
    mapping = machine.eval(source[0], frame)
    parts = [_under_key(machine, atom, str(field), frame, source[1]) for atom in mapping]
    found = union([part for part in parts if part is not None])
    return _as_guarded(machine, found, args[2][0], frame) or None, False


def _under_name(
    machine: Machine, frame: Frame, names: Value, args: list[Any], field: object
) -> Value | None:
    """Return what is set where the name is one of several that are known."""
    if not all(isinstance(atom, Const) for atom in names):
        return machine.eval(args[2][0], frame)
    fitting: Value = {a: None for a in names if isinstance(a, Const) and a.value == field}
    if not fitting:
        return None
    return machine.eval(args[2][0], trials.with_value(machine, frame, args[1][0], fitting))


def _source_of(nodes: list[Node], name: int, value: int) -> tuple[int, int] | None:
    """Return the mapping whose key and value under it two values are, with its memory state."""
    name, value = _bare(nodes, name), _bare(nodes, value)
    given = nodes[value]
    if given[0] == "item" and _bare(nodes, given[2]) == name and nodes[name][0] == "elem":
        return given[1], given[3]
    if given[0] != "item" or nodes[name][0] != "item" or given[1] != nodes[name][1]:
        return None
    pair = nodes[given[1]]
    places = [nodes[nodes[each][2]][1:2] for each in (name, value)]
    if pair[0] != "elem" or places != [(0,), (1,)] or nodes[pair[1]][0] != "call":
        return None
    func = nodes[nodes[pair[1]][1]]
    return (func[1], pair[2]) if func[0] == "attr" and func[2] == "items" else None


def _bare(nodes: list[Node], node: int) -> int:
    while nodes[node][0] in ("step", "guard"):
        node = nodes[node][1]
    return node


def _as_guarded(machine: Machine, found: Value, node: int, frame: Frame) -> Value:
    """Return what is left of one value of many under the conditions that hold for all."""
    data = frame.facts.nodes[node]
    if data[0] not in ("step", "guard"):
        return found
    inner = _as_guarded(machine, found, data[1], frame)
    return guards.under(machine, inner, data[1], data[2], frame) if data[0] == "guard" else inner
