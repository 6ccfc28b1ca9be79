class LifecycleMixin:
    def _audience(self, job):
        return self.owner if self.owner else job

    async def started(self, job):
        await self.ws.send_message(self._audience(job), {"agent": self.name})
