from __future__ import annotations

from typing import Any, Awaitable, Callable

from flags import FlagSet
from session import UserSession

Notify = Callable[[dict[str, Any]], Awaitable[Any]]


def choose_notifier(flags: FlagSet, manager, session: UserSession) -> Notify:
    @flags.guarded("new-routing")
    async def by_thread(message: dict[str, Any]) -> Any:
        if session.thread_id is None:
            return None
        return await manager.send_to_thread(session.thread_id, message)

    async def by_user(message: dict[str, Any]) -> Any:
        return await manager.send_to_user(session.user, message)

    return by_thread if flags("new-routing") else by_user


def lazily(get: Callable[[], Any], name: str) -> Callable[..., Awaitable[Any]]:
    async def call(recipient: str, message: dict[str, Any]) -> Any:
        return await getattr(get(), name)(recipient, message)

    return call
