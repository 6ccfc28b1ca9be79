"""What the calls of Python's own functions and methods, and of unknown ones, give."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import access, checks
from netra_lint.flow.facts import is_kind, not_kind
from netra_lint.flow.heap import Arg, Args, Obj
from netra_lint.flow.values import (
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Hole,
    Ident,
    Ref,
    Unknown,
    Value,
    const,
    one,
    union,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.run import Run

RECORD = "namedtuple"
OPAQUE = (Unknown, Hole, ExtVal)
_KEEPING = frozenset(
    {"strip", "lstrip", "rstrip", "lower", "casefold", "encode", "decode", "__str__"}
)
_SPLITTING = frozenset({"split", "rsplit", "partition", "rpartition"})
_PASSING = frozenset({
    "str", "cast", "deepcopy", "copy", "wait_for", "shield", "create_task", "ensure_future",
    "gather", "run", "run_until_complete", "nullcontext", "closing", "aclosing",
    "NewType", "iter", "aiter", "RunID", "UserID", "ThreadID", "RunId", "UserId", "ThreadId",
})  # fmt: skip
_LISTS = frozenset({"list", "tuple", "set", "frozenset", "sorted", "reversed", "deque"})
_MATCHING = frozenset({"match", "fullmatch", "search"})
_QUEUES = frozenset({"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"})
_CALLERS = frozenset({"to_thread", "run_in_executor", "submit", "add_task", "call_soon"})


def unknown_call(run: Run, args: Args, node: ast.AST) -> Value:
    """Return what an unknown function gives; callbacks among its arguments may be called."""
    for index, arg in enumerate(args.pos):
        if _callable(run, arg.value):
            _attempt(run, arg.value, args.after(index + 1), node)
            break
    for name in ("target", "callback", "func", "fn"):
        arg = args.kw.get(name)  # type: ignore[assignment]
        if arg and _callable(run, arg.value):
            given = args.kw.get("args")
            parts = access.sequence(run, given.value) if given else None
            pos = [Arg(part, given.node) for part in parts] if parts and given else []
            _attempt(run, arg.value, Args(pos), node)
    return unknown()


def _callable(run: Run, value: Value) -> bool:
    atom = value.only()
    if isinstance(atom, Ref):
        return run.heap[atom.oid].kind in ("closure", "bound", "partial", "method")
    return isinstance(atom, Fn)


def _attempt(run: Run, callee: Value, args: Args, node: ast.AST) -> None:
    from netra_lint.flow.calls import invoke

    def called() -> Value:
        return invoke(run, callee, args, node)

    run.branch(unknown, called)


def by_name(run: Run, name: str, callee: Value, args: Args, node: ast.AST) -> Value:
    """Return what a call of a builtin, or of an unknown name, gives."""
    if name in _BUILTINS:
        return _BUILTINS[name](run, args, node)
    if run.words.validator(name) and args.pos:
        return _validated(run, name, args.pos[0].value)
    method = run.words.routing_method(name)
    if method and not method.ambiguous:
        from netra_lint.flow import sinks

        sinks.reach(run, method, args, node, method.position, method.keywords)
    if name in _PASSING and args.pos:
        return args.pos[0].value
    unknown_call(run, args, node)
    return Value(access.part_of(run, callee, "()", "", node).atoms)


def _validated(run: Run, name: str, value: Value) -> Value:
    if run.words.validator(name) == "run":
        return checks.test(value.token, is_kind("run"), not_kind("run"))
    run.state.learn(value.token, frozenset()) if name.startswith("is_") else run.state.learn(
        value.token, not_kind("run")
    )
    return checks.test(value.token, not_kind("run"), frozenset())


def external(run: Run, name: str, args: Args, node: ast.AST) -> Value:
    """Return what a function from outside the project gives."""
    word = name.rpartition(".")[2]
    if run.words.validator(word) and args.pos:
        return _validated(run, word, args.pos[0].value)
    if name in _BUILTINS:
        return _BUILTINS[name](run, args, node)
    if word in ("partial", "partialmethod") and args.pos:
        kind = "method" if word == "partialmethod" else ""
        return run.new(Obj("partial", receiver=args.pos[0].value, args=args.after(1), name=kind))
    if word in _CALLERS:
        return _called_elsewhere(run, args, node)
    if word == "Thread":
        return unknown_call(run, args, node)
    if word in ("Future", "create_future", "ContextVar"):
        return _cell(run, word, args)
    if word == "namedtuple" and len(args.pos) > 1:
        return one(ExtVal(" ".join([RECORD, *_field_names(run, args.pos[1].value)])))
    if word in _MATCHING and len(args.pos) > 1:
        text = args.pos[0].value.constant()
        pattern = str(text.value) if text else checks.regular(args.pos[0].value)
        return checks.matched(run, word, args.pos[1].value, pattern) if pattern else unknown()
    if word == "compile" and args.pos and args.pos[0].value.constant():
        return one(ExtVal(f"{checks.PATTERN}{args.pos[0].value.constant().value}"))  # type: ignore[union-attr]
    if word == "replace" and args.pos and args.pos[0].value.refs():
        return cloned(run, args.pos[0].value, args.kw)
    if word in ("copy", "deepcopy") and args.pos and args.pos[0].value.refs():
        return cloned(run, args.pos[0].value, {})
    if word in ("asdict", "model_dump", "vars") and args.pos:
        result = run.new(Obj("dict"))
        access.update_dict(run, result, args.pos[0].value, node)
        return result
    if word == "SimpleNamespace":
        return _namespace(run, args, node)
    if word in ("wraps", "lru_cache", "cache", "update_wrapper", "contextmanager"):
        return unknown()
    if word == "gather":
        return access.make_list(run, [arg.value for arg in args.pos])
    if word in ("chain", "from_iterable"):
        parts = [access.elements(run, arg.value, node) for arg in args.pos]
        return access.make_any(run, union(parts)) if parts else unknown()
    if word in _LISTS or word in _QUEUES:
        return _as_list(run, args if word in _LISTS else Args(), node)
    if word in ("OrderedDict", "defaultdict"):
        return run.new(Obj("dict", receiver=args.pos[0].value if args.pos else None))
    if word in _PASSING and args.pos:
        return args.pos[0].value
    unknown_call(run, args, node)
    return one(ExtVal(name))


def _called_elsewhere(run: Run, args: Args, node: ast.AST) -> Value:
    """Return what a function gives that another thread or task calls."""
    from netra_lint.flow.calls import invoke

    for index, arg in enumerate(args.pos):
        if _callable(run, arg.value):
            return invoke(run, arg.value, args.after(index + 1), node)
    return unknown_call(run, args, node)


def _cell(run: Run, word: str, args: Args) -> Value:
    """Return something that holds one value, set and read by its methods."""
    default = args.kw.get("default")
    result = run.new(Obj("list", name="" if word == "ContextVar" else "future"))
    parts = [default.value] if default else []
    cells: dict[object, Value] = {access.LENGTH: const(len(parts)), **dict(enumerate(parts))}
    run.state.replace(result.refs()[0], cells)
    return result


def _hold(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    for oid in receiver.refs() if args.pos else ():
        run.state.replace(oid, {access.LENGTH: const(1), 0: args.pos[0].value})
    return const(None)


def _held_value(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    return access.elements(run, receiver, node)


def _field_names(run: Run, value: Value) -> list[str]:
    text = value.constant()
    if text is not None:
        return str(text.value).replace(",", " ").split()
    names = [part.constant() for part in access.sequence(run, value) or ()]
    return [str(name.value) for name in names if name]


def record(run: Run, names: list[str], args: Args, node: ast.AST) -> Value:
    """Return an instance of a ``namedtuple``."""
    this = run.new(Obj("instance", name=" ".join([RECORD, *names])))
    for name, arg in (*zip(names, args.pos, strict=False), *args.kw.items()):
        moved = arg.value.traced(run.frame.path, arg.node, f"stored in field `{name}`")
        access.store_attribute(run, this, name, moved, node)
    return this


def _namespace(run: Run, args: Args, node: ast.AST) -> Value:
    this = run.new(Obj("instance"))
    for name, arg in args.kw.items():
        access.store_attribute(run, this, name, arg.value, node)
    return this


def cloned(run: Run, value: Value, changes: dict[str, Arg]) -> Value:
    """Return a copy of an object or container, with some fields changed."""
    oid = value.refs()[0]
    old = run.heap[oid]
    result = run.new(Obj(old.kind, old.classes, old.generic))
    run.state.replace(result.refs()[0], dict(run.state.cells(oid)))
    for name, arg in changes.items():
        run.state.put(result.refs()[0], name, arg.value)
    return result


def _as_list(run: Run, args: Args, node: ast.AST) -> Value:
    if not args.pos:
        return access.make_list(run, [])
    parts = access.sequence(run, args.pos[0].value)
    if parts is not None:
        return access.make_list(run, parts)
    return access.make_any(run, access.elements(run, args.pos[0].value, node))


def _str(run: Run, args: Args, node: ast.AST) -> Value:
    return args.pos[0].value if args.pos else const("")


def _dict(run: Run, args: Args, node: ast.AST) -> Value:
    result = run.new(Obj("dict"))
    if args.pos:
        access.update_dict(run, result, args.pos[0].value, node)
    for name, arg in args.kw.items():
        access.store_item(run, result, Const(name, str), arg.value, node)
    return result


def _getattr(run: Run, args: Args, node: ast.AST) -> Value:
    name = args.pos[1].value.constant() if len(args.pos) > 1 else None
    if name is None or not isinstance(name.value, str):
        return unknown()
    value = access.load_attribute(run, args.pos[0].value, name.value, node)
    value = run.named(run.see(value), name.value, node, "attribute")
    return union((value, args.pos[2].value)) if len(args.pos) > 2 else value


def _setattr(run: Run, args: Args, node: ast.AST) -> Value:
    name = args.pos[1].value.constant() if len(args.pos) > 2 else None
    if name is not None and isinstance(name.value, str):
        access.store_attribute(run, args.pos[0].value, name.value, args.pos[2].value, node)
    return const(None)


def _enumerate(run: Run, args: Args, node: ast.AST) -> Value:
    parts = access.sequence(run, args.pos[0].value) if args.pos else None
    if parts is None:
        element = access.elements(run, args.pos[0].value, node) if args.pos else unknown()
        return access.make_any(run, access.make_list(run, [unknown(), element]))
    pairs = [access.make_list(run, [const(i), part]) for i, part in enumerate(parts)]
    return access.make_list(run, pairs)


def _zip(run: Run, args: Args, node: ast.AST) -> Value:
    rows = [access.sequence(run, arg.value) for arg in args.pos]
    if all(row is not None for row in rows):
        made = [
            access.make_list(run, list(row))
            for row in zip(*[r for r in rows if r is not None], strict=False)
        ]
        return access.make_list(run, made)
    parts = [access.elements(run, arg.value, node) for arg in args.pos]
    return access.make_any(run, access.make_list(run, parts))


def _map(run: Run, args: Args, node: ast.AST) -> Value:
    from netra_lint.flow.calls import invoke

    if len(args.pos) < 2:
        return unknown()
    items = access.sequence(run, args.pos[1].value)
    if items is None:
        items = [access.elements(run, args.pos[1].value, node)]
    made = [
        invoke(run, args.pos[0].value, Args([Arg(item, args.pos[1].node)]), node) for item in items
    ]
    return access.make_list(run, made)


def _filter(run: Run, args: Args, node: ast.AST) -> Value:
    from netra_lint.flow.calls import invoke

    if len(args.pos) < 2:
        return unknown()
    function, items = args.pos[0].value, access.sequence(run, args.pos[1].value)
    if items is None:
        items = [access.elements(run, args.pos[1].value, node)]
    result = access.make_any(run, unknown()) if not items else access.make_list(run, [])
    for item in items:

        def keep(item: Value = item) -> Value:
            told = (
                item
                if function.constant()
                else invoke(run, function, Args([Arg(item, args.pos[1].node)]), node)
            )
            run.assume(told, True)
            access.append(run, result, run.see(item))
            return unknown()

        run.branch(keep, unknown)
    return result


def _extreme(run: Run, args: Args, node: ast.AST) -> Value:
    if len(args.pos) == 1:
        return access.elements(run, args.pos[0].value, node)
    return union([arg.value for arg in args.pos]) if args.pos else unknown()


def _next(run: Run, args: Args, node: ast.AST) -> Value:
    if not args.pos:
        return unknown()
    value, given = args.pos[0].value, args.pos[0].node
    parts = access.sequence(run, value)
    made_here = isinstance(given, ast.Call) and isinstance(given.func, ast.Name)
    if parts and made_here and given.func.id == "iter":  # type: ignore[attr-defined]
        return parts[0]
    element = access.elements(run, value, node)
    return union((element, args.pos[1].value)) if len(args.pos) > 1 else element


def _len(run: Run, args: Args, node: ast.AST) -> Value:
    text = args.pos[0].value.constant() if args.pos else None
    parts = access.sequence(run, args.pos[0].value) if args.pos else None
    if text is not None and isinstance(text.value, (str, bytes)):
        return const(len(text.value))
    return const(len(parts)) if parts is not None else unknown()


def _type(run: Run, args: Args, node: ast.AST) -> Value:
    if len(args.pos) != 1 or not args.pos[0].value.refs():
        return unknown()
    return access.load_attribute(run, args.pos[0].value, "__class__", node)


def _isinstance(run: Run, args: Args, node: ast.AST) -> Value:
    if len(args.pos) < 2:
        return unknown()
    kinds = access.sequence(run, args.pos[1].value) or [args.pos[1].value]
    told = {_is_a(run, atom, kinds) for atom in args.pos[0].value.atoms}
    known = told.pop() if len(told) == 1 else None
    return unknown() if known is None else const(known)


_SHAPES = {"list": ("list", "tuple", "set", "frozenset"), "dict": ("dict",)}


def _is_a(run: Run, atom: object, kinds: list[Value]) -> bool | None:
    """Whether something is of a type, as far as that is sure."""
    types = [kind.only() for kind in kinds]
    names = {kind.name for kind in types if isinstance(kind, Ext)}
    if isinstance(atom, Ident):
        return "str" in names or (None if len(names) < len(types) else False)
    if isinstance(atom, Ref):
        obj = run.heap[atom.oid]
        shapes = _SHAPES.get(obj.kind, ())
        if shapes:
            return True if names.intersection(shapes) else None
        classes = [kind.info for kind in types if isinstance(kind, Cls)]
        mine = [cls for made in obj.classes for cls in made.mro]
        if obj.kind == "instance" and any(cls in mine for cls in classes):
            return True
    return None


def _bool(run: Run, args: Args, node: ast.AST) -> Value:
    from netra_lint.flow.facts import FALSY, TRUTHY

    if not args.pos:
        return const(False)
    return checks.test(args.pos[0].value.token, TRUTHY, FALSY)


_BUILTINS: dict[str, Callable[[Run, Args, ast.AST], Value]] = {
    "str": _str, "dict": _dict, "len": _len, "type": _type, "isinstance": _isinstance,
    "getattr": _getattr, "setattr": _setattr, "bool": _bool,
    "enumerate": _enumerate, "zip": _zip, "map": _map, "next": _next, "anext": _next,
    "list": _as_list, "tuple": _as_list, "set": _as_list, "frozenset": _as_list,
    "sorted": _as_list, "reversed": _as_list, "filter": _filter, "max": _extreme, "min": _extreme,
    "vars": lambda run, args, node: external(run, "vars", args, node),
}  # fmt: skip


# -- methods -----------------------------------------------------------------


def text_method(run: Run, receiver: Value, name: str, args: Args, node: ast.AST) -> Value:
    """Return what a method gives of a string, or of something unknown."""
    if name == "startswith" and args.pos:
        return checks.starts_with(run, receiver, args.pos[0].value)
    if name in _KEEPING and receiver.carries:
        return receiver
    if name in _SPLITTING and receiver.carries:
        return _split(run, receiver, name, args)
    if name == "format" and args.pos and receiver.constant():
        from netra_lint.flow.expressions import starting_with

        text = str(receiver.constant().value)  # type: ignore[union-attr]
        return starting_with(run, args.pos[0].value if text.startswith("{") else receiver, node)
    if name in ("get", "pop") and args.pos and not receiver.carries:
        return _looked_up(run, receiver, args, node)
    if name == "create_future":
        return _cell(run, name, args)
    pattern = checks.regular(receiver) if name in _MATCHING and args.pos else None
    if pattern is not None:
        return checks.matched(run, name, args.pos[0].value, pattern)
    unknown_call(run, args, node)
    return unknown()


def _split(run: Run, receiver: Value, name: str, args: Args) -> Value:
    """The first part of a string that begins with an id has the id's beginning."""
    separator = args.pos[0].value.constant() if args.pos else None
    first = receiver
    if separator is not None and separator.value == "_":
        first = unknown()
        run.known.prefixes[first.token] = (receiver.token, "_")
    if name in ("partition", "rpartition"):
        return access.make_list(run, [first, unknown(), unknown()])
    result = access.make_any(run, unknown())
    run.state.put(result.refs()[0], 0, first)
    return result


def _looked_up(run: Run, holder: Value, args: Args, node: ast.AST) -> Value:
    key = args.pos[0].value.constant()
    if key is None:
        return unknown()
    value = access.load_item(run, holder, key, node)
    return union((value, args.pos[1].value)) if len(args.pos) > 1 else value


def object_method(run: Run, receiver: Value, name: str, args: Args, node: ast.AST) -> Value:
    """Return what an inherited method from outside the project gives."""
    if name == "__new__":
        return _made_by_base(run, receiver, args)
    if name in ("model_dump", "dict", "_asdict") and receiver.refs():
        return external(run, "asdict", Args([Arg(receiver, node)]), node)
    if name in ("model_copy", "copy", "_replace") and receiver.refs():
        update = args.kw.get("update")
        changes = dict(args.kw) if name == "_replace" else {}
        for oid in update.value.refs() if update else ():
            for key, value in run.state.cells(oid).items():
                if isinstance(key, Const):
                    changes[str(key.value)] = Arg(value, node)
        return cloned(run, receiver, changes)
    return text_method(run, receiver, name, args, node)


def _made_by_base(run: Run, receiver: Value, args: Args) -> Value:
    """``super().__new__(cls, ...)`` gives the bare object; of a string's class, the text."""
    given = [arg.value for arg in args.pos[1:]]
    classes = [a.info for arg in args.pos[:1] for a in arg.value.atoms if isinstance(a, Cls)]
    if given and any("str" in cls.foreign_words for cls in classes):
        return given[0]
    return run.new(Obj("instance", tuple(classes)))


def container_method(
    run: Run, receiver: Value, obj: Obj, name: str, args: Args, node: ast.AST
) -> Value:
    """Return what a method of a list or dictionary gives, after doing what it does."""
    handler = (_DICT if obj.kind == "dict" else _LIST).get(name)
    if handler is not None:
        return handler(run, receiver, args, node)
    return unknown_call(run, args, node)


def _dict_get(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    if not args.pos:
        return unknown()
    key = args.pos[0].value.constant()
    value = access.load_item(run, receiver, key, node)
    cells = run.state.cells(receiver.refs()[0])
    open_ended = access.ANY in cells or run.heap[receiver.refs()[0]].hole is not None
    if key is not None and key not in cells and not open_ended and cells:
        value = unknown()
    return union((value, args.pos[1].value)) if len(args.pos) > 1 else value


def _dict_items(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    pairs = [
        access.make_list(run, [key, value])
        for key, value in access.entries(run, receiver.refs()[0])
    ]
    return _listed(run, receiver, pairs)


def _dict_values(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    return _listed(run, receiver, [v for _, v in access.entries(run, receiver.refs()[0])])


def _dict_keys(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    return _listed(run, receiver, [k for k, _ in access.entries(run, receiver.refs()[0])])


def _listed(run: Run, receiver: Value, parts: list[Value]) -> Value:
    """A dictionary with keys that are not constants has any number of entries."""
    if access.ANY in run.state.cells(receiver.refs()[0]):
        return access.make_any(run, union(parts))
    return access.make_list(run, parts)


def _dict_update(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    if args.pos:
        access.update_dict(run, receiver, args.pos[0].value, node)
    for name, arg in args.kw.items():
        access.store_item(run, receiver, Const(name, str), arg.value, node)
    return const(None)


def _dict_setdefault(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    key = args.pos[0].value.constant() if args.pos else None
    if not args.pos:
        return unknown()
    field = key if key is not None else access.ANY
    old = run.state.get(receiver.refs()[0], field)
    value = old or (args.pos[1].value if len(args.pos) > 1 else const(None))
    access.store_entry(run, receiver, args.pos[0].value, value, node)
    return value


def _copied(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    return cloned(run, receiver, {})


def _append(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    if args.pos:
        access.append(run, receiver, args.pos[-1].value)
    return const(None)


def _extend(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    for arg in args.pos[:1]:
        for part in access.sequence(run, arg.value) or [access.elements(run, arg.value, node)]:
            access.append(run, receiver, part)
    return const(None)


def _first_out(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    return _list_pop(run, receiver, Args([Arg(const(0), node)]), node)


def _list_pop(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    oid = receiver.refs()[0]
    parts = access.sequence(run, receiver)
    index = args.pos[0].value.constant() if args.pos else Const(-1, int)
    if parts and index and isinstance(index.value, int) and -len(parts) <= index.value < len(parts):
        value = parts.pop(index.value)
        run.state.replace(oid, {access.LENGTH: const(len(parts)), **dict(enumerate(parts))})
        return value
    return access.elements(run, receiver, node)


def _clear(run: Run, receiver: Value, args: Args, node: ast.AST) -> Value:
    for oid in receiver.refs():
        empty: dict[object, Value] = (
            {access.LENGTH: const(0)} if run.heap[oid].kind == "list" else {}
        )
        run.state.replace(oid, {**empty})
    return const(None)


_DICT = {
    "get": _dict_get, "pop": _dict_get, "items": _dict_items, "values": _dict_values,
    "keys": _dict_keys, "update": _dict_update, "setdefault": _dict_setdefault,
    "copy": _copied, "clear": _clear,
}  # fmt: skip
_LIST = {
    "append": _append, "add": _append, "appendleft": _append, "put": _append,
    "put_nowait": _append, "insert": _append, "extend": _extend, "update": _extend,
    "set": _hold, "set_result": _hold, "result": _held_value,
    "pop": _list_pop, "popleft": _first_out, "get": _first_out, "get_nowait": _first_out,
    "copy": _copied, "clear": _clear,
    "send": _first_out, "asend": _first_out, "__anext__": _first_out, "__next__": _first_out,
}  # fmt: skip
