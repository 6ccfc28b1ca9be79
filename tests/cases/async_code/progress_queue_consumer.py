"""Producers put updates on a queue; one consumer forwards them."""

import asyncio
from dataclasses import dataclass


@dataclass
class Update:
    to: str
    body: dict


class ProgressStream:
    def __init__(self, ws):
        self.ws = ws
        self.queue = asyncio.Queue()
        self._task = None

    def start(self):
        self._task = asyncio.create_task(self._drain())

    async def _drain(self):
        while True:
            update = await self.queue.get()
            if update is None:
                break
            await self.ws.send_to_user(update.to, update.body)

    async def push(self, to, **body):
        await self.queue.put(Update(to, body))

    async def stop(self):
        await self.queue.put(None)
        if self._task:
            await self._task


async def main(manager, run_id, user_id):
    stream = ProgressStream(manager)
    stream.start()
    if user_id:
        await stream.push(user_id, step=1)
    await stream.push(run_id, step=2)
    await stream.stop()
