from agents.base import BaseAgent
from agents.mixins import OwnerAddressed, WebSocketMixin


class TriageAgent(OwnerAddressed, WebSocketMixin, BaseAgent):
    name = "triage"

    async def execute(self, state):
        await self._deliver(state["owner"], {"type": "category"})
        return "cost"
