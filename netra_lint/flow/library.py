"""What Python's own functions, methods and containers, and unknown ones, give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, containers, globals, invoke, memory, texts
from netra_lint.flow.frames import Arg, Args, Dispatch, Frame
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Hole,
    Ident,
    Method,
    Mod,
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

    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom, Trace

_KEEPING = frozenset({
    "strip", "lstrip", "rstrip", "lower", "casefold", "encode", "decode", "__str__", "copy",
    "__aiter__", "__iter__", "__await__", "__enter__", "__aenter__", "removesuffix", "with_name",
})  # fmt: skip
_PASSING = frozenset({
    "str", "deepcopy", "copy", "wait_for", "shield", "create_task", "ensure_future", "run",
    "run_until_complete", "nullcontext", "closing", "aclosing", "iter", "aiter",
    "RunID", "UserID", "ThreadID", "RunId", "UserId", "ThreadId", "lru_cache", "cache",
    "contextmanager", "asynccontextmanager", "update_wrapper", "run_coroutine_threadsafe",
    "start_soon", "intern", "fspath", "proxy", "ref", "MappingProxyType", "total_ordering",
    "dataclass", "staticmethod", "classmethod", "runtime_checkable", "singledispatch",
})  # fmt: skip
_LISTS = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed", "deque"})
_QUEUES = frozenset({"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"})
_CELLS = frozenset({"ContextVar", "Future", "create_future"})
_CALLERS = frozenset({
    "to_thread", "run_in_executor", "submit", "add_task", "call_soon", "call_later",
    "run_in_threadpool", "run_sync", "apply", "apply_async", "add_done_callback", "reduce",
    "call_soon_threadsafe", "call_at", "starmap", "map", "filter",
})  # fmt: skip
_TAKING = frozenset({"get", "get_nowait", "popleft", "pop", "result", "__next__", "__anext__"})
_ROWS = frozenset({"items", "enumerate", "zip"})
REST, KEYWORDS = -3, -4


def word_of(frame: Frame, node: int) -> str:
    """Return the last word of what a call calls."""
    data = frame.facts.nodes[node]
    func = frame.facts.nodes[data[1]]
    while func[0] in ("guard", "step", "await"):
        func = frame.facts.nodes[func[1]]
    if func[0] == "attr":
        return str(func[2])
    if func[0] == "import":
        return str(func[3] or func[2]).rpartition(".")[2]
    return str(func[1]) if func[0] in ("free", "cell") else ""


# -- what a call of something else gives -------------------------------------------------


def called(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, trace: Trace | None
) -> Value:
    """Return what a call of a builtin, an external or an unknown thing gives."""
    if isinstance(atom, Ext):
        return _external(machine, frame, node, atom, args)
    if isinstance(atom, Method):
        return _method(machine, frame, node, atom, args, trace)
    if isinstance(atom, Hole) and not atom.classes:
        return invoke.result_hole(machine, frame, node, atom, trace)
    if isinstance(atom, ExtVal) and atom.name.endswith("NewType") and args.pos:
        return args.pos[0].get(machine)
    if isinstance(atom, Obj) and atom.shape == "records":
        return {Obj(frame, node, "record", ()): None}
    if isinstance(atom, ExtVal) and atom.name.rpartition(".")[2] in _PASSING and args.pos:
        return args.pos[0].get(machine)
    return unknown()


def _external(machine: Machine, frame: Frame, node: int, atom: Ext, args: Args) -> Value:
    word = atom.name.rpartition(".")[2]
    folded = texts.external(machine, atom.name, args, frame)
    if folded is not None:
        return folded
    handler = _FUNCTIONS.get(word)
    if handler is not None:
        return handler(machine, frame, node, args)
    if word == "cast" and len(args.pos) > 1:
        return args.pos[1].get(machine)
    if word in _PASSING and args.pos:
        return args.pos[0].get(machine)
    if word in _CALLERS:
        return EMPTY if word != "filter" else _filtered(machine, frame, node, args)
    shape = "match" if atom.name in ("re.match", "re.fullmatch", "re.search") else _made_shape(word)
    if shape:
        return {Obj(frame, node, shape): None}
    if atom.name.startswith("?."):
        return unknown()
    kind = machine.words.kind_of_type(word)
    if kind and args.pos:
        return args.pos[0].get(machine)
    return {ExtVal(atom.name): None}


def _made_shape(word: str) -> str:
    if word in _LISTS or word in _QUEUES or word in ("gather", "chain", "from_iterable", "array"):
        return "list"
    if word in ("dict", "OrderedDict", "defaultdict", "asdict", "ChainMap"):
        return "dict"
    if word in _CELLS:
        return "cell"
    if word in ("partial", "partialmethod"):
        return "partial"
    if word == "namedtuple":
        return "records"
    if word in ("SimpleNamespace", "Namespace"):
        return "record"
    if word == "compile":
        return "pattern"
    return "rows" if word in ("enumerate", "zip") else ""


def _method(
    machine: Machine, frame: Frame, node: int, atom: Method, args: Args, trace: Trace | None
) -> Value:
    receiver, name = atom.receiver, atom.name
    mem = frame.facts.nodes[node][4]
    if isinstance(receiver, Obj):
        return _of_object(machine, frame, node, receiver, name, args, mem)
    if isinstance(receiver, Hole):
        if name in _KEEPING:
            return {receiver: trace}
        return _of_hole(machine, frame, node, receiver, name, args, mem, trace)
    if isinstance(receiver, Ident) and name == "startswith":
        return _truth(machine, frame, node, args)
    if isinstance(receiver, (Ident, Const)):
        return {receiver: trace} if name in _KEEPING else _of_text(machine, frame, receiver, name, args, mem)
    if isinstance(receiver, Super) and name == "__new__":
        return _made_by_new(machine, frame, node, receiver, args)
    if isinstance(receiver, Method) and receiver.name == "__dict__":
        return _of_fields(machine, frame, node, receiver, name, args)
    if name in ("get", "pop") and args.pos:
        return _named_key(machine, frame, node, args)
    if name in _CALLERS:
        return EMPTY if _callable_in(machine, args) is not None else unknown()
    if name in ("create_task", "start_soon") and args.pos:
        return args.pos[0].get(machine)
    return unknown()


def _made_by_new(
    machine: Machine, frame: Frame, node: int, receiver: Super, args: Args
) -> Value:
    """What ``super().__new__`` makes: an object, or the text that a text is made of."""
    if "str" in receiver.cls.foreign_words and len(args.pos) > 1:
        return args.pos[1].get(machine)
    made = [a.info for a in (args.pos[0].get(machine) if args.pos else ()) if isinstance(a, Cls)]
    return {Obj(frame, node, "instance", tuple(made)): None}


def _named_key(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    """``anything.get("run_id")`` is what the key says."""
    key = constant(args.pos[0].get(machine))
    if key is None or not isinstance(key.value, str):
        return unknown()
    return machine.named(unknown(), key.value, frame, frame.facts.nodes[node][6], "key")


def _of_text(
    machine: Machine, frame: Frame, receiver: Ident | Const, name: str, args: Args, mem: int
) -> Value:
    folded = texts.method(machine, receiver, name, args, frame) if isinstance(receiver, Const) else None
    if folded is not None:
        return folded
    if isinstance(receiver, Const) and name == "join" and args.pos:
        parts = attributes.sequence(machine, args.pos[0].get(machine), frame, mem)
        if parts is not None and len(parts) == 1:
            return parts[0]
        if parts is None or not receiver.value:
            return attributes.elements(machine, args.pos[0].get(machine), frame, mem)
    if isinstance(receiver, Const) and name == "format" and args.pos:
        if str(receiver.value).strip() in ("{}", "{0}", "{!s}"):
            return args.pos[0].get(machine)
    return unknown()


def _of_hole(
    machine: Machine,
    frame: Frame,
    node: int,
    hole: Hole,
    name: str,
    args: Args,
    mem: int,
    trace: Trace | None,
) -> Value:
    if name in ("get", "pop", "setdefault") and args.pos:
        key = constant(args.pos[0].get(machine))
        value = attributes.item(machine, {hole: None}, key, frame, mem)
        value = attributes.located_at(value, frame, frame.facts.nodes[node][6])
        rest = [args.pos[1].get(machine)] if len(args.pos) > 1 else []
        return union([value, *rest])
    if name in _TAKING and not args.pos:
        return memory.load(machine, hole, memory.item_field(None), frame, mem)
    if name in ("values", "items"):
        return {Obj(frame, node, "rows" if name == "items" else "values"): None}
    called = Hole(hole.owner, hole.name, (*hole.steps, ("attr", name)))
    return invoke.result_hole(machine, frame, node, called, trace)


def _of_fields(
    machine: Machine, frame: Frame, node: int, receiver: Method, name: str, args: Args
) -> Value:
    if name in ("get", "pop") and args.pos:
        key = constant(args.pos[0].get(machine))
        if key is not None:
            return attributes.item_of(machine, receiver, key, frame, frame.facts.nodes[node][4])
    return {receiver: None} if name == "copy" else unknown()


def _of_object(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args, mem: int
) -> Value:
    if obj.shape in ("instance", "record"):
        return _of_record(machine, frame, node, obj, name, args)
    if obj.shape == "generator":
        return invoke.yielded(machine, obj) if name in ("send", "asend", "__next__", "__anext__") else unknown()
    if obj.shape in ("dict", "keywords"):
        return _of_dict(machine, frame, node, obj, name, args, mem)
    if obj.shape == "pattern":
        return _of_pattern(machine, frame, node, obj, name, args)
    if obj.shape == "match":
        return _of_match(machine, obj, name, args)
    if name in _TAKING:
        key = constant(args.pos[0].get(machine)) if args.pos else None
        value = memory.load(machine, obj, memory.item_field(key), frame, mem)
        if obj.shape == "cell" and args.pos:
            return union([memory.load(machine, obj, memory.item_field(None), frame, mem), args.pos[0].get(machine)])
        return value
    if name in ("copy", "union", "__iter__", "__aiter__"):
        return {obj: None}
    return unknown()


def _of_pattern(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args
) -> Value:
    made = invoke.dispatch(machine, obj.frame, obj.node).args
    pattern = constant(made.pos[0].get(machine)) if made.pos else None
    if name not in ("match", "fullmatch", "search"):
        return unknown()
    found = texts.searched(machine, pattern, name, [*args.pos[:1], *made.pos[1:2]], frame)
    return found if found is not None else {Obj(frame, node, "match"): None}


def _of_match(machine: Machine, obj: Obj, name: str, args: Args) -> Value:
    """A match's group 0 is what was matched, which may be the whole text."""
    key = constant(args.pos[0].get(machine)) if args.pos else Const(0, "int")
    if name in ("group", "__getitem__") and key is not None and key.value == 0:
        given = invoke.dispatch(machine, obj.frame, obj.node).args.pos[:2]
        return given[-1].get(machine) if given else unknown()
    return unknown()


def _of_dict(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args, mem: int
) -> Value:
    if name in ("get", "pop", "setdefault") and args.pos:
        key = constant(args.pos[0].get(machine))
        value = memory.load(machine, obj, memory.item_field(key), frame, mem)
        names = known_keys(machine, obj, frame, mem)
        if key is not None and names is not None and key.value in names and value:
            return value
        rest = args.pos[1].get(machine) if len(args.pos) > 1 else const(None)
        if not value and key is not None and names is None:
            value = machine.named(unknown(), str(key.value), frame, frame.facts.nodes[node][6], "key")
        return union([value, rest])
    if name == "popitem":
        return {Obj(frame, node, "row"): None}
    if name in ("values", "items"):
        return {Obj(frame, node, "rows" if name == "items" else "values"): None}
    if name == "keys":
        return {obj: None}
    return {obj: None} if name == "copy" else unknown()


def _of_record(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args
) -> Value:
    if name in ("_replace", "model_copy", "copy"):
        return {Obj(frame, node, "instance", obj.classes): None}
    if name in ("_asdict", "model_dump", "dict", "to_dict"):
        return {Method(obj, "__dict__"): None}
    if name == "get" and args.pos:
        key = constant(args.pos[0].get(machine))
        if key is not None:
            return attributes.item_of(machine, obj, key, frame, frame.facts.nodes[node][4])
    return unknown()


# -- builtin functions -----------------------------------------------------------------------


def _getattr(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    name = constant(args.pos[1].get(machine)) if len(args.pos) > 1 else None
    if name is None or not isinstance(name.value, str):
        return unknown()
    data = frame.facts.nodes[node]
    value = attributes.load(machine, args.pos[0].get(machine), name.value, frame, data[4])
    value = attributes.located_at(value, frame, data[6])
    value = machine.named(value, name.value, frame, data[6], "attribute")
    return union([value, args.pos[2].get(machine)]) if len(args.pos) > 2 else value


def _next(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if not args.pos:
        return unknown()
    value, mem = args.pos[0].get(machine), frame.facts.nodes[node][4]
    given = frame.facts.nodes[args.pos[0].node] if args.pos[0].frame is frame else ("",)
    if given[0] == "call" and word_of(frame, args.pos[0].node) == "iter":
        parts = attributes.sequence(machine, value, frame, mem)
        if parts:
            return parts[0]
    element = attributes.elements(machine, value, frame, mem)
    return union([element, args.pos[1].get(machine)]) if len(args.pos) > 1 else element


def _type(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if len(args.pos) != 1:
        return unknown()
    found = {Cls(c): None for a in args.pos[0].get(machine) for c in attributes.classes_of(a)}
    return found or unknown()  # type: ignore[return-value]


def _super(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    scope: Frame | None = frame
    while scope is not None and getattr(scope.info, "cls", None) is None:
        scope = scope.closure
    if scope is None or not isinstance(scope.info, FunctionInfo) or not scope.info.params:
        return unknown()
    assert scope.info.cls is not None
    this = invoke.parameter(machine, scope, scope.info.params[0].arg)
    return {Super(atom, scope.info.cls): None for atom in this}


def _vars(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    return {Method(atom, "__dict__"): None for atom in (args.pos[0].get(machine) if args.pos else ())}


def _extreme(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if len(args.pos) == 1:
        return attributes.elements(machine, args.pos[0].get(machine), frame, frame.facts.nodes[node][4])
    return union([arg.get(machine) for arg in args.pos])


def _len(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    value = args.pos[0].get(machine) if args.pos else unknown()
    text = constant(value)
    if text is not None and isinstance(text.value, (str, bytes)):
        return const(len(text.value))
    parts = attributes.sequence(machine, value, frame, frame.facts.nodes[node][4])
    return const(len(parts)) if parts is not None else unknown()


def _replace(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    found: Value = {}
    for atom in args.pos[0].get(machine) if args.pos else ():
        if isinstance(atom, (Obj, Hole)):
            found[Obj(frame, node, "instance", attributes.classes_of(atom))] = None
    return found or unknown()


def _copied(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    found: Value = {}
    for atom, trace in (args.pos[0].get(machine) if args.pos else EMPTY).items():
        if isinstance(atom, Obj) and atom.shape == "instance":
            found[Obj(frame, node, "instance", atom.classes)] = None
        else:
            found[atom] = trace
    return found


def _truth(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    from netra_lint.flow import conditions

    told = conditions.call_truth(machine, frame.facts.nodes[node], frame)
    return unknown() if told is None else const(told)


def _slice_of(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    if not args.pos:
        return unknown()
    return {Obj(frame, node, "list"): None}


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "getattr": _getattr, "next": _next, "anext": _next, "type": _type, "super": _super,
    "vars": _vars, "min": _extreme, "max": _extreme, "len": _len, "replace": _replace,
    "copy": _copied, "deepcopy": _copied, "isinstance": _truth, "bool": _truth,
    "hasattr": _truth, "callable": _truth, "any": _truth, "all": _truth, "islice": _slice_of, "choice": _extreme,
    "asdict": _vars,
}  # fmt: skip


def record_names(machine: Machine, record: Obj) -> list[str]:
    """Return the fields of a ``namedtuple``'s instance, in order."""
    data = record.frame.facts.nodes[record.node]
    for atom in machine.eval(data[1], record.frame):
        if isinstance(atom, Obj) and atom.shape == "records":
            args = invoke.dispatch(machine, atom.frame, atom.node).args
            given = args.get(1, "field_names")
            value = given.get(machine) if given is not None else unknown()
            text = constant(value)
            if text is not None:
                return str(text.value).replace(",", " ").split()
            parts = attributes.sequence(machine, value, atom.frame, 0) or []
            return [str(name.value) for part in parts for name in (constant(part),) if name]
    return []


def record_field(machine: Machine, record: Obj, name: str) -> Value:
    """Return a field of a ``namedtuple``'s instance or of a namespace."""
    args = invoke.dispatch(machine, record.frame, record.node).args
    if name in args.kw:
        return args.kw[name].get(machine)
    names = record_names(machine, record)
    if name in names and names.index(name) < len(args.pos):
        return args.pos[names.index(name)].get(machine)
    if args.extra is not None:
        return containers.spread(machine, args.extra.get(machine), name, args.extra.frame, 0)
    return unknown()


# -- functions that call what they are given -----------------------------------------------


def enter_given(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, found: Dispatch
) -> None:
    """Add what an unknown function calls of the functions that it is given."""
    word = atom.name.rpartition(".")[2] if isinstance(atom, (Ext, Method)) else ""
    position = _callable_in(machine, args)
    if word in ("partial", "partialmethod") or (word in _PASSING and word != "start_soon"):
        return
    if position is not None:
        _enter_position(machine, frame, node, word, args, position, found)
        return
    for name in ("target", "callback", "func", "fn"):
        arg = args.kw.get(name)
        if arg is not None and any(_is_callable(a) for a in arg.get(machine)):
            given = args.kw.get("args")
            parts = attributes.sequence(machine, given.get(machine), frame, 0) if given else None
            pos = [Arg(frame, given.node, given.place, part) for part in parts or () if given]
            keywords = args.kw.get("kwargs")
            inner = Args(pos, {}, None, keywords)
            for callee in arg.get(machine):
                _call_back(machine, frame, node, callee, inner, found, False)


def _enter_position(
    machine: Machine, frame: Frame, node: int, word: str, args: Args, position: int, found: Dispatch
) -> None:
    rest = args.after(position + 1)
    if word in ("map", "filter", "starmap", "reduce"):
        mem = frame.facts.nodes[node][4]
        rest = Args([
            Arg(a.frame, a.node, a.place, attributes.elements(machine, a.get(machine), frame, mem))
            for a in rest.pos
        ])  # fmt: skip
    results = word in _CALLERS and word not in ("add_done_callback", "filter")
    for callee in args.pos[position].get(machine):
        _call_back(machine, frame, node, callee, rest, found, results)


def _call_back(
    machine: Machine, frame: Frame, node: int, callee: Atom, args: Args, found: Dispatch, results: bool
) -> None:
    if not _is_callable(callee):
        if isinstance(callee, Method):
            found.others.append((callee, args, None))
        return
    inner = Dispatch(args)
    invoke.enter_atom(machine, frame, node, callee, args, inner)
    found.callbacks += inner.entered
    found.others += inner.others
    if results:
        found.entered += [c for c in inner.entered if c not in found.entered]
        found.values += inner.values


def _is_callable(atom: Atom) -> bool:
    return isinstance(atom, Fn) or (isinstance(atom, Obj) and atom.shape == "partial")


_NEVER_CALLED = frozenset({
    "const", "dict", "sequence", "text", "compare", "binary", "many", "manydict", "not", "slice",
})  # fmt: skip


def _callable_in(machine: Machine, args: Args) -> int | None:
    for index, arg in enumerate(args.pos):
        if arg.frame.facts.nodes[arg.node][0] in _NEVER_CALLED:
            continue
        if any(_is_callable(a) or _routes(machine, a) for a in arg.get(machine)):
            return index
    return None


def _routes(machine: Machine, atom: Atom) -> bool:
    return isinstance(atom, Method) and machine.words.routing_method(atom.name) is not None


def _filtered(machine: Machine, frame: Frame, node: int, args: Args) -> Value:
    return {Obj(frame, node, "list"): None}


# -- what is in what they make ----------------------------------------------------------------


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
    parts = _rest_parts(machine, target)
    args = target.frame.args
    star = args.star.get(machine) if args is not None and args.star is not None else EMPTY
    if isinstance(key, int) and not isinstance(key, bool):
        if -len(parts) <= key < len(parts):
            return parts[key]
        return star
    return union([*parts, star])


def _rest_parts(machine: Machine, target: Obj) -> list[Value]:
    info, args = target.frame.info, target.frame.args
    assert isinstance(info, FunctionInfo)
    if args is None:
        return []
    this = target.frame.this
    names = max(len(info.params) - (this is not None), 0)
    first: list[Value] = [{this: None}] if this is not None and not info.params else []
    return first + [
        invoke._passed(machine, target.frame, info, info.node.args.vararg.arg, a.get(machine), a)  # type: ignore[union-attr]
        for a in args.pos[names:]
    ]


def _keywords(machine: Machine, target: Obj, key: object) -> Value:
    args, info = target.frame.args, target.frame.info
    assert isinstance(info, FunctionInfo)
    if args is None:
        return EMPTY
    name = info.node.args.kwarg.arg  # type: ignore[union-attr]
    own = _own_keywords(info)
    if isinstance(key, str) and key != containers.ANY:
        arg = args.kw.get(key) if key not in own else None
        if arg is not None:
            return invoke._passed(machine, target.frame, info, name, arg.get(machine), arg)
        if args.extra is not None:
            call = target.frame.caller.facts.nodes[target.frame.call]  # type: ignore[union-attr]
            return containers.spread(machine, args.extra.get(machine), key, args.extra.frame, call[4])
        return EMPTY
    return union([
        invoke._passed(machine, target.frame, info, name, arg.get(machine), arg)
        for word, arg in args.kw.items()
        if word not in own
    ])  # fmt: skip


def _own_keywords(info: FunctionInfo) -> set[str]:
    """Return the keywords that do not go to ``**kwargs``."""
    return set(info.every_param) - {param.arg for param in info.node.args.posonlyargs}


def _row(
    machine: Machine, target: Obj, args: Args, word: str, key: object, mem: int
) -> Value:
    frame = target.frame
    if word in ("enumerate", "zip"):
        columns = [attributes.elements(machine, a.get(machine), frame, mem) for a in args.pos]
        if word == "enumerate":
            columns = [unknown(), *columns[:1]]
    else:
        func = frame.facts.nodes[frame.facts.nodes[target.node][1]]
        holder = machine.eval(func[1], frame)
        values = union([attributes.item_of(machine, a, None, frame, mem) for a in holder])
        names = union([keys(machine, a) if isinstance(a, Obj) else unknown() for a in holder])
        columns = [names, values]
    if isinstance(key, int) and -len(columns) <= key < len(columns):
        return columns[key]
    return union(columns)


def _values(machine: Machine, target: Obj, data: Node) -> Value:
    func = target.frame.facts.nodes[data[1]]
    holder = machine.eval(func[1], target.frame)
    return union([attributes.item_of(machine, a, None, target.frame, data[4]) for a in holder])


def _made_dict(machine: Machine, target: Obj, args: Args, key: object, mem: int) -> Value:
    parts: list[Value] = []
    if key in args.kw:
        return args.kw[key].get(machine)  # type: ignore[index]
    if key == containers.ANY:
        parts += [arg.get(machine) for arg in args.kw.values()]
    for arg in (*args.pos[:1], *([args.extra] if args.extra else ())):
        value = arg.get(machine)
        rows = attributes.sequence(machine, value, arg.frame, mem)
        if rows is not None:
            parts += [_pair(machine, row, key, arg.frame, mem) for row in rows]
        else:
            parts.append(containers.spread(machine, value, key, arg.frame, mem))
    return union(parts)


def _pair(machine: Machine, row: Value, key: object, frame: Frame, mem: int) -> Value:
    name, value = (attributes.item(machine, row, Const(i, "int"), frame, mem) for i in (0, 1))
    known = constant(name)
    return value if known is None or key in (known.value, containers.ANY) else EMPTY


def _made_list(
    machine: Machine, target: Obj, args: Args, word: str, key: object, mem: int
) -> Value:
    parts = _list_parts(machine, target, args, word, mem)
    if parts is not None and isinstance(key, int) and not isinstance(key, bool):
        return parts[key] if -len(parts) <= key < len(parts) else EMPTY
    if parts is not None:
        return union(parts)
    if word in _QUEUES:
        return EMPTY
    sources = args.pos[1:] if word == "filter" else args.pos[:1] if word in _LISTS else args.pos
    found = union([
        attributes.elements(machine, a.get(machine), target.frame, mem) for a in sources
    ])  # fmt: skip
    if word in ("from_iterable",):
        return attributes.elements(machine, found, target.frame, mem)
    if word == "filter" and args.pos:
        return _kept(machine, target, args, found)
    return union([found, args.star.get(machine)]) if args.star is not None else found


def _kept(machine: Machine, target: Obj, args: Args, found: Value) -> Value:
    """What ``filter`` lets through, as far as its function tells."""
    from netra_lint.flow import conditions

    func = args.pos[0].get(machine)
    if constant(func) is not None:
        return conditions.filtered(machine, found, frozenset({"truthy"}))
    for child in invoke.dispatch(machine, target.frame, target.node).callbacks:
        names = list(child.facts.params)
        if not names:
            continue
        about = child.facts.params[names[-1]]
        facts = [
            conditions.told_by(machine, e.node, 1, about, child, 1) for e in child.facts.returns if e.place
        ]
        if facts:
            found = conditions.filtered(machine, found, frozenset.intersection(*facts))
    return found


def _list_parts(
    machine: Machine, target: Obj, args: Args, word: str, mem: int
) -> list[Value] | None:
    if word == "gather":
        return [arg.get(machine) for arg in args.pos] if args.star is None else None
    if word in _LISTS:
        if not args.pos:
            return []
        parts = attributes.sequence(machine, args.pos[0].get(machine), target.frame, mem)
        if parts is not None and word == "reversed":
            return parts[::-1]
        return None if word in ("sorted", "set", "frozenset") else parts
    return None


# -- looking into containers ----------------------------------------------------------------


def keys(machine: Machine, obj: Obj) -> Value:
    """Return the keys of a dictionary."""
    data = obj.frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    parts: list[Value] = []
    if data[0] == "dict":
        parts = [machine.eval(k, obj.frame) for k, _ in data[1] if k >= 0]
    elif data[0] == "manydict":
        parts = [machine.eval(data[1], obj.frame)]
    home = obj.frame
    for state in home.facts.mems:
        if state[0] == "item" and obj in machine.eval(state[2], home):
            parts.append(machine.eval(state[3], home))
    return union(parts) if parts else unknown()


def known_keys(machine: Machine, atom: Atom, frame: Frame, mem: int) -> list[str] | None:
    """Return the keys of a mapping, or None when they cannot be told."""
    if isinstance(atom, Method) and atom.name == "__dict__":
        names = [n for c in attributes.classes_of(atom.receiver) for n in attributes.record_fields(c)]
        return names or None
    if not isinstance(atom, Obj):
        return None
    if atom.shape == "keywords":
        return _keyword_names(machine, atom)
    if atom.shape == "instance":
        return [n for c in atom.classes for n in attributes.record_fields(c)] or None
    data = atom.frame.facts.nodes[atom.node] if atom.node >= 0 else ("",)
    found: list[str] | None = None
    if data[0] == "dict":
        found = _display_keys(machine, atom, data)
    elif data[0] == "call" and word_of(atom.frame, atom.node) == "dict":
        args = invoke.dispatch(machine, atom.frame, atom.node).args
        found = list(args.kw) if not args.pos and args.extra is None else None
    if found is None or frame is not atom.frame:
        return found if found is not None and not _grows(machine, atom) else None
    return _with_stored(machine, atom, found, frame)


def _keyword_names(machine: Machine, atom: Obj) -> list[str] | None:
    args, info = atom.frame.args, atom.frame.info
    if args is None or not isinstance(info, FunctionInfo) or args.extra is not None:
        return None
    return [name for name in args.kw if name not in _own_keywords(info)]


def _display_keys(machine: Machine, atom: Obj, data: Node) -> list[str] | None:
    found: list[str] = []
    for key, value in data[1]:
        if key >= 0:
            known = constant(machine.eval(key, atom.frame))
            if known is None:
                return None
            found.append(known.value)  # type: ignore[arg-type]
            continue
        other = only(machine.eval(value, atom.frame))
        names = known_keys(machine, other, atom.frame, data[2]) if other is not None else None
        if names is None:
            return None
        found += names
    return found


def _grows(machine: Machine, atom: Obj) -> bool:
    return any(
        s[0] == "item" and atom in machine.eval(s[2], atom.frame) for s in atom.frame.facts.mems
    )


def _with_stored(
    machine: Machine, atom: Obj, found: list[str], frame: Frame
) -> list[str] | None:
    for state in frame.facts.mems:
        if state[0] == "item" and atom in machine.eval(state[2], frame):
            key = constant(machine.eval(state[3], frame))
            if key is None:
                return None
            found.append(key.value)  # type: ignore[arg-type]
        if state[0] == "call":
            data = frame.facts.nodes[state[2]]
            func = frame.facts.nodes[data[1]]
            if func[0] == "attr" and func[2] in ("update", "setdefault"):
                if atom in machine.eval(func[1], frame):
                    return None
    return found


def sequence_of(machine: Machine, atom: Obj, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a list or tuple one by one, or None when they cannot be told."""
    if atom.shape == "rest":
        args = atom.frame.args
        return _rest_parts(machine, atom) if args is not None and args.star is None else None
    if atom.node < 0:
        return None
    data = atom.frame.facts.nodes[atom.node]
    if data[0] == "sequence":
        parts = containers.display(machine, atom)
        if parts is None or data[1] == "tuple" or not _changes(machine, atom, frame):
            return parts
        return _with_appended(machine, atom, parts, frame)
    if data[0] == "call" and atom.shape == "list":
        if _changes(machine, atom, frame):
            return None
        args = invoke.dispatch(machine, atom.frame, atom.node).args
        return _list_parts(machine, atom, args, word_of(atom.frame, atom.node), data[4])
    if data[0] == "call" and atom.shape == "rows":
        return _row_parts(machine, atom, data)
    if data[0] == "call" and atom.shape == "row":
        return [memory.load(machine, atom, ("item", i), frame, mem) for i in (0, 1)]
    if data[0] == "slice":
        return _slice_parts(machine, atom.frame, data)
    if data[0] == "binary":
        return _sum_parts(machine, atom.frame, data)
    return None


def _row_parts(machine: Machine, atom: Obj, data: Node) -> list[Value] | None:
    return None


def _changes(machine: Machine, atom: Obj, frame: Frame) -> bool:
    """Whether a list may be changed after it was made."""
    for at in {frame, atom.frame}:
        for state in at.facts.mems:
            if state[0] == "item" and atom in machine.eval(state[2], at):
                return True
            if state[0] == "call":
                data = at.facts.nodes[state[2]]
                func = at.facts.nodes[data[1]]
                if func[0] == "attr" and func[2] in memory.MUTATORS:
                    if atom in machine.eval(func[1], at):
                        return True
    return False


def _with_appended(
    machine: Machine, atom: Obj, parts: list[Value], frame: Frame
) -> list[Value] | None:
    """A display that is only appended to, on the one way to its end."""
    if frame is not atom.frame or any(s[0] == "phi" for s in frame.facts.mems):
        return None
    found = list(parts)
    for state in frame.facts.mems:
        if state[0] == "item" and atom in machine.eval(state[2], frame):
            key = constant(machine.eval(state[3], frame))
            if key is None or not isinstance(key.value, int) or not -len(found) <= key.value < len(found):
                return None
            found[key.value] = machine.eval(state[4], frame)
        elif state[0] == "call":
            data = frame.facts.nodes[state[2]]
            func = frame.facts.nodes[data[1]]
            if func[0] == "attr" and func[2] in memory.MUTATORS and atom in machine.eval(func[1], frame):
                if func[2] != "append" or not data[2]:
                    return None
                found.append(machine.eval(data[2][0][0], frame))
    return found


# -- operators --------------------------------------------------------------------------------


def sliced(machine: Machine, data: Node, frame: Frame, node: int) -> Value:
    """Return a part of a text or sequence."""
    low, high = (constant(machine.eval(n, frame)) for n in data[2:4])
    base = machine.eval(data[1], frame)
    whole = low is not None and low.value in (None, 0) and high is not None and high.value is None
    found: Value = {}
    for atom, trace in base.items():
        folded = _text_part(atom, low, high) if isinstance(atom, Const) and not data[4] else None
        if folded is not None:
            found.update(folded)
        elif isinstance(atom, (Ident, Const)):
            found.update({atom: trace} if whole else unknown())
        elif isinstance(atom, (Obj, Hole)):
            found[Obj(frame, node, "list")] = None
        else:
            found[UNKNOWN] = None
    return found


def _text_part(atom: Const, low: Const | None, high: Const | None) -> Value | None:
    return texts.part(atom.value, low.value, high.value) if low and high else None


def _slice_parts(machine: Machine, frame: Frame, data: Node) -> list[Value] | None:
    low, high = (constant(machine.eval(n, frame)) for n in data[2:4])
    parts = attributes.sequence(machine, machine.eval(data[1], frame), frame, frame.facts.exit_mem)
    if parts is None or low is None or high is None or data[4]:
        return None
    return parts[low.value : high.value]  # type: ignore[misc]


def _sum_parts(machine: Machine, frame: Frame, data: Node) -> list[Value] | None:
    if data[1] != "Add":
        return None
    both = [
        attributes.sequence(machine, machine.eval(n, frame), frame, frame.facts.exit_mem)
        for n in data[2:4]
    ]
    return None if None in both else [*both[0], *both[1]]  # type: ignore[misc]


def text(machine: Machine, parts: tuple[int, ...], frame: Frame) -> Value:
    """Return what a formatted string is: an id where it keeps one whole."""
    values = [machine.eval(part, frame) for part in parts]
    if not values:
        return const("")
    known = [c.value for c in map(constant, values) if c is not None]
    if len(known) == len(values) and all(texts.is_whole(each) for each in known):
        return const("".join(map(str, known)))
    first = constant(values[0])
    if first is not None and isinstance(first.value, str):
        if not first.value.strip():
            return text(machine, parts[1:], frame)
        if len(values) > 1 or True:
            return const(first.value + ("…" if len(values) > 1 else ""))
    rest = [constant(value) for value in values[1:]]
    if all(c is not None and not str(c.value).strip() for c in rest):
        return values[0]
    return unknown()


def binary(machine: Machine, data: Node, frame: Frame, node: int) -> Value:
    """Return what an operator gives."""
    _, operator, left_node, right_node = data
    left, right = machine.eval(left_node, frame), machine.eval(right_node, frame)
    if any(isinstance(a, Obj) and a.shape in ("list", "dict", "keywords") for a in (*left, *right)):
        shape = "dict" if operator == "BitOr" else "list"
        return {Obj(frame, node, shape): None}
    if operator == "Add":
        return _added(left, right)
    if operator == "Mod":
        template = constant(left)
        if template is not None and str(template.value).strip() == "%s":
            parts = attributes.sequence(machine, right, frame, 0)
            return parts[0] if parts else right
        if template is not None and isinstance(template.value, str):
            return const(template.value)
    return unknown()


def _added(left: Value, right: Value) -> Value:
    first, second = constant(left), constant(right)
    if second is not None and not str(second.value).strip():
        return left
    if first is not None and isinstance(first.value, str):
        if not first.value.strip():
            return right
        if second is not None and isinstance(second.value, str):
            return const(first.value + second.value)
        return const(first.value + "…")
    return unknown()


def operated(machine: Machine, target: Obj, data: Node, key: object) -> Value:
    """Return an item of what an operator or slice made."""
    frame = target.frame
    parts = sequence_of(machine, target, frame, 0)
    if parts is not None and isinstance(key, int):
        return parts[key] if -len(parts) <= key < len(parts) else EMPTY
    nodes = data[1:2] if data[0] == "slice" else data[2:4]
    values = [machine.eval(n, frame) for n in nodes]
    if target.shape == "dict":
        found = [containers.spread(machine, v, key, frame, frame.facts.exit_mem) for v in values]
        return found[1] if found[1] and UNKNOWN not in found[1] else union(found)
    return union([attributes.elements(machine, v, frame, frame.facts.exit_mem) for v in values])


# -- blocks ------------------------------------------------------------------------------------


def entered(machine: Machine, value: Value, frame: Frame, mem: int) -> Value:
    """Return what ``with value as x`` gives to ``x``."""
    parts: list[Value] = []
    for atom, trace in value.items():
        methods = [
            m for name in ("__aenter__", "__enter__")
            for m in attributes.members(machine, atom, attributes.classes_of(atom), name)
        ]  # fmt: skip
        if methods:
            parts += [invoke.got(machine, Fn(m, None, atom), frame) for m, _ in methods[:1]]
        elif isinstance(atom, Obj) and atom.shape == "generator":
            parts.append(invoke.yielded(machine, atom))
        else:
            parts.append({atom: trace})
    return union(parts)


def awaited(machine: Machine, value: Value, frame: Frame) -> Value:
    """Return what ``await value`` gives."""
    parts: list[Value] = []
    for atom, trace in value.items():
        if isinstance(atom, Obj) and atom.shape == "cell":
            found = memory.load(machine, atom, memory.item_field(None), frame, frame.facts.exit_mem)
            parts.append(found or unknown())
            continue
        methods = attributes.members(machine, atom, attributes.classes_of(atom), "__await__")
        if methods:
            parts.append(invoke.got(machine, Fn(methods[0][0], None, atom), frame))
        else:
            parts.append({atom: trace})
    return union(parts)


def caught(machine: Machine, data: Node, frame: Frame) -> Value:
    """Return what an exception handler gets: what may be raised in its block."""
    kinds = machine.eval(data[1], frame)
    wanted = [atom for atom in kinds if isinstance(atom, Cls)]
    holder = only(kinds)
    if isinstance(holder, Obj):
        parts = attributes.sequence(machine, kinds, frame, frame.facts.exit_mem) or []
        wanted = [a for part in parts for a in part if isinstance(a, Cls)]
    found = [machine.eval(node, frame) for node in data[2]]
    for call in data[3]:
        for child in invoke.dispatch(machine, frame, call).entered:
            found += _raised_in(machine, child, 3)
    value: Value = {
        atom: trace
        for atom, trace in union(found).items()
        if isinstance(atom, Obj) and _is_caught(atom, wanted)
    }
    return value or unknown()


def _raised_in(machine: Machine, child: Frame, depth: int) -> list[Value]:
    found = [
        machine.eval(e.node, child) for e in child.facts.raises if machine.reached(e.path, child)
    ]
    if depth:
        for call in child.facts.calls:
            for inner in invoke.dispatch(machine, child, call).entered:
                found += _raised_in(machine, inner, depth - 1)
    return found


def _is_caught(atom: Obj, wanted: list[Cls]) -> bool:
    if not wanted or not atom.classes:
        return True
    return any(cls.info in atom.classes[0].mro for cls in wanted)


_ = (ClassInfo, Mod, ExtVal, globals)
