from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from jobs import DONE

if TYPE_CHECKING:
    from jobs import Job


class Worker:
    def __init__(self, ws, queue: asyncio.Queue[Job]) -> None:
        self.ws = ws
        self.queue = queue
        self.handlers = {"progress": self.on_progress, "trace": self.on_trace}

    async def submit(self, job: Job) -> None:
        await self.queue.put(job)

    async def run(self) -> None:
        while True:
            job = await self.queue.get()
            try:
                if job is DONE:
                    return
                await self.handlers[job.kind](job)
            finally:
                self.queue.task_done()

    async def on_progress(self, job: Job) -> None:
        await self.ws.send_to_user(job.to, {"kind": job.kind, **job.body})

    async def on_trace(self, job: Job) -> None:
        await self.ws.send_to_user(job.to, {"kind": job.kind})
