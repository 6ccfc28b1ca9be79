"""What parameters hold: arguments, defaults, receivers, what is spread over them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import attributes, binding, holes, injected, subscripts
from netra_lint.flow.graph import Place, as_default
from netra_lint.flow.program import ClassInfo, FunctionInfo, default_nodes
from netra_lint.flow.values import (
    UNKNOWN,
    Cls,
    Const,
    Hole,
    Ident,
    Method,
    Obj,
    Trace,
    Value,
    is_member,
    is_unknown,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.frames import Arg, Args, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


def parameter(machine: Machine, frame: Frame, name: str) -> Value:
    """Return what a parameter of a frame's function is."""
    info = frame.info
    assert isinstance(info, FunctionInfo)
    if frame.args is None:
        return _open_parameter(machine, frame, info, name)
    return _given(machine, frame, info, name)


def _open_parameter(machine: Machine, frame: Frame, info: FunctionInfo, name: str) -> Value:
    param = info.every_param[name]
    if info.is_receiver(name):
        return _receiver(machine, info, name)
    place = _place(param)
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
    default = injected.dependency(info, name) or dict(default_nodes(info)).get(name)
    if default is not None and not (isinstance(default, ast.Constant) and not default.value):
        return union([value, _default(machine, frame, name)])
    return value


def _place(node: ast.arg | ast.expr) -> Place:
    return Place(
        node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0
    )


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
            return _default(machine, frame, name)
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
    value = subscripts.item(machine, arg.get(machine), Const(name, "str"), arg.frame, mem)
    default = dict(default_nodes(info)).get(name)
    if default is not None and (not value or UNKNOWN in value):
        return union([value, _default(machine, frame, name)])
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
            holes.annotated(machine, value, param.annotation, home, _place(param))
            if param.annotation
            else value
        )
        value = machine.named(value, name, home, _place(param), "parameter")
    note = f"passed to `{name}` of `{info.name}`"
    return {
        atom: Trace(arg.frame.path, arg.place, note, "pass", way, frame, kind != RUN, kind)
        if way is not None
        else None
        for atom, way in machine.begun(value, arg.frame.path, arg.place)
    }


def _default(machine: Machine, frame: Frame, name: str) -> Value:
    """Return a parameter's default, as it was where the function was defined."""
    info = frame.info
    assert isinstance(info, FunctionInfo)
    injection = injected.dependency(info, name)
    default = injection or dict(default_nodes(info)).get(name)
    if default is None:
        return unknown()
    node = dict(frame.captured).get(as_default(name))
    if injection is not None or node is None or frame.closure is None:
        return machine.default(info, default, name)
    place = _place(default)
    value = machine.eval(node, frame.closure)
    value = machine.named(value, name, frame.closure, place, "default of")
    return machine.moved(value, info.path, place, f"default of `{name}` of `{info.name}`")
