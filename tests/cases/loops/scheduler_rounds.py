"""A scheduler takes jobs in rounds, by priority, puts back what is not done and tells owners."""

import heapq
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    number: int
    run_id: str = field(compare=False)
    owner: str = field(compare=False)
    left: int = field(default=1, compare=False)


class Scheduler:
    def __init__(self, ws):
        self.ws = ws
        self._heap = []
        self._numbers = itertools.count()
        self.finished = []

    def submit(self, run_id, owner, priority=5, steps=1):
        job = Job(priority, next(self._numbers), run_id, owner, steps)
        heapq.heappush(self._heap, job)
        return job

    async def round(self):
        waiting = []
        while self._heap:
            job = heapq.heappop(self._heap)
            job.left -= 1
            await self.ws.send_to_user(job.owner, {"run_id": job.run_id, "left": job.left})
            if job.left > 0:
                waiting.append(job)
            else:
                self.finished.append((job.run_id, job.owner))
        for job in waiting:
            heapq.heappush(self._heap, job)
        return bool(self._heap)

    async def run(self, limit=5):
        for _ in range(limit):
            more = await self.round()
            if not more:
                break

    async def report(self):
        for run_id, owner in self.finished:
            await self.ws.send_to_user(owner, {"finished": run_id})
        last_run, last_owner = self.finished[-1]
        await self.ws.send_to_user(last_owner, {"last": last_run})
        first, *_ = self.finished
        await self.ws.send_to_user(first[0], {"first": True})


class PriorityScheduler(Scheduler):
    def submit(self, run_id, owner, priority=1, steps=1):
        return super().submit(run_id, owner=run_id, priority=priority, steps=steps)


async def main(manager, run_id, other_run_id, user_id):
    scheduler = Scheduler(manager)
    scheduler.submit(run_id, user_id, steps=2)
    scheduler.submit(other_run_id, user_id, priority=1)
    await scheduler.run()
    await scheduler.report()
    urgent = PriorityScheduler(manager)
    job = urgent.submit(run_id, user_id)
    await manager.send_to_user(job.owner, {"n": 1})
