"""What a framework gives a parameter that names a dependency: what calling that gives.

``user_id: str = Depends(get_user)`` and ``user_id: Annotated[str, Depends(get_user)]`` say
that the framework calls ``get_user`` for it. No call of the project does.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import returning
from netra_lint.flow.graph import plain
from netra_lint.flow.program import default_nodes, last_word
from netra_lint.flow.values import EMPTY, Cls, Fn, Hole, Obj, Value, union

if TYPE_CHECKING:
    from typing import TypeGuard

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.values import Atom

_MARKS = frozenset({"Depends", "Inject", "Security"})


def dependency(info: FunctionInfo, name: str) -> ast.Call | None:
    """Return the expression by which a parameter names a dependency, or None.

    Args:
        info: the function.
        name: its parameter.
    """
    default = dict(default_nodes(info)).get(name)
    if _names_one(default):
        return default
    param = info.every_param.get(name)
    annotation = param.annotation if param is not None else None
    if not isinstance(annotation, ast.Subscript) or last_word(annotation.value) != "Annotated":
        return None
    parts = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else []
    return next((part for part in parts if _names_one(part)), None)


def _names_one(node: ast.expr | None) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and last_word(node.func) in _MARKS


def given(machine: Machine, frame: Frame, node: int, info: FunctionInfo, name: str) -> Value:
    """Return what the framework gives.

    Args:
        machine: the machine.
        frame: where the dependency is named.
        node: the expression that names it.
        info: the function with the parameter.
        name: the parameter.
    """
    data = frame.facts.nodes[plain(frame.facts.nodes, node)]
    if data[0] != "call":
        return EMPTY
    arguments = [arg[0] for arg in data[2][:1]] + [word[1] for word in data[3][:1]]
    if not arguments:
        return EMPTY
    wanted = machine.eval(arguments[0], frame)
    return union([_got(machine, atom, info, name) for atom in wanted])


def _got(machine: Machine, atom: Atom, info: FunctionInfo, name: str) -> Value:
    if isinstance(atom, Cls):
        return {Hole(info, name, (), "", (atom.info,)): None}
    if not isinstance(atom, Fn) or atom.this is not None:
        return EMPTY
    value = returning.returned(machine, machine.known.open(atom.info))
    made = next(iter(value), None)
    if isinstance(made, Obj) and made.shape == "generator":
        return returning.yielded(machine, made)
    return value
