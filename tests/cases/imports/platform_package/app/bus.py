from __future__ import annotations

from collections import defaultdict
from typing import Awaitable, Callable

from .models import Notification

Handler = Callable[[Notification], Awaitable[None]]


class Bus:
    def __init__(self) -> None:
        self._handlers: dict[str, list[Handler]] = defaultdict(list)

    def subscribe(self, topic: str, handler: Handler) -> None:
        self._handlers[topic].append(handler)

    async def publish(self, notification: Notification) -> None:
        for handler in self._handlers.get(notification.topic, ()):
            await handler(notification)
