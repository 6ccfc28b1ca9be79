"""`if x and not x.startswith("run_")`."""


class Agent:
    def __init__(self, ws):
        self.ws = ws

    async def tell(self, recipient, body):
        if recipient and not recipient.startswith("run_"):
            await self.ws.send_to_user(recipient, body)


async def main(manager, run_id, user_id):
    agent = Agent(manager)
    await agent.tell(user_id or run_id, {"n": 1})
