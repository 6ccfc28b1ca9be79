"""A subclass changes what its base's method is given."""


class Base:
    def __init__(self, ws):
        self.ws = ws

    async def send(self, to, body):
        await self.ws.send_to_user(to, body)


class Cleaning(Base):
    async def send(self, to, body):
        await super().send("operator" if to.startswith("run_") else to, body)


class Tagging(Base):
    async def send(self, to, body):
        await super().send(to, {"tag": True, **body})


async def main(manager, run_id, user_id):
    await Cleaning(manager).send(user_id or run_id, {"n": 1})
    await Tagging(manager).send(user_id, {"n": 2})
    await Tagging(manager).send(run_id, {"n": 3})
