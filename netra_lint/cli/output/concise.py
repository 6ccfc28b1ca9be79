"""One line a finding: ``path:row:col: CODE message``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.cli.output.paths import shown
from netra_lint.diagnostics import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine import Report


def render(report: Report) -> Iterator[str]:
    """Yield a line for each finding."""
    for found in report.diagnostics:
        where = f"{shown(found.filename)}:{found.location.row}:{found.location.column}"
        yield f"{where}: {found.code} {mark(found)}{found.message}"


def mark(found: Diagnostic) -> str:
    """Return ``[*] `` for what `netra-lint fix` repairs without further ado, as ruff has it."""
    safe = found.fix is not None and found.fix.applicability is Applicability.SAFE
    return "[*] " if safe else ""
