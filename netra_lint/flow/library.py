"""What calls of Python's own functions and methods, and of unknown ones, give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    blocks,
    contents,
    exact,
    functions,
    given,
    invoke,
    looking,
    memory,
    picking,
    returning,
    strings,
    subscripts,
    tasks,
    texts,
)
from netra_lint.flow.values import (
    EMPTY,
    Cls,
    Const,
    Ext,
    ExtVal,
    Hole,
    Ident,
    Method,
    Obj,
    Super,
    Unknown,
    Value,
    const,
    constant,
    is_new_type,
    keys_of,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom, Trace

_HANDING = frozenset({"enter_context", "enter_async_context"})
_TAKING = frozenset({"get", "get_nowait", "popleft", "pop", "result", "__next__", "__anext__"})


_KEEPING = frozenset({
    "strip", "lstrip", "rstrip", "lower", "casefold", "encode", "decode", "__str__", "copy",
    "__aiter__", "__iter__", "__await__", "__enter__", "__aenter__", "removesuffix", "with_name",
})  # fmt: skip


PASSING = frozenset({
    "str", "deepcopy", "copy", "wait_for", "shield", "create_task", "ensure_future", "run",
    "run_until_complete", "nullcontext", "closing", "aclosing", "iter", "aiter",
    "RunID", "UserID", "ThreadID", "RunId", "UserId", "ThreadId", "lru_cache", "cache",
    "contextmanager", "asynccontextmanager", "update_wrapper", "run_coroutine_threadsafe",
    "start_soon", "intern", "fspath", "proxy", "ref", "MappingProxyType", "total_ordering",
    "dataclass", "staticmethod", "classmethod", "runtime_checkable", "singledispatch",
    "singledispatchmethod", "quote", "quote_plus", "unquote", "unquote_plus", "escape", "unescape",
})  # fmt: skip


_CELLS = frozenset({"ContextVar", "Future", "create_future"})


def called(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, trace: Trace | None
) -> Value:
    """Return what a call of a builtin, an external or an unknown thing gives."""
    if isinstance(atom, Ext):
        return _external(machine, frame, node, atom, args)
    if isinstance(atom, Method):
        return _method(machine, frame, node, atom, args, trace)
    if isinstance(atom, Hole) and not atom.classes:
        return returning.result_hole(machine, frame, node, atom)
    if is_new_type(atom) and args.pos:
        return args.pos[0].get(machine)
    if isinstance(atom, Obj) and atom.shape == "getter":
        return picking.picked(machine, frame, node, atom, args)
    if isinstance(atom, Obj) and atom.shape == "records":
        return {Obj(frame, node, "record", ()): None}
    if isinstance(atom, ExtVal) and atom.name.rpartition(".")[2] in PASSING and args.pos:
        return args.pos[0].get(machine)
    return unknown()


def _external(machine: Machine, frame: Frame, node: int, atom: Ext, args: Args) -> Value:
    word = atom.name.rpartition(".")[2]
    folded = texts.external(machine, atom.name, args, frame)
    if folded is not None:
        return folded
    if atom.name == f"str.{word}" and word in _KEEPING and args.pos:
        return args.pos[0].get(machine)
    handler = functions.FUNCTIONS.get(word)
    if handler is not None:
        return handler(machine, frame, node, args)
    if word in ("cast", "sleep") and len(args.pos) > 1:
        return args.pos[1].get(machine)
    if word in PASSING and args.pos:
        return args.pos[0].get(machine)
    if word in given.MAPPING or word == "filter":
        return {Obj(frame, node, "list"): None}
    if picking.folds(atom):
        return picking.folded(machine, frame, node, args)
    if word in given.CALLERS:
        return EMPTY
    if word == "fromkeys":
        return {Obj(frame, node, "dict"): None}
    shape = "match" if atom.name in ("re.match", "re.fullmatch", "re.search") else _made_shape(word)
    if shape:
        return {Obj(frame, node, shape): None}
    if atom.name.startswith("?."):
        return unknown()
    kind = machine.words.kind_of_type(word)
    if kind and args.pos:
        return args.pos[0].get(machine)
    return {ExtVal(atom.name): None}


_LISTED = frozenset({
    "gather", "chain", "from_iterable", "array", "wait", "as_completed", "repeat", "cycle",
    "accumulate", "nlargest", "nsmallest", "islice",
})  # fmt: skip


def _made_shape(word: str) -> str:
    if word in contents.LISTS or word in contents.QUEUES or word in _LISTED:
        return "list"
    if word in ("dict", "OrderedDict", "defaultdict", "asdict", "ChainMap"):
        return "dict"
    if word in _CELLS:
        return "cell"
    if word in ("partial", "partialmethod"):
        return "partial"
    if word in picking.SHAPES:
        return picking.SHAPES[word]
    if word == "namedtuple":
        return "records"
    if word in ("SimpleNamespace", "Namespace") or blocks.is_error(word):
        return "record"
    if word == "Template":
        return "template"
    if word == "compile":
        return "pattern"
    return "rows" if word in ("enumerate", "zip", "groupby") else ""


def _method(
    machine: Machine, frame: Frame, node: int, atom: Method, args: Args, trace: Trace | None
) -> Value:
    receiver, name = atom.receiver, atom.name
    if name == "create_future":
        return {Obj(frame, node, "cell"): None}
    kept_in = isinstance(receiver, Obj) and receiver.shape in ("cell", "record")
    if name in ("result", "exception") and not (kept_in or isinstance(receiver, (Hole, Unknown))):
        return {receiver: trace}
    if name in _HANDING and args.pos and not isinstance(receiver, (Ident, Const)):
        return blocks.entered(machine, args.pos[0].get(machine), frame)
    mem = frame.facts.nodes[node][4]
    if isinstance(receiver, Obj):
        return _of_object(machine, frame, node, receiver, name, args, mem)
    if isinstance(receiver, Hole):
        if name in _KEEPING:
            return {receiver: _trace_of(machine, frame, node, receiver, trace)}
        return _of_hole(machine, frame, node, receiver, name, args, mem, trace)
    if isinstance(receiver, Ident) and name == "startswith":
        return functions.truth(machine, frame, node, args)
    if isinstance(receiver, (Ident, Const)):
        return (
            {receiver: trace}
            if name in _KEEPING
            else strings.method(machine, frame, node, receiver, name, args, trace)
        )
    if isinstance(receiver, Super) and name == "__new__":
        return _made_by_new(machine, frame, node, receiver, args)
    if isinstance(receiver, Method) and receiver.name == "__dict__":
        return _of_fields(machine, frame, node, receiver, name, args)
    if name in ("get", "pop") and args.pos:
        return _named_key(machine, frame, node, args)
    if name in given.MAPPING and given.callable_in(machine, args) is not None:
        return {Obj(frame, node, "list"): None}
    if name in given.CALLERS:
        return EMPTY if given.callable_in(machine, args) is not None else unknown()
    if name in ("create_task", "start_soon") and args.pos:
        return tasks.started(args.pos[0].get(machine))
    return unknown()


def _trace_of(
    machine: Machine, frame: Frame, node: int, receiver: Hole, trace: Trace | None
) -> Trace | None:
    """Return how something came to where a method of it is called, before the method is read."""
    func = frame.facts.nodes[frame.facts.nodes[node][1]]
    while func[0] in ("guard", "step"):
        func = frame.facts.nodes[func[1]]
    before = machine.eval(func[1], frame) if func[0] == "attr" else EMPTY
    return before.get(receiver) or trace


def _made_by_new(machine: Machine, frame: Frame, node: int, receiver: Super, args: Args) -> Value:
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
        value = subscripts.item(machine, {hole: None}, key, frame, mem)
        value = attributes.located_at(value, frame, frame.facts.nodes[node][6])
        rest = [args.pos[1].get(machine)] if len(args.pos) > 1 else []
        return union([value, *rest])
    if name in _TAKING and not args.pos:
        return memory.load(machine, hole, memory.item_field(None), frame, mem)
    if name in ("values", "items"):
        return {Obj(frame, node, "rows" if name == "items" else "values"): None}
    called = Hole(hole.owner, hole.name, (*hole.steps, ("attr", name)))
    return returning.result_hole(machine, frame, node, called)


def _of_fields(
    machine: Machine, frame: Frame, node: int, receiver: Method, name: str, args: Args
) -> Value:
    if name in ("get", "pop") and args.pos:
        key = constant(args.pos[0].get(machine))
        if key is not None:
            return subscripts.item_of(machine, receiver, key, frame, frame.facts.nodes[node][4])
    if name in ("items", "values"):
        return {Obj(frame, node, "rows" if name == "items" else "values"): None}
    return {receiver: None} if name == "copy" else unknown()


def _of_object(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args, mem: int
) -> Value:
    if obj.shape in ("instance", "record"):
        return _of_record(machine, frame, node, obj, name, args)
    if obj.shape == "generator":
        return (
            returning.yielded(machine, obj)
            if name in ("send", "asend", "__next__", "__anext__")
            else unknown()
        )
    if obj.shape in ("dict", "keywords"):
        return _of_dict(machine, frame, node, obj, name, args, mem)
    if obj.shape == "pattern":
        return _of_pattern(machine, frame, node, obj, name, args)
    if obj.shape == "match":
        return _of_match(machine, obj, name, args)
    if obj.shape == "template":
        made = invoke.dispatch(machine, obj.frame, obj.node).args
        template = made.pos[0].get(machine) if made.pos else unknown()
        return strings.substituted(machine, frame, template, args, mem)
    if name == "index" and obj.shape == "list" and args.pos:
        return _place_of(exact.elements(machine, obj, frame, mem), args.pos[0].get(machine))
    if name in _TAKING and obj.shape == "list":
        out = exact.taken(machine, obj, frame, node, name, args)
        if out is not None:
            return out
    if name in _TAKING:
        # What was taken before has moved the others: any may stand there now.
        value = memory.load(machine, obj, memory.item_field(None), frame, mem)
        if obj.shape == "cell" and args.pos:
            return union(
                [
                    memory.load(machine, obj, memory.item_field(None), frame, mem),
                    args.pos[0].get(machine),
                ]
            )
        return union([value, _put_later(machine, frame, obj)])
    if obj.shape == "dumped" and name in ("encode", "decode"):
        return {obj: None}
    if name == "copy" and obj.shape == "list":
        return {Obj(frame, node, "list"): None}
    if name in ("copy", "union", "__iter__", "__aiter__"):
        return {obj: None}
    return unknown()


def _put_later(machine: Machine, frame: Frame, obj: Obj) -> Value:
    """Return what is put into a queue while others wait for it: they may have been started before.

    In the function that makes the queue the order of its statements tells what is in it.
    """
    home = obj.frame
    if home is frame or contents.made_by(obj) not in contents.QUEUES:
        return EMPTY
    return memory.look(machine, home, home.facts.exit_mem, obj, memory.item_field(None))[0]


def _place_of(parts: list[Value] | None, wanted: Value) -> Value:
    """Return where a constant stands in a list of constants."""
    known = [constant(part) for part in parts or ()]
    if None in known or constant(wanted) not in known:
        return unknown()
    return const(known.index(constant(wanted)))


def _of_pattern(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args
) -> Value:
    made = invoke.dispatch(machine, obj.frame, obj.node).args
    pattern = constant(made.pos[0].get(machine)) if made.pos else None
    if name not in ("match", "fullmatch", "search"):
        return unknown()
    found = texts.searched(machine, pattern, name, [*args.pos[:1], *made.pos[1:2]])
    return found if found is not None else {Obj(frame, node, "match"): None}


def _of_match(machine: Machine, obj: Obj, name: str, args: Args) -> Value:
    key = constant(args.pos[0].get(machine)) if args.pos else Const(0, "int")
    return matched(machine, obj, key) if name in ("group", "__getitem__") else unknown()


def matched(machine: Machine, obj: Obj, key: Const | None) -> Value:
    """Return a group of a match, as far as it may be the whole text."""
    if key is not None and key.value == 0:
        given = invoke.dispatch(machine, obj.frame, obj.node).args.pos[:2]
        return given[-1].get(machine) if given else unknown()
    return unknown()


def _of_dict(
    machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args, mem: int
) -> Value:
    if name in ("get", "pop", "setdefault") and args.pos:
        keys = keys_of(args.pos[0].get(machine))
        return union([_looked_up(machine, frame, node, obj, key, args, mem) for key in keys])
    if name == "popitem":
        return {Obj(frame, node, "row"): None}
    if name in ("values", "items"):
        return {Obj(frame, node, "rows" if name == "items" else "values"): None}
    if name == "keys":
        return {obj: None}
    return {Obj(frame, node, "dict"): None} if name == "copy" else unknown()


def _looked_up(
    machine: Machine, frame: Frame, node: int, obj: Obj, key: Const | None, args: Args, mem: int
) -> Value:
    """Return what a dictionary gives for a key, or what is given for one that is not there."""
    value = memory.load(machine, obj, memory.item_field(key), frame, mem)
    names = looking.known_keys(machine, obj, frame, mem)
    if key is not None and names is not None and key.value in names and value:
        return value
    rest = args.pos[1].get(machine) if len(args.pos) > 1 else const(None)
    if not value and key is not None and names is None:
        word = key.value if isinstance(key.value, str) else ""
        value = machine.named(unknown(), word, frame, frame.facts.nodes[node][6], "key")
    return union([value, rest])


def _of_record(machine: Machine, frame: Frame, node: int, obj: Obj, name: str, args: Args) -> Value:
    if obj.shape == "record" and name == "_replace":
        return {Obj(frame, node, "record"): None}
    if name in ("_replace", "model_copy", "copy"):
        return {Obj(frame, node, "instance", obj.classes): None}
    if name in ("_asdict", "model_dump", "dict", "to_dict"):
        return {Method(obj, "__dict__"): None}
    if name in ("get", "pop") and args.pos:
        key = constant(args.pos[0].get(machine))
        value = subscripts.item(machine, {obj: None}, key, frame, frame.facts.nodes[node][4])
        return union([value, *(arg.get(machine) for arg in args.pos[1:2])])
    return unknown()
