"""Set in one method, read in another."""


class SupervisorAgent:
    def __init__(self, ws):
        self.ws = ws

    def prepare(self, run_id, user_id):
        self.current = run_id
        self.owner = user_id

    async def report(self):
        await self.ws.send_to_user(self.owner, {"run": self.current})
        await self.ws.send_to_user(self.current, {"owner": self.owner})


async def main(manager, run_id, user_id):
    agent = SupervisorAgent(manager)
    agent.prepare(run_id, user_id)
    await agent.report()
