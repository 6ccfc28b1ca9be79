"""A lock around a send changes nothing."""

import asyncio


class Sender:
    def __init__(self, manager):
        self._lock = asyncio.Lock()
        self._manager = manager

    async def push(self, channel, body):
        async with self._lock:
            await self._manager.send_to_user(channel, body)


async def main(manager, run_id, user_id):
    sender = Sender(manager)
    await sender.push(run_id, {"n": 1})
    await sender.push(user_id, {"n": 2})
