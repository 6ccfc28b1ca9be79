"""Calls: what they enter, how arguments meet parameters, and what comes back."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    binding,
    contents,
    generic,
    given,
    library,
    looking,
    pairing,
    picking,
    supplied,
)
from netra_lint.flow.frames import Arg, Args, Dispatch, Frame
from netra_lint.flow.graph import Exit, Place
from netra_lint.flow.program import ClassInfo, FunctionInfo, default_nodes
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Bound,
    Cls,
    Const,
    Ext,
    Fn,
    Hole,
    Ident,
    Method,
    Obj,
    Trace,
    Value,
    is_member,
    is_unknown,
    moved,
    only,
    union,
    unknown,
)
from netra_lint.project.nodes import walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

DEEP = 9
_OFTEN = 3


# -- what a call enters ----------------------------------------------------------------


def dispatch(machine: Machine, frame: Frame, node: int) -> Dispatch:
    """Return what a call enters in a frame."""
    known = frame.dispatched.get(("call", node))
    if known is not None:
        return known
    key = ("call", node)
    if machine.cut(frame.busy, key):
        return Dispatch(Args())
    passing = machine.passing(frame.busy, key)
    if passing is not None:
        return passing  # type: ignore[no-any-return]
    return machine.keep(  # type: ignore[no-any-return]
        frame.busy, key, _dispatched, frame.dispatched, machine, frame, node
    )


def _dispatched(machine: Machine, frame: Frame, node: int) -> Dispatch:
    data = frame.facts.nodes[node]
    found = Dispatch(arguments(machine, frame, data))
    for atom, trace in callees(machine, frame, data[1]).items():
        enter_atom(machine, frame, node, atom, found.args, found, trace)
    return found


def callees(machine: Machine, frame: Frame, func: int) -> Value:
    """Return what is called: of something unknown, the method of that name."""
    value = machine.eval(func, frame)
    if not any(isinstance(a, Hole) and a.steps and a.steps[-1][0] == "attr" for a in value):
        return value
    data = frame.facts.nodes[func]
    while data[0] in ("guard", "step"):
        data = frame.facts.nodes[data[1]]
    bases = machine.eval(data[1], frame) if data[0] == "attr" else EMPTY
    return {_as_method(atom, bases): trace for atom, trace in value.items()}


def _as_method(atom: Atom, bases: Value) -> Atom:
    if not isinstance(atom, Hole) or not atom.steps or atom.classes:
        return atom
    kind, name = atom.steps[-1]
    if kind != "attr":
        return atom
    for base in bases:
        if isinstance(base, Hole) and (base.owner, base.name, base.steps) == (
            atom.owner, atom.name, atom.steps[:-1],
        ):  # fmt: skip
            return Method(base, str(name))
    return Method(Hole(atom.owner, atom.name, atom.steps[:-1]), str(name))


def arguments(machine: Machine, frame: Frame, data: Node) -> Args:
    """Return the arguments of a call, what is spread into it laid out where it is known."""
    args = Args()
    for node, starred, place in data[2]:
        arg = Arg(frame, node, place)
        if starred:
            _spread_star(machine, args, arg, data[4])
        elif args.star is None:
            args.pos.append(arg)
        else:
            _behind_star(machine, args, arg, [arg.get(machine)])
    for name, node, place in data[3]:
        arg = Arg(frame, node, place)
        if name is not None:
            args.kw[name] = arg
        else:
            _spread_extra(machine, args, arg, data[4])
    return args


def _spread_star(machine: Machine, args: Args, arg: Arg, mem: int) -> None:
    value = arg.get(machine)
    parts = attributes.sequence(machine, value, arg.frame, mem)
    if parts is None:
        _behind_star(machine, args, arg, [attributes.elements(machine, value, arg.frame, mem)])
    elif args.star is None:
        args.pos += [Arg(arg.frame, arg.node, arg.place, part) for part in parts]
    else:
        _behind_star(machine, args, arg, parts)


def _behind_star(machine: Machine, args: Args, arg: Arg, values: list[Value]) -> None:
    """Add arguments whose position is not known, since nobody knows how many come before."""
    before = [args.star.get(machine)] if args.star is not None else []
    args.star = Arg(arg.frame, arg.node, arg.place, union([*before, *values]))


def _spread_extra(machine: Machine, args: Args, arg: Arg, mem: int) -> None:
    value = arg.get(machine)
    atom = only(value)
    names = looking.known_keys(machine, atom, arg.frame, mem) if atom is not None else None
    if names is None or (isinstance(atom, Obj) and _may_grow(machine, atom, arg, mem)):
        args.extra = arg
    if names is None:
        return
    for name in names:
        item = attributes.item_of(machine, atom, Const(name, "str"), arg.frame, mem)  # type: ignore[arg-type]
        args.kw.setdefault(name, Arg(arg.frame, arg.node, arg.place, item))


def _may_grow(machine: Machine, atom: Obj, arg: Arg, mem: int) -> bool:
    """Whether somebody may add to a mapping between where it is made and where it is spread."""
    if atom.shape == "keywords":
        return looking.changes_keywords(machine, atom)
    if atom.shape != "dict" or arg.frame.facts.nodes[arg.node][0] == "dict":
        return False
    return pairing.pairs(machine, atom, arg.frame, mem) is None


def enter_atom(
    machine: Machine,
    frame: Frame,
    node: int,
    atom: Atom,
    args: Args,
    found: Dispatch,
    trace: Trace | None = None,
) -> None:
    """Add what calling one thing enters."""
    if isinstance(atom, Fn):
        _enter_function(machine, frame, node, atom, args, found)
    elif isinstance(atom, Cls):
        _enter_class(machine, frame, node, atom, args, found)
    elif isinstance(atom, Obj) and atom.shape == "partial":
        _enter_partial(machine, frame, node, atom, args, found)
    elif isinstance(atom, Obj) and atom.shape == "caller":
        wanted, given_args = picking.asked(machine, frame, node, atom, args)
        for each in wanted:
            enter_atom(machine, frame, node, each, given_args, found)
    elif isinstance(atom, Bound):
        place = frame.facts.nodes[node][6]
        this = Arg(frame, node, place, {atom.this: None})
        enter_atom(machine, frame, node, atom.callee, Args([this]).joined(args), found)
    elif isinstance(atom, (Obj, Hole)) and atom.classes:
        for method, _ in attributes.members(atom, atom.classes, "__call__"):
            _enter_function(machine, frame, node, Fn(method, None, atom), args, found)
    else:
        found.others.append((atom, args, trace))
        given.enter_given(machine, frame, node, atom, args, found)
        _enter_sole(machine, frame, node, atom, args, found)


def _enter_sole(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, found: Dispatch
) -> None:
    """Enter the only method of a name, where nothing tells the class that it is called on."""
    sole = machine.sole.get(atom.name) if isinstance(atom, Method) else None
    if sole is None or sole.cls is None or not sole.params:
        _enter_supplied(machine, frame, node, atom, args, found)
        return
    receiver, inner = atom.receiver, atom.receiver  # type: ignore[union-attr]
    while isinstance(inner, Method):
        inner = inner.receiver
    if inner == UNKNOWN:
        receiver = Hole(sole, sole.params[0].arg)
    if not isinstance(receiver, Hole) or receiver.classes:
        return
    this = receiver._replace(classes=tuple(machine.known.classes.candidates(sole.cls)))
    _enter_function(machine, frame, node, Fn(sole, None, this), args, found)


def _enter_supplied(
    machine: Machine, frame: Frame, node: int, atom: Atom, args: Args, found: Dispatch
) -> None:
    """Enter a method that is asked about, of the classes that callers are seen to give."""
    if not isinstance(atom, Method) or atom.name not in machine.asked:
        return
    receiver = atom.receiver
    if not isinstance(receiver, Hole) or receiver.classes:
        return
    classes = supplied.classes_of(machine, receiver)
    for method, owners in attributes.members(receiver, classes, atom.name):
        this = receiver._replace(classes=owners)
        _enter_function(machine, frame, node, Fn(method, None, this), args, found)


def _enter_function(
    machine: Machine, frame: Frame, node: int, fn: Fn, args: Args, found: Dispatch
) -> None:
    chosen = generic.chosen(machine, fn, args)
    for one, given_to_it in [(fn, args)] if chosen is None else chosen:
        _enter_one(machine, frame, node, one, given_to_it, found)


def _enter_one(
    machine: Machine, frame: Frame, node: int, fn: Fn, args: Args, found: Dispatch
) -> None:
    if frame.depth >= DEEP or frame.is_in(fn.info, _OFTEN):
        found.values.append(unknown() if frame.depth >= DEEP else EMPTY)
        return
    if not (found.is_guessed or binding.binds(fn, args)):
        return  # A TypeError: nothing is entered, and nothing comes back.
    child = entered(machine, frame, node, fn, args)
    if child not in found.entered:
        found.entered.append(child)


def entered(machine: Machine, frame: Frame, node: int, fn: Fn, args: Args) -> Frame:
    """Return the frame of a function as a call enters it, the same one each time."""
    key = (node, fn)
    child = frame.children.get(key)
    if child is None:
        facts = machine.known.facts(fn.info)
        closure = fn.closure if fn.closure is not None else machine.known.open(fn.info).closure
        child = Frame(fn.info, facts, args, frame, node, fn.this, closure, fn.captured)
        frame.children[key] = child
    return child


def _enter_class(
    machine: Machine, frame: Frame, node: int, atom: Cls, args: Args, found: Dispatch
) -> None:
    cls = atom.info
    if cls.name in machine.words.run_id_types:
        found.others.append((Ext(cls.name), args, None))
        return
    if cls.is_enumeration and args.pos:
        found.values.append(attributes.member_of(machine, cls, args.pos[0].get(machine)))
        return
    found.made.append(cls)
    made = Obj(frame, node, "instance", (cls,))
    new = cls.find("__new__")
    if new is not None:
        closure = attributes.around(machine, new, atom)
        _enter_function(machine, frame, node, Fn(new, closure, atom), args, found)
    else:
        found.values.append({made: None})
    method, given = cls.find("__init__"), args
    if method is None:
        method, given = cls.find("__post_init__"), Args()
    if method is not None:
        fn = Fn(method, attributes.around(machine, method, made), made)
        _enter_function(machine, frame, node, fn, given, found)


def _enter_partial(
    machine: Machine, frame: Frame, node: int, atom: Obj, args: Args, found: Dispatch
) -> None:
    made = dispatch(machine, atom.frame, atom.node).args
    if not made.pos:
        return
    merged = made.after(1).joined(args)
    for inner in made.pos[0].get(machine):
        enter_atom(machine, frame, node, inner, merged, found)


def got(machine: Machine, fn: Fn, frame: Frame, args: Args | None = None, mem: int = -1) -> Value:
    """Return what a function gives that is called without a call: a property, a protocol.

    Args:
        machine: the machine.
        fn: the function.
        frame: where that happens.
        args: what it is given.
        mem: the memory state there; the last one of the frame by default.
    """
    if frame.depth >= DEEP or frame.is_in(fn.info, _OFTEN):
        return unknown()
    key = (-1, fn) if mem < 0 else (-1, fn, mem)
    child = frame.children.get(key)
    if child is None:
        facts = machine.known.facts(fn.info)
        closure = fn.closure if fn.closure is not None else machine.known.open(fn.info).closure
        child = Frame(fn.info, facts, args or Args(), frame, 0, fn.this, closure)
        child.before = mem
        frame.children[key] = child
    return returned(machine, child)


def set_frame(machine: Machine, frame: Frame, fn: Fn, args: Args, tag: object) -> Frame:
    """Return the frame of a function that is called without a call, one for each tag."""
    key = (-1, fn, tag)
    child = frame.children.get(key)
    if child is None:
        facts = machine.known.facts(fn.info)
        child = Frame(fn.info, facts, args, frame, 0, fn.this, machine.known.open(fn.info).closure)
        frame.children[key] = child
    return child


# -- what comes back -------------------------------------------------------------------


def result(machine: Machine, frame: Frame, node: int) -> Value:
    """Return what a call gives."""
    found = dispatch(machine, frame, node)
    parts = list(found.values)
    for child in found.entered:
        if not (found.made and getattr(child.info, "name", "") in _MAKING):
            parts.append(returned(machine, child))
    for atom, args, trace in found.others:
        parts.append(library.called(machine, frame, node, atom, args, trace))
    value = union(parts)
    return _by_name(machine, frame, node, value)


_LONGEST = 5


def result_hole(machine: Machine, frame: Frame, node: int, called: Hole) -> Value:
    """Return what a call of something gives that only callers know."""
    data = frame.facts.nodes[node]
    word = contents.word_of(frame, node)
    kind = machine.words.kind_of_function(word)
    if kind == RUN or len(called.steps) >= _LONGEST:
        return unknown()
    made = Hole(called.owner, called.name, (*called.steps, ("call", node)), kind)
    note = f"`{word}()`" + (f" gives a {kind} id" if kind else "")
    event = "source" if kind else "open"
    return {made: Trace(frame.path, data[6], note, event, word=f"result of `{word}()`")}


_MAKING = frozenset({"__init__", "__post_init__"})


def _by_name(machine: Machine, frame: Frame, node: int, value: Value) -> Value:
    """An unknown function's result is what its name says."""
    if not all(is_unknown(a) or isinstance(a, Method) for a in value):
        return value
    data = frame.facts.nodes[node]
    func = frame.facts.nodes[data[1]]
    named = func[0] in ("free", "cell", "param")
    word = func[2] if func[0] == "attr" else func[1] if named else ""
    kind = machine.words.kind_of_function(str(word)) if word else ""
    if not kind:
        return value
    return machine.source(
        kind, frame, data[6], f"`{word}()` gives a {kind} id", f"result of `{word}()`"
    )


def returned(machine: Machine, child: Frame) -> Value:
    """Return what a frame's function gives back."""
    info = child.info
    assert isinstance(info, FunctionInfo)
    if info.is_generator:
        return {Obj(child, -1, "generator"): None}
    key = -2
    known = child.memo.get(key)
    if known is None:
        if machine.cut(child.busy, key):
            return EMPTY
        known = machine.passing(child.busy, key)
    if known is None:
        known = machine.keep(child.busy, key, _returns, child.memo, machine, child, info)
    return _described(machine, child, info, known)


def _returns(machine: Machine, child: Frame, info: FunctionInfo) -> Value:
    parts = []
    for exit_ in child.facts.returns:
        if exit_.place is None and (len(child.facts.returns) > 1 or info.is_abstract):
            continue
        if machine.reached(exit_.path, child):
            value = machine.eval(exit_.node, child)
            place = exit_.place or _place(info)
            parts.append(moved(value, child.path, place, f"returned by `{info.name}`", "return"))
    value = union(parts)
    if info.is_abstract and not any(a != UNKNOWN for a in value):
        return unknown()
    return value


def _described(machine: Machine, child: Frame, info: FunctionInfo, value: Value) -> Value:
    """An unknown result is what the function's annotation or name says."""
    if not value or not all(map(is_unknown, value)):
        return value
    annotation = getattr(info.node, "returns", None)
    if annotation is not None:
        home = machine.known.open(info)
        value = attributes.annotated(machine, value, annotation, home, _place(info))
    if all(map(is_unknown, value)):
        kind = machine.words.kind_of_function(info.name)
        if kind:
            note = f"`{info.name}()` gives a {kind} id"
            return machine.source(kind, child, _place(info), note, f"result of `{info.name}()`")
    return value


def _place(info: FunctionInfo) -> Place:
    node = info.node
    return Place(node.lineno, node.col_offset, node.lineno, node.col_offset)


def each_yielded(machine: Machine, generator: Obj) -> list[Value]:
    """Return what each ``yield`` of a generator gives."""
    child = generator.frame
    exits = [exit_ for exit_ in child.facts.yields if machine.reached(exit_.path, child)]
    return [machine.eval(exit_.node, child) for exit_ in exits]


def yielded(machine: Machine, generator: Obj) -> Value:
    """Return what a generator gives when it is gone through."""
    child = generator.frame
    exits = [exit_ for exit_ in child.facts.yields if machine.reached(exit_.path, child)]
    return union([_given_out(machine, child, exit_) for exit_ in exits])


def _given_out(machine: Machine, child: Frame, exit_: Exit) -> Value:
    name, place = getattr(child.info, "name", ""), exit_.place or Place(1, 0, 1, 0)
    value = machine.eval(exit_.node, child)
    return moved(value, child.path, place, f"yielded by `{name}`", "return")


def yielded_in_turn(machine: Machine, generator: Obj) -> tuple[list[Value], bool]:
    """Return what a new generator gives first, second and so on, as far as that can be told.

    Returns:
        The values, and whether there are no others.
    """
    child, found = generator.frame, list[Value]()
    for exit_ in child.facts.yields:
        if not machine.reached(exit_.path, child):
            continue
        if not machine.surely_reached(exit_.path, child) or _is_repeated(child, exit_):
            return found, False
        found.append(_given_out(machine, child, exit_))
    return found, True


def _is_repeated(child: Frame, exit_: Exit) -> bool:
    """Whether a ``yield`` may be come to any number of times, or passes on those of another."""
    if exit_.place is None or not isinstance(child.info, FunctionInfo):
        return True
    row = exit_.place.row
    return any(
        isinstance(n, _REPEATING) and n.lineno <= row <= (n.end_lineno or row)
        for n in walk(child.info.node)
    )


_REPEATING = (ast.For, ast.AsyncFor, ast.While, ast.Try, ast.YieldFrom, ast.With, ast.AsyncWith)


# -- parameters --------------------------------------------------------------------------


def parameter(machine: Machine, frame: Frame, name: str) -> Value:
    """Return what a parameter of a frame's function is."""
    info = frame.info
    assert isinstance(info, FunctionInfo)
    if frame.args is None:
        return _open_parameter(machine, info, name)
    return _given(machine, frame, info, name)


def _open_parameter(machine: Machine, info: FunctionInfo, name: str) -> Value:
    param = info.every_param[name]
    if is_receiver(info, name):
        return _receiver(machine, info, name)
    place = _param_place(param)
    kind = machine.known.param_kind(info, name)
    text = f"parameter `{name}` of `{info.name}`"
    note = f"{text} is a {kind} id" if kind else text
    trace = Trace(info.path, place, note, "source" if kind else "open", word=text)
    rest = info.node.args
    if kind == RUN and param not in (rest.vararg, rest.kwarg):
        return {Ident(RUN): trace}
    classes = tuple(machine.known.classes.of_annotation(info.module, param.annotation))
    if param in (rest.vararg, rest.kwarg):
        classes = ()
    value: Value = {Hole(info, name, (), kind, classes): trace}
    default = dict(default_nodes(info)).get(name)
    if default is not None and not (isinstance(default, ast.Constant) and not default.value):
        return union([value, _default(machine, info, name)])
    return value


def _param_place(param: ast.arg) -> Place:
    return Place(
        param.lineno, param.col_offset, param.end_lineno or param.lineno, param.end_col_offset or 0
    )


def is_receiver(info: FunctionInfo, name: str) -> bool:
    """Whether a parameter is the object or class that a method is called on."""
    if info.cls is None or "staticmethod" in info.marks or not info.params:
        return False
    return info.params[0].arg == name


def _receiver(machine: Machine, info: FunctionInfo, name: str) -> Value:
    assert info.cls is not None
    classes = tuple(
        c for c in machine.known.classes.candidates(info.cls) if _runs(machine, c, info)
    )
    classes = classes or (info.cls,)
    if "classmethod" in info.marks or info.name in ("__new__", "__init_subclass__"):
        return {Cls(cls): None for cls in classes}
    return {Hole(info, name, (), "", classes): None}


def _runs(machine: Machine, cls: ClassInfo, info: FunctionInfo) -> bool:
    """Whether a method runs for objects of a class: not if a subclass overrides it whole."""
    for base in cls.mro:
        other = base.methods.get(info.name)
        if other is info or other is None:
            if other is info:
                return True
            continue
        facts = machine.known.facts(other)
        words = {facts.nodes[facts.nodes[c][1]][2:3] for c in facts.calls}
        if (info.name,) not in words:
            return False
    return True


def argument(frame: Frame, name: str) -> Arg | None:
    """Return the argument that a call gives a parameter, or None for what is spread over it."""
    args, info, position = frame.args, frame.info, -1
    assert args is not None
    assert isinstance(info, FunctionInfo)
    names = [param.arg for param in info.params]
    if name in names:
        position = names.index(name) - binding.is_bound(info, frame.this)
    positional = [p.arg for p in info.node.args.posonlyargs]
    return args.get(position) or args.get(-1, *(() if name in positional else (name,)))


def _given(machine: Machine, frame: Frame, info: FunctionInfo, name: str) -> Value:
    args = frame.args
    assert args is not None
    if binding.is_bound(info, frame.this) and info.params and info.params[0].arg == name:
        this: Atom = frame.this  # type: ignore[assignment]
        return attributes.member_value(machine, this) if is_member(this) else {this: None}
    rest = info.node.args
    if rest.vararg is not None and rest.vararg.arg == name:
        return {Obj(frame, -3, "rest"): None}
    if rest.kwarg is not None and rest.kwarg.arg == name:
        return {Obj(frame, -4, "keywords"): None}
    arg = argument(frame, name)
    if arg is None:
        arg = _spread_over(args, info, name)
        if arg is None:
            return _default(machine, info, name)
        value = _from_spread(machine, args, info, name, arg, frame)
    else:
        value = arg.get(machine)
    return passed(machine, frame, info, name, value, arg)


def _spread_over(args: Args, info: FunctionInfo, name: str) -> Arg | None:
    keyword_only = [p.arg for p in info.node.args.kwonlyargs]
    return args.extra or (None if name in keyword_only else args.star)


def _from_spread(
    machine: Machine, args: Args, info: FunctionInfo, name: str, arg: Arg, frame: Frame
) -> Value:
    if arg is args.star:
        return arg.get(machine)
    call = frame.caller.facts.nodes[frame.call] if frame.caller is not None else None
    mem = call[4] if call is not None and call[0] == "call" else 0
    value = attributes.item(machine, arg.get(machine), Const(name, "str"), arg.frame, mem)
    default = dict(default_nodes(info)).get(name)
    if default is not None and (not value or UNKNOWN in value):
        return union([value, _default(machine, info, name)])
    return value


def passed(
    machine: Machine, frame: Frame, info: FunctionInfo, name: str, value: Value, arg: Arg
) -> Value:
    """Return an argument as its parameter sees it, by its name and annotation."""
    kind = machine.known.param_kind(info, name)
    if any(is_unknown(a) or (isinstance(a, Method) and not is_member(a)) for a in value):
        param = info.every_param[name]
        home = machine.known.open(info)
        value = (
            attributes.annotated(machine, value, param.annotation, home, _param_place(param))
            if param.annotation
            else value
        )
        value = machine.named(value, name, home, _param_place(param), "parameter")
    note = f"passed to `{name}` of `{info.name}`"
    return {
        atom: Trace(arg.frame.path, arg.place, note, "pass", trace, frame, kind != RUN, kind)
        if trace is not None
        else None
        for atom, trace in value.items()
    }


def _default(machine: Machine, info: FunctionInfo, name: str) -> Value:
    """Return a parameter's default, as the scope around the function gives it."""
    for param, node in default_nodes(info):
        if param == name:
            return machine.default(info, node, name)
    return unknown()
