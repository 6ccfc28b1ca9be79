"""A task that is kept is asked whether it is there; its coroutine gives nothing"""

import asyncio
import contextlib


class Beats:
    def __init__(self, ws):
        self.ws = ws
        self.names = {}
        self.tasks = {}

    def start(self, key, owner, run_id):
        self.names[key] = (owner, run_id)
        self.tasks[key] = asyncio.create_task(self.beat(owner))

    async def beat(self, owner):
        await self.ws.send_to_user(owner, {"beat": 1})

    async def stop(self, key):
        task = self.tasks.pop(key, None)
        if task is None:
            return
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        owner, run_id = self.names.pop(key)
        await self.ws.send_to_user(owner, {"stopped": key})
        await self.ws.send_to_user(run_id, {"stopped": key})


async def main(manager, run_id, user_id):
    beats = Beats(manager)
    beats.start("first", user_id, run_id)
    await asyncio.sleep(0)
    await beats.stop("first")
    await beats.stop("first")
