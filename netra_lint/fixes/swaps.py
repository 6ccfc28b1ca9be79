"""Putting right two ids that stand in each other's place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import kind_of
from netra_lint.fixes.bindings import parameters
from netra_lint.fixes.edits import edit
from netra_lint.fixes.harmless import Reads
from netra_lint.fixes.proposal import NoFixError, proposed
from netra_lint.fixes.recipients import within_reach
from netra_lint.fixes.site import at_site

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.fixes.site import Site
    from netra_lint.flow.hits import Hit

ORDER = "the two are evaluated in the other order"
NOWHERE = "no {kind} id is within reach"
EITHER = "the name of the argument or of the parameter can be the wrong one"


def put_right(hit: Hit, project: Project) -> Proposal:
    """Propose to pass the id that a parameter takes.

    Args:
        hit: the argument that is of another kind.
        project: the project around it.

    Returns:
        The fix, or the reason why there is none.
    """
    return at_site(hit, project, lambda site: exchanged(site, hit) or _replaced(site, hit))


def exchanged(site: Site, hit: Hit) -> Proposal | None:
    """Propose to exchange an id with the other of the same call, which is passed as its kind.

    Args:
        site: the argument that is of another kind.
        hit: the same, as data.

    Returns:
        The proposal, or None where there is no such other id.
    """
    words = site.project.words
    values = [*site.call.args, *(word.value for word in site.call.keywords)]
    others = [v for v in values if kind_of(v, words) == hit.wanted and v is not site.argument]
    same = [v for v in values if kind_of(v, words) == hit.kind]
    if len(others) != 1 or len(same) != 1:
        return None
    # What is evaluated first may bear on the other, unless both are only read.
    reads = Reads(site.project)
    calm = all(reads.only(each, site.source) for each in values)
    source, both = site.source, (site.argument, others[0])
    texts = [source.code(each) for each in both]
    edits = [edit(source, source.range(n), t) for n, t in zip(both, texts[::-1], strict=True)]
    return proposed("Let the two ids change places", edits, [] if calm else [ORDER])


def _replaced(site: Site, hit: Hit) -> Proposal:
    words = site.project.words
    names = [n for function in site.functions for n in parameters(function)]
    fitting = [n for n in names if words.kind_of_name(n) == hit.wanted]
    own = _beside(site, hit) or [n for n in fitting if n == f"{hit.wanted}_id"] or fitting[:1]
    if not own:
        raise NoFixError(NOWHERE.format(kind=hit.wanted))
    change = edit(site.source, site.source.range(site.argument), own[0])
    return proposed(f"Pass `{own[0]}`", [change], [EITHER])


def _beside(site: Site, hit: Hit) -> list[str]:
    """Return the id that is wanted of the object that the other is read from."""
    if not isinstance(site.argument, (ast.Attribute, ast.Subscript)):
        return []
    found = within_reach(site).get(hit.wanted)
    owner = ast.unparse(site.argument.value)
    same = found is not None and found.trusted and found.text.startswith((f"{owner}.", f"{owner}["))
    return [found.text] if found is not None and same else []
