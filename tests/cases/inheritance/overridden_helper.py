"""The subclass overrides the helper; the base's is never called."""


class Base:
    def __init__(self, hub, user_id):
        self.hub = hub
        self.user = user_id

    def address(self, run_id):
        return run_id

    async def tell(self, run_id):
        await self.hub.send_to_user(self.address(run_id), {"run": run_id})


class Careful(Base):
    def address(self, run_id):
        return self.user


async def main(manager, run_id, user_id):
    await Careful(manager, user_id).tell(run_id)
