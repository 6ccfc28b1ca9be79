"""The repair of a send to the wrong kind of id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import effects, operands
from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError, proposed
from netra_lint.fixes.recipients import Recipient
from netra_lint.fixes.reroute import (
    as_recipients,
    is_always,
    once,
    send_at,
    thread_first,
    to_recipients,
)
from netra_lint.fixes.run_ids import OTHERS, WRAPPER, another_id, with_doubt
from netra_lint.fixes.site import at_site
from netra_lint.fixes.swaps import exchanged
from netra_lint.vocabulary import RUN, THREAD

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.fixes.site import Site
    from netra_lint.flow.hits import Hit

EITHER = "the id or the method can be the wrong one"


def match(hit: Hit, project: Project) -> Proposal:
    """Propose to send to an id by the method of its kind.

    Args:
        hit: the id and the call that it is handed to.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    return at_site(hit, project, lambda site: _matched(site, hit))


def _passed(site: Site, hit: Hit) -> Proposal:
    """Propose to pass an id of the right kind to a function that sends to it."""
    if hit.kind == RUN or not is_always(site, hit.kind):
        return another_id(site, hit)
    doubt = WRAPPER.format(name=hit.method)
    swapped = exchanged(site, hit)
    if swapped is not None:
        return with_doubt(swapped, doubt)
    found = [each for each in thread_first(site) if each.kind == hit.wanted and each.trusted]
    if not found:
        raise NoFixError(f"no {hit.wanted} id is within reach of the call")
    change = edit(site.source, site.source.range(site.argument), found[0].text)
    return proposed(f"Pass the {hit.wanted} id", [change], [doubt])


def _matched(site: Site, hit: Hit) -> Proposal:
    send = send_at(site)
    if send is None:
        return _passed(site, hit)
    parts = operands(site.argument)
    if parts is not None and not any(effects(part) for part in parts):
        wanted = [each for each in as_recipients(site, send, parts) if each.kind != RUN]
        return to_recipients(site, send, wanted, "Send to each id by the method of its kind")
    if not is_always(site, hit.kind):
        raise NoFixError(OTHERS)
    own = Recipient(hit.kind, site.source.code(site.argument), certain=True)
    others = [each for each in thread_first(site) if each.kind == send.method.kind]
    if not others:
        return to_recipients(site, send, [own], f"Send to the {hit.kind} whose id it is")
    if hit.kind == THREAD:
        single = to_recipients(site, send, [own], "Send to the thread whose id it is")
        return with_doubt(single, EITHER)
    own, setup = once(site, hit.kind)
    message = "Send to the thread or, without one, to the user"
    return to_recipients(site, send, [*others, own], message, setup)
