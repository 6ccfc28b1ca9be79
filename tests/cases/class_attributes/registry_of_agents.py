"""Agents register themselves under a name; the supervisor makes them."""


class Agent:
    registry = {}

    def __init_subclass__(cls, name=None, **rest):
        super().__init_subclass__(**rest)
        Agent.registry[name or cls.__name__] = cls

    def __init__(self, manager, context):
        self.manager = manager
        self.context = context

    async def run(self):
        raise NotImplementedError


class Triage(Agent, name="triage"):
    async def run(self):
        if self.context["user_id"]:
            await self.manager.send_to_user(self.context["user_id"], {"n": 1})


class Report(Agent, name="report"):
    async def run(self):
        await self.manager.send_to_user(self.context["run_id"], {"n": 2})


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id}
    for name in ("triage", "report"):
        await Agent.registry[name](manager, context).run()
