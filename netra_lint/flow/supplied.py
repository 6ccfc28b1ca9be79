"""Which classes a parameter is given that nothing else describes.

A helper that is handed the object it works for seldom says what that is. Those
who make the helper do: the few places that call it are looked at, and where
these only hand something on themselves, the places that call them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, contents, invoke, passing
from netra_lint.flow.callers import FEW, Callers, called_as
from netra_lint.flow.values import Hole
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.values import Value

Classes = tuple["ClassInfo", ...]
_STEPS = 400


def classes_of(machine: Machine, hole: Hole) -> Classes:
    """Return the classes of what callers are seen to give to a parameter, or to a part of it.

    Args:
        machine: the machine.
        hole: the parameter or its part.
    """
    if hole.name not in hole.owner.every_param or any(kind != "attr" for kind, _ in hole.steps):
        return ()
    found = _of_parameter(machine, hole.owner, hole.name)
    for _, name in hole.steps:
        kept = [machine.shapes.field_classes(cls, str(name)) for cls in found]
        found = tuple(dict.fromkeys(cls for classes in kept for cls in classes or ()))
    return found


def _of_parameter(machine: Machine, info: FunctionInfo, name: str) -> Classes:
    key = ("supplied", info, name)
    return tuple(machine.once(key, _given_classes, machine, info, name))


def _given_classes(machine: Machine, info: FunctionInfo, name: str) -> dict[ClassInfo, None]:
    found: dict[ClassInfo, None] = {}
    for frame, call in _sites(machine, info):
        value = machine.within(_STEPS, _given, machine, frame, call, info, name)
        for atom in value or ():
            classes = attributes.classes_of(atom)
            if not classes and isinstance(atom, Hole) and not atom.steps:
                classes = classes_of(machine, atom)
            found.update(dict.fromkeys(classes))
    return found


def _given(machine: Machine, frame: Frame, call: int, info: FunctionInfo, name: str) -> Value:
    for child in invoke.dispatch(machine, frame, call).entered:
        if child.info is info:
            return passing.parameter(machine, child, name)
    return {}


def _sites(machine: Machine, info: FunctionInfo) -> Iterator[tuple[Frame, int]]:
    """Yield the calls, outside tests, that may enter a function that few files name."""
    callers = Callers(machine.known)
    for word in called_as(info)[:3]:
        if len(machine.known.names.holding(word)) > FEW:
            continue
        for root in callers.mentioning([word]):
            if is_test(root.path):
                continue
            frame = machine.known.open(root)
            for call in frame.facts.calls:
                if contents.word_of(frame, call) == word:
                    yield frame, call
