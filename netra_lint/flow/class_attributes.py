"""Attributes that classes have, and the fields of new instances: defaults, records, copies."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netra_lint.flow import attributes, containers, fresh, globals, invoke, memory
from netra_lint.flow.frames import Args, Frame
from netra_lint.flow.graph import bare
from netra_lint.flow.program import ClassInfo, last_word
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Method,
    Mod,
    Obj,
    Unknown,
    Value,
    const,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine


def on_class(machine: Machine, atom: Cls, name: str, frame: Frame, mem: int) -> Value:
    """Return what a class itself has under a name: a method, or what its body sets."""
    for base in atom.info.mro:
        method = base.methods.get(name)
        if method is not None:
            closure = attributes.around(machine, method, None)
            if "classmethod" in method.marks:
                return {Fn(method, closure, atom): None}
            return attributes.decorated(machine, method, Fn(method, closure))
    if name == "__name__":
        return const(atom.info.name)
    if name == "__mro__":
        order: list[Value] = [{Cls(base): None} for base in atom.info.mro]
        return fresh.row(machine, frame, ("mro", atom), order, mem)
    return memory.load(machine, atom, name, frame, mem)


def of_class(machine: Machine, cls: ClassInfo, field: object, made: Frame | None = None) -> Value:
    """Return a class attribute as the class's body leaves it.

    Args:
        machine: the machine.
        cls: the class.
        field: the attribute's name.
        made: the call of the function that made the class, where it is known.
    """
    for base in cls.mro:
        if field in base.attributes:
            body = _body(machine, base, made)
            value = machine.eval(body.facts.finals.get(str(field), 0), body)
            if cls.is_enumeration:
                return _member(base, str(field), value)
            return union([value, *_set_on_class(machine, base, field)])
        inner = machine.known.facts(base).finals.get(str(field)) if field else None
        if inner is not None and isinstance(field, str):
            return machine.eval(inner, machine.known.open(base))
    return unknown()


def _member(cls: ClassInfo, name: str, value: Value) -> Value:
    """Return a member of an enumeration: its value, or its name where that is made for it."""
    if all(isinstance(atom, (ExtVal, Unknown)) for atom in value):
        value = {Const(f"{cls.name}.{name}", "member"): None}
    return union([value, {Method(Cls(cls), name): None}])


def _body(machine: Machine, cls: ClassInfo, made: Frame | None) -> Frame:
    """Return the frame of a class's body, as one call of the function around it runs it."""
    body = machine.known.open(cls)
    if made is None or made.info is not cls.outer:
        return body
    found = made.children.get(("class", cls))
    if found is None:
        found = Frame(cls, body.facts, None, closure=made)
        made.children["class", cls] = found
    return found


def _set_on_class(machine: Machine, cls: ClassInfo, field: object) -> list[Value]:
    """Return what methods of a class store in one of its attributes."""
    found = []
    for info in cls.methods.values():
        facts = machine.known.facts(info)
        if field not in facts.stores:
            continue
        frame = machine.known.open(info)
        for state in facts.mems:
            if state[0] == "attr" and state[3] == field:
                bases = machine.eval(state[2], frame)
                if any(isinstance(b, Cls) and cls in b.info.mro for b in bases):
                    found.append(machine.eval(state[4], frame))
    return found


def of_new_instance(machine: Machine, target: Obj, field: object) -> Value:
    """Return what a field of an instance is that its constructor has not set."""
    if isinstance(field, tuple):
        return unknown()
    for cls in target.classes:
        value = _record_field(machine, target, cls, str(field))
        if value is not None:
            return value
        if any(field in base.attributes for base in cls.mro):
            return {attributes.FROM_CLASS: None}
    data = target.frame.facts.nodes[target.node]
    if not target.classes and data[0] == "call":
        args = invoke.dispatch(machine, target.frame, target.node).args
        return _copied_field(machine, target, data, args, str(field))
    return unknown()


def _record_field(machine: Machine, target: Obj, cls: ClassInfo, name: str) -> Value | None:
    """Return a field of a dataclass, named tuple or model, as its constructor was called."""
    data = target.frame.facts.nodes[target.node]
    if data[0] != "call":
        return None
    found = invoke.dispatch(machine, target.frame, target.node)
    if cls not in found.made:
        return _copied_field(machine, target, data, found.args, name)
    fields = record_fields(cls)
    if name not in fields or cls.find("__init__"):
        return None
    args = found.args
    arg, note = args.get(list(fields).index(name), name), f"stored in field `{name}`"
    if arg is not None:
        return machine.moved(arg.get(machine), arg.frame.path, arg.place, note)
    if args.extra is not None:
        value = containers.spread(machine, args.extra.get(machine), name, args.extra.frame, data[4])
        if value and UNKNOWN not in value:
            return value
    default = _field_default(machine, cls, name)
    if default is None:
        default = _field_made(machine, target, cls, name, data[4])
    known = [default] if default is not None else []
    if args.star is not None:
        star, value = args.star, args.star.get(machine)
        known.append(machine.moved(value, star.frame.path, star.place, note))
    return union(known) if known else unknown()


def _field_made(machine: Machine, target: Obj, cls: ClassInfo, name: str, mem: int) -> Value | None:
    """Return what a field's factory makes for one instance."""
    node = next((base.attributes[name] for base in cls.mro if name in base.attributes), None)
    words = node.keywords if isinstance(node, ast.Call) else []
    factory = next((w.value for w in words if w.arg == "default_factory"), None)
    if not isinstance(factory, ast.Name):
        return None
    value = globals.free(machine, machine.known.open(cls), factory.id, 0)
    return fresh.made(machine, target.frame, ("field", target.node, name), value, mem)


def _copied_field(
    machine: Machine,
    target: Obj,
    data: Node,
    args: Args,
    name: str,
) -> Value:
    """Return a field of a copy, that may be one of a copy made in the round before."""
    frame, key = target.frame, ("copied", target.node, name)
    found = frame.looked.get(key)
    if found is None and machine.cut(frame.busy, key):
        return EMPTY
    found = found or machine.passing(frame.busy, key)
    if found is None:
        found = machine.keep(
            frame.busy, key, _of_copy, frame.looked, machine, frame, data, args, name
        )
    value: Value = found[0]
    return value


def _of_copy(machine: Machine, *rest: Any) -> tuple[Value, bool]:
    return _changed_or_original(machine, *rest), False


def _changed_or_original(
    machine: Machine, frame: Frame, data: Node, args: Args, name: str
) -> Value:
    """Return a field of a copy: what was changed, else what the original has."""
    if name in args.kw and name != "update":
        return args.kw[name].get(machine)
    if "update" in args.kw:
        value = containers.spread(machine, args.kw["update"].get(machine), name, frame, data[4])
        if value and UNKNOWN not in value:
            return value
    func = frame.facts.nodes[bare(frame.facts.nodes, data[1])]
    if func[0] == "attr" and func[2] in ("_replace", "model_copy", "copy"):
        source = machine.eval(func[1], frame)
        if not any(isinstance(a, (Mod, Ext)) for a in source):
            return attributes.load(machine, source, name, frame, data[4])
    source = args.pos[0].get(machine) if args.pos else unknown()
    return attributes.load(machine, source, name, frame, data[4])


def _field_default(machine: Machine, cls: ClassInfo, name: str) -> Value | None:
    for base in cls.mro:
        if name in base.attributes:
            node = base.attributes[name]
            if isinstance(node, ast.Call) and last_word(node.func).lower() == "field":
                for word in node.keywords:
                    if word.arg == "default" and isinstance(word.value, ast.Constant):
                        return const(word.value.value)
                return None
            return of_class(machine, cls, name)
    return None


def record_fields(cls: ClassInfo) -> dict[str, ast.expr]:
    """Return the annotated fields of a class and its bases, in the constructor's order."""
    found: dict[str, ast.expr] = {}
    for base in reversed(cls.mro):
        for name, annotation in base.annotations.items():
            if last_word(annotation) != "ClassVar":
                found[name] = annotation
    return found


def match_names(cls: Cls) -> list[str]:
    """Return the attributes that positional patterns of a class stand for."""
    for base in cls.info.mro:
        given = base.attributes.get("__match_args__")
        if isinstance(given, ast.Tuple):
            return [str(e.value) for e in given.elts if isinstance(e, ast.Constant)]
    return list(record_fields(cls.info))
