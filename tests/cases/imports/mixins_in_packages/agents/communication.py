class CommunicationMixin:
    def _audience(self, job):
        return self.owner or "operator"

    async def finished(self, job):
        await self.ws.send_message(self._audience(job), {"agent": self.name, "job": job})
