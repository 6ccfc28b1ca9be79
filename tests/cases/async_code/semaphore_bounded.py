"""A semaphore around sends that are made in a nested coroutine."""

import asyncio


class Broadcaster:
    def __init__(self, hub, limit):
        self.hub = hub
        self.limit = asyncio.Semaphore(limit)

    async def all(self, people, body):
        async def one(person):
            async with self.limit:
                return await self.hub.send_to_user(person, body)

        return await asyncio.gather(*(one(person) for person in people))


async def main(manager, run_id, user_id):
    broadcaster = Broadcaster(manager, 2)
    await broadcaster.all([user_id, "lobby"], {"run": run_id})
    await broadcaster.all(["lobby", run_id], {"n": 2})
