"""Ids are sent to by the method of their kind."""

from __future__ import annotations

from netra_lint.codemods.base import RepairCommand


class MatchingKinds(RepairCommand):
    """NTR102's repair."""

    DESCRIPTION = "Send to each id by the method of its kind (NTR102)."
    CODES = ("NTR102",)
