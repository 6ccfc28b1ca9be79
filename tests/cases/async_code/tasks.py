"""Sends inside tasks."""

import asyncio


class Runner:
    def __init__(self, ws):
        self.ws = ws

    async def _announce(self, to, text):
        await asyncio.sleep(0)
        await self.ws.send_to_user(to, {"text": text})

    async def run(self, run_id, user_id):
        right = asyncio.create_task(self._announce(user_id, "right"))
        wrong = asyncio.create_task(self._announce(run_id, "wrong"))
        await right
        await wrong


async def main(manager, run_id, user_id):
    await Runner(manager).run(run_id, user_id)
