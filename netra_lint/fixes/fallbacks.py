"""Taking the run id out of a fallback."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.fixes.site import Site


def repaired_fallback(site: Site) -> Proposal | None:
    """Propose."""
    return None
