"""What an object gives back of its fields: functions by one, plain things by another."""


class Handlers:
    def __init__(self, manager, on_done):
        self.manager = manager
        self.on_done = on_done

    async def notify(self, recipient):
        await self.manager.send_to_user(recipient, {"n": 1})

    def table(self):
        return {"done": self.on_done, "started": self.notify}

    def as_dict(self):
        return {"manager": self.manager, "name": "handlers"}


async def main(manager, run_id, user_id):
    async def done(recipient):
        await manager.send_to_user(recipient, {"n": 2})

    handlers = Handlers(manager, done)
    await handlers.table()["started"](run_id)
    await handlers.table()["done"](run_id)
    await handlers.as_dict()["manager"].send_to_user(user_id, {"n": 3})
