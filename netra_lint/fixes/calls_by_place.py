"""Small repairs of one call: another method's name, an ``await`` before it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.receivers import accepts, manager
from netra_lint.fixes.site import Site, call_at
from netra_lint.fixes.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.fixes.project import Project
    from netra_lint.flow.hits import Hit

GONE = "the call does not stand there as a call of its own"


def renamed(
    hit: Hit,
    project: Project,
    name: str,
    *doubts: str,
    unless: Callable[[ast.Call], str] | None = None,
) -> Proposal:
    """Propose to call another method of the same object with the same arguments.

    Args:
        hit: the call.
        project: the project around it.
        name: the other method.
        doubts: why that could change something.
        unless: tells why a call is to be left alone, ``""`` where it is not.
    """

    def changed(site: Site) -> Proposal:
        func = site.call.func
        if not isinstance(func, ast.Attribute):
            raise NoFixError(GONE)
        reason = unless(site.call) if unless is not None else ""
        if reason:
            raise NoFixError(reason)
        keywords = [word.arg for word in site.call.keywords if word.arg]
        if not accepts(manager(site), name, keywords, len(site.call.args)):
            raise NoFixError(f"`{name}` does not take what the call passes")
        end = site.source.range(func)[1]
        where = (end - len(func.attr), end)
        return proposed(f"Call `{name}`", [edit(site.source, where, name)], doubts)

    return _at_call(hit, project, changed)


def awaited(hit: Hit, project: Project, *doubts: str) -> Proposal:
    """Propose to await a call, inside a coroutine function.

    Args:
        hit: the call.
        project: the project around it.
        doubts: why that could change something.
    """

    def changed(site: Site) -> Proposal:
        if not site.functions or not isinstance(site.functions[0], ast.AsyncFunctionDef):
            raise NoFixError("the function around the call is no coroutine function")
        where, text = site.source.range(site.call), site.source.code(site.call)
        return proposed("Await the send", [edit(site.source, where, f"await {text}")], doubts)

    return _at_call(hit, project, changed)


def _at_call(hit: Hit, project: Project, change: Callable[[Site], Proposal]) -> Proposal:
    try:
        site = call_at(project, hit)
        if site is None:
            raise NoFixError(GONE)
        return change(site)
    except (NoFixError, SourceError) as reason:
        return Proposal(None, str(reason))
