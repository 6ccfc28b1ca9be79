"""A nested configuration class, read through `self` and through the class."""


class Agent:
    class Config:
        fallback = "operator"
        last = None

    def __init__(self, ws):
        self.ws = ws

    async def right(self, who):
        await self.ws.send_to_user(who or self.Config.fallback, {"n": 1})

    async def wrong(self, who):
        await self.ws.send_to_user(who or Agent.Config.last, {"n": 2})


async def main(manager, run_id, user_id):
    Agent.Config.last = run_id
    agent = Agent(manager)
    await agent.right(user_id)
    await agent.wrong(user_id)
