"""An event bus calls the handlers that subscribed to a class of events."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class AgentStarted:
    owner: str | None
    job: str


@dataclass(frozen=True)
class AgentCompleted:
    owner: str | None
    job: str
    result: str


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def subscribe(self, event_type, handler):
        self._handlers[event_type].append(handler)

    async def publish(self, event):
        for handler in self._handlers[type(event)]:
            await handler(event)


class WebSocketBridge:
    def __init__(self, ws, bus):
        self.ws = ws
        bus.subscribe(AgentStarted, self.on_started)
        bus.subscribe(AgentCompleted, self.on_completed)

    async def on_started(self, event):
        await self.ws.send_to_user(event.job, {"type": "started"})

    async def on_completed(self, event):
        if event.owner is None:
            return
        await self.ws.send_to_user(event.owner, {"type": "completed", "r": event.result})


async def main(manager, run_id, user_id):
    bus = EventBus()
    WebSocketBridge(manager, bus)
    await bus.publish(AgentStarted(owner=user_id, job=run_id))
    await bus.publish(AgentCompleted(owner=user_id, job=run_id, result="ok"))
