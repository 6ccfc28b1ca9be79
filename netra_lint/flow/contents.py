"""What is in the containers that calls make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    containers,
    filters,
    fresh,
    given,
    invoke,
    library,
    looking,
    operators,
    pairing,
    passing,
    returning,
    strings,
    subscripts,
    telling,
)
from netra_lint.flow.graph import bare
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    Cls,
    Const,
    Ext,
    Obj,
    Value,
    const,
    constant,
    key_of,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

LISTS = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed", "deque"})
MIXING = frozenset({"sorted", "set", "frozenset"})

QUEUES = frozenset({"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"})

_MAPPINGS = frozenset({"dict", "keywords", "instance"})


def word_of(frame: Frame, node: int) -> str:
    """Return the last word of what a call calls."""
    func = _method_of(frame, node)
    if func[0] == "attr":
        return str(func[2])
    if func[0] == "import":
        return str(func[3] or func[2]).rpartition(".")[2]
    return str(func[1]) if func[0] in ("free", "cell", "param") else ""


def made_by(target: Obj) -> str:
    """Return the last word of the call that made something, or ``""``."""
    called = target.node >= 0 and target.frame.facts.nodes[target.node][0] == "call"
    return word_of(target.frame, target.node) if called else ""


_COPIED = {
    "instance": "instance", "dict": "dict", "keywords": "dict", "list": "list", "rest": "list",
}  # fmt: skip
COPYING = frozenset({"copy", "deepcopy"})


def shape_of_copy(atom: object) -> str:
    """Return the shape of a copy of something, or ``""`` when it is as good as the original."""
    return _COPIED.get(atom.shape, "") if isinstance(atom, Obj) else ""


def copied(machine: Machine, target: Obj) -> Value | None:
    """Return what a container is a copy of, or None where it is none."""
    frame = target.frame
    if word_of(frame, target.node) not in COPYING:
        return None
    args = invoke.dispatch(machine, frame, target.node).args
    if args.pos:
        return args.pos[0].get(machine)
    func = _method_of(frame, target.node)
    return machine.eval(func[1], frame) if func[0] == "attr" else None


def _method_of(frame: Frame, call: int) -> Node:
    """Return what a call calls, without what conditions and earlier calls tell of it."""
    nodes = frame.facts.nodes
    return nodes[bare(nodes, nodes[call][1])]


def makes_items(obj: Obj) -> bool:
    """Whether looking up a key may put an item into a mapping that nobody has stored there."""
    data = obj.frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    return data[0] == "call" and bool(data[2]) and word_of(obj.frame, obj.node) == "defaultdict"


def made(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    """Return an item of something that a call made."""
    if target.shape == "rest":
        return _rest(machine, target, key)
    if target.shape == "keywords":
        return _keywords(machine, target, key)
    if data[0] != "call":
        return EMPTY
    args = invoke.dispatch(machine, target.frame, target.node).args
    word, mem = word_of(target.frame, target.node), data[4]
    if target.shape == "rows":
        found = rows(machine, target)
        if found is not None:
            return union(found)
        return {Obj(target.frame, target.node, "row"): None}
    if target.shape == "row":
        return _row(machine, target, args, word, key, mem)
    if target.shape == "values":
        return _values(machine, target, data)
    if target.shape == "cell":
        default = args.kw.get("default")
        return default.get(machine) if default is not None else EMPTY
    if target.shape == "dict":
        return _made_dict(machine, target, args, key, mem)
    return _made_list(machine, target, args, word, key, mem)


def _rest(machine: Machine, target: Obj, key: object) -> Value:
    parts = rest_parts(machine, target)
    args = target.frame.args
    assert args is not None
    star = args.star.get(machine) if args.star is not None else EMPTY
    if isinstance(key, int) and not isinstance(key, bool) and key >= 0:
        return parts[key] if key < len(parts) else star
    return union([*parts, star])


def rest_parts(machine: Machine, target: Obj) -> list[Value]:
    """Return what a function is given for its ``*args``, each by itself."""
    info, args = target.frame.info, target.frame.args
    assert isinstance(info, FunctionInfo)
    assert args is not None
    this = target.frame.this
    names = max(len(info.params) - (this is not None), 0)
    first: list[Value] = [{this: None}] if this is not None and not info.params else []
    name = info.node.args.vararg.arg  # type: ignore[union-attr]
    passed = [
        passing.passed(machine, target.frame, info, name, arg.get(machine), arg)
        for arg in args.pos[names:]
    ]
    return first + passed


def _keywords(machine: Machine, target: Obj, key: object) -> Value:
    args, info = target.frame.args, target.frame.info
    assert isinstance(info, FunctionInfo)
    assert args is not None
    name = info.node.args.kwarg.arg  # type: ignore[union-attr]
    own = own_keywords(info)
    if isinstance(key, str) and key != containers.ANY:
        arg = args.kw.get(key) if key not in own else None
        if arg is not None:
            return passing.passed(machine, target.frame, info, name, arg.get(machine), arg)
        if args.extra is not None:
            call = target.frame.caller.facts.nodes[target.frame.call]  # type: ignore[union-attr]
            return containers.spread(
                machine, args.extra.get(machine), key, args.extra.frame, call[4]
            )
        return EMPTY
    return union([
        passing.passed(machine, target.frame, info, name, arg.get(machine), arg)
        for word, arg in args.kw.items()
        if word not in own
    ])  # fmt: skip


def own_keywords(info: FunctionInfo) -> set[str]:
    """Return the keywords that do not go to ``**kwargs``."""
    return set(info.every_param) - {param.arg for param in info.node.args.posonlyargs}


def rows(machine: Machine, target: Obj) -> list[Value] | None:
    """Return the rows of ``zip``, ``enumerate``, ``items`` or ``values``, where each is known."""
    frame = target.frame
    data = frame.facts.nodes[target.node]
    columns = _columns(machine, target, data)
    if columns is None:
        return _turned(machine, target, data)
    if target.shape == "values":
        return columns[-1]
    return [
        fresh.row(machine, frame, ("row", target.node, index), list(values), data[4])
        for index, values in enumerate(zip(*columns, strict=False))
    ]


def _turned(machine: Machine, target: Obj, data: Node) -> list[Value] | None:
    """Return the columns that ``zip(*table)`` makes of any number of rows that are all alike."""
    frame, mem = target.frame, data[4]
    args = invoke.dispatch(machine, frame, target.node).args
    if args.pos or args.star is None or word_of(frame, target.node) != "zip":
        return None
    each = args.star.get(machine)
    parts = [subscripts.sequence(machine, {row: None}, frame, mem) for row in each]
    known = [row for row in parts if row]
    if not known or len(known) < len(parts) or len({len(row) for row in known}) > 1:
        return None
    return [
        fresh.column(machine, frame, ("column", target.node, index), union(values), mem)
        for index, values in enumerate(zip(*known, strict=True))
    ]


def _columns(machine: Machine, target: Obj, data: Node) -> list[list[Value]] | None:
    frame, mem = target.frame, data[4]
    args, word = invoke.dispatch(machine, frame, target.node).args, word_of(frame, target.node)
    if word in ("items", "values"):
        func = _method_of(frame, target.node)
        pairs = pairing.pairs_of(machine, machine.eval(func[1], frame), frame, mem)
        return None if pairs is None else [[p[0] for p in pairs], [p[1] for p in pairs]]
    if args.star is not None or word == "groupby":
        return None
    found = [subscripts.sequence(machine, arg.get(machine), frame, mem) for arg in args.pos]
    if word == "enumerate" and found and found[0] is not None:
        return [[unknown()] * len(found[0]), found[0]]
    known = [column for column in found if column is not None]
    return known if known and len(known) == len(found) else None


def _row(machine: Machine, target: Obj, args: Args, word: str, key: object, mem: int) -> Value:
    frame = target.frame
    if word == "groupby":
        columns = _groups(machine, target, args, mem)
    elif word in ("enumerate", "zip"):
        columns = [subscripts.elements(machine, a.get(machine), frame, mem) for a in args.pos]
        if word == "enumerate":
            columns = [unknown(), *columns[:1]]
        if args.star is not None:
            spread = subscripts.elements(machine, args.star.get(machine), frame, mem)
            return union([*columns, spread])
    else:
        func = _method_of(frame, target.node)
        holder = machine.eval(func[1], frame)
        values = union([subscripts.item_of(machine, a, None, frame, mem) for a in holder])
        names = union([
            looking.keys(machine, a, frame, mem) if isinstance(a, Obj) else unknown()
            for a in holder
        ])  # fmt: skip
        columns = [names, values]
    if isinstance(key, int) and -len(columns) <= key < len(columns):
        return columns[key]
    return union(columns)


def _groups(machine: Machine, target: Obj, args: Args, mem: int) -> list[Value]:
    """Return the keys of a ``groupby``, and its groups: any elements of the whole."""
    if not args.pos:
        return [unknown(), unknown()]
    held, key = args.pos[0].get(machine), args.get(1, "key")
    each = subscripts.elements(machine, held, target.frame, mem)
    if key is not None:
        where = ("group", target.node)
        each = fresh.called(machine, target.frame, where, key.get(machine), [each], mem)
    return [each, held]


def _values(machine: Machine, target: Obj, data: Node) -> Value:
    func = _method_of(target.frame, target.node)
    holder = machine.eval(func[1], target.frame)
    return union([subscripts.item_of(machine, a, None, target.frame, data[4]) for a in holder])


def _made_dict(machine: Machine, target: Obj, args: Args, key: object, mem: int) -> Value:
    parts: list[Value] = []
    word = word_of(target.frame, target.node)
    original = copied(machine, target)
    if original is not None:
        return containers.spread(machine, original, key, target.frame, mem)
    if word == "ChainMap":
        return _layered(machine, target.frame, args, key, mem)
    if word == "fromkeys":
        return args.pos[1].get(machine) if len(args.pos) > 1 else const(None)
    if word == "defaultdict":
        if args.pos and key != containers.ANY:
            where = ("default", target.node, key)
            parts.append(fresh.made(machine, target.frame, where, args.pos[0].get(machine), mem))
        elif args.pos:
            parts += _made_by_default(machine, target, args, mem)
        args = args.after(1)
    if key in args.kw:
        return args.kw[key].get(machine)
    if key == containers.ANY:
        parts += [arg.get(machine) for arg in args.kw.values()]
    for arg in (*args.pos[:1], *([args.extra] if args.extra else ())):
        parts += [_of_mapping(machine, a, key, arg.frame, mem) for a in arg.get(machine)]
    return union(parts)


def _of_mapping(machine: Machine, atom: Atom, key: object, frame: Frame, mem: int) -> Value:
    """Return what a mapping, or a sequence of pairs, gives for a key."""
    if not isinstance(atom, Obj) or atom.shape in _MAPPINGS:
        return containers.spread(machine, {atom: None}, key, frame, mem)
    as_mapping = _as_mapping(atom)
    if as_mapping is not None:
        return containers.of_comprehension(machine, atom, as_mapping, key)
    if atom.shape == "generator":
        rows: list[Value] | None = returning.each_yielded(machine, atom)
    else:
        rows = subscripts.sequence(machine, {atom: None}, frame, mem)
    if rows is None:
        rows = [{row: None} for row in subscripts.elements(machine, {atom: None}, frame, mem)]
    return union([_pair(machine, row, key, frame, mem) for row in rows])


def _as_mapping(atom: Obj) -> Node | None:
    """Return the comprehension of a mapping that one of pairs is: ``dict((k, v) for ...)``."""
    nodes = atom.frame.facts.nodes
    data = nodes[atom.node] if atom.node >= 0 else ("",)
    pair = nodes[bare(nodes, data[2])] if data[0] == "many" else ("",)
    if pair[0] != "sequence" or len(pair[2]) != 2 or any(starred for _, starred in pair[2]):
        return None
    return ("manydict", pair[2][0][0], pair[2][1][0], *data[3:])


def _layered(machine: Machine, frame: Frame, args: Args, key: object, mem: int) -> Value:
    """Return what the first of several mappings that has a key gives for it."""
    parts = []
    for arg in args.pos:
        parts.append(containers.spread(machine, arg.get(machine), key, frame, mem))
        names = [looking.known_keys(machine, a, frame, mem) or () for a in arg.get(machine)]
        if names and all(key in each for each in names):
            break
    return union(parts)


def _made_by_default(machine: Machine, target: Obj, args: Args, mem: int) -> list[Value]:
    """Return what a ``defaultdict`` makes for the keys that are used where it is made."""
    frame, nodes = target.frame, list(target.frame.facts.nodes)
    # Other keys are not evaluated: they may rest on what this makes.
    keys = [
        node[2] for node in nodes
        if node[0] == "item" and nodes[node[2]][0] in ("const", "free")
        and target in machine.eval(node[1], frame)
    ]  # fmt: skip
    known = [key_of(machine.eval(key, frame)) for key in keys]
    names = {containers.ANY if key is None else key.value for key in known} | {containers.ANY}
    factory = args.pos[0].get(machine)
    return [
        fresh.made(machine, frame, ("default", target.node, name), factory, mem) for name in names
    ]


def _pair(machine: Machine, row: Value, key: object, frame: Frame, mem: int) -> Value:
    name, value = (subscripts.item(machine, row, Const(i, "int"), frame, mem) for i in (0, 1))
    known = constant(name)
    return value if known is None or key in (known.value, containers.ANY) else EMPTY


def _made_list(
    machine: Machine, target: Obj, args: Args, word: str, key: object, mem: int
) -> Value:
    if word in strings.SPLITTING:
        return strings.part(machine, target, args, word, key)
    parts = list_parts(machine, target, args, word, mem)
    if parts is not None and isinstance(key, int) and not isinstance(key, bool):
        return parts[key] if -len(parts) <= key < len(parts) else EMPTY
    if parts is not None:
        return union(parts)
    original = copied(machine, target)
    if original is not None:
        return subscripts.elements(machine, original, target.frame, mem)
    if word in given.MAPPING and args.pos:
        return _mapped(machine, target, args, word, mem)
    if word == "repeat" and args.pos:
        return args.pos[0].get(machine)
    sources = args.pos[1:] if word == "filter" else args.pos[:1] if word in _FIRST else args.pos
    if word == "gather":
        awaited = [*args.pos, args.star] if args.star is not None else args.pos
        return union([arg.get(machine) for arg in awaited])
    found = union([
        subscripts.elements(machine, a.get(machine), target.frame, mem) for a in sources
    ])  # fmt: skip
    if word in ("from_iterable",):
        return subscripts.elements(machine, found, target.frame, mem)
    if word == "filter" and args.pos:
        return _kept(machine, target, args, found)
    return union([found, args.star.get(machine)]) if args.star is not None else found


def _mapped(machine: Machine, target: Obj, args: Args, word: str, mem: int) -> Value:
    """What the function of a ``map`` gives for its elements."""
    frame = target.frame
    called = invoke.dispatch(machine, frame, target.node).callbacks
    found = [returning.returned(machine, child) for child in called]
    each = given.each_of(machine, frame, word, args.after(1), mem)
    found += [
        library.called(machine, frame, target.node, atom, each, trace)
        for atom, trace in args.pos[0].get(machine).items()
        if isinstance(atom, Ext) or (isinstance(atom, Obj) and atom.shape == "getter")
    ]
    made: Value = {a: None for a in args.pos[0].get(machine) if isinstance(a, Cls)}
    if made and each.star is None:
        values = [arg.get(machine) for arg in each.pos]
        found.append(fresh.called(machine, frame, ("mapped", target.node), made, values, mem))
    return union(found)


def _kept(machine: Machine, target: Obj, args: Args, found: Value) -> Value:
    """What ``filter`` lets through, as far as its function tells."""
    func = args.pos[0].get(machine)
    if constant(func) is not None:
        return filters.filtered(machine, found, frozenset({"truthy"}))
    for child in invoke.dispatch(machine, target.frame, target.node).callbacks:
        names = list(child.facts.params)
        if not names:
            continue
        about = child.facts.params[names[-1]]
        facts = [
            telling.told_by(machine, e.node, 1, about, child, 1)
            for e in child.facts.returns
            if e.place
        ]
        if not facts:
            return EMPTY
        found = filters.filtered(machine, found, frozenset.intersection(*facts))
    return found


_FIRST = LISTS | {"islice", "as_completed", "cycle", "accumulate", "nlargest", "nsmallest"}


def list_parts(
    machine: Machine, target: Obj, args: Args, word: str, mem: int
) -> list[Value] | None:
    """Return the elements of a list that a call makes, or None when they cannot be told apart."""
    frame = target.frame
    original = copied(machine, target)
    if original is not None:
        return subscripts.sequence(machine, original, frame, mem)
    if word == "gather":
        return [arg.get(machine) for arg in args.pos] if args.star is None else None
    if word in QUEUES:
        return []
    if word in strings.SPLITTING:
        func = _method_of(frame, target.node)
        return strings.split(machine, func[1], frame, word, args)
    if word == "wait" and args.pos:
        return [args.pos[0].get(machine)] * 2
    held = [subscripts.sequence(machine, a.get(machine), frame, mem) for a in args.pos]
    if word == "chain" and None not in held and args.star is None:
        return [part for parts in held for part in parts or ()]
    if word in ("from_iterable", "islice") and held and held[0] is not None:
        return _taken_from(machine, word, args, held[0], frame, mem)
    if word not in LISTS:
        return None
    if not args.pos:
        return []
    if held[0] is not None and word == "reversed":
        return held[0][::-1]
    return None if word in MIXING and len(held[0] or "  ") > 1 else held[0]


def _taken_from(
    machine: Machine, word: str, args: Args, parts: list[Value], frame: Frame, mem: int
) -> list[Value] | None:
    if word == "from_iterable":
        inner = [subscripts.sequence(machine, part, frame, mem) for part in parts]
        return None if None in inner else [each for one in inner for each in one or ()]
    bounds = [constant(arg.get(machine)) for arg in args.pos[1:]]
    return operators.cut_parts(parts, bounds) if bounds else None
