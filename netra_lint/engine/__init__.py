"""The engine: paths and configuration in, sorted diagnostics out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netra_lint.engine.checking import Report, check
    from netra_lint.engine.live import Live
    from netra_lint.engine.request import Request, Stdin
    from netra_lint.engine.session import Session

__all__ = ["Live", "Report", "Request", "Session", "Stdin", "check"]

_HOMES = {
    "Live": "live",
    "Report": "checking",
    "Request": "request",
    "Session": "session",
    "Stdin": "request",
    "check": "checking",
}


def __getattr__(name: str) -> object:
    """Import what is asked for: front doors need little of it to say that nothing is to do."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
