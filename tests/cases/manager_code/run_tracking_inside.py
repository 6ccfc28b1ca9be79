"""A manager that knows runs, but sends to their owners."""


class TrackingManager:
    def __init__(self, transport):
        self.transport = transport
        self.owner_of_run = {}

    def track(self, run_id, user_id):
        self.owner_of_run[run_id] = user_id

    async def send_to_user(self, user_id, message):
        await self.transport.send_to_user(user_id, message)

    async def send_run_update(self, run_id, message):
        user_id = self.owner_of_run.get(run_id)
        if user_id:
            await self.send_to_user(user_id, {**message, "run_id": run_id})

    async def send_run_update_badly(self, run_id, message):
        user_id = self.owner_of_run.get(run_id, run_id)
        await self.send_to_user(user_id, message)


async def main(manager, run_id, user_id, flag):
    hub = TrackingManager(manager)
    if flag:
        hub.track(run_id, user_id)
    await hub.send_run_update(run_id, {"n": 1})
    await hub.send_run_update_badly(run_id, {"n": 2})
