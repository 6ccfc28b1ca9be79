class Supervisor:
    def __init__(self, agents):
        self.agents = {agent.name: agent for agent in agents}

    async def run(self, ids):
        for name in sorted(self.agents):
            await self.agents[name].bind(ids).execute()
