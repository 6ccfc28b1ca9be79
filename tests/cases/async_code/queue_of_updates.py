"""Updates go through an `asyncio.Queue` to one worker, until a sentinel comes."""

import asyncio


class Hub:
    def __init__(self, manager):
        self.manager = manager
        self.queue = asyncio.Queue()
        self.trace = asyncio.Queue()

    async def publish(self, owner, run_id, **data):
        await self.queue.put((owner, {"run_id": run_id, **data}))
        self.trace.put_nowait(run_id)

    async def close(self):
        await self.queue.put(None)

    async def work(self):
        while True:
            item = await self.queue.get()
            if item is None:
                break
            owner, body = item
            await self.manager.send_to_user(owner, body)
            self.queue.task_done()

    async def flush_trace(self):
        while not self.trace.empty():
            run = await self.trace.get()
            await self.manager.send_to_user(run, {"n": 1})


class Swapped(Hub):
    async def report(self, run_id, owner):
        await self.publish(run_id, owner)


async def main(manager, run_id, user_id):
    hub = Hub(manager)
    await hub.publish(user_id, run_id, step=1)
    await hub.publish("user_watcher", run_id, step=2)
    await hub.close()
    await hub.work()
    await hub.flush_trace()
    swapped = Swapped(manager)
    await swapped.report(run_id, user_id)
    await swapped.close()
    await swapped.work()
