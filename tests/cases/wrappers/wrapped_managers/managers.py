"""Managers around managers."""

from __future__ import annotations

import functools
from typing import Any, Awaitable, Callable, Dict, List, Tuple

Send = Callable[..., Awaitable[bool]]


def counted(method: Send) -> Send:
    @functools.wraps(method)
    async def wrapper(self: Any, *args: Any, **kwargs: Any) -> bool:
        self.count = getattr(self, "count", 0) + 1
        return await method(self, *args, **kwargs)

    return wrapper


class AuditedManager:
    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.log: List[Tuple[str, str]] = []

    @counted
    async def send_to_user(self, user_id: str, message: Dict[str, Any]) -> bool:
        self.log.append(("user", user_id))
        return await self._inner.send_to_user(user_id, message)

    @counted
    async def send_to_thread(self, thread_id: str, message: Dict[str, Any]) -> bool:
        self.log.append(("thread", thread_id))
        return await self._inner.send_to_thread(thread_id, message)


class RateLimitedManager:
    def __init__(self, inner: AuditedManager, limit: int) -> None:
        self._inner = inner
        self._left = limit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    async def send_to_user(self, user_id: str, message: Dict[str, Any]) -> bool:
        if self._left <= 0:
            return False
        self._left -= 1
        return await self._inner.send_to_user(user_id, message)


class BufferingManager:
    """Sends when it is flushed."""

    def __init__(self, inner: RateLimitedManager) -> None:
        self._inner = inner
        self._buffer: Dict[str, List[Dict[str, Any]]] = {}

    def add(self, recipient: str, message: Dict[str, Any]) -> None:
        self._buffer.setdefault(recipient, []).append(message)

    async def flush(self) -> int:
        count = 0
        for recipient, messages in self._buffer.items():
            for message in messages:
                count += await self._inner.send_to_user(recipient, message)
        self._buffer.clear()
        return count
