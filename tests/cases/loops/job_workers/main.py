"""Job workers take runs off a queue, report to their owners and put failed jobs off"""

from __future__ import annotations

import asyncio

from jobs import Job, JobKind, JobQueue
from reporter import JobReporter
from workers import ReportWorker, Worker


async def main(manager, run_id, user_id, thread_id):
    queue = JobQueue()
    queue.submit(Job(JobKind.ANALYSE, run_id, {"user": user_id, "thread": thread_id}))
    queue.submit(Job(JobKind.REPORT, run_id, {"user": user_id}))
    queue.submit(Job(JobKind.CLEANUP, run_id))
    reporter = JobReporter(manager)
    workers = [Worker(queue, reporter), ReportWorker(queue, reporter, manager)]
    await asyncio.gather(*(worker.work() for worker in workers))
    await reporter.close()
    for job in queue.dead_letters:
        await reporter.lost(job)
