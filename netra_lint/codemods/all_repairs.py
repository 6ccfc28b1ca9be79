"""All repairs at once."""

from __future__ import annotations

from netra_lint.codemods.base import RepairCommand


class AllRepairs(RepairCommand):
    """What ``netra-lint fix`` does."""

    DESCRIPTION = "Repair all messages that are sent to a wrong recipient (NTR)."
    CODES = ("NTR",)
