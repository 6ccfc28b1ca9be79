"""Names of a module that hold None until other modules set them: ``state.manager = manager``."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from netra_lint.flow.callers import FEW, Callers, rows_of
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Mod
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.queries import search
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Value

Root = FunctionInfo | ModuleInfo


def setters(machine: Machine, module: ModuleInfo, name: str) -> list[Root]:
    """Return the functions and modules that seem to set a placeholder of another module.

    Args:
        machine: the machine.
        module: the module.
        name: its name; one that is bound to anything but None has no setters.
    """
    if not all(_is_empty(statement) for statement in module.bound(name)):
        return []
    return list(machine.once(("setting", module, name), _setting, machine, module, name))


def values(machine: Machine, module: ModuleInfo, name: str) -> list[Value]:
    """Return what they set it to."""
    found = []
    for root in setters(machine, module, name):
        frame = machine.known.open(root)
        for state in frame.facts.mems:
            sets = state[0] == "attr" and state[3] == name
            if sets and Mod(module) in machine.eval(state[2], frame):
                found.append(machine.eval(state[4], frame))
    return found


def _is_empty(statement: ast.stmt) -> bool:
    """Whether a statement says that a name has no value yet."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return False
    value = statement.value
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _setting(machine: Machine, module: ModuleInfo, name: str) -> dict[Root, None]:
    holding = [path for path in machine.known.names.holding(name) if path != module.path]
    if not holding or len(holding) > FEW:
        return {}
    sources, pattern = machine.known.modules.sources, _stored(name)
    callers, tests = Callers(machine.known), is_test(module.path)
    found: dict[Root, None] = {}
    for path, _ in sources.having(search(pattern, name.encode()), holding):
        other = machine.known.modules.module(path) if tests or not is_test(path) else None
        if other is not None:
            rows = rows_of(sources.scanned(path), pattern)
            found.update(dict.fromkeys(callers.roots_at(other, rows)))
    return found


@lru_cache(maxsize=256)
def _stored(name: str) -> re.Pattern[bytes]:
    """Return the pattern of an attribute of anything but an object's own that is set."""
    return re.compile(rb"(?<![\w.])(?!self\.|cls\.)[\w.]+\.%b *=(?!=)" % re.escape(name.encode()))
