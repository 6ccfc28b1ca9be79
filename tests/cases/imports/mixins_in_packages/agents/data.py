from .base import BaseAgent
from .lifecycle import LifecycleMixin


class DataAgent(LifecycleMixin, BaseAgent):
    name = "data"

    async def finished(self, job):
        await self.ws.send_to_user(self.owner, {"agent": self.name, "job": job})
