"""What other modules put, at their top level, into something that a module or a class keeps.

Handlers, tools and plugins register themselves when their modules are imported: by a
decorator, or by a call. No function leads from there to whoever looks into the registry.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.flow import memory, outside
from netra_lint.flow.callers import FEW
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.queries import search
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Obj, Value


def elsewhere(machine: Machine, target: Obj, field: object, home: Frame) -> list[Value]:
    """Return what other top levels leave in a field of something that is kept.

    Args:
        machine: the machine.
        target: the object.
        field: the field, as for ``memory.load``.
        home: the module or class that keeps it.
    """
    found = []
    for module in _registering(machine, target, home):
        frame = machine.known.open(module)
        found.append(memory.look(machine, frame, frame.facts.exit_mem, target, field)[0])
    return found


def _registering(machine: Machine, target: Obj, home: Frame) -> list[ModuleInfo]:
    """Return the modules whose top level seems to change it, that of a class among them."""
    key = ("registering", target, home)
    return list(machine.once(key, _modules, machine, target, home))


def _modules(machine: Machine, target: Obj, home: Frame) -> dict[ModuleInfo, None]:
    words = _words(machine, target, home)
    if not words:
        return {}
    own = home.info.path if isinstance(home.info, ModuleInfo) else ""
    tests = is_test(home.path)
    names, sources = machine.known.names, machine.known.modules.sources
    few = [word for word in words if len(names.holding(word)) <= FEW]
    paths = sorted({path for word in few for path in names.holding(word)} - {own})
    asked = search(_at_top(tuple(few)), *(word.encode() for word in few))
    found = [path for path, _ in sources.having(asked, paths)] if few else []
    modules = [machine.known.modules.module(p) for p in found if tests or not is_test(p)]
    return dict.fromkeys(module for module in modules if module is not None)


@lru_cache(maxsize=256)
def _at_top(words: tuple[str, ...]) -> re.Pattern[bytes]:
    """Return the pattern of decorators, calls and stores that begin with one of some names."""
    named = b"|".join(re.escape(word.encode()) for word in words)
    return re.compile(rb"(?m)^@?(?:\w+\.)*(?:%b)\b *(?:[.(\[]|$)" % named)


def _words(machine: Machine, target: Obj, home: Frame) -> list[str]:
    """Return the names by which others reach something: its own, and those that change it."""
    changers = list(_changers(machine, target, home))
    if isinstance(home.info, ClassInfo):
        return [home.info.name] if changers else []
    if not isinstance(home.info, ModuleInfo):
        return []
    frame, node = target.frame, target.node
    while frame.caller is not None:
        frame, node = frame.caller, frame.call
    kept = machine.shapes.kept_as(home.info, node)
    return sorted({*kept, *(info.name for info in changers if info.cls is None)})


def _changers(machine: Machine, target: Obj, home: Frame) -> Iterator[FunctionInfo]:
    """Yield the functions that change it themselves, or of which an inner one does."""
    shapes = machine.shapes
    names = shapes.kept_as(target.frame.info, target.node)
    inside = target.frame.info if isinstance(target.frame.info, FunctionInfo) else home.info
    for info in outside.writers(machine, inside if getattr(inside, "cls", None) else home.info):
        for each in outside.with_inner(machine, [info]):
            if any(shapes.base_name(each, state) in names for state in shapes.setters(each, "[]")):
                yield info
                break
