"""A worker looks up what does a job, and sends to what an error of that says of the job."""


class Job:
    def __init__(self, kind, run_id, owner):
        self.kind = kind
        self.run_id = run_id
        self.owner = owner


class JobFailed(Exception):
    def __init__(self, reason, job):
        super().__init__(reason)
        self.job_ref = job.run_id
        self.contact = job.owner


async def broken(job: Job):
    raise JobFailed("always", job)


async def fine(job: Job):
    return {"kind": job.kind}


class Worker:
    def __init__(self, manager, handlers):
        self.manager = manager
        self.handlers = handlers
        self._jobs = []

    def submit(self, job: Job):
        self._jobs.append(job)

    async def drain(self):
        while self._jobs:
            await self._attempt(self._jobs.pop())

    async def _attempt(self, job: Job):
        try:
            await self.handlers[job.kind](job)
        except JobFailed as failure:
            await self._failed(failure)

    async def _failed(self, failure: JobFailed):
        await self.manager.send_to_user(failure.contact, {"n": 1})
        await self.manager.send_to_user(failure.job_ref, {"n": 2})


async def main(manager, run_id, user_id):
    worker = Worker(manager, {"broken": broken, "fine": fine})
    worker.submit(Job("broken", run_id, user_id))
    worker.submit(Job("fine", run_id, user_id))
    await worker.drain()
