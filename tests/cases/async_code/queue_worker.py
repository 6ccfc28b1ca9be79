"""A worker takes jobs from a queue."""

import asyncio


class Worker:
    def __init__(self, manager):
        self.manager = manager
        self.jobs = asyncio.Queue()
        self.traces = asyncio.Queue()

    async def submit(self, run_id, user_id):
        await self.jobs.put((user_id, {"run_id": run_id}))
        await self.traces.put(run_id)

    async def drain(self):
        while not self.jobs.empty():
            who, body = await self.jobs.get()
            if who:
                await self.manager.send_to_user(who, body)
            self.jobs.task_done()

    async def drain_traces(self):
        while not self.traces.empty():
            who = self.traces.get_nowait()
            await self.manager.send_to_user(who, {"n": 2})


async def main(manager, run_id, user_id):
    worker = Worker(manager)
    await worker.submit(run_id, user_id)
    await worker.drain()
    await worker.drain_traces()
