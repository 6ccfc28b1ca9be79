"""Repairs that ask for a recipient before a send: the guide's guard, and thread before user."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import effects
from netra_lint.fixes.bindings import FUNCTIONS
from netra_lint.fixes.edits import edit
from netra_lint.fixes.layout import indentation, level_at, stands_alone
from netra_lint.fixes.logs import debug_line
from netra_lint.fixes.proposal import NoFixError, proposed
from netra_lint.fixes.recipients import Recipient
from netra_lint.fixes.reroute import once, send_at, to_recipients
from netra_lint.fixes.run_ids import with_doubt
from netra_lint.fixes.site import NO_CALL, at_site
from netra_lint.fixes.statements import can_branch, localised
from netra_lint.project.nodes import blocks
from netra_lint.vocabulary import THREAD, USER

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.fixes.reroute import Send
    from netra_lint.fixes.site import Site
    from netra_lint.flow.hits import Hit

MESSAGE = "Send only where there is a recipient"
ALWAYS_NONE = "the recipient is None: where the message should go is for a person to say"
LEFT = "where there is no user the function has ended before: that check has to go first"
RESULT = "the result is False where there is no recipient"


def guarded(hit: Hit, project: Project) -> Proposal:
    """Propose to send only where there is a recipient.

    Args:
        hit: the recipient.
        project: the project around it.
    """
    return at_site(hit, project, _guarded)


def _guarded(site: Site) -> Proposal:
    send = _sent(site)
    if isinstance(site.argument, ast.Constant):
        raise NoFixError(ALWAYS_NONE)
    if _ends_function(site) and not effects(site.argument):
        return _returning(site)
    return _asking(site, send)


def thread_before_user(hit: Hit, project: Project, doubt: str) -> Proposal:
    """Propose to send to the thread that a hit names or, without one, to the user.

    Args:
        hit: the user's id, and the thread's as its origin.
        project: the project around it.
        doubt: why a person should look at it first.
    """

    def decide(site: Site) -> Proposal:
        if _is_left_without(site):
            raise NoFixError(LEFT)
        user = Recipient(USER, site.source.code(site.argument))
        wanted = [Recipient(THREAD, hit.origin), user]
        message = "Send to the thread or, without one, to the user"
        return with_doubt(to_recipients(site, _sent(site), wanted, message), doubt)

    return at_site(hit, project, decide)


def _is_left_without(site: Site) -> bool:
    """Whether the send comes after a check that ends the function, or the round, without a user."""
    wanted = {f"not {ast.unparse(site.argument)}", f"{ast.unparse(site.argument)} is None"}
    node: ast.AST | None = site.statement
    while isinstance(node, ast.stmt) and not isinstance(node, FUNCTIONS):
        above = site.parent(node)
        around = [above.body] if isinstance(above, FUNCTIONS[:2]) else blocks(above)  # type: ignore[arg-type]
        for block in around:
            before = block[: block.index(node)] if node in block else []
            if any(isinstance(each, ast.If) and _ends(each, wanted) for each in before):
                return True
        node = above
    return False


def _ends(check: ast.If, tests: set[str]) -> bool:
    leaves = isinstance(check.body[-1], (ast.Return, ast.Continue, ast.Break))
    return leaves and ast.unparse(check.test) in tests


def _sent(site: Site) -> Send:
    send = send_at(site)
    if send is None:
        raise NoFixError(NO_CALL)
    return send


def _ends_function(site: Site) -> bool:
    """Whether nothing comes after the send, whose result nobody uses."""
    parent = site.parent(site.statement)
    return (
        isinstance(parent, FUNCTIONS)
        and not isinstance(parent, ast.Lambda)
        and parent.body[-1] is site.statement
        and isinstance(site.statement, ast.Expr)
        and can_branch(site)
        and stands_alone(site.source, *site.source.range(site.statement))
    )


def _returning(site: Site) -> Proposal:
    """Write the guide's guard: log, and return."""
    source, (start, _) = site.source, site.source.range(site.statement)
    text = source.code(site.argument)
    outer = indentation(source, start)
    level = level_at(source, start, source.range(site.parent(site.statement))[0])
    asked = (
        f"not {text}" if isinstance(site.argument, (ast.Name, ast.Attribute)) else f"not ({text})"
    )
    lines = [f"if {asked}:", *(f"{level}{line}" for line in (debug_line(site), "return") if line)]
    guard = "".join(f"{line}\n{outer}" for line in lines)
    return proposed(MESSAGE, [edit(source, (start, start), localised(site, guard))])


def _asking(site: Site, send: Send) -> Proposal:
    """Write the send under a condition, with a log in the other branch."""
    kind = send.method.kind
    own, setup = once(site, kind, names=(f"{kind}_id", "recipient"))
    found = to_recipients(site, send, [own], MESSAGE, setup)
    return found if isinstance(site.statement, ast.Expr) else with_doubt(found, RESULT)
