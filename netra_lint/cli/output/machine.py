"""JSON, with the keys that ruff's has, and the flow."""

from __future__ import annotations

import json
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
        "location": found.location._asdict(),
        "end_location": found.end_location._asdict(),
        "severity": found.severity.value,
        "fix": _fix(found.fix),
        "flow": [step._asdict() for step in found.flow],
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
                "location": edit.location._asdict(),
                "end_location": edit.end_location._asdict(),
            }
            for edit in fix.edits
        ],
    }


def dump(data: object) -> str:
    """Return data as indented JSON."""
    return json.dumps(data, indent=2)
