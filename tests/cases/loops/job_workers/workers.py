from __future__ import annotations

from typing import Any

from jobs import Job, JobKind, JobQueue
from reporter import JobReporter


class Worker:
    kinds: tuple[JobKind, ...] = (JobKind.ANALYSE, JobKind.CLEANUP)

    def __init__(self, queue: JobQueue, reporter: JobReporter) -> None:
        self.queue = queue
        self.reporter = reporter

    async def work(self) -> None:
        while job := self.queue.take(*self.kinds):
            await self.reporter.started(job)
            try:
                await self.handle(job)
            except RuntimeError as error:
                if self.queue.put_off(job):
                    await self.reporter.failed(job, error)
            else:
                await self.reporter.done(job)

    async def handle(self, job: Job) -> None:
        await self.reporter.progress(job, 50)
        if job.kind is JobKind.CLEANUP and job.attempts == 0:
            raise RuntimeError("busy")


class ReportWorker(Worker):
    kinds = (JobKind.REPORT,)

    def __init__(self, queue: JobQueue, reporter: JobReporter, manager: Any) -> None:
        super().__init__(queue, reporter)
        self.manager = manager

    async def handle(self, job: Job) -> None:
        if job.attempts:
            raise RuntimeError("no second report")
        key, owner = job.key, job.user_id
        await self.manager.send_to_user(owner, {"report": key})
        if owner is None:
            raise RuntimeError("nobody to report to")
        key, owner = owner, key
        await self.manager.send_to_user(key, {"report": owner, "again": True})
