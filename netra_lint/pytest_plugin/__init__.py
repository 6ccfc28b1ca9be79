"""The pytest plugin: loaded by every pytest run, so that all else is imported when it is used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from netra_lint.runtime import ExecutionContext, RecordingConnection, WebSocketManager
    from netra_lint.runtime.guarding import RoutingGuard

_MARKER = "routing_guard(enabled=True, managers=()): fail the test if a message is routed wrongly"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare what stands in pytest's configuration."""
    parser.addini(
        "netra_routing_guard", "guard all tests against wrong routes", type="bool", default=False
    )
    parser.addini(
        "netra_guarded_managers",
        "classes of managers that the routing guard watches, as module:Class",
        type="linelist",
        default=[],
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", _MARKER)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Open the guard before the test's fixtures are made."""
    problem = ""
    try:
        if item.config.getini("netra_routing_guard") or item.get_closest_marker("routing_guard"):
            from netra_lint.pytest_plugin.activation import open_guard

            open_guard(item)
    except pytest.UsageError as error:
        problem = str(error)  # Told below: pytest must begin every test that it is to end.
    result = yield
    if problem:
        pytest.fail(problem, pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Make the test fail for what the guards noted."""
    result = yield
    _verify()
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Close the guards when the test's fixtures are gone."""
    try:
        result = yield
        _verify()
    finally:
        for guard in _guards():
            guard.close()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Show the guards' notes beside the failure of a test that failed by itself."""
    report = yield
    notes = [note for guard in _guards() for note in guard.take()] if report.failed else []
    if notes:
        report.sections.append(("Wrong routes", "\n".join(map(str, notes))))
    return report


@pytest.fixture
def websocket_manager() -> WebSocketManager:
    """A reference manager in memory, without connections."""
    from netra_lint.runtime import WebSocketManager

    return WebSocketManager()


@pytest.fixture
def websocket_client() -> RecordingConnection:
    """A connection for ``manager.connect`` that records: ``.messages``, ``.receive(timeout)``."""
    from netra_lint.runtime import RecordingConnection

    return RecordingConnection("websocket_client")


@pytest.fixture
def execution_context() -> Callable[..., ExecutionContext]:
    """A function that makes contexts with all ids; keyword arguments replace its fields."""
    from netra_lint.pytest_plugin.contexts import make_context

    return make_context


@pytest.fixture
def routing_guard(request: pytest.FixtureRequest) -> RoutingGuard:
    """The guard of this test, active from here on: ``.watch(manager)``, ``.violations``."""
    from netra_lint.pytest_plugin.activation import current_guard

    return current_guard(request)


def _guards() -> list[RoutingGuard]:
    """Return the guards of the running test, without importing what nobody has used."""
    module = sys.modules.get("netra_lint.runtime.guarding.guard")
    return module.guards_of_test() if module is not None else []


def _verify() -> None:
    notes = [note for guard in _guards() for note in guard.take()]
    if notes:
        from netra_lint.runtime import RoutingError

        pytest.fail(str(RoutingError(notes)), pytrace=False)
