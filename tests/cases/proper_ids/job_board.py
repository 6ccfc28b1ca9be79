"""Jobs and owners in the same lists, tuples, sets and heaps."""

import heapq
from collections import Counter, namedtuple
from itertools import groupby

Job = namedtuple("Job", "priority run_id owner")


class Board:
    def __init__(self):
        self._heap = []
        self._done = set()

    def add(self, job):
        heapq.heappush(self._heap, job)

    def take(self):
        job = heapq.heappop(self._heap)
        self._done.add(job.run_id)
        return job

    @property
    def owners(self):
        return {job.owner for job in self._heap}

    def counts(self):
        return Counter(job.owner for job in self._heap)


async def main(manager, run_id, other_run_id, user_key):
    board = Board()
    board.add(Job(2, run_id, user_key or "nobody"))
    board.add(Job(1, other_run_id, "lobby"))
    for owner in sorted(board.owners):
        await manager.send_to_user(owner, {"jobs": len(board.owners)})
    for owner, count in board.counts().most_common():
        await manager.send_to_user(owner, {"count": count})
    job = board.take()
    await manager.send_to_user(job.owner, {"run_id": job.run_id})
    priority, run, owner = board.take()
    await manager.send_to_user(owner, {"run_id": run, "priority": priority})
    jobs = [Job(1, run_id, "a"), Job(1, other_run_id, "b")]
    for priority, group in groupby(jobs, key=lambda job: job.priority):
        for _, run, owner in group:
            await manager.send_to_user(owner, {"run_id": run, "priority": priority})
