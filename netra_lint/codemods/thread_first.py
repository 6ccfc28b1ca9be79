"""Sends to run ids become sends to the thread or, without one, to the user."""

from __future__ import annotations

from netra_lint.codemods.base import RepairCommand


class ThreadFirst(RepairCommand):
    """NTR101's repair."""

    DESCRIPTION = "Send to the thread or the user what is sent to a run id (NTR101)."
    CODES = ("NTR101",)
