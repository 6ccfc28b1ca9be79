"""Ids that stand beside an id which a call passes: parts of the same object.

``notify(run_id=job.run_id)`` is about the job, whoever runs the code: its thread's id and its
user's id come from the job as well, and never from the instance that the method is called on.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import keyed
from netra_lint.flow.at_hand import Held
from netra_lint.flow.givers import assigned
from netra_lint.flow.id_names import ROUTES, own_kind
from netra_lint.flow.whose import keys_read
from netra_lint.project.nodes import root_of, walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls


def beside(calls: Calls, seen: Seen, kind: str) -> Held | None:
    """Return the id of a kind that a variable's object has, another id of which a call passes.

    Args:
        calls: the calls of the project.
        seen: the call.
        kind: what the id names.
    """
    for node in read_of_variables(calls, seen):
        name = node.value.id  # type: ignore[attr-defined]
        classes = calls.givers.classes(seen.info, node.value)
        known = [calls.fields_of(cls) for cls in classes]
        both = frozenset.intersection(*known) if known else frozenset()
        for part in sorted(both) if node.attr in both else ():
            if own_kind(calls.words, part) == kind and not part.startswith("_"):
                text, origin = keyed.part_of(name, part, classes), f"`{part}` of `{name}`"
                return Held(kind, text, origin, name, True, node.lineno, node.col_offset)
    return None


def read_of_variables(calls: Calls, seen: Seen) -> Iterator[ast.Attribute]:
    """Yield the own ids that a call passes as attributes of local variables.

    Args:
        calls: the calls of the project.
        seen: the call.
    """
    for value in (*seen.call.args, *(word.value for word in seen.call.keywords)):
        if not isinstance(value, ast.Attribute) or not isinstance(value.value, ast.Name):
            continue
        name = value.value.id
        local = name in seen.info.names and name not in seen.info.every_param
        if local and own_kind(calls.words, value.attr):
            yield value


def is_of_another(
    calls: Calls, seen: Seen, passed: Iterable[ast.expr], missing: Iterable[Held]
) -> bool:
    """Tell whether a run id that is passed is an object's, and the ids at hand the instance's.

    Args:
        calls: the calls of the project.
        seen: the call.
        passed: the ids that it passes.
        missing: the ids at hand that it leaves out.
    """
    receiver = seen.info.outermost.receiver
    if not receiver or any(_root(seen.info, held.holder) != receiver for held in missing):
        return False
    for value in passed:
        source = _resolved(seen.info, value)
        holder = _holder(calls, source)
        root = root_of(holder) if holder is not None else ""
        if holder is None or root in ("", receiver) or _root(seen.info, root) == receiver:
            continue
        classes = calls.givers.classes(seen.info, holder)
        ids = {own_kind(calls.words, name) for cls in classes for name in calls.fields_of(cls)}
        if not classes or not ids.isdisjoint(ROUTES):
            return True
    return False


def _holder(calls: Calls, node: ast.expr) -> ast.expr | None:
    """Return the object that a run id is read from, by its attribute or key."""
    read = [name for _, name in keys_read(node)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        holder = node.func.value if node.func.attr == "get" else None
    else:
        holder = node.value if isinstance(node, (ast.Attribute, ast.Subscript)) else None
    part = node.attr if isinstance(node, ast.Attribute) else read[0] if read else ""
    return holder if own_kind(calls.words, part) == RUN else None


def _resolved(info: FunctionInfo, node: ast.expr) -> ast.expr:
    """Return what the only assignment to a variable gives it, or the expression itself."""
    if not isinstance(node, ast.Name) or node.id in info.every_param:
        return node
    values = assigned(info, node.id)
    return values[0] if len(values) == 1 else node


def _root(info: FunctionInfo, text: str) -> str:
    """Return the name that an object is read from, through the variable that holds it."""
    name = text.partition(".")[0]
    found = _resolved(info, ast.Name(name))
    reads = isinstance(found, ast.Attribute) and not any(
        isinstance(node, ast.Call) for node in walk(found)
    )
    return root_of(found) if reads else name
