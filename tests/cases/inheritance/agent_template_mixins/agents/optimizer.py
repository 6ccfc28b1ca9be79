from .base import BaseAgent
from .mixins import JobAddressed, WebSocketMixin


class OptimizerAgent(WebSocketMixin, JobAddressed, BaseAgent):
    name = "optimizer"

    async def execute(self, state):
        await self._deliver(state["job"], {"type": "plan"})
        await self._deliver(state["owner"], {"type": "plan"})
        return "plan"

    def completed_event(self):
        return "optimizer_completed"
