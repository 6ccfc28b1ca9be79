class BaseAgent:
    name = "base"

    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    async def run(self, job):
        await self.started(job)
        await self.finished(job)
