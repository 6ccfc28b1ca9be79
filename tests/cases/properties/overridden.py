"""A subclass repairs the property."""


class Broken:
    def __init__(self, run_id, user_id):
        self.run, self.user = run_id, user_id

    @property
    def address(self):
        return self.run

    async def greet(self, hub):
        await hub.send_to_user(self.address, {"hello": True})


class Repaired(Broken):
    @property
    def address(self):
        return self.user


async def main(manager, run_id, user_id):
    await Repaired(run_id, user_id).greet(manager)
