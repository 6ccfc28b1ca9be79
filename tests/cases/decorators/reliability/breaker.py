from __future__ import annotations

from typing import Any, Awaitable, Callable


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.failures = 0

    @property
    def closed(self) -> bool:
        return self.failures < self.limit

    async def call(self, function: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Any:
        if not self.closed:
            raise CircuitOpen
        try:
            result = await function(*args, **kwargs)
        except Exception:
            self.failures += 1
            raise
        self.failures = 0
        return result
