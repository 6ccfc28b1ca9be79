"""Workers take jobs off a queue; a job's owner is told, its run only named."""

import asyncio
from dataclasses import dataclass


@dataclass
class Job:
    run_id: str
    owner: str
    attempts: int = 0


class Worker:
    def __init__(self, manager, queue):
        self.manager = manager
        self.queue = queue
        self.failed = []

    async def run(self):
        while not self.queue.empty():
            job = await self.queue.get()
            try:
                await self.process(job)
            finally:
                self.queue.task_done()

    async def process(self, job):
        job.attempts += 1
        if job.owner.startswith("run_"):
            self.failed.append(job)
            return
        await self.manager.send_to_user(job.owner, {"run_id": job.run_id, "n": job.attempts})


async def main(manager, run_id, user_key):
    queue = asyncio.Queue()
    await queue.put(Job(run_id, user_key))
    await queue.put(Job(run_id, run_id))
    worker = Worker(manager, queue)
    await worker.run()
    for job in worker.failed:
        await manager.send_to_user(job.owner, {"failed": job.run_id})
    tasks = [asyncio.create_task(worker.process(Job(run_id, one))) for one in (user_key, run_id)]
    await asyncio.gather(*tasks)
    result = await asyncio.wait_for(resolve(run_id, user_key), timeout=5)
    await manager.send_to_user(result, {"n": 9})


async def resolve(run_id, user_key):
    owners = {run_id: user_key}
    await asyncio.sleep(0)
    return owners[run_id]
