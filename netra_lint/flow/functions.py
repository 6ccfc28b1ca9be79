"""Entering functions: binding arguments, running the body, putting its outcomes together."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import access, summaries
from netra_lint.flow.facts import truth_of
from netra_lint.flow.heap import Arg, Args, Frame, Obj, Scope
from netra_lint.flow.program import default_nodes
from netra_lint.flow.run import MAX_DEPTH, PathEnds
from netra_lint.flow.state import State, join, merged_values
from netra_lint.flow.values import (
    FALSE,
    TRUE,
    UNKNOWN,
    Fn,
    Test,
    Trace,
    Value,
    const,
    one,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.program import FunctionInfo, FunctionNode
    from netra_lint.flow.run import Run

Outcome = tuple[Value, State]


def closure(run: Run, node: FunctionNode) -> Value:
    """Return a function that is defined while another one runs."""
    frame = run.frame
    info = run.known.function(node, frame.module, None, frame.function)
    defaults = {name: run.see(run.eval(expr)) for name, expr in default_nodes(info)}
    return run.new(Obj("closure", function=info, scopes=frame.scopes, defaults=defaults))


def enter(run: Run, callee: Obj, args: Args, node: ast.AST) -> Value:
    """Return what a call of a project function gives, with all that it does.

    Args:
        run: the evaluation.
        callee: a ``closure`` or ``bound`` object.
        args: the arguments without the receiver.
        node: the call.

    Raises:
        PathEnds: the function never returns.
    """
    info = callee.function
    assert info is not None
    run.known.note_call(info, run.root)
    callbacks = _callbacks(run, info, callee, args)
    matters = _matters(run.frame, node, args)
    raises = run.frame.catches or bool(run.frame.slice and run.frame.slice.catches)
    names = _looked_at(run, info, callee, args)
    chosen = run.known.slices.of_function(info, matters, names, callbacks, raises)
    if run.frame.depth >= MAX_DEPTH or _recursive(run.frame, info):
        return unknown()
    run.slices.append(chosen)
    if not chosen.live:
        _look_at_passed(run, info, callee, args, node)
        return unknown()
    followed = matters or callbacks or names or chosen.effects or info.is_generator
    if not followed and summaries.suffices(run, info, callee, args, node):
        _look_at_passed(run, info, callee, args, node)
        return unknown()
    if _stands_alone(run, info, callee, args):
        value = run.known.imported_value(run, run.known.portable_result(info))
        return value.traced(run.frame.path, node, f"returned by `{info.name}`", "return")
    frame = _frame(run, callee, info, node)
    frame.slice, frame.catches = chosen, raises
    _bind(run, frame, info, callee, args)
    result = execute(run, frame, info)
    value = _returned(run, result, info, node)
    if not info.has_inner and frame.yields is None:
        run.state.objects.pop(frame.oid, None)
    return value


def _callbacks(run: Run, info: FunctionInfo, callee: Obj, args: Args) -> frozenset[str]:
    """The parameters that are given something that may send when called."""
    given, rest = _given(info, callee, args), info.node.args
    names = [param.arg for param in info.params[_skips(callee) :]]
    if rest.vararg and len(args.pos) > len(names):
        given += [(rest.vararg.arg, arg) for arg in args.pos[len(names) :]]
    found = {name for name, arg in given if summaries.may_send(run, arg.value)}
    found |= {
        name
        for scope in callee.scopes[:3]
        for name, value in run.state.cells(scope.oid).items()
        if isinstance(name, str) and summaries.may_send(run, value)
    }
    if rest.kwarg and not found <= set(info.every_param):
        found.add(rest.kwarg.arg)
    return frozenset(found)


def _skips(callee: Obj) -> int:
    return int(callee.kind == "bound" and callee.receiver is not None)


def _given(info: FunctionInfo, callee: Obj, args: Args) -> list[tuple[str, Arg]]:
    names = [param.arg for param in info.params[_skips(callee) :]]
    return list(zip(names, args.pos, strict=False)) + list(args.kw.items())


def _looked_at(run: Run, info: FunctionInfo, callee: Obj, args: Args) -> tuple[str, ...]:
    """The parameters whose use matters though the result does not.

    A container may be changed, an id may be refused by an exception.
    """
    found = []
    for name, arg in _given(info, callee, args):
        value = arg.value
        filled = any(run.heap[oid].kind in ("list", "dict") for oid in value.refs())
        if (filled and name in info.changed) or (value.carries and name in info.refused):
            found.append(name)
    return tuple(sorted(found))


def _matters(frame: Frame, node: ast.AST, args: Args) -> bool:
    """Whether what a call gives bears on a recipient."""
    if frame.slice is None or not isinstance(node, ast.Call):
        return True
    if id(node) in frame.slice.weighed:
        return any(value.carries for value in args.values())
    return id(node) in frame.slice.results


def _stands_alone(run: Run, info: FunctionInfo, callee: Obj, args: Args) -> bool:
    """Whether a call gives the same wherever it stands: nothing goes in, nothing is sent."""
    if info.every_param or info.cls or callee.scopes or args.star or args.extra:
        return False
    return not run.shared_writes and info.name not in run.known.slices.hot


def _look_at_passed(run: Run, info: FunctionInfo, callee: Obj, args: Args, node: ast.AST) -> None:
    """A function that nothing needs may still be given a run id as another one."""
    if any(arg.value.carries for arg in (*args.pos, *args.kw.values())):
        frame = _frame(run, callee, info, node)
        _bind(run, frame, info, callee, args)


def _recursive(frame: Frame | None, info: FunctionInfo) -> bool:
    seen = 0
    while frame is not None:
        seen += frame.function is info
        frame = frame.caller
    return seen >= 3


def _frame(run: Run, callee: Obj, info: FunctionInfo, node: ast.AST) -> Frame:
    oid = run.new(Obj("frame")).refs()[0]
    scopes = (Scope(oid, info.names), *callee.scopes)
    caller = run.frame
    frame = Frame(oid, info.module, info, scopes, caller, node, depth=caller.depth + 1)
    frame.this, frame.cls = callee.receiver, info.cls
    return frame


def _bind(run: Run, frame: Frame, info: FunctionInfo, callee: Obj, args: Args) -> None:
    given = dict(args.kw)
    pos = list(args.pos)
    if callee.receiver is not None and callee.kind == "bound":
        pos.insert(0, Arg(callee.receiver, frame.call or info.node))
    names = [param.arg for param in info.params]
    given.update(zip(names, pos, strict=False))
    extra = pos[len(names) :]
    for name in (*names, *(param.arg for param in info.node.args.kwonlyargs)):
        arg: Arg | None = given.pop(name, None) or args.star or args.extra
        value = _passed(run, frame, info, name, arg) if arg else _default(run, callee, info, name)
        run.state.put(frame.oid, name, value)
    _bind_rest(run, frame, info, extra, given, args)


def _bind_rest(
    run: Run, frame: Frame, info: FunctionInfo, extra: list[Arg], given: dict[str, Arg], args: Args
) -> None:
    rest = info.node.args
    if rest.vararg:
        value = access.make_list(run, [run.see(arg.value) for arg in extra])
        if args.star:
            access.weaken(run, value.refs()[0], run.see(args.star.value))
        run.state.put(frame.oid, rest.vararg.arg, value)
    if rest.kwarg:
        value = run.new(Obj("dict"))
        for name, arg in given.items():
            access.store_item(run, value, const(name).constant(), run.see(arg.value), arg.node)
        run.state.put(frame.oid, rest.kwarg.arg, value)


def _passed(run: Run, frame: Frame, info: FunctionInfo, name: str, arg: Arg) -> Value:
    value = run.see(arg.value)
    kind = run.known.param_kind(info, name)
    if UNKNOWN in value.atoms and kind:
        value = run.named(value, name, info.every_param[name], "parameter")
    if not value.carries:
        return value
    run.known.check_other_id(run, frame, info, name, arg, value)
    note = f"passed to `{name}` of `{info.name}`"
    path = frame.caller.path if frame.caller else frame.path
    frame.args[name] = arg.node
    atoms = {
        atom: Trace(path, arg.node, note, "pass", trace, frame.oid, kind != "run", kind)
        if trace
        else trace
        for atom, trace in value.atoms.items()
    }
    return Value(atoms, value.token)


def _default(run: Run, callee: Obj, info: FunctionInfo, name: str) -> Value:
    if name in callee.defaults:
        return callee.defaults[name]
    for param, expr in default_nodes(info):
        if param == name:
            return run.known.module_expression(run, info.module, expr)
    return unknown()


def execute(run: Run, frame: Frame, info: FunctionInfo) -> list[Outcome]:
    """Run a function's body in its frame; return all ways in which it comes back.

    Raises:
        PathEnds: it never does.
    """
    from netra_lint.flow.statements import execute_block

    caller = run.frame
    run.frame = frame
    run.known.entered(info)
    if info.is_generator:
        frame.yields = access.make_list(run, [])
    try:
        execute_block(run, info.body)
        frame.returns.append((const(None), run.state))
    except PathEnds:
        pass
    finally:
        run.frame = caller
        if caller is not None:
            caller.raised += frame.raised
    if not frame.returns:
        raise PathEnds
    if frame.yields is not None:
        return [(frame.yields, state) for _, state in frame.returns]
    return frame.returns


def _returned(run: Run, outcomes: list[Outcome], info: FunctionInfo, node: ast.AST) -> Value:
    values = [state.seen(value, run.words) for value, state in outcomes]
    states = [state for _, state in outcomes]
    run.state = join(states, run.words) if len(states) > 1 else states[0]
    told = _verdict(outcomes, run.state) if len(outcomes) > 1 else None
    result = merged_values(values, states)
    if told is not None:
        rest = {atom: t for atom, t in result.atoms.items() if atom not in (TRUE, FALSE)}
        result = Value({told: None, **rest}, 0, result.guards)
    return result.traced(run.frame.path, node, f"returned by `{info.name}`", "return")


def _verdict(outcomes: list[Outcome], base: State) -> Test | None:
    """What a function's truth says of values, if its outcomes differ in truth."""
    sides: dict[bool, list[State]] = {True: [], False: []}
    for value, state in outcomes:
        truths = {truth_of(atom) for atom in value.atoms}
        if len(truths) != 1 or None in truths:
            return None
        sides[bool(truths.pop())].append(state)
    if not sides[True] or not sides[False]:
        return None
    return Test(_common(sides[True], base), _common(sides[False], base))


def _common(states: list[State], base: State) -> tuple[tuple[int, frozenset[str]], ...]:
    first, rest = states[0], states[1:]
    found = []
    for token, facts in first.facts.items():
        for state in rest:
            facts &= state.facts.get(token, frozenset())  # noqa: PLW2901
        new = facts - base.facts.get(token, frozenset())
        if new:
            found.append((token, new))
    return tuple(found)


def function_value(info: FunctionInfo) -> Value:
    """Return a function that stands in a module or class."""
    return one(Fn(info))
