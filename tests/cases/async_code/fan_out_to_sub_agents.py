"""A supervisor fans out to workers with gather and reports each result."""

import asyncio


class Worker:
    def __init__(self, name, report):
        self.name = name
        self.report = report

    async def run(self, job):
        await self.report(self.name, "running")
        await asyncio.sleep(0)
        await self.report(self.name, "done")
        return self.name, job


class Coordinator:
    def __init__(self, ws, subscriber):
        self.ws = ws
        self.subscriber = subscriber

    async def _report(self, name, status):
        await self.ws.send_to_user(self.subscriber, {"agent": name, "status": status})

    async def run(self, job, names):
        workers = [Worker(name, self._report) for name in names]
        results = await asyncio.gather(*(worker.run(job) for worker in workers))
        return dict(results)

    async def run_limited(self, job, names, limit=2):
        gate = asyncio.Semaphore(limit)

        async def limited(worker):
            async with gate:
                return await worker.run(job)

        tasks = [asyncio.create_task(limited(Worker(n, self._report))) for n in names]
        return [await task for task in asyncio.as_completed(tasks)]


async def main(manager, run_id, user_id):
    results = await Coordinator(manager, user_id).run(run_id, ["a", "b"])
    await manager.send_to_user(user_id, {"results": list(results)})
    await manager.send_to_user(results["a"], {"wrong": True})
    done = await Coordinator(manager, run_id).run_limited("j", ["a", "b", "c"])
    for name, job in done:
        await manager.send_to_user(job, {"name": name})
