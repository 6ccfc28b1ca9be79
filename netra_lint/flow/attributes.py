"""Attributes of things: fields, methods, properties."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import (
    class_attributes,
    contents,
    globals,
    invoke,
    memory,
    returning,
)
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.graph import Place, plain
from netra_lint.flow.program import ClassInfo, FunctionInfo, last_word
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
    Mod,
    Obj,
    Super,
    Trace,
    Value,
    const,
    constant,
    is_member,
    only,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

PROPERTIES = frozenset({"property", "cached_property"})
NOWHERE = Place(1, 0, 1, 0)
"""Where a part of something stands until it is known who reads it."""
FROM_CLASS = Ext("<class attribute>")
"""Stands for what an instance has from its class, until it is known where that is read."""
_OF_RECORDS = frozenset({"_replace", "_asdict", "model_copy", "model_dump", "copy", "dict"})
"""Methods that named tuples and models have from Python or their library."""
_OF_MAPPINGS = frozenset({"get", "pop"})
FIELD = "field"
"""The type of a constant that stands for the description of a data class's field."""
_PLAIN = frozenset({
    "staticmethod", "classmethod", "property", "cached_property", "abstractmethod", "override",
    "setter", "overload", "final",
})  # fmt: skip


def load(machine: Machine, base: Value, name: str, frame: Frame, mem: int) -> Value:
    """Return ``base.name`` at a point of a function."""
    parts = []
    of_members = [part for atom in base if (part := _of_member(machine, atom, name, frame, mem))]
    if of_members:
        return union(of_members)
    for atom, trace in base.items():
        if name == "value" and len(base) > 1 and is_member(atom):
            continue
        part = attribute_of(machine, atom, name, frame, mem)
        if name in ("value", "_value_") and isinstance(atom, (Const, Ident)):
            part = {atom: trace}
        elif trace is not None and only(part) == Method(atom, name):
            part = {Method(atom, name): trace}
        parts.append(part)
    value = union(parts)
    return machine.named(value, name, frame, NOWHERE, "attribute")


def _of_member(machine: Machine, atom: Atom, name: str, frame: Frame, mem: int) -> Value | None:
    """Return what an enumeration's member has from the methods of its class, if it is one."""
    if not is_member(atom) or not isinstance(atom.receiver, Cls):  # type: ignore[union-attr]
        return None
    cls = atom.receiver.info  # type: ignore[union-attr]
    found = members(atom, (cls,), name)
    return union(bound(machine, m, owners, atom, frame, mem) for m, owners in found) or None


def member_value(machine: Machine, atom: Atom) -> Value:
    """Return an enumeration's member with its value, of which methods see the member alone."""
    assert isinstance(atom, Method)
    assert isinstance(atom.receiver, Cls)
    return class_attributes.of_class(machine, atom.receiver.info, atom.name)


def member_of(machine: Machine, cls: ClassInfo, wanted: Value) -> Value:
    """Return the members of an enumeration that may have a value; all where it is not known."""
    found = []
    for base in cls.mro:
        for name in base.attributes if cls.is_enumeration else ():
            member = class_attributes.of_class(machine, cls, name)
            known, value = constant(member), constant(wanted)
            if known is None or value is None or known == value:
                found.append(member)
    return union(found)


def located(value: Value, frame: Frame, node: int) -> Value:
    """Return a value whose flow begins where it is read."""
    return located_at(value, frame, frame.facts.places.get(node))


def located_at(value: Value, frame: Frame, place: Place | None) -> Value:
    """Return a value whose flow begins at a place of a function."""
    if place is None or all(t is None or t.place is not NOWHERE for t in value.values()):
        return value
    return {
        atom: Trace(frame.path, place, trace.note, trace.event, word=trace.word)
        if trace is not None and trace.place is NOWHERE
        else trace
        for atom, trace in value.items()
    }


def attribute_of(machine: Machine, atom: Atom, name: str, frame: Frame, mem: int) -> Value:
    """Return one thing's attribute."""
    if isinstance(atom, Mod):
        return globals.attribute_of_module(machine, atom.info, name, frame, mem)
    if isinstance(atom, Ext):
        return {Ext(f"{atom.name}.{name}"): None}
    if isinstance(atom, Const) and atom.type == FIELD and name == "name":
        return const(atom.value)
    if isinstance(atom, Fn) and name == "__name__" and atom.info.name != "lambda":
        return const(atom.info.name)
    classes = classes_of(atom)
    if classes or isinstance(atom, Super):
        found = members(atom, classes, name)
        if found:
            return union([
                bound(machine, method, owners, narrowed(atom, owners), frame, mem)
                for method, owners in found
            ])  # fmt: skip
    if isinstance(atom, Hole) and machine.words.routing_method(name) is not None:
        return {Method(atom, name): None}
    if isinstance(atom, (Obj, Hole, Super)):
        if name == "__class__" and classes:
            return {Cls(cls): None for cls in classes}
        if isinstance(atom, Obj) and atom.shape not in ("instance", "record"):
            return {Method(atom, name): None}
        if name == "__dict__":
            return {Method(atom, name): None}
        if isinstance(atom, Super) and name == "__new__":
            return {Method(atom, name): None}
        target = atom.this if isinstance(atom, Super) else atom
        made = _made_property(machine, atom, classes, name, frame)
        if made is not None:
            return made
        value = memory.load(machine, target, name, frame, mem)
        if FROM_CLASS in value:
            del value[FROM_CLASS]
            held_by = _holders(machine, atom, classes, name)
            parts = [memory.load(machine, c, name, frame, mem) for c in held_by]
            held = union(parts)
            got = _described(machine, held, atom, classes, frame, mem)
            if got is not None:
                return union([value, got])
            return union([value, {_as_bound(a, atom): trace for a, trace in held.items()}])
        if isinstance(atom, Obj) and _is_none(value) and _has_setter(machine, classes, name):
            # Whoever calls the setter may know the object from a container, or not by its class.
            return union([value, unknown()])
        return _asked_for(machine, atom, classes, name, frame, value)
    if isinstance(atom, Cls):
        return class_attributes.on_class(machine, atom, name, frame, mem)
    return {Method(atom, name): None}


def _is_none(value: Value) -> bool:
    """Whether something is None and nothing else."""
    atom = only(value)
    return isinstance(atom, Const) and atom.value is None


def _has_setter(machine: Machine, classes: tuple[ClassInfo, ...], name: str) -> bool:
    """Whether the classes have a plain setter of a field: ``set_websocket_manager(manager)``."""
    found = machine.known.classes.writers(classes, name)
    return any(i.name.startswith("set_") and _sets_given(machine, i, name) for i in found)


def _sets_given(machine: Machine, info: FunctionInfo, name: str) -> bool:
    facts = machine.known.facts(info)
    given = (state[4] for state in facts.mems if state[0] == "attr" and state[3] == name)
    return any(facts.nodes[plain(facts.nodes, node)][0] == "param" for node in given)


def _holders(machine: Machine, atom: Atom, classes: tuple[ClassInfo, ...], name: str) -> list[Cls]:
    """Return the classes in which instances find a class attribute."""
    found: dict[Cls, None] = {}
    for cls in classes:
        holder = next((base for base in cls.mro if name in base.attributes), None)
        if holder is not None:
            made = _made_in(machine, holder.outer, atom) if holder.outer is not None else None
            found[Cls(holder, made)] = None
    return list(found)


def _described(
    machine: Machine,
    held: Value,
    atom: Atom,
    classes: tuple[ClassInfo, ...],
    frame: Frame,
    mem: int,
) -> Value | None:
    """Return what a descriptor of the project's own gives that a class keeps; None without one."""
    parts = []
    for descriptor in held:
        for method, _ in members(descriptor, classes_of(descriptor), "__get__"):
            if frame.depth >= invoke.DEEP or frame.is_in(method, 2):
                return unknown()
            owners: Value = {Cls(cls): None for cls in classes}
            given: list[Value] = [{atom: None}, owners]
            args = Args([Arg(frame, 0, NOWHERE, value) for value in given])
            fn, tag = Fn(method, None, descriptor), ("get", atom, mem)
            child = returning.set_frame(machine, frame, fn, args, tag)
            child.before = mem
            parts.append(returning.returned(machine, child))
    return union(parts) if parts else None


def _as_bound(atom: Atom, this: Atom) -> Atom:
    """A function that a class keeps under a name is a method of its instances."""
    if isinstance(atom, Fn) and atom.this is None and atom.info.cls is not None:
        return atom if "staticmethod" in atom.info.marks else atom._replace(this=this)
    if not isinstance(atom, Obj) or atom.shape != "partial":
        return atom
    is_method = contents.word_of(atom.frame, atom.node) == "partialmethod"
    return Bound(atom, this) if is_method else atom


def _made_property(
    machine: Machine, atom: Atom, classes: tuple[ClassInfo, ...], name: str, frame: Frame
) -> Value | None:
    """Return the value of a property that is made by a call in its class's body."""
    for cls in classes:
        for base in cls.mro:
            made = base.attributes.get(name)
            if not isinstance(made, ast.Call) or last_word(made.func) not in PROPERTIES:
                continue
            named = next((word.value for word in made.keywords if word.arg == "fget"), None)
            getter = made.args[0] if made.args else named
            method = base.methods.get(getter.id) if isinstance(getter, ast.Name) else None
            if isinstance(getter, ast.Lambda):
                method = machine.known.function(getter, base.module, base, base.outer)
            if method is not None:
                return returning.got(machine, Fn(method, None, atom), frame)
    return None


def _asked_for(
    machine: Machine,
    atom: Atom,
    classes: tuple[ClassInfo, ...],
    name: str,
    frame: Frame,
    value: Value,
) -> Value:
    """Return what ``__getattr__`` gives for an attribute that an object does not have."""
    if not isinstance(atom, Obj) or any(a != UNKNOWN for a in value):
        return value
    inherited = name in _OF_MAPPINGS or machine.words.routing_method(name) is not None
    if name in _OF_RECORDS or (inherited and any(cls.is_open for cls in classes)):
        return {Method(atom, name): None}
    method = next((m for cls in classes if (m := cls.find("__getattr__"))), None)
    if method is None or frame.is_in(method, 2):
        return value
    arg = Arg(frame, 0, NOWHERE, const(name))
    child = returning.set_frame(machine, frame, Fn(method, None, atom), Args([arg]), name)
    return returning.returned(machine, child)


def classes_of(atom: Atom) -> tuple[ClassInfo, ...]:
    """Return the classes that a thing may have, where they are known."""
    if isinstance(atom, (Obj, Hole)):
        return atom.classes
    if isinstance(atom, Super):
        return classes_of(atom.this)
    return ()


def narrowed(atom: Atom, classes: tuple[ClassInfo, ...]) -> Atom:
    """Return an object as one of some of its classes."""
    if isinstance(atom, Hole) and len(classes) < len(atom.classes):
        return atom._replace(classes=classes)
    if isinstance(atom, Super):
        return atom._replace(this=narrowed(atom.this, classes))
    return atom


def members(
    atom: Atom, classes: tuple[ClassInfo, ...], name: str
) -> list[tuple[FunctionInfo, tuple[ClassInfo, ...]]]:
    """Return the methods that an object can find under a name, with the classes that do."""
    found: dict[FunctionInfo, tuple[ClassInfo, ...]] = {}
    for cls in classes:
        order = cls.mro
        if isinstance(atom, Super):
            at = order.index(atom.cls) if atom.cls in order else 0
            order = order[at + 1 :]
        for base in order:
            if name in base.methods:
                method = base.methods[name]
                found[method] = (*found.get(method, ()), cls)
                break
            if name in base.attributes:
                break
    return list(found.items())


def bound(
    machine: Machine,
    method: FunctionInfo,
    owners: tuple[ClassInfo, ...],
    atom: Atom,
    frame: Frame,
    mem: int,
) -> Value:
    """Return a method bound to its object; a property's value at once."""
    this = atom.this if isinstance(atom, Super) else atom
    if method.marks & PROPERTIES:
        fn = Fn(method, around(machine, method, this), this)
        return returning.got(machine, fn, frame, None, mem)
    closure = around(machine, method, this)
    if "staticmethod" in method.marks:
        fn = Fn(method, closure)
    elif "classmethod" in method.marks:
        return union([decorated(machine, method, Fn(method, closure, Cls(o))) for o in owners])
    else:
        fn = Fn(method, closure, this)
    return decorated(machine, method, fn)


def getter(machine: Machine, atom: Atom, name: str, frame: Frame, mem: int) -> Frame | None:
    """Return the frame of the property that one thing's attribute is, if it is one."""
    found = members(atom, classes_of(atom), name)
    if len(found) != 1 or not found[0][0].marks & PROPERTIES:
        return None
    method, owners = found[0]
    this = narrowed(atom, owners)
    this = this.this if isinstance(this, Super) else this
    fn = Fn(method, around(machine, method, this), this)
    returning.got(machine, fn, frame, None, mem)
    return frame.children.get((-1, fn, mem) if mem >= 0 else (-1, fn))


def around(machine: Machine, method: FunctionInfo, this: Atom | None) -> Frame | None:
    """Return the frame around a method's class, the one that made the object if it is known."""
    outer = method.cls.outer if method.cls is not None else None
    if outer is None:
        return None
    return _made_in(machine, outer, this) or machine.known.open(outer)


def _made_in(machine: Machine, outer: FunctionInfo, this: Atom | None) -> Frame | None:
    """Return the call of a function that made the class of an object, where it is known."""
    if isinstance(this, Cls):
        return this.frame
    frame = this.frame if isinstance(this, Obj) else None
    while frame is not None:
        if frame.info is outer:
            return frame
        frame = frame.caller
    if not isinstance(this, Obj) or this.shape != "instance" or this.node < 0:
        return None
    data = this.frame.facts.nodes[this.node]
    made = machine.eval(data[1], this.frame) if data[0] == "call" else EMPTY
    frames = {atom.frame for atom in made if isinstance(atom, Cls)}
    found = frames.pop() if len(frames) == 1 else None
    return found if found is not None and found.info is outer else None


def decorated(machine: Machine, method: FunctionInfo, fn: Fn) -> Value:
    """Return a method as its decorators leave it."""
    if method.cls is None or method.marks <= _PLAIN:
        return {fn: None}
    facts = machine.known.facts(method.cls)
    node = facts.finals.get(method.name)
    if node is None:
        return {fn: None}
    value = machine.eval(node, machine.known.open(method.cls))
    made = [
        Fn(a.info, a.closure, fn.this if a.this is None else a.this, a.captured)
        if isinstance(a, Fn) and a.info is not method
        else fn
        for a in value
        if isinstance(a, (Fn, Obj))
    ]
    return dict.fromkeys(made) if made else {fn: None}
