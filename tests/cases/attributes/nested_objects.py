"""An attribute of an attribute."""


class Ids:
    def __init__(self, run_id, user_id):
        self.job = run_id
        self.person = user_id


class Context:
    def __init__(self, ids):
        self.ids = ids


class Worker:
    def __init__(self, context, bus):
        self.context, self.bus = context, bus

    async def work(self):
        await self.bus.send_to_user(self.context.ids.person, {"n": 1})
        await self.bus.send_to_user(self.context.ids.job, {"n": 2})


async def main(manager, run_id, user_id):
    await Worker(Context(Ids(run_id, user_id)), manager).work()
