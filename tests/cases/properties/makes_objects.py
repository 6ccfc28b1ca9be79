"""Properties and operators make an object each time, which is given what the maker has."""


class Notifier:
    def __init__(self, ws, who):
        self.ws = ws
        self.who = who

    async def tell(self, n):
        await self.ws.send_to_user(self.who, {"n": n})

    def __rshift__(self, who):
        return Notifier(self.ws, who)


class Agent:
    def __init__(self, ws, job, owner):
        self.ws = ws
        self.job = job
        self.owner = owner

    @property
    def tracer(self):
        return Notifier(self.ws, self.job)

    @property
    def notifier(self):
        return Notifier(self.ws, self.owner)


async def main(manager, run_id, user_id):
    agent = Agent(manager, run_id, user_id)
    await manager.send_to_user(agent.notifier.who, {"n": 1})
    await manager.send_to_user(agent.tracer.who, {"n": 2})
    await agent.tracer.tell(3)
    await (agent.notifier >> run_id).tell(4)
    await manager.send_to_user((agent.tracer >> user_id).who, {"n": 5})
