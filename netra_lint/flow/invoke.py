"""Calls: what they enter, and with which arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    binding,
    generic,
    given,
    looking,
    pairing,
    picking,
    subscripts,
    supplied,
)
from netra_lint.flow.frames import Arg, Args, Dispatch, Frame
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Bound,
    Cls,
    Const,
    Ext,
    Fn,
    Hole,
    Method,
    Obj,
    Trace,
    Value,
    only,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

DEEP = 9
OFTEN = 3


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
    parts = subscripts.sequence(machine, value, arg.frame, mem)
    if parts is None:
        _behind_star(machine, args, arg, [subscripts.elements(machine, value, arg.frame, mem)])
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
        item = subscripts.item_of(machine, atom, Const(name, "str"), arg.frame, mem)  # type: ignore[arg-type]
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
        methods = attributes.members(atom, atom.classes, "__call__")
        for method, _ in methods:
            _enter_function(machine, frame, node, Fn(method, None, atom), args, found)
        if not methods and not args.pos and not any(cls.is_open for cls in atom.classes):
            found.values.append({atom: trace})  # A weak reference, which stands for what it is to.
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
    if frame.depth >= DEEP or frame.is_in(fn.info, OFTEN):
        found.values.append(unknown() if frame.depth >= DEEP else EMPTY)
        return
    if not (found.is_guessed or binding.binds(fn, args)):
        return  # A TypeError: nothing is entered, and nothing comes back.
    child = entered(machine, frame, node, fn, args)
    if child not in found.entered:
        found.entered.append(child)


def entered(machine: Machine, frame: Frame, node: int, fn: Fn, args: Args) -> Frame:
    """Return the frame of a function as a call enters it, the same one each time.

    But not where what is spread into the call was read inside a circle of values that
    was not finished yet, and is something else now.
    """
    key = (node, fn)
    child = frame.children.get(key)
    if child is None or (child.args is not None and not child.args.are_parts_of(args)):
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
