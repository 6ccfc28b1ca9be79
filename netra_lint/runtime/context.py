"""The ids of one execution, which belong together from its start to its end."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ACTIVE: ContextVar[Any] = ContextVar("netra_lint_active_context", default=None)
# Called with every context when it is built or entered; empty outside a routing guard.
observers: list[Callable[[Any], None]] = []


@dataclass
class ExecutionContext:
    """What an agent knows about its execution.

    Attributes:
        run_id: names the execution; never a recipient.
        agent_name: the agent that runs.
        state: whatever the agent works on.
        stream_updates: whether clients want progress while it runs.
        thread_id: the conversation, the preferred recipient.
        user_id: who started the execution.
        retry_count: how often it was tried again.
        max_retries: how often it may be tried again.
        start_time: when it began, in UTC.
        metadata: anything else.
    """

    run_id: str
    agent_name: str = ""
    state: Any = None
    stream_updates: bool = False
    thread_id: str | None = None
    user_id: str | None = None
    retry_count: int = 0
    max_retries: int = 3
    start_time: datetime = field(default_factory=lambda: datetime.now(timezone.utc))
    metadata: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let an active guard see which ids a context was built with."""
        announce(self)

    def child(self, **changes: Any) -> ExecutionContext:
        """Return a context for a nested execution, which keeps every id.

        Args:
            changes: fields that differ, such as ``agent_name``; its metadata is a copy.

        Returns:
            The new context.
        """
        return replace(self, **{"metadata": dict(self.metadata), **changes})


def announce(context: Any) -> None:
    """Show a context to whoever observes contexts."""
    for observer in tuple(observers):
        observer(context)


def active_context() -> Any:
    """Return the context of the execution that is running, or None."""
    return _ACTIVE.get()


@contextmanager
def entered(context: Any) -> Iterator[None]:
    """Make a context the active one for as long as a block runs.

    Args:
        context: any object with ``run_id``, ``thread_id`` and ``user_id``.
    """
    announce(context)
    token = _ACTIVE.set(context)
    try:
        yield
    finally:
        _ACTIVE.reset(token)
