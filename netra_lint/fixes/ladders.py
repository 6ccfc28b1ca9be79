"""Ladders of ``hasattr`` that ask which methods a manager has: kept, and put in order."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import is_run
from netra_lint.fixes.calls import Writer
from netra_lint.fixes.edits import edit
from netra_lint.fixes.layout import indentation, level_at, shifted, stands_alone, unified
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.recipients import within_reach
from netra_lint.fixes.reroute import NOBODY
from netra_lint.fixes.statements import localised
from netra_lint.vocabulary import THREAD

if TYPE_CHECKING:
    from netra_lint.fixes.recipients import Recipient
    from netra_lint.fixes.site import Site

MESSAGE = "Send to the thread or, without one, to the user, as far as the manager can"


@dataclass(frozen=True)
class _Rung:
    """One branch: its test, the one statement in it, and the send that this makes."""

    test: ast.expr
    statement: ast.stmt
    site: Site
    kind: str


def repaired_ladder(site: Site) -> Proposal | None:
    """Propose a ladder of ``hasattr`` tests with proper recipients, the thread's first.

    Args:
        site: a send that may stand in such a ladder.

    Returns:
        The proposal, or None when the send stands in none.

    Raises:
        NoFixError: when no id is within reach.
    """
    best = {kind: each for kind, each in within_reach(site).items() if each.trusted}
    return ladder_to(site, best)


def ladder_to(site: Site, best: dict[str, Recipient]) -> Proposal | None:
    """Propose a ladder of ``hasattr`` tests that sends to given recipients.

    Args:
        site: a send that may stand in such a ladder.
        best: the recipients by their kinds.

    Returns:
        The proposal, or None when the send stands in none.

    Raises:
        NoFixError: when no branch has anybody to send to.
    """
    top = _top(site)
    rungs = _rungs(top, site) if top is not None else []
    if top is None or len(rungs) < 2 or site.call not in [rung.site.call for rung in rungs]:
        return None
    rungs.sort(key=lambda rung: rung.kind != THREAD)
    source = site.source
    start = source.range(top)[0]
    indent = indentation(source, start)
    level = level_at(source, source.range(rungs[0].statement)[0], start)
    heads = [text for rung in rungs if (text := _written(rung, best, indent, level))]
    if not heads:
        raise NoFixError(NOBODY)
    text = f"\n{indent}el".join(heads)
    end = max(source.range(rung.statement)[1] for rung in rungs)
    return proposed(MESSAGE, [edit(source, (start, end), localised(site, text))])


def _top(site: Site) -> ast.If | None:
    node = site.parent(site.statement)
    if not isinstance(node, ast.If):
        return None
    while True:
        above = site.parent(node)
        if not (isinstance(above, ast.If) and above.orelse == [node]):
            break
        node = above
    return None if site.source.text.startswith("elif", site.source.range(node)[0]) else node


def _rungs(top: ast.If, site: Site) -> list[_Rung]:
    """Return the branches from the top on, as far as they only ask and send."""
    found: list[_Rung] = []
    node: ast.stmt | None = top
    while isinstance(node, ast.If):
        rung = _rung(node, site)
        if rung is None:
            break
        found.append(rung)
        node = node.orelse[0] if len(node.orelse) == 1 else None
    return found


def _rung(node: ast.If, site: Site) -> _Rung | None:
    statement, source = node.body[0], site.source
    if len(node.body) != 1 or not isinstance(statement, ast.Expr):
        return None
    call = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    asked = f"hasattr({ast.unparse(call.func.value)}, {call.func.attr!r})"
    method = site.project.words.routing_method(call.func.attr)
    if method is None or ast.unparse(node.test) != asked:
        return None
    between = source.text[source.range(node.test)[1] : source.range(statement)[0]]
    if between.strip() != ":" or not stands_alone(source, *source.range(statement)):
        return None
    return _Rung(node.test, statement, replace(site, call=call, argument=call.args[0]), method.kind)


def _written(rung: _Rung, best: dict[str, Recipient], indent: str, level: str) -> str:
    """Return a branch from its ``if`` on, empty where it has nobody to send to."""
    source = rung.site.source
    body, test = unified(source.code(rung.statement)), unified(source.code(rung.test))
    if is_run(rung.site.argument, rung.site.scope):
        recipient = best.get(rung.kind)
        if recipient is None:
            return ""
        start, (left, right) = source.range(rung.statement)[0], source.range(rung.site.call)
        call = Writer(rung.site).variant(recipient.text)
        tail = unified(source.text[right : source.range(rung.statement)[1]])
        body = unified(source.text[start:left]) + call + tail
        owner = f"{recipient.owner} and " if recipient.owner else ""
        test = f"{owner}{recipient.text} and {test}"
    return f"if {test}:\n{indent}{level}{shifted(body, 0)}"
