"""The routing guard: what the linter says of code, said of its execution."""

from netra_lint.runtime.guarding.guard import RoutingGuard, guard
from netra_lint.runtime.guarding.violations import RoutingError, Violation
from netra_lint.runtime.guarding.words import Method, Words

__all__ = ["Method", "RoutingError", "RoutingGuard", "Violation", "Words", "guard"]
