"""Parts of what only callers know: told by the class, a table, an annotation or the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, class_attributes, subscripts
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
    UNKNOWN,
    Const,
    Hole,
    Trace,
    Value,
    is_unknown,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    import ast

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Place
    from netra_lint.flow.machine import Machine

_DEEP_HOLE = 8


def of_hole(machine: Machine, hole: Hole, field: object, frame: Frame) -> Value:
    """Return a part of something that callers give."""
    if isinstance(field, tuple):
        return subscripts.item_hole(machine, hole, field[1], frame)
    name = str(field)
    if _is_self(hole):
        value = _field_of_self(machine, hole, name, frame)
    else:
        value = part(machine, hole, ("attr", name), name, frame)
    return value


def _is_self(hole: Hole) -> bool:
    return not hole.steps and hole.owner.is_receiver(hole.name)


def part(machine: Machine, hole: Hole, step: tuple[str, object], name: str, frame: Frame) -> Value:
    """Return a part of a parameter: an id where its name says so, else for callers to tell."""
    holder = str(hole.steps[-1][1]) if hole.steps else hole.name
    kind = machine.words.kind_of_part(holder, name) if isinstance(name, str) else ""
    kind = _declared_kind(machine, hole, name) or kind
    what = "attribute" if step[0] == "attr" else "key"
    if kind == RUN:
        text = f"{what} `{name}`"
        return machine.source(RUN, frame, attributes.NOWHERE, f"{text} is a run id", text)
    if len(hole.steps) >= _DEEP_HOLE:
        return unknown()
    classes = _declared(machine, hole, name) if step[0] == "attr" else ()
    made = Hole(hole.owner, hole.name, (*hole.steps, step), kind, classes)
    note = f"{what} `{name}`" + (f" is a {kind} id" if kind else "")
    event = "source" if kind else "open"
    return {made: Trace(frame.path, attributes.NOWHERE, note, event, word=f"{what} `{name}`")}


def called_after(machine: Machine, value: Value, holder: int, frame: Frame) -> Value:
    """Return the ``id`` of something as what that is called says it, where nothing else does.

    Args:
        machine: the machine.
        value: what was read.
        holder: what it was read from.
        frame: the frame of both.
    """
    word = _called(frame, holder)
    kind = machine.words.kind_of_part(word, "id")
    if not kind:
        return value
    read = f"`id` of `{word}`"
    value = machine.told(value, kind, frame, attributes.NOWHERE, read)
    found = {a for a in _kindless(value) if a.steps and a.steps[-1][1] == "id"}
    return _as_kind(value, found, kind, frame, attributes.NOWHERE, read)


def called(
    machine: Machine, value: Value, name: str, frame: Frame, place: Place, what: str
) -> Value:
    """Return what only callers know as the id that it is called, until they are asked.

    Args:
        machine: the machine.
        value: what is given a name.
        name: the name.
        frame: the frame of both.
        place: where it is given the name.
        what: what is called so: a variable or an attribute.
    """
    kind = machine.words.kind_of_name(name)
    found = {atom for atom in _kindless(value) if not atom.classes} if kind else set()
    return _as_kind(value, found, kind, frame, place, f"{what} `{name}`")


def _kindless(value: Value) -> list[Hole]:
    return [atom for atom in value if isinstance(atom, Hole) and not atom.kind]


def _as_kind(
    value: Value, some: set[Hole], kind: str, frame: Frame, place: Place, word: str
) -> Value:
    """Return a value with some of what only callers know being ids of a kind, by a word of it."""
    if not some:
        return value
    trace = Trace(frame.path, place, f"{word} is a {kind} id", "source", word=word)
    found: Value = {}
    for atom, way in value.items():
        if isinstance(atom, Hole) and atom in some:
            found[atom._replace(kind=kind)] = trace
        else:
            found[atom] = way
    return found


def _called(frame: Frame, node: int) -> str:
    """Return what a value is called: by its variable, its attribute or its parameter."""
    nodes = frame.facts.nodes
    data = nodes[node]
    while data[0] in ("guard", "await", "typed") or (data[0] == "step" and not data[3]):
        data = nodes[data[1]]
    place = {"attr": 2, "param": 1, "free": 1, "step": 3}.get(data[0])
    return str(data[place]) if place is not None else ""


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
        class_attributes.of_class(machine, cls, name)
        for cls in hole.classes
        if any(name in base.attributes for base in cls.mro)
    ]
    if not found and not default:
        return part(machine, hole, ("attr", name), name, frame)
    value = union([*found, *default])
    if all(atom == UNKNOWN or (isinstance(atom, Const) and not atom.value) for atom in value):
        value = union([value, part(machine, hole, ("attr", name), name, frame)])
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
    module = frame.module
    classes = tuple(machine.known.classes.of_annotation(module, annotation))
    if classes and isinstance(frame.info, FunctionInfo):
        hole = Hole(frame.info, f"<{place.row}:{place.column}>", (), "", classes)
        return union([{a: t for a, t in value.items() if not is_unknown(a)}, {hole: None}])
    return value
