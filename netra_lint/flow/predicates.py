"""Whether Python's own functions that answer yes or no say yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, subscripts, trials, truths
from netra_lint.flow.graph import Node, word_of
from netra_lint.flow.values import (
    Atom,
    Cls,
    Const,
    Ext,
    Fn,
    Ident,
    Method,
    Obj,
    Unknown,
    Value,
    constant,
    only,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import ClassInfo


def call_truth(machine: Machine, data: Node, frame: Frame) -> bool | None:
    """Return whether a call gives something true, or None when it may and may not."""
    nodes = frame.facts.nodes
    func, word = nodes[data[1]], word_of(nodes, data)
    if word == "startswith" and func[0] == "attr" and data[2]:
        return _starting(machine, machine.eval(func[1], frame), data, frame)
    if word in ("any", "all") and func[0] == "free" and len(data[2]) == 1:
        return _every(machine, word, data[2][0][0], frame)
    if word == "bool" and func[0] == "free" and data[2]:
        return truths.truth(machine, data[2][0][0], frame)
    if word == "isinstance" and len(data[2]) == 2:
        value, kinds = (machine.eval(a[0], frame) for a in data[2])
        return is_a(machine, value, kinds)
    if word == "callable" and data[2]:
        found = {isinstance(a, (Fn, Cls)) or None for a in machine.eval(data[2][0][0], frame)}
        return found.pop() if len(found) == 1 else None
    if word == "hasattr" and len(data[2]) == 2:
        return _has(machine, data, frame)
    return None


def _every(machine: Machine, word: str, node: int, frame: Frame) -> bool | None:
    """``any(...)`` and ``all(...)`` of a comprehension or display whose parts are known."""
    if frame.facts.nodes[node][0] == "many":
        found = trials.each_truth(machine, node, frame)
    else:
        parts = subscripts.sequence(machine, machine.eval(node, frame), frame, 0)
        found = [truths.truth_of_all(part) for part in parts] if parts is not None else None
    if found is None:
        return None
    deciding = word == "any"
    if deciding in found:
        return deciding
    return None if None in found else not deciding


def _has(machine: Machine, data: Node, frame: Frame) -> bool | None:
    name = constant(machine.eval(data[2][1][0], frame))
    atom = only(machine.eval(data[2][0][0], frame))
    if name is None or not isinstance(atom, Obj) or len(atom.classes) != 1:
        return None
    cls, word = atom.classes[0], str(name.value)
    if cls.find(word) or any(word in base.attributes for base in cls.mro):
        return True
    if _may_be_given(machine, cls, word):
        return None
    value = attributes.attribute_of(machine, atom, word, frame, data[4])
    return False if all(isinstance(each, (Unknown, Method)) for each in value) else None


def _may_be_given(machine: Machine, cls: ClassInfo, name: str) -> bool:
    """Whether a class gives its objects an attribute, as far as it does not show in its body."""
    if cls.is_open or cls.find("__getattr__") or cls.find("__getattribute__"):
        return True
    declared = any(name in base.annotations for base in cls.mro)
    return declared or bool(machine.known.classes.writers((cls,), name))


def _starting(machine: Machine, value: Value, data: Node, frame: Frame) -> bool | None:
    texts = machine.eval(data[2][0][0], frame)
    known = constant(texts)
    if known is None or not isinstance(known.value, str):
        return None
    found: set[bool | None] = set()
    for atom in value:
        if isinstance(atom, Const) and isinstance(atom.value, str):
            found.add(atom.value.startswith(known.value))
        elif isinstance(atom, Ident):
            kind = machine.words.kind_of_text(known.value)
            found.add(kind == atom.kind if kind else None)
        else:
            found.add(None)
    return found.pop() if len(found) == 1 else None


_SHAPES = {
    "list": ("list",), "tuple": ("list",), "set": ("list",), "frozenset": ("list",),
    "dict": ("dict",), "str": (), "int": (), "bytes": (), "float": (), "bool": (),
    "Mapping": ("dict",), "Sequence": ("list",),
}  # fmt: skip


def is_a(machine: Machine, value: Value, kinds: Value) -> bool | None:
    """Return whether a value is of one of some classes, or None when it may or may not be."""
    holder = only(kinds)
    wanted: list[Atom] = list(kinds)
    if isinstance(holder, Obj):
        parts = subscripts.sequence(machine, kinds, holder.frame, 0)
        wanted = [atom for part in parts or () for atom in part]
    if not wanted:
        return None
    found = set()
    for atom in value:
        answers = {_is_one(machine, atom, kind) for kind in wanted}
        found.add(True if True in answers else None if None in answers else False)
    return found.pop() if len(found) == 1 else None


def _is_one(machine: Machine, atom: Atom, kind: Atom) -> bool | None:
    if isinstance(kind, Cls):
        if isinstance(atom, Ident) and kind.info.name in machine.words.run_id_types:
            return atom.kind == RUN  # A class of run ids stands for the ids themselves.
        if isinstance(atom, Obj) and atom.shape == "instance" and len(atom.classes) == 1:
            return kind.info in atom.classes[0].mro
        return False if isinstance(atom, (Const, Ident)) else None
    if not isinstance(kind, Ext) or kind.name not in _SHAPES:
        return None
    if isinstance(atom, Ident):
        return kind.name == "str"
    if isinstance(atom, Const):
        return atom.type == kind.name or (atom.type == "bool" and kind.name == "int")
    if isinstance(atom, Obj):
        if atom.shape in ("list", "dict"):
            return atom.shape in _SHAPES[kind.name]
        return False if atom.shape == "instance" and not atom.classes[0].is_open else None
    return None


def shaped(machine: Machine, data: Node, frame: Frame) -> bool | None:
    """Return whether a value fits a pattern by its shape, or None when it may or may not."""
    value = machine.eval(data[1], frame)
    atom = only(value)
    if isinstance(atom, (Ident, Const)):
        return False
    if data[2] == "MatchSequence" and isinstance(atom, Obj):
        if atom.shape == "dict":
            return False
        parts = subscripts.sequence(machine, value, frame, frame.facts.exit_mem)
        if parts is not None and data[3] >= 0:
            return bool(len(parts) == data[3])
    if data[2] == "MatchMapping" and isinstance(atom, Obj) and atom.shape in ("list", "instance"):
        return False
    return None
