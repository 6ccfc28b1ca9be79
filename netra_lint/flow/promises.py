"""Ids that a context has by its name alone: nothing declares its class, and no one reads them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from netra_lint.flow.at_hand import Held
from netra_lint.flow.id_names import own_kind
from netra_lint.project.nodes import bound_names, walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.query_calls import Calls

_CONTEXT = re.compile(r"(?:^|_)(?:context|ctx)$")


def may_promise(seen: Seen) -> bool:
    """Whether a function takes something that is called a context, and declared to be nothing."""
    params = seen.info.every_param.items()
    return any(param.annotation is None and _CONTEXT.search(name) for name, param in params)


def promised(calls: Calls, seen: Seen, kind: str) -> Held | None:
    """Return the id of a context whose run id a call passes.

    Args:
        calls: the calls of the project.
        seen: the call.
        kind: what the id names.

    Returns:
        The id, which is not sure; None where the context has a class that lacks it.
    """
    args = [*seen.call.args, *(word.value for word in seen.call.keywords)]
    for node in (n for arg in args for n in walk(arg) if isinstance(n, ast.Attribute)):
        name = node.value.id if isinstance(node.value, ast.Name) else ""
        param = seen.info.every_param.get(name)
        if param is None or param.annotation is not None or not _CONTEXT.search(name):
            continue
        if own_kind(calls.words, node.attr) != RUN or _is_bound_anew(seen, name):
            continue
        classes = calls.givers.classes(seen.info, node.value)
        if all(f"{kind}_id" in calls.fields_of(cls) for cls in classes):
            origin = f"`{name}`, by its name, has a {kind} id"
            return Held(kind, f"{name}.{kind}_id", origin, name, False,
                        param.lineno, param.col_offset)  # fmt: skip
    return None


def _is_bound_anew(seen: Seen, name: str) -> bool:
    return any(name in bound_names(statement) for statement in seen.info.statements)
