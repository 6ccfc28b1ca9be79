"""What a repair comes to: a fix, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Applicability, Edit, Fix
from netra_lint.fixes.edits import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable


class NoFixError(Exception):
    """Why there is no automatic fix, in words that follow a colon."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule's answer to a finding.

    Attributes:
        fix: the repair, or None.
        reason: why there is none, or why it must be looked at first; else empty.
    """

    fix: Fix | None = None
    reason: str = ""


def proposed(
    message: str, edits: Iterable[Edit], doubts: Iterable[str] = (), guess: bool = False
) -> Proposal:
    """Return a proposal with a fix, which is safe where there are no doubts.

    Args:
        message: what the fix does.
        edits: its edits.
        doubts: why it could change more than where the message goes.
        guess: whether it is only to be shown, since it may well be wrong.

    Raises:
        NoFixError: when the edits get into each other's way.
    """
    reasons = list(dict.fromkeys(doubt for doubt in doubts if doubt))
    level = Applicability.UNSAFE if reasons else Applicability.SAFE
    level = Applicability.DISPLAY if guess else level
    ordered = tuple(sorted(dict.fromkeys(edits)))
    if any(overlap(one, other) for one, other in pairwise(ordered)):
        raise NoFixError("the edits that it would take get into each other's way")
    return Proposal(Fix(level, message, ordered), "; ".join(reasons))
