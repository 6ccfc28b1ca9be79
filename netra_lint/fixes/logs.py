"""How a module logs, for the branch in which nobody can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.fixes.scope import is_bound, variables
from netra_lint.fixes.uses import uses_in

if TYPE_CHECKING:
    from netra_lint.fixes.site import Site

LEVELS = ("debug", "info", "warning", "error", "exception")
NAMES = ("logger", "log", "_logger", "_log", "LOGGER", "LOG")
TEXT = "No WebSocket recipient available"


def debug_line(site: Site) -> str:
    """Return the statement that logs at DEBUG as the code around does, or ``""``."""
    for name in _loggers(site):
        mark = site.source.quote
        return f"{name}.debug({mark}{TEXT}{mark})"
    return ""


def _loggers(site: Site) -> list[str]:
    """Return what is logged to nearby: in the function first, then in the class, then above."""
    known = [*(f"{site.self_name}.{name}" for name in ("logger", "_logger", "log")), *NAMES]
    found: dict[str, None] = {}
    for scope in (*site.functions, site.cls, site.source.tree):
        used = uses_in(scope) if scope is not None else {}
        for name in (*known, "logging"):
            if name in used and used[name].attributes.keys() & set(LEVELS):
                found[name] = None
    module = _module_names(site)
    found.update(dict.fromkeys(name for name in NAMES if name in module))
    return [name for name in found if _is_at_hand(name, site, module)]


def _is_at_hand(name: str, site: Site, module: set[str]) -> bool:
    root = name.partition(".")[0]
    function = variables(site).get(root)
    if function is not None:
        return is_bound(site, root, function)
    return root in module


def _module_names(site: Site) -> set[str]:
    module = site.project.module(site.source)
    return set(module.bindings) if module is not None else set()
