"""NTR304: a send's coroutine is dropped, so that nothing is sent."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Documentation
from netra_lint.rules.plain_rule import PlainRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent
    from netra_lint.project.sources import Problem


class UnawaitedSend(PlainRule):
    """Flags a send whose coroutine nobody awaits, schedules or keeps."""

    code = "NTR304"
    name = "unawaited-send"
    severity = Severity.ERROR
    documentation = Documentation(
        summary="A send is called but never awaited: the message never leaves.",
        why=(
            "Calling a coroutine function only makes a coroutine. Where that is dropped, or kept "
            "in a variable that nobody reads, nothing is sent, and Python says no more than that "
            "a coroutine was never awaited, when it is collected.\n\n"
            "A call counts where the method is known to be a coroutine function, and inside "
            "coroutine functions where nothing else is known of it and no other library has a "
            "method of that name. Coroutines that are awaited, returned, passed on, stored or "
            "scheduled are left alone.\n\n"
            "Measured: on three states of a large real code base with some 850 sends, its only "
            "finding is right."
        ),
        bad=(
            "async def report(manager, thread_id, message):\n"
            "    manager.send_to_thread(thread_id, message)\n"
        ),
        good=(
            "async def report(manager, thread_id, message):\n"
            "    await manager.send_to_thread(thread_id, message)\n"
        ),
        fix_safety=(
            "The call is awaited; that is safe inside a coroutine function. In any other function "
            "there is no fix: whether it should become one or schedule a task is for a person to "
            "say."
        ),
        options=(("vocabulary.routing-methods", "methods that send to a recipient."),),
    )

    def message(self, hit: Hit) -> str:
        """Name the send."""
        return f"`{hit.text}` is never awaited: nothing is sent"

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterator[Hit]:
        """Find sends whose coroutines are dropped."""
        for sent in flow.sends(targets):
            if _is_coroutine(sent) and _is_dropped(sent):
                yield self.hit(flow, sent, sent.node.func)

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Await the send."""
        from netra_lint.fixes.calls_by_place import awaited

        assert isinstance(fact, Hit)
        return awaited(fact, project)


def _is_coroutine(sent: Sent) -> bool:
    if sent.is_async is not None or sent.classes:
        return sent.is_async is True
    inside = bool(sent.functions) and isinstance(sent.functions[0], ast.AsyncFunctionDef)
    return inside and not sent.method.ambiguous


def _is_dropped(sent: Sent) -> bool:
    """Whether a call's value goes nowhere."""
    node: ast.AST = sent.node
    parents = sent.tree.parents
    while isinstance(parents.get(node), (ast.BoolOp, ast.IfExp)):
        node = parents[node]
    parent = parents.get(node)
    if isinstance(parent, ast.Expr):
        return True
    targets = _targets(parent) if parent is not None else []
    return bool(targets) and not any(_is_read(sent, name) for name in targets)


def _targets(statement: ast.AST) -> list[str]:
    """Return the local names that a statement assigns to, where these are all that it does."""
    if isinstance(statement, ast.Assign):
        targets: list[ast.expr] = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    else:
        return []
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return names if len(names) == len(targets) else []


def _is_read(sent: Sent, name: str) -> bool:
    """Whether a function reads one of its names, also from inside; a module's may be anywhere."""
    if not sent.functions:
        return True
    return any(
        (isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load))
        or (isinstance(node, (ast.Global, ast.Nonlocal)) and name in node.names)
        for node in ast.walk(sent.functions[0])
    )
