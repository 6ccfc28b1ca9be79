"""A property with a fallback to the run id."""


class AgentContext:
    def __init__(self, run_id, user_id=None):
        self.run_id = run_id
        self.user_id = user_id

    @property
    def destination(self):
        if self.user_id:
            return self.user_id
        return self.run_id


class Agent:
    def __init__(self, hub):
        self.hub = hub

    async def tell(self, context):
        await self.hub.send_to_user(context.destination, {"run": context.run_id})


async def main(manager, run_id, user_id):
    await Agent(manager).tell(AgentContext(run_id, user_id))
