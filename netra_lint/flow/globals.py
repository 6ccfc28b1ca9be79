"""Who writes a module's names: functions that rebind them or change what they hold."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.outline import MUTATORS, called_name, root_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.program import FunctionInfo
    from netra_lint.project.modules import ModuleInfo

MANY = 20
_VALUES = (ast.Assign, ast.AnnAssign, ast.AugAssign)


def writers_of(
    functions: Iterable[FunctionInfo], module: ModuleInfo
) -> dict[str, list[FunctionInfo]]:
    """Return the functions that write each of a module's names.

    Args:
        functions: the module's functions and methods.
        module: the module.

    Returns:
        Names to functions; a name that very many write is left out.
    """
    values = {name for name, found in module.bindings.items() if isinstance(found[-1], _VALUES)}
    writers: dict[str, list[FunctionInfo]] = {}
    for info in functions if values else ():
        for name in sorted(set(_written(info)) & values):
            writers.setdefault(name, []).append(info)
    return {name: found for name, found in writers.items() if len(found) <= MANY}


def _written(info: FunctionInfo) -> Iterator[str]:
    for name, scope in info.shared.items():
        if scope == "global":
            yield name
    for node in ast.walk(info.node):
        name = _changed(node)
        if name and name not in info.names:
            yield name


def _changed(node: ast.AST) -> str:
    """Return the name that holds what a node changes, or an empty string."""
    if isinstance(node, (ast.Subscript, ast.Attribute)):
        return root_name(node.value) if isinstance(node.ctx, ast.Store) else ""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return root_name(node.func.value) if called_name(node) in MUTATORS else ""
    return ""
