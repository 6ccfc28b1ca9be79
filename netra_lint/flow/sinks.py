"""Sends: whether a call is one, which argument is its recipient, and where its finding stands.

Where a wrapper forwards its own parameter, the finding stands at the call that
gives the wrapper the id: that is the code which chose the wrong recipient. A
parameter that is itself named a run id asks for one, so there it stays inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import attributes, guards, invoke, literals
from netra_lint.flow.frames import Arg
from netra_lint.flow.graph import bare
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
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
    Trace,
)
from netra_lint.vocabulary import RUN, RoutingMethod

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Args, Dispatch, Frame
    from netra_lint.flow.graph import Node, Place
    from netra_lint.flow.guards import Held
    from netra_lint.flow.known import Known
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_NO_RECIPIENT = frozenset({
    "message", "msg", "payload", "text", "data", "content", "event", "body", "update",
})  # fmt: skip
_HINTS = ("websocket", "ws_", "manager", "socket")


class Send(NamedTuple):
    """A call that sends, with the argument that says to whom."""

    method: RoutingMethod
    arg: Arg

    def under(self, machine: Machine, frame: Frame, held: Held) -> Send:
        """Return the send with what conditions leave of its recipient."""
        if not held or self.arg.frame is not frame:
            return self
        arg, value = self.arg, self.arg.get(machine)
        left = guards.under(machine, value, arg.node, held, frame)
        return Send(self.method, Arg(arg.frame, arg.node, arg.place, left))


class Site(NamedTuple):
    """Where a finding stands: the frame, the call and the argument."""

    frame: Frame
    call: Place
    argument: Place
    name: str


def sends(machine: Machine, frame: Frame, call: int) -> Iterator[Send]:
    """Yield what a call sends, if it is a send."""
    found = invoke.dispatch(machine, frame, call)
    for atom, args, _ in found.others:
        if isinstance(atom, Method):
            method = machine.words.routing_method(atom.name)
            if method is None or (_is_none(atom.receiver) and _has_others(found)):
                continue
            held = _chosen_by(machine, frame, call, atom)
            for send in _by_receiver(machine, atom.receiver, method, args):
                yield send.under(machine, frame, held)
        elif isinstance(atom, Ext):
            yield from _external(machine, atom.name, args)
    for child in (*found.entered, *found.callbacks):
        yield from _leaf(machine, child)


def by_name(machine: Machine, frame: Frame, call: int) -> Iterator[Send]:
    """Yield what a call sends by its name alone, where its receiver is left out of account."""
    data = frame.facts.nodes[call]
    func = frame.facts.nodes[bare(frame.facts.nodes, data[1])]
    if func[0] != "attr":
        return
    method = machine.words.routing_method(func[2])
    words = " ".join(_words(frame.facts.nodes, func[1])).lower()
    if method is None or "mock" in words:
        return
    if method.ambiguous and not any(hint in words for hint in _HINTS):
        return
    args = invoke.arguments(machine, frame, data)
    yield from _to(method, args, method.position, method.keywords)


def _words(nodes: list[Node], node: int) -> Iterator[str]:
    """Yield the words by which a value is called, also before it was given another name."""
    data = nodes[node]
    yield from (word for word in data[1:] if isinstance(word, str))
    if data[0] in ("guard", "step", "await", "typed"):
        yield from _words(nodes, data[1])


def may_send(machine: Machine, atom: Atom, args: Args) -> bool:
    """Whether something has arguments enough to be a send, if it is one by its name."""
    method = machine.words.routing_method(atom.name) if isinstance(atom, Method) else None
    return method is None or any(True for _ in _to(method, args, method.position, method.keywords))


def is_open(machine: Machine, frame: Frame, call: int) -> bool:
    """Whether callers decide what a call's receiver is, as far as that was told already."""
    found = frame.dispatched.get(("call", call))
    return found is not None and any(
        isinstance(atom, Method) and isinstance(atom.receiver, Hole) and not atom.receiver.classes
        for atom, _, _ in found.others
    )


def _is_none(atom: Atom) -> bool:
    return isinstance(atom, Const) and atom.value is None


def _has_others(found: Dispatch) -> bool:
    """Whether a call has another receiver than None, which somebody has set by then."""
    if found.entered:
        return True
    return any(not (isinstance(a, Method) and _is_none(a.receiver)) for a, _, _ in found.others)


def _chosen_by(machine: Machine, frame: Frame, call: int, atom: Atom) -> Held:
    """Return the conditions on which a call's function is this one of several."""
    nodes = frame.facts.nodes
    func = nodes[bare(nodes, nodes[call][1])]
    if func[0] != "phi" or len(func[1]) < 2:
        return ()
    fitting = [held for choice, held in func[1] if atom in invoke.callees(machine, frame, choice)]
    return fitting[0] if len(fitting) == 1 else ()


def _by_receiver(
    machine: Machine, receiver: Atom, method: RoutingMethod, args: Args
) -> Iterator[Send]:
    if isinstance(receiver, Const) and receiver.value is None:
        # Nothing can be called on None: somebody else has set it by then.
        yield from _to(method, args, method.position, method.keywords)
        return
    if isinstance(receiver, (Const, Cls, Mod, Fn)):
        return
    if isinstance(receiver, (Ext, ExtVal)):
        yield from _external(machine, f"{receiver.name}.{method.name}", args)
        return
    if isinstance(receiver, Super):
        receiver = receiver.this
    if isinstance(receiver, Obj) and receiver.shape not in ("instance", "record"):
        return
    classes = attributes.classes_of(receiver)
    if isinstance(receiver, Hole) and not classes:
        foreign = _declared_outside(machine, receiver)
        if foreign:
            yield from _external(machine, f"{foreign}.{method.name}", args)
            return
    if classes and not _may_route(machine, receiver, classes, method):
        return
    yield from _to(method, args, method.position, method.keywords)


def _declared_outside(machine: Machine, hole: Hole) -> str:
    """Return the external class that a parameter or field is annotated with, or ``""``."""
    owner, steps = hole.owner, hole.steps
    annotation = None
    if not steps:
        param = owner.every_param.get(hole.name)
        annotation = param.annotation if param is not None else None
    elif len(steps) == 1 and steps[0][0] == "attr" and owner.is_receiver(hole.name):
        for base in owner.cls.mro if owner.cls is not None else ():
            annotation = annotation or base.annotations.get(str(steps[0][1]))
    return machine.known.classes.outside(owner.module, annotation)


def _may_route(
    machine: Machine, receiver: Atom, classes: tuple[ClassInfo, ...], method: RoutingMethod
) -> bool:
    """Whether an object may have a send that its known classes do not show."""
    words = {word.lower() for cls in classes for word in cls.foreign_words}
    if "protocol" in words:
        return True
    if any("mock" in word for word in words):
        return False
    if not isinstance(receiver, Hole) and not any(cls.is_open for cls in classes):
        return False
    return not method.ambiguous or _manages(machine, classes)


def _manages(machine: Machine, classes: tuple[ClassInfo, ...]) -> bool:
    others = [m.name for m in machine.words.routing_methods if not m.ambiguous]
    return any(cls.find(name) for cls in classes for name in others)


def _external(machine: Machine, name: str, args: Args) -> Iterator[Send]:
    holder, _, word = name.rpartition(".")
    method = machine.words.routing_method(word)
    if method is None or holder == "":
        return
    lowered = holder.lower()
    if "mock" in lowered:
        return
    if holder in ("?", "."):
        if not method.ambiguous:
            yield from _to(method, args, method.position, method.keywords)
        return
    if holder.startswith("?.") or not method.ambiguous or any(h in lowered for h in _HINTS):
        yield from _to(method, args, method.position, method.keywords)


def _leaf(machine: Machine, child: Frame) -> Iterator[Send]:
    """A project's own routing method that sends by other means than another one."""
    info = child.info
    assert isinstance(info, FunctionInfo)
    assert child.args is not None
    method = machine.words.routing_method(info.name)
    if method is None or routes(machine.known, info):
        return
    if _only_declares(child, info):
        if _is_implemented(machine, child, info):
            return
        if machine.known.classes.is_shape_only(info) and _takes_others(machine, method):
            yield from _to(method, child.args, method.position, method.keywords)
            return
    place = recipient_of(machine.known, info, method)
    classes = attributes.classes_of(child.this) if child.this is not None else ()
    if place is None and method.ambiguous and not _manages(machine, classes):
        return
    position, name = place or (method.position, "")
    kind = machine.known.param_kind(info, name) if name else ""
    if kind == RUN or (method.ambiguous and kind not in ("", method.kind)):
        return
    yield from _to(method, child.args, position, (name, *method.keywords), place is not None)


def _only_declares(child: Frame, info: FunctionInfo) -> bool:
    """A protocol's or abstract method only declares; what it declares does not bind."""
    return info.is_abstract and (isinstance(child.this, Hole) or "abstractmethod" in info.marks)


def _takes_others(machine: Machine, method: RoutingMethod) -> bool:
    """Whether some class of the project has this send for another id than a run's."""
    names = machine.once(("declared", method.name), machine.known.classes.first_params, method.name)
    return any(machine.words.kind_of_name(name) not in ("", RUN) for name in names)


def _is_implemented(machine: Machine, child: Frame, info: FunctionInfo) -> bool:
    """Whether another class of the receiver's implements what a method declares."""
    if info.cls is None or child.this is None:
        return False
    for cls in machine.known.classes.candidates(info.cls):
        other = cls.find(info.name)
        if other is not None and other is not info and not other.is_abstract:
            return True
    return False


def routes(known: Known, info: FunctionInfo) -> bool:
    """Whether a function's own body calls a routing method."""
    facts = known.facts(info)
    for call in facts.calls:
        func = facts.nodes[facts.nodes[call][1]]
        if func[0] == "attr" and known.words.routing_method(func[2]):
            return True
    return False


def recipient_of(known: Known, info: FunctionInfo, method: RoutingMethod) -> tuple[int, str] | None:
    """Return the position and name of the parameter that a send declares as its recipient."""
    names = [param.arg for param in info.params]
    if info.is_bound:
        names = names[1:]
    names += [param.arg for param in info.node.args.kwonlyargs]
    optional = info.optional if method.ambiguous else ()
    for index, name in enumerate(names):
        if (name in method.keywords or known.param_kind(info, name)) and name not in optional:
            return index, name
    for index, name in enumerate(names):
        if name.endswith("_id") and not method.ambiguous:
            return index, name
    if not method.ambiguous and names and names[0] not in _NO_RECIPIENT:
        return 0, names[0]
    return None


def _to(
    method: RoutingMethod,
    args: Args,
    position: int,
    names: tuple[str, ...],
    declared: bool = False,
) -> Iterator[Send]:
    arg = args.get(position, *names) or args.star or args.extra
    if arg is None:
        return
    count = len(args.pos) + len(args.kw) + bool(args.star) + bool(args.extra)
    if count < 2 and method.ambiguous and not declared:
        return
    yield Send(method, arg)


def wrong(machine: Machine, send: Send) -> Iterator[tuple[Atom, str, Trace]]:
    """Yield the ids, with their kinds, that may reach a send's recipient and must not."""
    value = send.arg.get(machine)
    for atom, way in machine.begun(value, send.arg.frame.path, send.arg.place):
        kind = kind_of(machine, atom)
        if kind and kind != send.method.kind and way is not None:
            yield atom, kind, way


def kind_of(machine: Machine, atom: Atom) -> str:
    """Return the kind of id that something at a recipient is, or ``""``."""
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    return literals.kind_of(machine.words, atom)


def site(machine: Machine, frame: Frame, call: int, arg: Arg, trace: Trace, kind: str) -> Site:
    """Return where a person would repair the recipient.

    A method that sends to what it is given has the mistake in itself when what
    it is given is of the kind that its own name asks for.
    """
    data = frame.facts.nodes[call]
    where, place, name = arg.place, data[6], called_name(frame, call)
    event: Trace | None = trace
    while event is not None and event.event != "source":
        if event.event == "pass" and event.frame is frame:
            if not event.neutral or event.word == kind or frame.caller is None:
                break  # Whoever gives a parameter what it is named after makes no mistake.
            outer = frame.caller.facts.nodes[frame.call]
            if outer[0] != "call" or _asks_for(machine, frame.caller, frame.call, kind):
                break
            where, place, name = event.place, outer[6], called_name(frame.caller, frame.call)
            frame = frame.caller
        event = event.prev
    return Site(frame, place, where, name)


def _asks_for(machine: Machine, frame: Frame, call: int, kind: str) -> bool:
    """Whether a call is that of a send to ids of some kind."""
    method = machine.words.routing_method(called_name(frame, call))
    return method is not None and method.kind == kind


def called_name(frame: Frame, call: int) -> str:
    """Return the last name of what a call calls, as it is written."""
    nodes = frame.facts.nodes
    func = nodes[bare(nodes, nodes[call][1])]
    if func[0] == "attr":
        return str(func[2])
    return str(func[1]) if func[0] in ("free", "param", "cell") else ""
