"""Each subclass names its own key."""


class Base:
    key = "owner"

    def __init__(self, ws):
        self.ws = ws

    async def go(self, ids):
        await self.ws.send_to_user(ids[self.key], {"key": self.key})


class Right(Base):
    pass


class Wrong(Base):
    key = "job"


async def main(manager, run_id, user_id):
    await Right(manager).go({"owner": user_id, "job": run_id})
    await Wrong(manager).go({"owner": user_id, "job": run_id})
