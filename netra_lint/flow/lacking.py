"""Objects of which the run id is sent to, and that have no other ids: by what callers give.

``async def run(self, context)`` says nothing of what a context is; a caller that gives one of a
class with a run id alone does. To read a ``thread_id`` of it would raise an error.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.id_names import own_kind
from netra_lint.project.nodes import walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.query_calls import Calls


def lacking(calls: Calls, root: FunctionInfo, argument: ast.expr) -> Iterator[str]:
    """Yield the ids that an undeclared parameter need not have: ``context.thread_id``.

    Args:
        calls: the calls of the project.
        root: the outermost function around a send.
        argument: what is sent to.
    """
    for node in walk(argument):
        if not isinstance(node, ast.Attribute) or own_kind(calls.words, node.attr) != RUN:
            continue
        name = node.value.id if isinstance(node.value, ast.Name) else ""
        param = root.every_param.get(name)
        if param is None or param.annotation is not None or name == root.receiver:
            continue
        classes = calls.givers.classes(root, node.value)
        for part in ("thread_id", "user_id"):
            if any(_is_without(calls, cls, part) for cls in classes):
                yield f"{name}.{part}"


def _is_without(calls: Calls, cls: ClassInfo, part: str) -> bool:
    known = not cls.is_open and not calls.known.classes.writers((cls,), part)
    return known and part not in calls.fields_of(cls)
