from __future__ import annotations

from typing import Any

from bus import EventBus
from events import AgentEvent, EventKind


class ProgressSubscriber:
    def __init__(self, manager: Any, bus: EventBus) -> None:
        self.manager = manager
        self.bus = bus
        self._detach = None

    def attach(self) -> None:
        self._detach = self.bus.subscribe(EventKind.PROGRESS, self.on_progress)
        self.bus.subscribe(EventKind.TOOL, self.on_tool)

    async def on_progress(self, event: AgentEvent) -> None:
        percent = event.payload.get("percent", 0)
        if event.thread_id is not None:
            await self.manager.send_to_thread(event.thread_id, {"percent": percent})
        elif event.user_id is not None:
            await self.manager.send_to_user(event.user_id, {"percent": percent})
        if percent >= 100 and self._detach:
            self._detach()

    async def on_tool(self, event: AgentEvent) -> None:
        await self.manager.send_to_thread(event.audience, {"tool": event.payload})


def register_default_handlers(bus: EventBus, manager: Any) -> None:
    async def started(event: AgentEvent) -> None:
        if event.user_id:
            await manager.send_to_user(event.user_id, {"started": event.source})

    async def failed(event: AgentEvent) -> None:
        await manager.send_to_user(event.payload["who"], {"failed": event.payload["reason"]})

    async def done(event: AgentEvent) -> None:
        await manager.send_message(event.audience, {"done": True})

    for kind, handler in (
        (EventKind.STARTED, started),
        (EventKind.FAILED, failed),
        (EventKind.DONE, done),
    ):
        bus.subscribe(kind, handler)
