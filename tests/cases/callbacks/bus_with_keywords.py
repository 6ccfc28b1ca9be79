"""A bus that an object was made with hands what is published on to its handlers, by keywords."""

from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, topic, handler):
        self._handlers[topic].append(handler)

    async def publish(self, topic, **payload):
        for handler in self._handlers[topic]:
            await handler(**payload)


class Room:
    def __init__(self, manager):
        self.manager = manager

    def attach(self, bus):
        bus.on("opened", self._opened)
        bus.on("closed", self._closed)
        bus.on("paged", self._paged)

    async def _opened(self, actor, room):
        await self.manager.send_to_thread(room, {"by": actor})

    async def _closed(self, actor, room):
        await self.manager.send_to_thread(room, {"closed_by": actor})

    async def _paged(self, person):
        await self.manager.send_to_user(person, {"page": True})


class Desk:
    def __init__(self, bus):
        self.bus = bus

    async def open(self, actor, place):
        await self.bus.publish("opened", actor=actor, room=place)

    async def close(self, actor, place):
        await self.bus.publish("closed", room=actor, actor=place)

    async def page(self, person):
        await self.bus.publish("paged", person=person)


async def main(manager, run_id, user_id, thread_id):
    bus = Bus()
    Room(manager).attach(bus)
    desk = Desk(bus)
    await desk.open(user_id, thread_id)
    await desk.close(user_id, thread_id)
    await desk.page(user_id)
    await desk.page(run_id)
