"""Message first, through a typed attribute."""


class Outlet:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, event, user_id):
        await self.transport.deliver(user_id, event)


class Agent:
    def __init__(self, outlet: Outlet):
        self.outlet = outlet

    async def go(self, run_id, user_id):
        await self.outlet.send_to_user(run_id, user_id)
        await self.outlet.send_to_user({"n": 1}, run_id)


async def main(manager, run_id, user_id):
    await Agent(Outlet(manager)).go(run_id, user_id)
