"""Sends: whether a call is one, which argument is its recipient, and what reaches it.

Where a wrapper forwards its own parameter, the finding stands at the call that
gives the wrapper the id: that is the code which chose the wrong recipient. A
parameter that is itself named a run id asks for one, so there it stays inside.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Step
from netra_lint.flow.hits import Hit, Span
from netra_lint.flow.values import (
    Cls,
    Const,
    Ext,
    ExtVal,
    Hole,
    Ident,
    Mod,
    Ref,
    Trace,
    Value,
)
from netra_lint.vocabulary import RUN, RoutingMethod

if TYPE_CHECKING:
    from netra_lint.flow.heap import Arg, Args, Frame, Obj
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.run import Run

_NO_RECIPIENT = frozenset({
    "message", "msg", "payload", "text", "data", "content", "event", "body", "update",
})  # fmt: skip
_HINTS = ("websocket", "ws_", "manager", "socket")


def routed(run: Run, receiver: Value, atom: object, name: str, args: Args, node: ast.AST) -> bool:
    """Judge ``receiver.name(args)`` where the name is a routing method's.

    Returns:
        True when the call has been dealt with; False when its body decides.
    """
    method = run.words.routing_method(name)
    assert method is not None
    if isinstance(atom, Const | Cls | Mod):
        return False
    if isinstance(atom, Ext | ExtVal):
        _external(run, atom.name, method, args, node)
        return True
    if isinstance(atom, Ref):
        return _resolved(run, run.heap[atom.oid], method, args, node)
    reach(run, method, args, node, method.position, method.keywords)
    return True


def _external(run: Run, name: str, method: RoutingMethod, args: Args, node: ast.AST) -> None:
    lowered = name.lower()
    if "mock" in lowered:
        return
    if not method.ambiguous or any(hint in lowered for hint in _HINTS):
        reach(run, method, args, node, method.position, method.keywords)


def _resolved(run: Run, obj: Obj, method: RoutingMethod, args: Args, node: ast.AST) -> bool:
    from netra_lint.flow.members import lookup

    if obj.kind not in ("instance", "super"):
        return obj.kind in ("list", "dict")
    methods = lookup(run, obj, method.name)
    found = [info for info in methods if not _declares(run, obj, info)]
    declared = [info for info in methods if info not in found]
    if not found and declared:
        found = [info for info in declared if recipient_of(run, info, method)][:1]
    if not found:
        if any("Protocol" in cls.foreign_words for cls in obj.classes):
            reach(run, method, args, node, method.position, method.keywords)
            return True
        if obj.classes and not any(cls.is_open for cls in obj.classes) and not obj.generic:
            return False
        if any("mock" in word.lower() for cls in obj.classes for word in cls.foreign_words):
            return True
        if method.ambiguous and obj.classes and not _manages(run, obj):
            return True
        reach(run, method, args, node, method.position, method.keywords)
        return True
    if any(run.known.sends(info) for info in found):
        return False
    for info in found:
        _leaf(run, obj, info, method, args, node)
    return True


def _declares(run: Run, obj: Obj, info: FunctionInfo) -> bool:
    """A protocol's or abstract method only declares; what it declares does not bind."""
    return info.is_abstract and (obj.generic or "abstractmethod" in info.marks)


def _manages(run: Run, obj: Obj) -> bool:
    others = [m.name for m in run.words.routing_methods if not m.ambiguous]
    return any(cls.find(name) for cls in obj.classes for name in others)


def _leaf(
    run: Run, obj: Obj, info: FunctionInfo, method: RoutingMethod, args: Args, node: ast.AST
) -> None:
    place = recipient_of(run, info, method)
    if place is None and method.ambiguous and not _manages(run, obj):
        return
    position, name = place or (method.position, "")
    if name and run.known.param_kind(info, name) == RUN:
        return
    run.known.note_call(info, run.root)
    reach(run, method, args, node, position, (name, *method.keywords), place is not None)


def recipient_of(run: Run, info: FunctionInfo, method: RoutingMethod) -> tuple[int, str] | None:
    """Return the position and name of the parameter that a send declares as its recipient."""
    names = [param.arg for param in info.params]
    if info.cls is not None and "staticmethod" not in info.marks:
        names = names[1:]
    names += [param.arg for param in info.node.args.kwonlyargs]
    for index, name in enumerate(names):
        if name in method.keywords or run.known.param_kind(info, name):
            return index, name
    for index, name in enumerate(names):
        if name.endswith("_id") and not method.ambiguous:
            return index, name
    if not method.ambiguous and names and names[0] not in _NO_RECIPIENT:
        return 0, names[0]
    return None


def reach(
    run: Run,
    method: RoutingMethod,
    args: Args,
    node: ast.AST,
    position: int,
    names: tuple[str, ...],
    declared: bool = False,
) -> None:
    """Look at what reaches the recipient of a send."""
    arg = args.get(position, *names) or args.star or args.extra
    if arg is None:
        return
    count = len(args.pos) + len(args.kw) + bool(args.star) + bool(args.extra)
    if count < 2 and method.ambiguous and not declared:
        return
    value = run.see(arg.value)
    for atom, trace in value.atoms.items():
        if isinstance(atom, Hole):
            run.known.demand(atom, run, method.kind)
        elif not isinstance(atom, Const):
            run.known.asks_others.add(run.root)
        found = _source(run, atom, trace, arg)
        if found is not None:
            _report(run, method, node, arg, *found)


def _source(run: Run, atom: object, trace: Trace | None, arg: Arg) -> tuple[str, Trace] | None:
    if isinstance(atom, Ident | Hole):
        if atom.kind and trace is not None:
            return atom.kind, trace
    elif isinstance(atom, Const) and isinstance(atom.value, str):
        kind = run.words.kind_of_text(atom.value)
        if kind:
            note = f"the literal `{atom.value[:30]}` is a {kind} id"
            word = f"literal `{atom.value[:30]}`"
            return kind, Trace(run.frame.path, arg.node, note, "source", word=word)
    return None


def _report(
    run: Run, method: RoutingMethod, node: ast.AST, arg: Arg, kind: str, trace: Trace
) -> None:
    code = "NTR101" if kind == RUN else "NTR102"
    if kind == method.kind:
        return
    frame, call, where = place(run.frame, node, arg.node, trace)
    name = _called(call)
    events = trace.chain()
    note = f"sent to as the recipient of `{method.name}`"
    steps = [run.known.step(event.path, event.node, event.note) for event in events]
    steps.append(run.known.step(run.frame.path, arg.node, note))
    hit = Hit(
        code,
        frame.path,
        run.known.span(frame.path, call),
        run.known.span(frame.path, where),
        name or method.name,
        kind,
        method.kind,
        "",
        ast.unparse(where)[:80],
        events[0].word,
        tuple(dict.fromkeys(steps)),
    )
    run.known.report(hit, run, any(event.event == "table" for event in events))


def place(
    frame: Frame, call: ast.AST, where: ast.AST, trace: Trace
) -> tuple[Frame, ast.AST, ast.AST]:
    """Return the frame, call and argument where a person would repair the recipient."""
    event: Trace | None = trace
    while event is not None:
        if event.event == "source":
            break
        if event.event == "pass" and event.frame == frame.oid:
            if not event.neutral or frame.caller is None or not isinstance(frame.call, ast.Call):
                break
            call, where, frame = frame.call, event.node, frame.caller
        event = event.prev
    return frame, call, where


def _called(call: ast.AST) -> str:
    func = call.func if isinstance(call, ast.Call) else None
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


def step(path: str, span: Span, note: str) -> Step:
    """Return one step of a flow, with rows and columns from 1."""
    return Step(path, span.row, span.column + 1, note)
