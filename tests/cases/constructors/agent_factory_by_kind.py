"""A factory knows agent classes by kind and makes one for each request."""


class BaseAgent:
    def __init__(self, ws, target, **options):
        self.ws = ws
        self.target = target
        self.options = options

    async def run(self):
        await self.ws.send_to_user(self.target, {"kind": type(self).__name__})


class WriterAgent(BaseAgent):
    async def run(self):
        await super().run()
        await self.ws.send_to_user(self.options["notify"], {"written": True})


class ReaderAgent(BaseAgent):
    pass


class AgentFactory:
    _kinds = {}

    @classmethod
    def register(cls, kind, agent_class):
        cls._kinds[kind] = agent_class

    def __init__(self, ws):
        self.ws = ws

    def create(self, kind, target, **options):
        agent_class = self._kinds.get(kind)
        if agent_class is None:
            raise ValueError(f"unknown agent {kind}")
        return agent_class(self.ws, target, **options)


AgentFactory.register("writer", WriterAgent)
AgentFactory.register("reader", ReaderAgent)


async def main(manager, run_id, user_id):
    factory = AgentFactory(manager)
    await factory.create("reader", user_id).run()
    await factory.create("writer", user_id, notify=user_id).run()
    await factory.create("writer", user_id, notify=run_id).run()
    await factory.create("reader", run_id).run()
