from __future__ import annotations

import contextlib
import contextvars
from dataclasses import dataclass
from typing import Iterator, Optional


@dataclass(frozen=True)
class RequestScope:
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None


_current: contextvars.ContextVar[Optional[RequestScope]] = contextvars.ContextVar(
    "request_scope", default=None
)


@contextlib.contextmanager
def request_scope(scope: RequestScope) -> Iterator[RequestScope]:
    token = _current.set(scope)
    try:
        yield scope
    finally:
        _current.reset(token)


def current() -> RequestScope:
    scope = _current.get()
    if scope is None:
        raise LookupError("no request scope")
    return scope


def current_user() -> Optional[str]:
    return current().user_id


def correlation() -> str:
    return current().run_id
