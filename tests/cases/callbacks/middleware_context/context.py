from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import Iterator

current_run: ContextVar[str | None] = ContextVar("current_run", default=None)
current_user: ContextVar[str | None] = ContextVar("current_user", default=None)
current_thread: ContextVar[str | None] = ContextVar("current_thread", default=None)


@contextmanager
def request_scope(
    run_id: str, user_id: str | None = None, thread_id: str | None = None
) -> Iterator[None]:
    tokens = [
        (current_run, current_run.set(run_id)),
        (current_user, current_user.set(user_id)),
        (current_thread, current_thread.set(thread_id)),
    ]
    try:
        yield
    finally:
        for variable, token in reversed(tokens):
            variable.reset(token)


def user_or_fallback() -> str | None:
    return current_user.get() or current_run.get()


def thread_or_none() -> str | None:
    return current_thread.get()
