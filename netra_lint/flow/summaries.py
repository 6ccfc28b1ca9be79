"""Summaries: which parts of its inputs a function lets reach a recipient.

A function is evaluated once by itself, its inputs open. What then reaches a
recipient is asked of its callers. A caller that only passes on its own inputs is
asked in turn; the function is followed again, in the caller's context, only
where an id that must not go there goes in.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from netra_lint.flow import access
from netra_lint.flow.program import default_nodes
from netra_lint.flow.values import Const, Fn, Hole, Ident, Ref, Value, one, union

if TYPE_CHECKING:
    from netra_lint.flow.heap import Args, Obj
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.run import Run

_STEP = re.compile(r"\.(\w+)|\['([^']*)'\]")


def suffices(run: Run, info: FunctionInfo, callee: Obj, args: Args, node: ast.AST) -> bool:
    """Return whether a call needs no following, after asking for what it passes on.

    Args:
        run: the evaluation that calls.
        info: the function.
        callee: the function's object, with its receiver.
        args: the arguments.
        node: the call.
    """
    if run.shared_writes or callee.scopes:
        return False
    known = run.known
    if not known.summarize(info):
        return False
    if run.root is not None:
        known.users.setdefault(info, set()).add(run.root)
    if not _same_kind_of_self(run, callee, info in known.asks_others):
        return False
    for path, kind in sorted(known.asks.get(info, ())):
        value = _at(run, info, callee, args, path, node)
        if value is None:
            continue
        if any(_matters(run, atom, kind) for atom in value.atoms):
            return False
        for atom in value.atoms:
            if isinstance(atom, Hole):
                known.demand(atom, run, kind)
    return True


def _same_kind_of_self(run: Run, callee: Obj, asked: bool) -> bool:
    """Whether the receiver is as open as it was when the function was looked at by itself."""
    oids = callee.receiver.refs() if callee.receiver is not None else []
    changed = [oid for oid in oids if _is_particular(run, oid)]
    if asked and changed:
        return False
    return not any(
        may_send(run, value) for oid in changed for value in run.state.cells(oid).values()
    )


def _is_particular(run: Run, oid: int) -> bool:
    """Whether more is known of an object here than of any of its classes."""
    if not run.heap[oid].generic or oid in run.field_writes:
        return True
    return oid != run.root_self and bool(run.state.cells(oid))


def _matters(run: Run, atom: object, kind: str) -> bool:
    """Whether something must not go, or may not go, where an id of a kind is wanted."""
    if isinstance(atom, Hole):
        return atom.kind not in ("", kind)
    if isinstance(atom, Ident):
        return atom.kind != kind
    if isinstance(atom, Const):
        return isinstance(atom.value, str) and run.words.kind_of_text(atom.value) not in ("", kind)
    return isinstance(atom, (Ref, Fn))


def _at(
    run: Run, info: FunctionInfo, callee: Obj, args: Args, path: str, node: ast.AST
) -> Value | None:
    """Return what a call gives to a part of a parameter, or None for a default."""
    name = re.split(r"[.\[(]", path, maxsplit=1)[0]
    names = [param.arg for param in info.params]
    if callee.kind == "bound" and callee.receiver is not None:
        names = names[1:]
    rest = info.node.args
    place = names.index(name) if name in names else -1
    if rest.vararg and rest.vararg.arg == name:
        given = [arg.value for arg in (*args.pos[len(names) :], args.star) if arg]
        return run.see(union(given)) if given else None
    if rest.kwarg and rest.kwarg.arg == name:
        given = [arg.value for word, arg in args.kw.items() if word not in info.every_param]
        given += [args.extra.value] if args.extra else []
        return run.see(union(given)) if given else None
    arg = args.get(place, name) or args.star or args.extra
    if arg is None:
        return _default(info, name)
    return _walk(run, run.see(arg.value), path[len(name) :], info.node)


def _default(info: FunctionInfo, name: str) -> Value | None:
    """A default that is nothing in particular is nothing to look at."""
    for param, node in default_nodes(info):
        if param == name:
            empty = isinstance(node, ast.Constant) and not node.value
            return None if empty else one(Fn(info))
    return None


def _walk(run: Run, value: Value, path: str, node: ast.AST) -> Value:
    position = 0
    while position < len(path):
        step = _STEP.match(path, position)
        if step is None or not any(isinstance(atom, (Ref, Hole)) for atom in value.atoms):
            return value
        position = step.end()
        if step[1] is not None:
            value = run.see(access.load_attribute(run, value, step[1], node))
        else:
            value = run.see(access.load_item(run, value, Const(step[2], str), node))
    return value


def may_send(run: Run, value: Value, depth: int = 3) -> bool:
    """Return whether a value is, or holds, something that sends when it is called."""
    for atom in value.atoms:
        if isinstance(atom, Fn):
            return bool(run.known.slices.of_function(atom.info, False).live)
        if isinstance(atom, Ref) and depth:
            obj = run.heap[atom.oid]
            if obj.kind == "method" and run.words.routing_method(obj.name):
                return True
            if obj.kind in ("closure", "bound") and obj.function is not None:
                return bool(run.known.slices.of_function(obj.function, False).live)
            if obj.kind == "partial" and obj.receiver is not None:
                return may_send(run, obj.receiver, depth - 1)
            if obj.kind == "list":
                cells = list(run.state.cells(atom.oid).values())
                return any(may_send(run, item, depth - 1) for item in cells[:6])
    return False
