"""The repair of a send to a run id: which way there is, tried in turn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Applicability
from netra_lint.fixes.arguments import effects, is_same, kind_of
from netra_lint.fixes.edits import edit
from netra_lint.fixes.fallbacks import repaired_fallback
from netra_lint.fixes.ladders import repaired_ladder
from netra_lint.fixes.places import only_gives_run_ids
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.reroute import (
    NOBODY,
    Send,
    as_recipients,
    handed_at,
    is_always,
    kept_operands,
    send_at,
    thread_first,
    to_recipients,
    with_reach,
)
from netra_lint.fixes.site import Site, at_site, located
from netra_lint.fixes.source import SourceError
from netra_lint.fixes.threading import threaded
from netra_lint.fixes.variables import removed, sites_of_variable
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.flow.hits import Hit

ROUTE = "Send to the thread or, without one, to the user"
DROP = "Do not fall back to a run id"
UNSURE = "it is not always a run id that is sent to"
OTHERS = "the recipient is only sometimes of the other kind"
ITSELF = "`{text}` is right by its name: the run id has to be kept out of it where it is set"
WRAPPER = "`{name}` may do more with the id than send to it"
LEFT_OUT = "the call that the run id comes from is left out, and may have done more"


def reroute(hit: Hit, project: Project) -> Proposal:
    """Propose a repair of a send to a run id.

    Args:
        hit: the run id and the call that it is handed to.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    try:
        site = located(project, hit)
        send = send_at(site)
        if send is not None:
            return _send(site, send)
        return _handed_on(site, hit) or another_id(site, hit)
    except (NoFixError, SourceError) as reason:
        found = threaded(hit, project) if hit.plan is not None else Proposal()
        return found if found.fix is not None else Proposal(None, str(reason))


def _handed_on(site: Site, hit: Hit) -> Proposal | None:
    """Propose to hand on the method that fits, where that is done by a statement of its own."""
    send = handed_at(site)
    if send is None or not is_always(site, RUN):
        return None
    try:
        found = _routed(site, send)
    except NoFixError:
        return None
    return with_doubt(found, WRAPPER.format(name=hit.method)) if found.fix is not None else None


def _send(site: Site, send: Send) -> Proposal:
    ladder = repaired_ladder(site)
    if ladder is not None:
        return ladder
    if is_always(site, RUN):
        if effects_matter(site):
            raise NoFixError("the run id is made by a call that may do more")
        return _routed(site, send)
    kept = kept_operands(site)
    if kept is not None:
        wanted = with_reach(site, as_recipients(site, send, kept))
        return to_recipients(site, send, wanted, DROP)
    found = repaired_fallback(site)
    if found is not None:
        return found
    wanted = thread_first(site)
    if not wanted:
        raise NoFixError(NOBODY)
    if any(is_same(each.text, site.argument) for each in wanted):
        raise NoFixError(ITSELF.format(text=site.source.code(site.argument)))
    if only_gives_run_ids(site):
        return with_doubt(to_recipients(site, send, wanted, ROUTE), LEFT_OUT)
    if effects_matter(site):
        raise NoFixError("the recipient comes from a call whose other results may be right")
    return with_doubt(to_recipients(site, send, wanted, ROUTE), UNSURE)


def _routed(site: Site, send: Send) -> Proposal:
    """Propose the guide's shape; a variable that only held the run id goes with its uses."""
    one = to_recipients(site, replace(send, renames=True), thread_first(site), ROUTE)
    sites = sites_of_variable(site)
    sends = [found for each in sites if (found := send_at(each)) is not None]
    if one.fix is None or not sites or len(sends) != len(sites):
        return one
    try:
        parts = [
            to_recipients(each.site, replace(each, renames=True), thread_first(each.site), ROUTE)
            for each in sends
        ]
        edits = [edit for part in parts if part.fix for edit in part.fix.edits]
        guess = any(part.reason for part in parts)
        return proposed(ROUTE, [*edits, removed(site)], [part.reason for part in parts], guess)
    except NoFixError:
        return one


def effects_matter(site: Site) -> bool:
    """Tell whether leaving out the recipient's expression could leave out something else."""
    return effects(site.argument) and kind_of(site.argument, site.project.words) != RUN


def with_doubt(proposal: Proposal, doubt: str) -> Proposal:
    """Return a proposal that must be looked at first, for a reason."""
    if proposal.fix is None:
        return proposal
    guess = proposal.fix.applicability is Applicability.DISPLAY
    return proposed(proposal.fix.message, proposal.fix.edits, [doubt, proposal.reason], guess)


def pass_other(hit: Hit, project: Project) -> Proposal:
    """Propose to pass the id that a parameter takes.

    Args:
        hit: the id and the call that it is handed to.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    return at_site(hit, project, lambda site: another_id(site, hit))


def another_id(site: Site, hit: Hit) -> Proposal:
    """Propose to pass the id of the kind that a parameter takes.

    Raises:
        NoFixError: when there is none within reach.
    """
    kind = hit.wanted
    found = [each for each in thread_first(site) if each.kind == kind and each.trusted]
    kept = kept_operands(site)
    if kept is not None and len(kept) == 1:
        text = site.source.code(kept[0])
    elif is_always(site, RUN) and found and not effects_matter(site):
        text = found[0].text
    else:
        repaired = repaired_fallback(site)
        if repaired is not None:
            return repaired
        if kind_of(site.argument, site.project.words) == kind:
            raise NoFixError(ITSELF.format(text=site.source.code(site.argument)))
        if found:
            raise NoFixError(UNSURE if hit.kind == RUN else OTHERS)
        raise NoFixError(f"no {kind} id is within reach of the call")
    where = site.source.range(site.argument)
    return proposed(
        f"Pass the {kind} id", [edit(site.source, where, text)], [WRAPPER.format(name=hit.method)]
    )
