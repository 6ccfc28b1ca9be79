"""A request scope keeps the ids of a request while it lasts; services ask the scope for them."""

from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Optional


@dataclass
class Scope:
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None
    depth: int = 0


_scope: ContextVar[Optional[Scope]] = ContextVar("scope", default=None)


def current_scope() -> Scope:
    scope = _scope.get()
    if scope is None:
        raise LookupError("no request scope")
    return scope


@asynccontextmanager
async def request_scope(run_id, user_id=None, thread_id=None):
    token = _scope.set(Scope(run_id, user_id, thread_id))
    try:
        yield _scope.get()
    finally:
        _scope.reset(token)


@contextmanager
def nested_scope(run_id):
    outer = current_scope()
    inner = Scope(run_id, outer.user_id, outer.thread_id, outer.depth + 1)
    token = _scope.set(inner)
    try:
        yield inner
    finally:
        _scope.reset(token)


class ScopedNotifier:
    def __init__(self, ws):
        self.ws = ws

    async def to_user(self, **message):
        scope = current_scope()
        if scope.user_id:
            await self.ws.send_to_user(scope.user_id, {"run_id": scope.run_id, **message})

    async def to_thread(self, **message):
        scope = current_scope()
        if scope.thread_id:
            await self.ws.send_to_thread(scope.thread_id, {"run_id": scope.run_id, **message})

    async def to_whoever(self, **message):
        scope = current_scope()
        recipient = scope.user_id
        if recipient is None:
            recipient = scope.run_id
        await self.ws.send_to_user(recipient, message)


async def main(manager, run_id, other_run_id, user_id, thread_id):
    notifier = ScopedNotifier(manager)
    async with request_scope(run_id, user_id, thread_id) as scope:
        await notifier.to_user(n=1)
        with nested_scope(other_run_id) as inner:
            await notifier.to_thread(n=2, parent=scope.run_id)
            await manager.send_to_user(inner.user_id, {"n": 3})
        await notifier.to_whoever(n=4)
    async with request_scope(run_id, thread_id=thread_id):
        await notifier.to_thread(n=5)
