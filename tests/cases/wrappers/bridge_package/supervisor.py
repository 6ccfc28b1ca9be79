class Supervisor:
    def __init__(self, bridge):
        self.bridge = bridge

    async def execute(self, *, job, **where):
        await self.bridge.started(job=job, **where)

    async def fail(self, *, job, owner=None, room=None):
        await self.bridge.error(owner or job, text=f"job {job} failed")
