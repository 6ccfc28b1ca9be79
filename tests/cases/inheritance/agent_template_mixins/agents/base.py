from abc import ABC, abstractmethod


class BaseAgent(ABC):
    name = "agent"

    def __init__(self, websocket):
        self.websocket = websocket
        self.state = {}

    async def run(self, request):
        self.state = self.prepare(request)
        await self.emit("agent_started", {"agent": self.name})
        result = await self.execute(self.state)
        await self.emit(self.completed_event(), {"result": result})
        return result

    def prepare(self, request):
        return {"target": self.address_of(request), **request}

    def completed_event(self):
        return "agent_completed"

    @abstractmethod
    async def execute(self, state):
        """Do the agent's own work."""

    @abstractmethod
    def address_of(self, request):
        """Who hears of this agent."""
