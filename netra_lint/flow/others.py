"""Whether a call is meant for somebody else than whoever the ids at hand name.

A notice for each member of a thread, or for the owner of a job that was fetched, passes
that person's id. The ids of whoever runs the code do not belong beside it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.beside import is_of_another
from netra_lint.flow.id_names import ROUTES, own_kind
from netra_lint.flow.lambdas import given_later
from netra_lint.flow.whose import given_by, is_part_of, keys_read, varying
from netra_lint.project.nodes import root_of, walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.at_hand import Held, Seen
    from netra_lint.flow.callee import Callee
    from netra_lint.flow.gaps import Missing
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls

Passed = dict[str, ast.expr]
"""What a call passes, by parameters."""


def is_for_another(
    calls: Calls, seen: Seen, callee: Callee, passed: Passed, missing: Iterable[Missing]
) -> bool:
    """Tell whether a call is for somebody else than the ids at hand that it leaves out.

    Args:
        calls: the calls of the project.
        seen: the call.
        callee: what it calls.
        passed: what it passes.
        missing: the ids that it leaves out.
    """
    held = [each.held for each in missing]
    own = {name: value for name, value in passed.items() if own_kind(calls.words, name)}
    rest = {name: value for name, value in passed.items() if name not in own}
    later = given_later(seen.info, seen.call)
    return (
        any(root_of(value) in later for value in own.values())
        or any(own_kind(calls.words, name) for name in later - {each.text for each in held})
        or any(_is_anybodys(calls, value) for value in own.values())
        or any(_replaces(calls, seen, name, value, held) for name, value in own.items())
        or any(_is_sent_to(calls, callee, name, value) for name, value in rest.items())
        or _is_of_another_round(calls, seen, callee, passed, held)
        or is_of_another(calls, seen, own.values(), held)
    )


def _name(value: ast.expr) -> str:
    return value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")


def _is_anybodys(calls: Calls, value: ast.expr) -> bool:
    """Whether a value is named as somebody's id that need not be the execution's."""
    name = _name(value)
    return calls.words.kind_of_name(name) in ROUTES and not own_kind(calls.words, name)


def _replaces(
    calls: Calls, seen: Seen, name: str, value: ast.expr, missing: Iterable[Held]
) -> bool:
    """Whether an id is passed in place of the one that stands beside what is missing."""
    kind = own_kind(calls.words, name)
    if kind not in ROUTES or isinstance(value, ast.Constant):
        return False
    holders = {held.holder for held in missing}
    beside = {h.text for h in seen.held if h.kind == kind and h.holder in holders}
    parts = {ast.unparse(node) for node in walk(value) if isinstance(node, ast.expr)}
    return bool(beside) and beside.isdisjoint(parts) and _is_looked_up(value, seen.info)


def _is_looked_up(value: ast.expr, info: FunctionInfo) -> bool:
    """Whether a value is a part of something that is no parameter, by its key or attribute."""
    node = value
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Await, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node is not value and isinstance(node, ast.Name) and node.id not in info.every_param


def _is_sent_to(calls: Calls, callee: Callee, name: str, value: ast.expr) -> bool:
    """Whether a callee sends to something else that it is given."""
    if not isinstance(value, (ast.Name, ast.Attribute, ast.Subscript)) or name not in callee.names:
        return False
    if calls.words.kind_of_name(_name(value)) == RUN or callee.cls is not None:
        return False
    return calls.needs.sends(callee, name)


def _is_of_another_round(
    calls: Calls, seen: Seen, callee: Callee, passed: Passed, missing: Iterable[Held]
) -> bool:
    """Whether what is passed is of a loop's round, or fetched, and the ids at hand are not.

    Nor do a member's id and another one of the function's own belong together.
    """
    own = [(value, False) for name, value in passed.items() if own_kind(calls.words, name)]
    objects = [(v, True) for name, v in passed.items() if _reads_ids(calls, callee, name, v)]
    changing, root = varying(seen.info), seen.info.outermost
    roots = [(each.holder or each.text).partition(".")[0] for each in missing]
    if len({name in changing for name in roots}) > 1:
        return True
    if any(root_of(value) in roots for value, _ in own):
        return False
    others = [
        is_part_of(value, changing) or given_by(root, value, part) is None
        for value, part in (*own, *objects)
    ]
    return any(here != (name in changing) for here in others for name in roots)


def _reads_ids(calls: Calls, callee: Callee, name: str, value: ast.expr) -> bool:
    """Whether a callee reads an execution's ids of an object that it is given."""
    if callee.info is None or not isinstance(value, ast.Name):
        return False
    read = (part for holder, part in keys_read(callee.info.node) if holder == name)
    return any(own_kind(calls.words, part) for part in read)
