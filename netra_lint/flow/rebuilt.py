"""Contexts that are copied or built from a dictionary, and lose an id on the way."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.callee import Callee
from netra_lint.flow.gaps import Gap, Missing, fallback
from netra_lint.flow.id_names import ROUTES, is_context, own_kind
from netra_lint.flow.written import written_out
from netra_lint.project.nodes import is_none

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Held, Seen
    from netra_lint.flow.query_calls import Calls

_COPIES = frozenset({"replace", "_replace", "model_copy", "copy"})


def rebuilt(calls: Calls, targets: frozenset[str]) -> Iterator[Gap]:
    """Yield the copies of contexts that set an id to None, and those made of dictionaries.

    Args:
        calls: the calls of the project.
        targets: the files to look at.
    """
    for seen in calls.seen(targets):
        if not any(held.kind in ROUTES for held in seen.held) or fallback(seen):
            continue
        found = _copied(calls, seen) if _word(seen.call) in _COPIES else _spread(calls, seen)
        if found is not None:
            yield found


def _word(call: ast.Call) -> str:
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


# -- copies --------------------------------------------------------------------------------


def _copied(calls: Calls, seen: Seen) -> Gap | None:
    """A copy of an object whose id is at hand, that sets this id to None."""
    source = _source(seen.call)
    if source is None:
        return None
    text = ast.unparse(source)
    lost = [
        Missing(held.text.rpartition(".")[2], held, "the copy has None instead")
        for held in seen.held
        if held.holder == text and held.kind in ROUTES and _is_emptied(seen.call, held)
    ]
    cls = calls.class_of(seen.info, source)
    if not lost or cls is None:
        return None
    return Gap(seen, Callee(None, cls, False), tuple(lost), True, False)


def _source(call: ast.Call) -> ast.expr | None:
    if _word(call) == "replace":
        return call.args[0] if call.args else None
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def _is_emptied(call: ast.Call, held: Held) -> bool:
    name = held.text.rpartition(".")[2]
    for word in call.keywords:
        if word.arg == name:
            return is_none(word.value)
        if word.arg == "update" and isinstance(word.value, ast.Dict):
            for key, value in zip(word.value.keys, word.value.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == name:
                    return is_none(value)
    return False


# -- dictionaries ----------------------------------------------------------------------------


def _spread(calls: Calls, seen: Seen) -> Gap | None:
    """A context made of nothing but a dictionary that lacks an id that is at hand."""
    call = seen.call
    if call.args or len(call.keywords) != 1 or call.keywords[0].arg is not None:
        return None
    callees = calls.callees(seen.info, call)
    if len(callees) != 1 or callees[0].cls is None or not is_context(calls.words, callees[0].cls):
        return None
    keys = written_out(seen.info, call.keywords[0].value)
    if keys is None or not any(own_kind(calls.words, key) for key in keys):
        return None
    lost = []
    for name in callees[0].names:
        kind = own_kind(calls.words, name)
        held = next((h for h in seen.held if h.kind == kind), None)
        if kind and held is not None and name not in keys and name in callees[0].optional:
            lost.append(Missing(name, held, f"`{callees[0].name}` carries it"))
    if not any(each.held.kind in ROUTES for each in lost):
        return None
    return Gap(seen, callees[0], tuple(lost), True, False)
