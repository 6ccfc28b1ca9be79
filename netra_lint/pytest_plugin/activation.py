"""Opening the guard for one test, with the words of the project."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from netra_lint.config import UserError, load_config
from netra_lint.project.root import Projects
from netra_lint.runtime import WebSocketManager
from netra_lint.runtime.guarding import Method, RoutingGuard, Words
from netra_lint.runtime.guarding.guard import guards_of_test, open_for_test
from netra_lint.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable


def open_guard(item: pytest.Item) -> None:
    """Open the guard, unless the test's nearest marker says ``enabled=False``.

    Args:
        item: the test.

    Raises:
        pytest.UsageError: if the project's configuration, the marker, or a manager that one of
            them names, is wrong.
    """
    marker = item.get_closest_marker("routing_guard")
    try:
        enabled, managers = _options(*marker.args, **marker.kwargs) if marker else _options()
    except TypeError as error:
        told = str(error).removeprefix("_options() ")
        message = f"the marker is routing_guard(enabled=True, managers=[...]): {told}"
        raise pytest.UsageError(message) from error
    if enabled:
        named = _named(item.config.getini("netra_guarded_managers"))
        _start(item, [WebSocketManager, *named, *managers])


def current_guard(request: pytest.FixtureRequest) -> RoutingGuard:
    """Return the guard that is open, or open one."""
    if not guards_of_test():
        _start(request.node, [WebSocketManager])
    return guards_of_test()[-1]


def _start(item: pytest.Item, managers: Iterable[Any]) -> None:
    guard = RoutingGuard(_words(os.path.dirname(item.path)))
    try:
        for manager in managers:
            guard.watch(manager)
    except TypeError as error:
        guard.close()
        raise pytest.UsageError(f"routing_guard: {error}") from error
    open_for_test(guard)


def _options(enabled: bool = True, managers: Iterable[Any] = ()) -> tuple[bool, list[Any]]:
    if not isinstance(enabled, bool):
        raise TypeError(f"enabled is True or False, not {enabled!r}")
    return enabled, list(managers)


def _named(names: list[str]) -> list[Any]:
    from pkgutil import resolve_name

    found = []
    for name in names:
        try:
            found.append(resolve_name(name))
        except (ImportError, AttributeError, ValueError) as error:
            raise pytest.UsageError(f"netra_guarded_managers: {name}: {error}") from error
    return found


@lru_cache(maxsize=64)
def _words(folder: str) -> Words:
    """Read the project's words as the linter does, so that both know the same methods."""
    path = Projects(folder).of_folder(folder).config
    if not path:
        return Words()
    try:
        vocabulary = load_config(path).vocabulary
    except UserError as error:
        raise pytest.UsageError(str(error)) from error
    methods = tuple(
        Method(one.name, one.kind, one.position, one.keywords) for one in vocabulary.routing_methods
    )
    return Words(methods, {kind: vocabulary.prefixes(kind) for kind in KINDS})
