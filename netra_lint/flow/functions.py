"""What Python's own functions give, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    blocks,
    class_attributes,
    contents,
    fresh,
    globals,
    invoke,
    passing,
    predicates,
    returning,
    subscripts,
    tasks,
    texts,
)
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    Cls,
    Const,
    Fn,
    Hole,
    Method,
    Obj,
    Super,
    Value,
    const,
    constant,
    only,
    union,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.frames import Arg, Args, Frame
    from netra_lint.flow.machine import Machine


def _getattr(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    names = args.pos[1].get(machine) if len(args.pos) > 1 else {}
    told = [a.value for a in names if isinstance(a, Const) and isinstance(a.value, str)]
    if not told or len(told) < len(names) or not all(map(texts.is_whole, told)):
        told = _named_alike(machine, args)
        if not told:
            return unknown()
    parts = [_attribute(machine, frame, node, args.pos[0].get(machine), name) for name in told]
    return union([*parts, *(arg.get(machine) for arg in args.pos[2:3])])


_ALIKE = 20
"""More methods than this do not share a beginning by which one of them is chosen."""


def _named_alike(machine: Machine, args: Args) -> list[str]:
    """Return the methods that a name composed like ``f"on_{event}"`` may mean."""
    if len(args.pos) < 2 or args.pos[1].node < 0:
        return []
    start, end = _ends(machine, args.pos[1])
    if not start:
        return []
    classes = [cls for atom in args.pos[0].get(machine) for cls in attributes.classes_of(atom)]
    methods = dict.fromkeys(name for cls in classes for base in cls.mro for name in base.methods)
    found = [name for name in methods if name.startswith(start) and name.endswith(end)]
    return found if len(found) <= _ALIKE else []


def _ends(machine: Machine, arg: Arg) -> tuple[str, str]:
    """Return how a composed text begins and ends, as far as that is constant."""
    nodes = arg.frame.facts.nodes
    data = nodes[arg.node]
    while data[0] in ("step", "guard"):
        data = nodes[data[1]]
    parts = data[1] if data[0] == "text" else data[2:4] if data[0] == "binary" else ()
    known = [constant(machine.eval(part, arg.frame)) for part in (*parts[:1], *parts[-1:])]
    found = [each.value if each and isinstance(each.value, str) else "" for each in known]
    return (found[0], found[1]) if found else ("", "")


def _attribute(machine: Machine, frame: Frame, node: int, base: Value, name: str) -> Value:
    data = frame.facts.nodes[node]
    value = attributes.load(machine, base, name, frame, data[4])
    value = attributes.located_at(value, frame, data[6])
    return machine.named(value, name, frame, data[6], "attribute")


def _next(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if not args.pos:
        return unknown()
    value, mem = args.pos[0].get(machine), frame.facts.nodes[node][4]
    given = frame.facts.nodes[args.pos[0].node] if args.pos[0].frame is frame else ("",)
    if given[0] == "call" and contents.word_of(frame, args.pos[0].node) == "iter":
        parts = subscripts.sequence(machine, value, frame, mem)
        if parts:
            return parts[0]
    if given[0] == "call" and isinstance(atom := only(value), Obj) and atom.shape == "generator":
        first, _ = returning.yielded_in_turn(machine, atom)
        if first:
            return first[0]
    element = subscripts.elements(machine, value, frame, mem)
    return union([element, args.pos[1].get(machine)]) if len(args.pos) > 1 else element


def _type(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if len(args.pos) != 1:
        return unknown()
    found = {Cls(c): None for a in args.pos[0].get(machine) for c in attributes.classes_of(a)}
    return found or unknown()  # type: ignore[return-value]


def _super(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if len(args.pos) == 2:
        holders = [atom.info for atom in args.pos[0].get(machine) if isinstance(atom, Cls)]
        of_class = [(this, cls) for cls in holders for this in args.pos[1].get(machine)]
        return {Super(this, cls): None for this, cls in of_class} or unknown()
    scope: Frame | None = frame
    while scope is not None and getattr(scope.info, "cls", None) is None:
        scope = scope.closure
    if scope is None or not isinstance(scope.info, FunctionInfo) or not scope.info.params:
        return unknown()
    assert scope.info.cls is not None
    this = passing.parameter(machine, scope, scope.info.params[0].arg)
    return {Super(atom, scope.info.cls): None for atom in this}


def _vars(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    return {
        Method(atom, "__dict__"): None for atom in (args.pos[0].get(machine) if args.pos else ())
    }


def _text(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return the text of a value: its own, or what its class or exception makes of it."""
    parts: list[Value] = []
    for atom, trace in (args.pos[0].get(machine) if args.pos else unknown()).items():
        methods = attributes.members(atom, attributes.classes_of(atom), "__str__")
        given = blocks.error_args(machine, atom) if isinstance(atom, Obj) and not methods else None
        if methods:
            parts += [returning.got(machine, Fn(m, None, atom), frame) for m, _ in methods]
        elif given is not None:
            parts.append(given[0] if len(given) == 1 else unknown())
        else:
            parts.append({atom: trace})
    return union(parts)


def _extreme(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    found = _greatest(machine, frame, node, args)
    return union([found, args.kw["default"].get(machine)]) if "default" in args.kw else found


def _greatest(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if len(args.pos) == 1:
        return subscripts.elements(
            machine, args.pos[0].get(machine), frame, frame.facts.nodes[node][4]
        )
    return union([arg.get(machine) for arg in args.pos])


def _popped(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return what is taken out of a heap: any of its elements, or what is put in at once."""
    if not args.pos:
        return unknown()
    held, mem = args.pos[0].get(machine), frame.facts.nodes[node][4]
    found = subscripts.elements(machine, held, frame, mem)
    return union([found, *(arg.get(machine) for arg in args.pos[1:2])])


def _len(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    value = args.pos[0].get(machine) if args.pos else unknown()
    text = constant(value)
    if text is not None and isinstance(text.value, (str, bytes)):
        return const(len(text.value))
    parts = subscripts.sequence(machine, value, frame, frame.facts.nodes[node][4])
    return const(len(parts)) if parts is not None else unknown()


def _range(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return the numbers of a short range, as far as they are known."""
    bounds = [constant(arg.get(machine)) for arg in args.pos]
    ends = [bound.value for bound in bounds if bound is not None and type(bound.value) is int]
    if not 0 < len(ends) == len(bounds) <= 3 or ends[2:] == [0]:
        return unknown()
    numbers = range(*ends)
    return const(tuple(numbers)) if len(numbers) <= _SHORT else unknown()


_SHORT = 100


def replace(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return the copy of an instance in which some fields are set anew."""
    found: Value = {}
    for atom in args.pos[0].get(machine) if args.pos else ():
        if isinstance(atom, (Obj, Hole)):
            found[Obj(frame, node, "instance", attributes.classes_of(atom))] = None
    return found or unknown()


def _copied(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    found: Value = {}
    for atom, trace in (args.pos[0].get(machine) if args.pos else EMPTY).items():
        shape = contents.shape_of_copy(atom)
        if shape:
            found[Obj(frame, node, shape, attributes.classes_of(atom))] = None
        else:
            found[atom] = trace
    return found


def _as_tuple(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return the fields of a data class in their order."""
    parts: list[Value] = []
    mem = frame.facts.nodes[node][4]
    for atom in args.pos[0].get(machine) if args.pos else ():
        names = [
            n for cls in attributes.classes_of(atom) for n in class_attributes.record_fields(cls)
        ]
        values = [attributes.attribute_of(machine, atom, n, frame, mem) for n in names]
        parts.append(fresh.row(machine, frame, ("fields", node, atom), values, mem))
    return union(parts) if parts else unknown()


def _fields(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return what describes the fields of a data class, or of an instance: their names."""
    parts: list[Value] = []
    for atom in args.pos[0].get(machine) if args.pos else ():
        classes = (atom.info,) if isinstance(atom, Cls) else attributes.classes_of(atom)
        names = [n for cls in classes for n in class_attributes.record_fields(cls)]
        described: list[Value] = [{Const(n, attributes.FIELD): None} for n in names]
        mem = frame.facts.nodes[node][4]
        parts.append(fresh.row(machine, frame, ("described", node, atom), described, mem))
    return union(parts) if parts else unknown()


def truth(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return what a builtin says that answers yes or no."""
    told = predicates.call_truth(machine, frame.facts.nodes[node], frame)
    return unknown() if told is None else const(told)


def _slice_of(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if not args.pos:
        return unknown()
    return {Obj(frame, node, "list"): None}


def _dumped(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    return {Obj(frame, node, "dumped"): None}


def _loaded(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return what was written as a text before it is read again."""
    parts = []
    for atom in args.pos[0].get(machine) if args.pos else ():
        value = unknown()
        if isinstance(atom, Obj) and atom.shape == "dumped":
            written = invoke.dispatch(machine, atom.frame, atom.node).args
            value = written.pos[0].get(machine) if written.pos else value
        parts.append(value)
    return union(parts) or unknown()


def _imported(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """Return the modules that ``import_module`` finds by names that are known."""
    parts = []
    for atom in args.pos[0].get(machine) if args.pos else ():
        if not isinstance(atom, Const) or not isinstance(atom.value, str):
            return unknown()
        name = atom.value.lstrip(".")
        level = len(atom.value) - len(name)
        parts.append(globals.imported(machine, frame, level, name, ""))
    return union(parts) or unknown()


def _started(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    return tasks.started(args.pos[0].get(machine)) if args.pos else unknown()


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "str": _text, "getattr": _getattr, "next": _next, "anext": _next, "type": _type,
    "super": _super, "vars": _vars, "asdict": _vars, "astuple": _as_tuple,
    "fields": _fields,
    "min": _extreme, "max": _extreme, "choice": _extreme, "len": _len, "range": _range,
    "islice": _slice_of, "replace": replace, "copy": _copied, "deepcopy": _copied,
    "isinstance": truth, "dumps": _dumped, "loads": _loaded, "import_module": _imported,
    "heappop": _popped, "heappushpop": _popped, "heapreplace": _popped,
    "bool": truth, "hasattr": truth, "callable": truth, "any": truth, "all": truth,
    "create_task": _started, "ensure_future": _started, "run_coroutine_threadsafe": _started,
}  # fmt: skip
