from agents.base import Agent


class PlannerAgent(Agent):
    async def think(self):
        await self.emitter.emit_to(self.context.key, "thinking")
        return ["a", "b"]
