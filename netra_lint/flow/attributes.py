"""Attributes, items and elements of things: fields, methods, properties, class attributes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netra_lint.flow import (
    containers,
    contents,
    exact,
    fresh,
    globals,
    invoke,
    library,
    looking,
    memory,
    records,
    texts,
)
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.graph import Place, bare, plain
from netra_lint.flow.program import ClassInfo, FunctionInfo, last_word
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Bound,
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
    Unknown,
    Value,
    const,
    constant,
    is_member,
    is_unknown,
    moved,
    only,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

PROPERTIES = frozenset({"property", "cached_property"})
NOWHERE = Place(1, 0, 1, 0)
"""Where a part of something stands until it is known who reads it."""
_DEEP_HOLE = 4


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
    return of_class(machine, atom.receiver.info, atom.name)


def member_of(machine: Machine, cls: ClassInfo, wanted: Value) -> Value:
    """Return the members of an enumeration that may have a value; all where it is not known."""
    found = []
    for base in cls.mro:
        for name in base.attributes if cls.is_enumeration else ():
            member = of_class(machine, cls, name)
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
        if _FROM_CLASS in value:
            del value[_FROM_CLASS]
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
        return _class_attribute(machine, atom, name, frame, mem)
    return {Method(atom, name): None}


_FROM_CLASS = Ext("<class attribute>")
"""Stands for what an instance has from its class, until it is known where that is read."""


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
            child = invoke.set_frame(machine, frame, fn, args, tag)
            child.before = mem
            parts.append(invoke.returned(machine, child))
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
                return invoke.got(machine, Fn(method, None, atom), frame)
    return None


_OF_RECORDS = frozenset({"_replace", "_asdict", "model_copy", "model_dump", "copy", "dict"})
"""Methods that named tuples and models have from Python or their library."""
_OF_MAPPINGS = frozenset({"get", "pop"})


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
    child = invoke.set_frame(machine, frame, Fn(method, None, atom), Args([arg]), name)
    return invoke.returned(machine, child)


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
        return invoke.got(machine, fn, frame, None, mem)
    closure = around(machine, method, this)
    if "staticmethod" in method.marks:
        fn = Fn(method, closure)
    elif "classmethod" in method.marks:
        return union([_decorated(machine, method, Fn(method, closure, Cls(o))) for o in owners])
    else:
        fn = Fn(method, closure, this)
    return _decorated(machine, method, fn)


def getter(machine: Machine, atom: Atom, name: str, frame: Frame, mem: int) -> Frame | None:
    """Return the frame of the property that one thing's attribute is, if it is one."""
    found = members(atom, classes_of(atom), name)
    if len(found) != 1 or not found[0][0].marks & PROPERTIES:
        return None
    method, owners = found[0]
    this = narrowed(atom, owners)
    this = this.this if isinstance(this, Super) else this
    fn = Fn(method, around(machine, method, this), this)
    invoke.got(machine, fn, frame, None, mem)
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


_PLAIN = frozenset({
    "staticmethod", "classmethod", "property", "cached_property", "abstractmethod", "override",
    "setter", "overload", "final",
})  # fmt: skip


def _decorated(machine: Machine, method: FunctionInfo, fn: Fn) -> Value:
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


def _class_attribute(machine: Machine, atom: Cls, name: str, frame: Frame, mem: int) -> Value:
    for base in atom.info.mro:
        method = base.methods.get(name)
        if method is not None:
            closure = around(machine, method, None)
            if "classmethod" in method.marks:
                return {Fn(method, closure, atom): None}
            return _decorated(machine, method, Fn(method, closure))
    if name == "__name__":
        return const(atom.info.name)
    if name == "__mro__":
        order: list[Value] = [{Cls(base): None} for base in atom.info.mro]
        return fresh.row(machine, frame, ("mro", atom), order, mem)
    return memory.load(machine, atom, name, frame, mem)


# -- what is known of fields without a caller ------------------------------------------


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
            return {_FROM_CLASS: None}
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
        return moved(arg.get(machine), arg.frame.path, arg.place, note)
    if args.extra is not None:
        value = containers.spread(machine, args.extra.get(machine), name, args.extra.frame, data[4])
        if value and UNKNOWN not in value:
            return value
    default = _field_default(machine, cls, name)
    if default is None:
        default = _field_made(machine, target, cls, name, data[4])
    known = [default] if default is not None else []
    if args.star is not None:
        known.append(moved(args.star.get(machine), args.star.frame.path, args.star.place, note))
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
            return load(machine, source, name, frame, data[4])
    source = args.pos[0].get(machine) if args.pos else unknown()
    return load(machine, source, name, frame, data[4])


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


def of_hole(machine: Machine, hole: Hole, field: object, frame: Frame) -> Value:
    """Return a part of something that callers give."""
    if isinstance(field, tuple):
        return _item_hole(machine, hole, field[1], frame)
    name = str(field)
    if _is_self(hole):
        value = _field_of_self(machine, hole, name, frame)
    else:
        value = _part(machine, hole, ("attr", name), name, frame)
    return value


def _is_self(hole: Hole) -> bool:
    owner = hole.owner
    return (
        owner.cls is not None
        and not hole.steps
        and bool(owner.params)
        and owner.params[0].arg == hole.name
        and "staticmethod" not in owner.marks
    )


def _part(machine: Machine, hole: Hole, step: tuple[str, object], name: str, frame: Frame) -> Value:
    """Return a part of a parameter: an id where its name says so, else for callers to tell."""
    kind = machine.words.kind_of_name(name) if isinstance(name, str) else ""
    kind = _declared_kind(machine, hole, name) or kind
    what = "attribute" if step[0] == "attr" else "key"
    if kind == RUN:
        text = f"{what} `{name}`"
        return machine.source(RUN, frame, NOWHERE, f"{text} is a run id", text)
    if len(hole.steps) >= _DEEP_HOLE:
        return unknown()
    classes = _declared(machine, hole, name) if step[0] == "attr" else ()
    made = Hole(hole.owner, hole.name, (*hole.steps, step), kind, classes)
    note = f"{what} `{name}`" + (f" is a {kind} id" if kind else "")
    event = "source" if kind else "open"
    return {made: Trace(frame.path, NOWHERE, note, event, word=f"{what} `{name}`")}


def _declared_kind(machine: Machine, hole: Hole, name: str) -> str:
    for cls in hole.classes:
        for base in cls.mro:
            if name in base.annotations:
                return machine.known.annotation_kind(base.annotations[name])
    return ""


def _declared(machine: Machine, hole: Hole, name: str) -> tuple[ClassInfo, ...]:
    """Return the classes of a field, by its annotation or by what its class keeps in it."""
    for cls in hole.classes:
        for base in cls.mro:
            annotation = base.annotations.get(name)
            if annotation is not None:
                found = machine.known.classes.of_annotation(base.module, annotation)
                return tuple(found)
    kept = [machine.shapes.field_classes(cls, name) for cls in hole.classes]
    if any(classes is None for classes in kept):
        return ()
    return tuple(dict.fromkeys(cls for classes in kept for cls in classes or ()))


def _field_of_self(machine: Machine, hole: Hole, name: str, frame: Frame) -> Value:
    """Return ``self.name`` in a method that is looked at by itself."""
    found = table(machine, hole.classes, name)
    default = [
        of_class(machine, cls, name)
        for cls in hole.classes
        if any(name in base.attributes for base in cls.mro)
    ]
    if not found and not default:
        return _part(machine, hole, ("attr", name), name, frame)
    value = union([*found, *default])
    if all(atom == UNKNOWN or (isinstance(atom, Const) and not atom.value) for atom in value):
        value = union([value, _part(machine, hole, ("attr", name), name, frame)])
    return value


def table(machine: Machine, classes: tuple[ClassInfo, ...], name: str) -> list[Value]:
    """Return what the methods of some classes store in ``self.name``."""
    found = machine.once(("table", classes, name), _written, machine, classes, name)
    return list(found)


def _written(machine: Machine, classes: tuple[ClassInfo, ...], name: str) -> list[Value]:
    found = []
    for info in machine.known.classes.writers(classes, name):
        frame = machine.known.open(info)
        for state in frame.facts.mems:
            if state[0] != "attr" or state[3] != name:
                continue
            bases = machine.eval(state[2], frame)
            if any(isinstance(b, Hole) and _is_self(b) for b in bases):
                found.append(tabled(machine.eval(state[4], frame)))
    return found


def tabled(value: Value) -> Value:
    """Mark a value as found in what other methods store, which some callers may not do."""
    return {
        atom: Trace(
            trace.path, trace.place, trace.note, "table" if trace.event == "move" else trace.event,
            trace.prev, trace.frame, trace.neutral, trace.word,
        )
        if trace is not None
        else None
        for atom, trace in value.items()
    }  # fmt: skip


def annotated(
    machine: Machine, value: Value, annotation: ast.expr, frame: Frame, place: Place
) -> Value:
    """Return an unknown value as its annotation describes it."""
    kind = machine.known.annotation_kind(annotation)
    if kind:
        told = machine.source(
            kind, frame, place, f"annotated as a {kind} id", f"annotated {kind} id"
        )
        return union([{a: t for a, t in value.items() if not is_unknown(a)}, told])
    module = globals.module_of(frame)
    classes = tuple(machine.known.classes.of_annotation(module, annotation))
    if classes and isinstance(frame.info, FunctionInfo):
        hole = Hole(frame.info, f"<{place.row}:{place.column}>", (), "", classes)
        return union([{a: t for a, t in value.items() if not is_unknown(a)}, {hole: None}])
    return value


# -- items and elements ---------------------------------------------------------------


def item(machine: Machine, base: Value, key: Const | None, frame: Frame, mem: int) -> Value:
    """Return ``base[key]`` at a point of a function."""
    value = union([item_of(machine, atom, key, frame, mem) for atom in base])
    if key is not None and isinstance(key.value, str):
        return machine.named(value, key.value, frame, NOWHERE, "key")
    return value


def item_of(machine: Machine, atom: Atom, key: Const | None, frame: Frame, mem: int) -> Value:
    """Return one thing's item."""
    if frame.trial and "world" in frame.trial:
        supposed: Value | None = frame.trial["world"].field(
            atom, memory.item_field(key), frame, mem
        )
        if supposed is not None:
            return supposed
    if isinstance(atom, Method) and atom.name == "__dict__":
        name = str(key.value) if key is not None else ""
        return attribute_of(machine, atom.receiver, name, frame, mem) if name else unknown()
    if isinstance(atom, Const):
        return texts.item(atom, key)
    if isinstance(atom, Cls) and atom.info.is_enumeration and key is not None:
        return of_class(machine, atom.info, key.value)
    if isinstance(atom, Obj) and atom.shape == "record":
        names = library_names(machine, atom)
        if key is not None and isinstance(key.value, int) and -len(names) <= key.value < len(names):
            return attribute_of(machine, atom, names[key.value], frame, mem)
        return union([attribute_of(machine, atom, name, frame, mem) for name in names])
    if isinstance(atom, Obj) and atom.shape == "instance":
        return _item_of_instance(machine, atom, key, frame, mem)
    if isinstance(atom, Obj):
        exactly = exact.item(machine, atom, key, frame, mem)
        if exactly is None and atom.shape in ("rows", "generator") and key is not None:
            exactly = _row_of(machine, atom, key, frame, mem)
        if exactly is not None:
            return exactly
        if atom.shape == "generator":
            return invoke.yielded(machine, atom)
        if atom.shape == "match":
            return library.matched(machine, atom, key)
    if isinstance(atom, (Obj, Hole)):
        return memory.load(machine, atom, memory.item_field(key), frame, mem)
    return unknown()


def _row_of(machine: Machine, atom: Obj, key: Const, frame: Frame, mem: int) -> Value | None:
    """Return one of the rows that ``zip`` and its like give, where they can be told apart."""
    rows = sequence(machine, {atom: None}, frame, mem)
    at = key.value
    if rows is None or not isinstance(at, int) or not -len(rows) <= at < len(rows):
        return None
    return rows[at]


def library_names(machine: Machine, atom: Obj) -> list[str]:
    """Return the fields of a ``namedtuple``'s instance."""
    return records.record_names(machine, atom)


def _item_of_instance(
    machine: Machine, atom: Obj, key: Const | None, frame: Frame, mem: int
) -> Value:
    """A named tuple's items are its fields; a typed dictionary's keys as well."""
    for cls in atom.classes:
        method = cls.find("__getitem__")
        if method is not None:
            return _given_by(machine, atom, method, key, frame)
        fields = list(record_fields(cls))
        if key is None:
            return union([attribute_of(machine, atom, name, frame, mem) for name in fields])
        if isinstance(key.value, int) and -len(fields) <= key.value < len(fields):
            return attribute_of(machine, atom, fields[key.value], frame, mem)
        stored = memory.load(machine, atom, memory.item_field(key), frame, mem)
        if UNKNOWN not in stored:
            return stored
        return attribute_of(machine, atom, str(key.value), frame, mem)
    return unknown()


def _given_by(
    machine: Machine, atom: Obj, method: FunctionInfo, key: Const | None, frame: Frame
) -> Value:
    """Return what a class's own ``__getitem__`` gives for a key."""
    if frame.depth >= invoke.DEEP or frame.is_in(method, 2):
        return unknown()
    arg = Arg(frame, 0, NOWHERE, {key: None} if key is not None else unknown())
    fn = Fn(method, around(machine, method, atom), atom)
    child = invoke.set_frame(machine, frame, fn, Args([arg]), ("item", key))
    return invoke.returned(machine, child)


def _item_hole(machine: Machine, hole: Hole, key: object, frame: Frame) -> Value:
    if key == memory.ANY:
        return _part(machine, hole, ("item", memory.ANY), "", frame)
    return _part(machine, hole, ("item", key), key, frame)  # type: ignore[arg-type]


def elements(machine: Machine, base: Value, frame: Frame, mem: int) -> Value:
    """Return what iterating over a value gives."""
    return union([_elements_of(machine, atom, frame, mem) for atom in base])


def _elements_of(machine: Machine, atom: Atom, frame: Frame, mem: int) -> Value:
    if isinstance(atom, Obj):
        if atom.shape == "dict":
            return looking.keys(machine, atom, frame, mem)
        if atom.shape == "generator":
            return invoke.yielded(machine, atom)
        if atom.shape == "instance":
            return _iterated(machine, atom, frame, mem)
        if atom.shape == "record":
            return item_of(machine, atom, None, frame, mem)
        if atom.shape == "rows":
            rows = sequence(machine, {atom: None}, frame, mem)
            if rows is not None:
                return union(rows)
        return item_of(machine, atom, None, frame, mem)
    if isinstance(atom, Hole):
        found = _iterated(machine, atom, frame, mem) if atom.classes else EMPTY
        return found or memory.load(machine, atom, memory.item_field(None), frame, mem)
    if isinstance(atom, Const):
        return union(texts.elements(atom) or [unknown()])
    return unknown()


def _iterated(machine: Machine, atom: Atom, frame: Frame, mem: int) -> Value:
    for name, following in (("__iter__", "__next__"), ("__aiter__", "__anext__")):
        for method, _ in members(atom, classes_of(atom), name):
            made = invoke.got(machine, Fn(method, None, atom), frame)
            if any(isinstance(a, Obj) and a.shape == "generator" for a in made):
                return elements(machine, made, frame, mem)
            parts = [
                invoke.got(machine, Fn(step, None, each), frame)
                for each in made
                for step, _ in members(each, classes_of(each), following)
            ]
            if parts:
                return union(parts)
            if atom not in made:
                return elements(machine, made, frame, mem)
    if isinstance(atom, Obj):
        names = [n for cls in atom.classes for n in record_fields(cls)]
        return union([attribute_of(machine, atom, n, frame, mem) for n in names])
    return EMPTY


def sequence(machine: Machine, value: Value, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a value one by one, or None when they cannot be told apart."""
    atom = only(value)
    if isinstance(atom, Const):
        return texts.elements(atom)
    if not isinstance(atom, Obj):
        return None
    if atom.shape == "record":
        return [attribute_of(machine, atom, n, frame, mem) for n in library_names(machine, atom)]
    if atom.shape == "instance":
        names = [n for cls in atom.classes for n in record_fields(cls)]
        return [attribute_of(machine, atom, n, frame, mem) for n in names] or None
    return looking.sequence_of(machine, atom, frame, mem)
