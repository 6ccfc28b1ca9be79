"""The subclass's helper is the wrong one."""


class Base:
    def __init__(self, hub, user_id):
        self.hub = hub
        self.user = user_id

    def address(self, run_id):
        return self.user

    async def tell(self, run_id):
        await self.hub.send_to_user(self.address(run_id), {"run": run_id})


class Careless(Base):
    def address(self, run_id):
        return run_id


async def main(manager, run_id, user_id):
    await Base(manager, user_id).tell(run_id)
    await Careless(manager, user_id).tell(run_id)
