class SupervisorCore:
    def __init__(self, ws, *, execution, owner):
        self.ws = ws
        self.execution = execution
        self.owner = owner

    async def step(self, name, *, to=None):
        await self.ws.send_to_user(to or self.owner, {"step": name})

    async def finish(self):
        await self.step("finish")
        await self.cleanup()

    async def cleanup(self):
        """Nothing to clean up here."""
