import resilience
from resilience import with_retry


class Job:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner
        self.timings = []

    @resilience.timed("push")
    @with_retry
    async def push(self, whom, body):
        await self.ws.send_to_user(whom, body)


class ImportJob(Job):
    @with_retry(attempts=3)
    async def report(self, execution, body):
        await self.push(self.owner, {"execution": execution, **body})


class ExportJob(Job):
    @resilience.timed("report")
    async def report(self, execution, body):
        await self.push(whom=execution, body=body)
