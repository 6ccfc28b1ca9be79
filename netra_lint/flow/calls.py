"""Calls: who is called, with what, and what comes of it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import access, library, members, sinks
from netra_lint.flow.functions import enter
from netra_lint.flow.heap import Arg, Args, Obj
from netra_lint.flow.run import PathEnds
from netra_lint.flow.values import (
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Hole,
    Ident,
    Mod,
    Ref,
    Unknown,
    Value,
    const,
    one,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.program import ClassInfo
    from netra_lint.flow.run import Run


def call(run: Run, node: ast.Call) -> Value:
    """Return what a call expression gives."""
    func = node.func
    if isinstance(func, ast.Name) and func.id == "super":
        return _super(run, node)
    if isinstance(func, ast.Attribute):
        if func.attr == "update" and _is_dict_of(func.value):
            return _update_fields(run, func.value, node)
        receiver = run.see(run.eval(func.value))
        args = arguments(run, node)
        result = call_method(run, receiver, func.attr, args, node)
        return _made(run, result, func.attr, node)
    callee = run.see(run.eval(func))
    args = arguments(run, node)
    name = func.id if isinstance(func, ast.Name) else ""
    builtin = callee.only() == Ext(name)
    if name and (builtin or all(isinstance(atom, library.OPAQUE) for atom in callee.atoms)):
        result = library.by_name(run, name, callee, args, node)
        return _made(run, result, name, node)
    return _made(run, invoke(run, callee, args, node), name, node)


def _is_dict_of(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "__dict__"


def _update_fields(run: Run, holder: ast.expr, node: ast.Call) -> Value:
    """``self.__dict__.update(...)`` sets attributes."""
    this = run.see(run.eval(holder.value))  # type: ignore[attr-defined]
    args = arguments(run, node)
    for arg in args.pos:
        for oid in arg.value.refs():
            for key, value in list(run.state.cells(oid).items()):
                if isinstance(key, Const):
                    access.store_attribute(run, this, str(key.value), run.see(value), node)
    for name, given in args.kw.items():
        access.store_attribute(run, this, name, given.value, node)
    return const(None)


def _made(run: Run, result: Value, name: str, node: ast.AST) -> Value:
    """Let the called function's name say what an unknown result is."""
    kind = run.words.kind_of_function(name) if name else ""
    if not kind or not all(isinstance(atom, library.OPAQUE) for atom in result.atoms):
        return result
    note = f"`{name}()` gives a {kind} id"
    return run.source(kind, node, note, f"call `{name}()`", result.token)


def arguments(run: Run, node: ast.Call) -> Args:
    """Evaluate a call's arguments, in order."""
    args = Args()
    for item in node.args:
        if not isinstance(item, ast.Starred):
            args.pos.append(Arg(run.see(run.eval(item)), item))
            continue
        value = run.eval(item.value)
        parts = access.sequence(run, value)
        if parts is None:
            args.star = Arg(access.elements(run, value, item), item.value)
        else:
            args.pos += [Arg(part, item.value) for part in parts]
    for keyword in node.keywords:
        value = run.see(run.eval(keyword.value))
        if keyword.arg:
            args.kw[keyword.arg] = Arg(value, keyword.value)
        else:
            _spread(run, value, keyword.value, args)
    return args


def _spread(run: Run, value: Value, node: ast.AST, args: Args) -> None:
    for oid in value.refs():
        for key, item in run.state.cells(oid).items():
            if isinstance(key, Const) and isinstance(key.value, str):
                args.kw[key.value] = Arg(run.see(item), node)
            elif key == access.ANY:
                args.extra = Arg(run.see(item), node)
        hole = run.heap[oid].hole
        if hole is not None:
            part = access.part_of(run, Value({hole: None}, value.token), "[...]", "", node)
            args.extra = Arg(part, node)


def _super(run: Run, node: ast.Call) -> Value:
    frame = run.frame
    while frame.cls is None and frame.caller is not None:
        frame = frame.caller
    if frame.cls is None or frame.this is None:
        return unknown()
    classes = [cls for oid in frame.this.refs() for cls in run.heap[oid].classes]
    if not classes:
        classes = [atom.info for atom in frame.this.atoms if isinstance(atom, Cls)] or [frame.cls]
    name = frame.cls.name
    return run.new(Obj("super", tuple(classes), receiver=frame.this, name=name))


def call_method(run: Run, receiver: Value, name: str, args: Args, node: ast.AST) -> Value:
    """Return what ``receiver.name(args)`` gives, for each thing that the receiver can be."""
    atoms = list(receiver.atoms.items())[:8]
    if len(atoms) == 1:
        return _method_of(run, receiver, atoms[0][0], name, args, node)

    def way(atom: object, trace: object) -> Value:
        single = Value({atom: trace}, receiver.token)  # type: ignore[dict-item]
        return _method_of(run, single, atom, name, args, node)

    return run.branch(*[lambda a=a, t=t: way(a, t) for a, t in atoms])


def _method_of(
    run: Run, receiver: Value, atom: object, name: str, args: Args, node: ast.AST
) -> Value:
    if run.words.routing_method(name) and sinks.routed(run, receiver, atom, name, args, node):
        return unknown()
    if isinstance(atom, Ref):
        obj = run.heap[atom.oid]
        if obj.kind in ("list", "dict"):
            return library.container_method(run, receiver, obj, name, args, node)
        if obj.kind in ("instance", "super"):
            return _instance_method(run, receiver, atom.oid, name, args, node)
        if obj.kind in ("closure", "bound", "partial", "method"):
            return library.unknown_call(run, args, node)
    if isinstance(atom, (Cls, Mod)):
        target = access.load_attribute(run, receiver, name, node)
        return invoke(run, target, args, node)
    if isinstance(atom, Ext):
        return library.external(run, f"{atom.name}.{name}", args, node)
    if isinstance(atom, (Hole, Unknown)) and isinstance(node, ast.Call):
        named = run.known.namesake(node.func, name)
        if named:
            this = run.new(Obj("instance", tuple(named), generic=True))
            return _instance_method(run, this, this.refs()[0], name, args, node)
        if isinstance(atom, Hole) and name in run.known.slices.hot:
            run.known.asks_others.add(run.root)
            if any(Ident(RUN) in value.atoms for value in args.values()):
                run.known.demand(atom, run, "receiver")
    return library.text_method(run, receiver, name, args, node)


def _instance_method(
    run: Run, receiver: Value, oid: int, name: str, args: Args, node: ast.AST
) -> Value:
    target = members.of_object(run, oid, name, node)
    if target.refs() or not all(isinstance(a, library.OPAQUE) for a in target.atoms):
        return invoke(run, target, args, node)
    return library.object_method(run, receiver, name, args, node)


def invoke(run: Run, callee: Value, args: Args, node: ast.AST) -> Value:
    """Return what calling a value gives, for each thing that it can be."""
    atoms = list(callee.atoms)[:8]
    if len(atoms) == 1:
        return _invoke(run, callee, atoms[0], args, node)
    ways = [lambda atom=atom: _invoke(run, callee, atom, args, node) for atom in atoms]
    return run.branch(*ways)


def _invoke(run: Run, callee: Value, atom: object, args: Args, node: ast.AST) -> Value:
    if isinstance(atom, Fn):
        return _enter(run, Obj("closure", function=atom.info), args, node)
    if isinstance(atom, Cls):
        return construct(run, atom.info, args, node)
    if isinstance(atom, Ext):
        return library.external(run, atom.name, args, node)
    if isinstance(atom, ExtVal) and atom.name.startswith(f"{library.RECORD} "):
        return library.record(run, atom.name.split()[1:], args, node)
    if not isinstance(atom, Ref):
        library.unknown_call(run, args, node)
        return Value(access.part_of(run, callee, "()", "", node).atoms)
    obj = run.heap[atom.oid]
    if obj.kind in ("closure", "bound"):
        return _enter(run, obj, args, node)
    if obj.kind == "partial" and obj.args and obj.receiver:
        kw = {**obj.args.kw, **args.kw}
        pos = [*obj.args.pos, *args.pos]
        return invoke(run, obj.receiver, Args(pos, kw, args.star, args.extra), node)
    if obj.kind == "method" and obj.receiver:
        return call_method(run, obj.receiver, obj.name, args, node)
    if obj.kind == "instance":
        methods = members.lookup(run, obj, "__call__")
        if methods:
            return invoke(run, members.bind(run, methods[0], callee, node), args, node)
    return library.unknown_call(run, args, node)


def _enter(run: Run, obj: Obj, args: Args, node: ast.AST) -> Value:
    info = obj.function
    assert info is not None
    if obj.name != "raw":
        for decorator in info.decorators:
            made = _decorated(run, obj, decorator, node)
            if made is not None:
                return invoke(run, made, args, node)
    return enter(run, obj, args, node)


def _decorated(run: Run, obj: Obj, decorator: ast.expr, node: ast.AST) -> Value | None:
    """Return the function that a project's decorator makes of another, if it is one."""
    info = obj.function
    assert info is not None
    value = run.known.module_expression(run, info.module, decorator)
    functions = [a for a in value.atoms if isinstance(a, (Fn, Ref, Cls))]
    if not functions:
        return None
    raw = run.new(
        Obj("closure", function=info, scopes=obj.scopes, defaults=obj.defaults, name="raw")
    )
    made = invoke(run, value, Args([Arg(raw, decorator)]), node)
    if not made.refs():
        return None
    if obj.kind == "bound" and obj.receiver is not None:
        return run.new(Obj("partial", receiver=made, args=Args([Arg(obj.receiver, node)])))
    return made


def construct(run: Run, cls: ClassInfo, args: Args, node: ast.AST) -> Value:
    """Return a new instance, after its ``__init__`` or with its fields set."""
    if cls.foreign_words & {"TypedDict"}:
        return _typed_dict(run, args, node)
    maker = cls.find("__new__")
    if maker is not None:
        bound = run.new(Obj("bound", function=maker, receiver=one(Cls(cls))))
        return invoke(run, bound, args, node)
    this = run.new(Obj("instance", (cls,)))
    init = cls.find("__init__")
    run.known.note_instance(cls)
    if init is not None:
        bound = run.new(Obj("bound", function=init, receiver=this))
        try:
            invoke(run, bound, args, node)
        except PathEnds:
            raise
        return this
    _set_fields(run, this, cls, args, node)
    post = cls.find("__post_init__")
    if post is not None:
        invoke(run, run.new(Obj("bound", function=post, receiver=this)), Args(), node)
    return this


def _typed_dict(run: Run, args: Args, node: ast.AST) -> Value:
    result = run.new(Obj("dict"))
    for name, arg in args.kw.items():
        access.store_item(run, result, Const(name, str), arg.value, node)
    return result


def _set_fields(run: Run, this: Value, cls: ClassInfo, args: Args, node: ast.AST) -> None:
    names = [name for base in reversed(cls.mro) for name in base.annotations]
    order = list(dict.fromkeys(names))
    given = dict(zip(order, args.pos, strict=False)) | args.kw
    if args.extra:
        given |= {name: args.extra for name in order if name not in given}
    for name in order:
        if name not in given:
            _default_field(run, this, cls, name, node)
    for name, arg in given.items():
        moved = arg.value.traced(
            run.frame.path, arg.node, f"stored in field `{name}` of `{cls.name}`"
        )
        access.store_attribute(run, this, name, moved, node)


def _default_field(run: Run, this: Value, cls: ClassInfo, name: str, node: ast.AST) -> None:
    owner = next((base for base in cls.mro if name in base.attributes), None)
    if owner is None:
        return
    if name not in run.known.slices.attrs:
        run.passed_over.add(name)
        return
    expr = owner.attributes[name]
    value = run.known.class_attribute(run, owner, name)
    if isinstance(expr, ast.Call):
        for keyword in expr.keywords:
            if keyword.arg == "default_factory":
                factory = run.known.module_expression(run, owner.module, keyword.value)
                value = invoke(run, factory, Args(), node)
            elif keyword.arg == "default":
                value = run.known.module_expression(run, owner.module, keyword.value)
    access.store_attribute(run, this, name, value, node)


def all_of(values: list[Value]) -> Value:
    """Return what any of some values can be."""
    return union(values)
