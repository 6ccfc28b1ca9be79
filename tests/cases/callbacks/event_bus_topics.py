"""An event bus calls the handlers of a topic with the event's fields."""

from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, topic, handler):
        self._handlers[topic].append(handler)

    async def publish(self, topic, **fields):
        for handler in self._handlers[topic]:
            await handler(**fields)


class Notices:
    def __init__(self, bus, manager):
        self.manager = manager
        bus.on("started", self.started)
        bus.on("failed", self.failed)

    async def started(self, run_id, owner):
        if owner:
            await self.manager.send_to_user(owner, {"run_id": run_id})

    async def failed(self, source, owner):
        await self.manager.send_to_user(owner or source, {"n": 2})


async def main(manager, run_id, user_id):
    bus = Bus()
    Notices(bus, manager)
    await bus.publish("started", run_id=run_id, owner=user_id)
    await bus.publish("failed", source=run_id, owner=user_id)
