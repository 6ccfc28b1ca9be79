from __future__ import annotations

from collections import defaultdict
from typing import Awaitable, Callable

from events import AgentEvent, EventKind

Handler = Callable[[AgentEvent], Awaitable[None]]


class EventBus:
    def __init__(self) -> None:
        self._handlers: dict[EventKind, list[Handler]] = defaultdict(list)
        self._all: list[Handler] = []

    def subscribe(self, kind: EventKind, handler: Handler) -> Callable[[], None]:
        self._handlers[kind].append(handler)
        return lambda: self._handlers[kind].remove(handler)

    def subscribe_all(self, handler: Handler) -> None:
        self._all.append(handler)

    async def publish(self, event: AgentEvent) -> None:
        for handler in [*self._handlers[event.kind], *self._all]:
            await handler(event)
