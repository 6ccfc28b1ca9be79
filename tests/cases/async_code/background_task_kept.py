"""A background task kept on the object, awaited by another method."""

import asyncio


class Heartbeat:
    def __init__(self, ws):
        self.ws = ws
        self.task = None

    def start(self, who, times):
        self.task = asyncio.ensure_future(self._beat(who, times))

    async def _beat(self, who, times):
        for number in range(times):
            await self.ws.send_to_user(who, {"beat": number})
            await asyncio.sleep(0)

    async def stop(self):
        if self.task:
            await self.task


async def main(manager, run_id, user_id):
    beat = Heartbeat(manager)
    beat.start(user_id, 1)
    await beat.stop()
    beat.start(run_id, 1)
    await beat.stop()
