"""What is registered for one class of events is not called with those of another."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Shared:
    target: str | None


@dataclass
class Internal:
    target: str


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, kind, handler):
        self.handlers[kind].append(handler)

    async def emit(self, event):
        for handler in self.handlers[type(event)]:
            await handler(event)


class Client:
    def __init__(self, ws):
        self.ws = ws

    async def show(self, event):
        await self.ws.send_to_user(event.target, {"shared": True})

    async def note(self, event):
        print(bool(event.target))


async def main(manager, run_id, user_id):
    bus, client = Bus(), Client(manager)
    bus.on(Shared, client.show)
    bus.on(Internal, client.note)
    await bus.emit(Shared(user_id))
    await bus.emit(Internal(run_id))
