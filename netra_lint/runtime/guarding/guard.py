"""The guard itself: judges sends and contexts as they happen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

from netra_lint.runtime.context import active_context, entered, observers
from netra_lint.runtime.guarding.violations import (
    DROPPED,
    RUN_ID,
    WRONG_KIND,
    RoutingError,
    Violation,
    violation_at,
)
from netra_lint.runtime.guarding.watching import Watcher
from netra_lint.runtime.guarding.words import Method, Words
from netra_lint.runtime.ids import RUN, THREAD, USER, kind_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from types import FrameType

T = TypeVar("T")
_open: list[RoutingGuard] = []
_of_the_test: list[RoutingGuard] = []


class RoutingGuard:
    """Notes every wrong route of what it watches; wrong ones change nothing but its list.

    Used as a context manager, it raises at the end of the block. Contexts are watched while it
    is open: those built from ``ExecutionContext``, and any that is made active by ``within``.

    Args:
        words: what sends, and how ids look.

    Attributes:
        violations: what was noted, in order.
    """

    def __init__(self, words: Words | None = None):
        self.words = words or Words()
        self.violations: list[Violation] = []
        self._watcher = Watcher(self._sent, self.words.methods)
        self._runs: set[str] = set()
        self._flagged: list[Any] = []

    def watch(self, manager: T) -> T:
        """Watch a manager.

        Args:
            manager: an instance, a mock of one, or a class, whose instances are then watched.

        Returns:
            The same object.

        Raises:
            TypeError: if it has no method that sends.
        """
        self._watcher.watch(manager)
        return manager

    def within(self, context: Any) -> AbstractContextManager[None]:
        """Make a context the active one, for agents that do not derive from the base class.

        Args:
            context: any object with ``run_id``, ``thread_id`` and ``user_id``.
        """
        return entered(context)

    def open(self) -> None:
        """Begin to watch contexts, and become the guard that ``guard()`` adds to."""
        if self not in _open:
            _open.append(self)
            observers.append(self._saw)

    def close(self) -> None:
        """Stop watching, and give managers their own methods back."""
        if self in _open:
            _open.remove(self)
            observers.remove(self._saw)
        if self in _of_the_test:
            _of_the_test.remove(self)
        self._watcher.restore()

    def take(self) -> list[Violation]:
        """Return what was noted since the last call, and begin a new list."""
        noted, self.violations = self.violations, []
        return noted

    def verify(self) -> None:
        """Raise what was noted, and begin a new list.

        Raises:
            RoutingError: if there was a wrong route.
        """
        noted = self.take()
        if noted:
            raise RoutingError(noted)

    def __enter__(self) -> RoutingGuard:
        self.open()
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()
        if error is None:
            self.verify()

    def _sent(self, method: Method, recipient: Any, frame: FrameType) -> None:
        context = active_context()
        if recipient is None or recipient == "":
            missing = _ids(context)
            if missing:
                text = f"`{method.name}` has no recipient, though the context has {_list(missing)}"
                self._note(frame, DROPPED, text)
            return
        kind = self._kind_of(recipient, context)
        if kind == RUN:
            self._note(frame, RUN_ID, f"`{method.name}` sends to the run id {recipient!r}")
        elif kind not in ("", method.kind):
            text = f"`{method.name}` takes a {method.kind} id but sends to the {kind} {recipient!r}"
            self._note(frame, WRONG_KIND, text)

    def _kind_of(self, recipient: Any, context: Any) -> str:
        if not isinstance(recipient, str):
            return f"{type(recipient).__name__} object"
        if recipient in self._runs:
            return RUN
        return kind_of(recipient, self.words.prefixes) or _role(recipient, context)

    def _saw(self, context: Any) -> None:
        run_id = getattr(context, "run_id", None)
        if isinstance(run_id, str) and run_id not in _ids(context).values():
            self._runs.add(run_id)
        parent = active_context()
        if parent is None or parent is context or _is_elsewhere(parent, context):
            return
        lost = {name: value for name, value in _ids(parent).items() if not _get(context, name)}
        if lost and not any(context is one for one in self._flagged):
            self._flagged.append(context)
            text = f"a context is built that drops {_list(lost)}"
            self._note(sys._getframe(1), DROPPED, text)

    def _note(self, frame: FrameType, code: str, message: str) -> None:
        violation = violation_at(frame, code, message)
        if violation not in self.violations:
            self.violations.append(violation)


def guard(manager: T, words: Words | None = None) -> T:
    """Watch a manager until the end of the running test.

    The pytest plugin makes the test fail if a message is routed wrongly. Outside pytest, use
    ``with RoutingGuard() as guard: guard.watch(manager)``.

    Args:
        manager: an instance, a mock of one, or a class.
        words: what sends, and how ids look, if no guard is open yet.

    Returns:
        The same object.

    Raises:
        TypeError: if it has no method that sends.
    """
    if not _open:
        open_for_test(RoutingGuard(words))
    return _open[-1].watch(manager)


def open_for_test(routing: RoutingGuard) -> None:
    """Open a guard that the pytest plugin reads and closes at the end of the running test."""
    _of_the_test.append(routing)
    routing.open()


def guards_of_test() -> list[RoutingGuard]:
    """Return the guards that the running test opened, but not those of a ``with`` block."""
    return [routing for routing in _of_the_test if routing in _open]


def _get(context: Any, name: str) -> Any:
    return getattr(context, name, None)


def _ids(context: Any) -> dict[str, str]:
    """Return the recipients that a context has."""
    found = {name: _get(context, name) for name in ("thread_id", "user_id")}
    return {name: value for name, value in found.items() if isinstance(value, str) and value}


def _is_elsewhere(parent: Any, context: Any) -> bool:
    """Whether a context names another recipient, so that it owes its parent nothing."""
    mine, theirs = _ids(context), _ids(parent)
    return any(name in theirs and mine[name] != theirs[name] for name in mine)


def _role(recipient: str, context: Any) -> str:
    """Return what a recipient is to a context whose ids have no telling format."""
    ids = _ids(context)
    roles = [
        kind
        for kind, name in ((THREAD, "thread_id"), (USER, "user_id"))
        if ids.get(name) == recipient
    ]
    return roles[0] if len(roles) == 1 else ""


def _list(ids: dict[str, str]) -> str:
    return " and ".join(f"{name} {value!r}" for name, value in ids.items())
