"""A default in the class, overwritten in one instance."""


class Worker:
    address = "operator"

    def __init__(self, hub, address=None):
        self.hub = hub
        if address:
            self.address = address

    async def report(self):
        await self.hub.send_to_user(self.address, {"n": 1})


async def main(manager, run_id, user_id):
    await Worker(manager).report()
    await Worker(manager, user_id).report()
    await Worker(manager, run_id).report()
