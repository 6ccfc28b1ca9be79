"""A heartbeat runs beside the agent until it is cancelled."""

import asyncio
import contextlib


class Heartbeat:
    def __init__(self, send, address, interval=0.0):
        self._send = send
        self._address = address
        self._interval = interval
        self._task = None
        self._beats = 0

    async def _loop(self):
        while self._beats < 2:
            self._beats += 1
            await self._send(self._address, {"beat": self._beats})
            await asyncio.sleep(self._interval)

    async def __aenter__(self):
        self._task = asyncio.create_task(self._loop())
        return self

    async def __aexit__(self, *error):
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task


async def long_job():
    for _ in range(4):
        await asyncio.sleep(0)
    return 42


async def main(manager, run_id, user_id):
    async with Heartbeat(manager.send_to_user, user_id):
        await long_job()
    async with Heartbeat(manager.send_to_user, run_id):
        result = await long_job()
    await manager.send_to_user(user_id, {"result": result})
