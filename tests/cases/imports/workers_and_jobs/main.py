"""Jobs are defined in one module, queued in another, worked off in a third."""

import asyncio

from jobs import CleanupJob, NotifyJob, ReportJob
from queueing import JobQueue
from worker import Worker


async def main(manager, run_id, user_id, thread_id):
    queue = JobQueue()
    queue.submit(NotifyJob(user_id, {"run": run_id}))
    queue.submit(ReportJob(run_id, thread_id))
    queue.submit(CleanupJob(run_id))
    worker = Worker(manager, queue)
    await worker.run_until_empty()
    await asyncio.gather(*(worker.announce(job, user_id) for job in worker.done))
