"""A circuit breaker around deliveries, with a fallback channel when it is open"""

from __future__ import annotations

import enum
import time
from typing import Any, Awaitable, Callable


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class CircuitOpen(RuntimeError):
    def __init__(self, name: str, retry_after: float) -> None:
        super().__init__(f"{name} is open")
        self.retry_after = retry_after


class CircuitBreaker:
    def __init__(self, name: str, threshold: int = 2, reset_after: float = 60.0) -> None:
        self.name = name
        self.threshold = threshold
        self.reset_after = reset_after
        self.failures = 0
        self.state = State.CLOSED
        self._opened = 0.0

    async def call(self, func: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Any:
        if self.state is State.OPEN:
            elapsed = time.monotonic() - self._opened
            if elapsed < self.reset_after:
                raise CircuitOpen(self.name, self.reset_after - elapsed)
            self.state = State.HALF_OPEN
        try:
            result = await func(*args, **kwargs)
        except ConnectionError:
            self._fail()
            raise
        self.failures = 0
        self.state = State.CLOSED
        return result

    def _fail(self) -> None:
        self.failures += 1
        if self.failures >= self.threshold:
            self.state = State.OPEN
            self._opened = time.monotonic()


class ResilientSender:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.breaker = CircuitBreaker("ws")
        self.broken = False

    async def _raw(self, user_id: str, message: dict) -> bool:
        if self.broken:
            raise ConnectionError("gone")
        return await self.ws.send_to_user(user_id, message)

    async def send(self, user_id: str, message: dict) -> bool:
        try:
            return await self.breaker.call(self._raw, user_id, message)
        except CircuitOpen as error:
            return await self._fallback("operator", {**message, "retry": error.retry_after})
        except ConnectionError:
            return False

    async def _fallback(self, recipient: str, message: dict) -> bool:
        return await self.ws.send_to_user(recipient, message)


async def main(manager, run_id, user_id):
    sender = ResilientSender(manager)
    await sender.send(user_id, {"run_id": run_id, "n": 1})
    await sender.send(run_id, {"n": 2})
    await sender.breaker.call(manager.send_to_user, user_id, {"n": 3})
    await sender.breaker.call(manager.send_to_user, run_id, {"n": 4})
    sender.broken = True
    for number in range(3):
        await sender.send(user_id, {"n": number})
    await manager.send_to_user(user_id, {"state": sender.breaker.state.value})
