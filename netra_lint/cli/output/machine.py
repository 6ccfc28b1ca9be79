"""JSON, with the keys that ruff's has, and the flow."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Diagnostic, Fix
    from netra_lint.engine import Report


def render(report: Report) -> Iterator[str]:
    """Yield one array of all findings; file names are absolute, as in ruff's."""
    yield dump([described(found) for found in report.diagnostics])


def described(found: Diagnostic) -> dict[str, Any]:
    """Return a finding as plain data."""
    return {
        "code": found.code,
        "name": found.name,
        "message": found.message,
        "filename": found.filename,
        "location": asdict(found.location),
        "end_location": asdict(found.end_location),
        "severity": found.severity.value,
        "fix": _fix(found.fix),
        "flow": [asdict(step) for step in found.flow],
        "url": found.url,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "applicability": fix.applicability.value,
        "message": fix.message,
        "edits": [
            {
                "filename": edit.filename,
                "content": edit.content,
                "location": asdict(edit.location),
                "end_location": asdict(edit.end_location),
            }
            for edit in fix.edits
        ],
    }


def dump(data: object) -> str:
    """Return data as indented JSON."""
    return json.dumps(data, indent=2)
