"""Items and elements of things: by a key, one after the other, all in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    class_attributes,
    exact,
    holes,
    invoke,
    library,
    looking,
    memory,
    records,
    returning,
    texts,
)
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.values import (
    EMPTY,
    UNKNOWN,
    Cls,
    Const,
    Fn,
    Hole,
    Method,
    Obj,
    Value,
    only,
    union,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.values import Atom


def item(machine: Machine, base: Value, key: Const | None, frame: Frame, mem: int) -> Value:
    """Return ``base[key]`` at a point of a function."""
    value = union([item_of(machine, atom, key, frame, mem) for atom in base])
    if key is not None and isinstance(key.value, str):
        return machine.named(value, key.value, frame, attributes.NOWHERE, "key")
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
        return (
            attributes.attribute_of(machine, atom.receiver, name, frame, mem) if name else unknown()
        )
    if isinstance(atom, Const):
        return texts.item(atom, key)
    if isinstance(atom, Cls) and atom.info.is_enumeration and key is not None:
        return class_attributes.of_class(machine, atom.info, key.value)
    if isinstance(atom, Obj) and atom.shape == "record":
        names = library_names(machine, atom)
        if key is not None and isinstance(key.value, int) and -len(names) <= key.value < len(names):
            return attributes.attribute_of(machine, atom, names[key.value], frame, mem)
        return union([attributes.attribute_of(machine, atom, name, frame, mem) for name in names])
    if isinstance(atom, Obj) and atom.shape == "instance":
        return _item_of_instance(machine, atom, key, frame, mem)
    if isinstance(atom, Obj):
        exactly = exact.item(machine, atom, key, frame, mem)
        if exactly is None and atom.shape in ("rows", "generator") and key is not None:
            exactly = _row_of(machine, atom, key, frame, mem)
        if exactly is not None:
            return exactly
        if atom.shape == "generator":
            return returning.yielded(machine, atom)
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
            return _given_by(machine, atom, method, key, frame, mem)
        fields = list(class_attributes.record_fields(cls))
        if key is None:
            return union(
                [attributes.attribute_of(machine, atom, name, frame, mem) for name in fields]
            )
        if isinstance(key.value, int) and -len(fields) <= key.value < len(fields):
            return attributes.attribute_of(machine, atom, fields[key.value], frame, mem)
        stored = memory.load(machine, atom, memory.item_field(key), frame, mem)
        if UNKNOWN not in stored:
            return stored
        return attributes.attribute_of(machine, atom, str(key.value), frame, mem)
    return unknown()


def _given_by(
    machine: Machine, atom: Obj, method: FunctionInfo, key: Const | None, frame: Frame, mem: int
) -> Value:
    """Return what a class's own ``__getitem__`` gives for a key."""
    if frame.depth >= invoke.DEEP or frame.is_in(method, 2):
        return unknown()
    arg = Arg(frame, 0, attributes.NOWHERE, {key: None} if key is not None else unknown())
    fn = Fn(method, attributes.around(machine, method, atom), atom)
    child = returning.set_frame(machine, frame, fn, Args([arg]), ("item", key, mem))
    child.before = mem
    return returning.returned(machine, child)


def item_hole(machine: Machine, hole: Hole, key: object, frame: Frame) -> Value:
    """Return an item of what only callers know."""
    if key == memory.ANY:
        return holes.part(machine, hole, ("item", memory.ANY), "", frame)
    return holes.part(machine, hole, ("item", key), key, frame)  # type: ignore[arg-type]


def elements(machine: Machine, base: Value, frame: Frame, mem: int) -> Value:
    """Return what iterating over a value gives."""
    return union([_elements_of(machine, atom, frame, mem) for atom in base])


def _elements_of(machine: Machine, atom: Atom, frame: Frame, mem: int) -> Value:
    if isinstance(atom, Obj):
        if atom.shape == "dict":
            return looking.keys(machine, atom, frame, mem)
        if atom.shape == "generator":
            return returning.yielded(machine, atom)
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
        for method, _ in attributes.members(atom, attributes.classes_of(atom), name):
            made = returning.got(machine, Fn(method, None, atom), frame)
            if any(isinstance(a, Obj) and a.shape == "generator" for a in made):
                return elements(machine, made, frame, mem)
            parts = [
                returning.got(machine, Fn(step, None, each), frame)
                for each in made
                for step, _ in attributes.members(each, attributes.classes_of(each), following)
            ]
            if parts:
                return union(parts)
            if atom not in made:
                return elements(machine, made, frame, mem)
    if isinstance(atom, Obj):
        names = [n for cls in atom.classes for n in class_attributes.record_fields(cls)]
        return union([attributes.attribute_of(machine, atom, n, frame, mem) for n in names])
    return EMPTY


def sequence(machine: Machine, value: Value, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a value one by one, or None when they cannot be told apart."""
    atom = only(value)
    if isinstance(atom, Const):
        return texts.elements(atom)
    if not isinstance(atom, Obj):
        return None
    if atom.shape == "record":
        return [
            attributes.attribute_of(machine, atom, n, frame, mem)
            for n in library_names(machine, atom)
        ]
    if atom.shape == "instance":
        names = [n for cls in atom.classes for n in class_attributes.record_fields(cls)]
        return [attributes.attribute_of(machine, atom, n, frame, mem) for n in names] or None
    return looking.sequence_of(machine, atom, frame, mem)
