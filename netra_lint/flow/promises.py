"""Ids that a context has by its name alone: nothing declares its class, and no one reads them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.at_hand import Held
from netra_lint.flow.id_names import own_kind
from netra_lint.project.nodes import bound_names, walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.givers import Classes
    from netra_lint.flow.query_calls import Calls

_CONTEXT = re.compile(r"(?:^|[._])(?:context|ctx)$")


class Promise(NamedTuple):
    """A context whose run id a call passes.

    Attributes:
        node: the context.
        run: where its run id is read.
        classes: what is known of its class.
    """

    node: ast.expr
    run: ast.Attribute
    classes: Classes

    def held(self, kind: str) -> Held:
        """Return its id of a kind, which is not sure to be there."""
        text = ast.unparse(self.node)
        origin = f"`{text}`, by its name, has a {kind} id"
        where = self.run.lineno, self.run.col_offset
        return Held(kind, f"{text}.{kind}_id", origin, text, False, *where)


def promises(calls: Calls, seen: Seen) -> Iterator[Promise]:
    """Yield what is called a context and has a run id that a call passes.

    Args:
        calls: the calls of the project.
        seen: the call.
    """
    args = [*seen.call.args, *(word.value for word in seen.call.keywords)]
    for node in (n for arg in args for n in walk(arg) if isinstance(n, ast.Attribute)):
        if own_kind(calls.words, node.attr) == RUN and _CONTEXT.search(ast.unparse(node.value)):
            yield Promise(node.value, node, calls.givers.classes(seen.info, node.value))


def may_promise(seen: Seen) -> bool:
    """Whether a function takes something that is called a context, and declared to be nothing."""
    params = seen.info.every_param.items()
    return any(param.annotation is None and _CONTEXT.search(name) for name, param in params)


def promised(calls: Calls, seen: Seen, kind: str) -> Held | None:
    """Return the id of an undeclared parameter whose run id a call passes.

    Args:
        calls: the calls of the project.
        seen: the call.
        kind: what the id names.

    Returns:
        The id, which is not sure; None where the context has a class that lacks it.
    """
    for each in promises(calls, seen) if may_promise(seen) else ():
        name = each.node.id if isinstance(each.node, ast.Name) else ""
        param = seen.info.every_param.get(name)
        if param is None or param.annotation is not None or _is_bound_anew(seen, name):
            continue
        if all(f"{kind}_id" in calls.fields_of(cls) for cls in each.classes):
            return each.held(kind)._replace(row=param.lineno, column=param.col_offset)
    return None


def _is_bound_anew(seen: Seen, name: str) -> bool:
    return any(name in bound_names(statement) for statement in seen.info.statements)
