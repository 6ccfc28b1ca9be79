"""Threading: ids get parameters on the whole way from where they are at hand down to a send."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.fixes.bound import bound
from netra_lint.fixes.choices import Choice, Target
from netra_lint.fixes.edits import edit
from netra_lint.fixes.keywords import find_call, passed, quoted
from netra_lint.fixes.ladders import ladder_to
from netra_lint.fixes.layout import indentation, stands_alone
from netra_lint.fixes.parameters import Defined, gained, taken
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.recipients import Recipient
from netra_lint.fixes.reroute import handed_at, send_at, to_recipients, write
from netra_lint.fixes.site import Site, plain_arguments
from netra_lint.fixes.source import SourceError
from netra_lint.flow.plans import CONTEXT
from netra_lint.flow.wrapped import narrows
from netra_lint.vocabulary import THREAD, USER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.diagnostics import Edit, Location
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.plans import Gain, Goal, Plan

NAMES = {THREAD: "thread_id", USER: "user_id"}
NO_PLAN = "no caller has a thread id or a user id either"
ROUTE = "Send to the thread or, without one, to the user"


def threaded(hit: Hit, project: Project) -> Proposal:
    """Propose to thread ids through to the send of a hit.

    Args:
        hit: the send, or the call at which the ids get lost.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    if hit.plan is None:
        return Proposal(None, NO_PLAN)
    try:
        edits = _merged(each for part in _parts(hit.plan, project) for each in part)
    except (NoFixError, SourceError) as reason:
        return Proposal(None, str(reason))
    found = proposed(_message(hit.plan), edits, [_doubt(hit.plan), *hit.plan.left])
    assert found.fix is not None
    return replace(found, fix=found.fix._replace(heading=hit.plan.chains))


def _merged(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits with what is put in at the same place put together: names of one import."""
    found: dict[tuple[str, Location, Location], Edit] = {}
    for each in dict.fromkeys(edits):
        place = (each.filename, each.location, each.end_location)
        known = found.get(place)
        if known is not None and each.location == each.end_location:
            each = known._replace(content=known.content + each.content)  # noqa: PLW2901
        found[place] = each
    return list(found.values())


def _message(plan: Plan) -> str:
    if not plan.gains:
        words = dict.fromkeys(f"`{name}`" for each in plan.passings for name, _ in each.words)
        return f"Bind {_listed(list(words))} to what is handed on"
    found = dict.fromkeys(name for gain in plan.gains for name in _names(gain).values())
    names = " and ".join(f"`{name}`" for name in found)
    through = list(dict.fromkeys(f"`{gain.name.rpartition('.')[2]}`" for gain in plan.gains))
    return f"Thread {names} through {_listed(through)}"


def _listed(names: list[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _doubt(plan: Plan) -> str:
    number = len(plan.gains)
    if not number:
        return "who calls it may have other ids for it"
    return f"{number} functions change their parameters" if number > 1 else (
        f"`{plan.gains[0].name}` changes its parameters"
    )  # fmt: skip


def _parts(plan: Plan, project: Project) -> list[list[Edit]]:
    parts = [_gain(project, gain) for gain in plan.gains]
    for each in plan.passings:
        source = project.file(each.path)
        call = find_call(source, each.call)
        if call is None:
            raise NoFixError("a call on the way is not found")
        words = [f"{name}={quoted(source, value)}" for name, value in each.words]
        if each.handed is not None:
            parts.append(bound(source, each.handed, words))
        else:
            parts.append([passed(source, call, words)])
    return [*parts, *(_goal(project, goal, plan.held) for goal in plan.goals)]


# -- functions -----------------------------------------------------------------------------


def _gain(project: Project, gain: Gain) -> list[Edit]:
    source = project.file(gain.path)
    function = _function_at(source, gain)
    names = _names(gain)
    clash = taken(function) & set(names.values())
    if clash:
        raise NoFixError(f"`{gain.name}` has a `{min(clash)}` of its own")
    for each in function.decorator_list:
        func = each.func if isinstance(each, ast.Call) else each
        found = project.definition(func.id, source) if isinstance(func, ast.Name) else None
        if found is not None and narrows(found[1]):
            raise NoFixError(f"`{source.code(func)}` wraps `{gain.name}` in what takes no ids")
    edits = gained(project, source, function, names, gain.carrier)
    return [*edits, _kept(source, function, gain, names)] if gain.beside else edits


def _kept(source: SourceFile, function: Defined, gain: Gain, names: dict[str, str]) -> Edit:
    """Return the edit by which an initialiser keeps ids beside the one that it keeps."""
    for node in ast.walk(function):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Attribute) and target.attr == gain.beside:
            start, end = source.range(node)
            if stands_alone(source, start, end):
                row = source.location(end).row
                at = source.offset(row, len(source.line(row)))
                holder, gap = source.code(target.value), indentation(source, start)
                lines = (f"{source.newline}{gap}{holder}.{n} = {n}" for n in names.values())
                return edit(source, (at, at), "".join(lines))
    raise NoFixError(f"`{gain.name}` does not plainly keep its `{gain.beside}`")


def _names(gain: Gain) -> dict[str, str]:
    """Return the parameters that a function gets, by their kinds."""
    if gain.carrier is not None:
        return {CONTEXT: gain.carrier.name}
    return {kind: NAMES[kind] for kind in gain.kinds}


def _function_at(source: SourceFile, gain: Gain) -> Defined:
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (
            (node.lineno, node.col_offset) == (gain.row, gain.column)
        ):
            return node
    raise NoFixError(f"`{gain.name}` is not found")


# -- sends ---------------------------------------------------------------------------------


def _goal(project: Project, goal: Goal, held: tuple[str, ...]) -> list[Edit]:
    site = _site(project, goal)
    send = send_at(site) or handed_at(site)
    owner = f"{goal.holder}." if goal.holder else ""
    if send is None:
        kind = goal.wanted if goal.wanted in NAMES else USER
        if kind not in held:
            raise NoFixError(f"no caller has the {kind} id that `{_called(site)}` takes")
        target = Target(owner + NAMES[kind], owner + NAMES[kind])
        return write(Choice(site, [target]))
    wanted = [Recipient(kind, owner + name) for kind, name in NAMES.items()]
    found = ladder_to(site, {each.kind: each for each in wanted})
    found = found or to_recipients(site, replace(send, renames=True), wanted, ROUTE)
    if found.fix is None:
        raise NoFixError(found.reason)
    return list(found.fix.edits)


def _called(site: Site) -> str:
    return site.source.code(site.call.func)


def _site(project: Project, goal: Goal) -> Site:
    source = project.file(goal.path)
    call = find_call(source, goal.call)
    where = goal.argument
    inside = source.offset(where.row, where.column), source.offset(where.end_row, where.end_column)
    for argument in plain_arguments(call) if call is not None else ():
        if source.range(argument) == inside:
            return Site(project, source, call, argument)  # type: ignore[arg-type]
    raise NoFixError("the id is not passed as a plain argument of a call")
