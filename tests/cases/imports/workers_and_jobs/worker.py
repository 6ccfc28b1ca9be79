from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jobs import Job
    from queueing import JobQueue


class Worker:
    def __init__(self, ws: Any, queue: JobQueue) -> None:
        self.ws = ws
        self.queue = queue
        self.done: list[Job] = []

    async def run_until_empty(self) -> None:
        while self.queue:
            job = self.queue.next()
            if job is None:
                break
            await job.perform(self.ws)
            self.done.append(job)

    async def announce(self, job: Job, user_id: str) -> None:
        await self.ws.send_to_user(user_id, {"done": job.name})
