"""The engine: paths and configuration in, sorted diagnostics out."""

from netra_lint.engine.check import Report, check
from netra_lint.engine.request import Request, Stdin
from netra_lint.engine.session import Session

__all__ = ["Report", "Request", "Session", "Stdin", "check"]
