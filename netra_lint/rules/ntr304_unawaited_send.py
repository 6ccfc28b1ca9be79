"""NTR304: a send's coroutine is dropped, so that nothing is sent."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Documentation
from netra_lint.rules.plain_rule import PlainRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent
    from netra_lint.project.sources import Problem


DROPPED, TESTED = "dropped", "tested"
DECIDES = "the condition was always true; from now on the result decides"


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
            "a coroutine was never awaited, when it is collected. Where it is only tested "
            "(`if manager.send_to_user(...):`), the condition always holds as well.\n\n"
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
            "The call is awaited; that is safe inside a coroutine function, and unsafe where the "
            "coroutine was tested, since the result decides from now on. In any other function "
            "there is no fix: whether it should become one or schedule a task is for a person to "
            "say."
        ),
        options=(("vocabulary.routing-methods", "methods that send to a recipient."),),
    )

    def message(self, hit: Hit) -> str:
        """Name the send, and what is done with its coroutine."""
        if hit.origin == TESTED:
            return f"`{hit.text}` is tested, not awaited: nothing is sent, and it is always true"
        return f"`{hit.text}` is never awaited: nothing is sent"

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterator[Hit]:
        """Find sends whose coroutines are dropped."""
        for sent in flow.sends(targets):
            lost = _lost(sent, sent.node) if _is_coroutine(sent) else ""
            if lost:
                yield self.hit(flow, sent, sent.node.func, lost)

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Await the send."""
        from netra_lint.fixes.calls_by_place import awaited

        assert isinstance(fact, Hit)
        return awaited(fact, project, *([DECIDES] if fact.origin == TESTED else []))


def _is_coroutine(sent: Sent) -> bool:
    if sent.is_async is not None or sent.classes:
        return sent.is_async is True
    inside = bool(sent.functions) and isinstance(sent.functions[0], ast.AsyncFunctionDef)
    return inside and not sent.method.ambiguous


def _lost(sent: Sent, node: ast.AST) -> str:
    """Return how a coroutine is lost, ``""`` where something may await it."""
    parents = sent.tree.parents
    while not _is_tested(node, parents) and _gives_on(parents.get(node), node):
        node = parents[node]
    if _is_tested(node, parents):
        return TESTED
    parent = parents.get(node)
    if isinstance(parent, ast.Expr):
        return DROPPED
    if isinstance(parent, ast.NamedExpr):
        beside = _lost(sent, parent)
        read = _read(sent, [parent.target.id]) if beside else ""
        return read and (TESTED if TESTED in (beside, read) else DROPPED)
    targets = _targets(parent) if parent is not None else []
    return _read(sent, targets) if targets else ""


def _gives_on(parent: ast.AST | None, node: ast.AST) -> bool:
    """Whether an expression is, or holds, the value of a part of it."""
    kinds = (ast.BoolOp, ast.IfExp, ast.List, ast.Tuple, ast.Set)
    return isinstance(parent, kinds) or (
        isinstance(parent, (ast.ListComp, ast.SetComp)) and parent.elt is node
    )


def _is_tested(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> bool:
    """Whether a value is only looked at, and then gone."""
    parent = parents.get(node)
    if isinstance(parent, (ast.If, ast.While, ast.Assert, ast.IfExp)):
        return parent.test is node
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    if isinstance(parent, ast.BoolOp):
        return parent.values[-1] is not node or _is_tested(parent, parents)
    return isinstance(parent, ast.Compare) or (
        isinstance(parent, ast.comprehension) and node in parent.ifs
    )


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


def _read(sent: Sent, names: list[str]) -> str:
    """Return how a function loses what it keeps in names of its own; a module's may be read."""
    if not sent.functions:
        return ""
    found = DROPPED
    for node in sent.tree.below(sent.functions[0]):
        if isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load):
            if not _is_tested(node, sent.tree.parents):
                return ""
            found = TESTED
        elif isinstance(node, (ast.Global, ast.Nonlocal)) and not set(names).isdisjoint(node.names):
            return ""
    return found
