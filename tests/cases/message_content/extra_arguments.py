"""Other arguments of the send carry the run id."""


class Manager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message, retry=False, correlation_id=None):
        return await self.transport.send_to_user(user_id, {**message, "ref": correlation_id})


async def main(manager, run_id, user_id):
    hub = Manager(manager)
    await hub.send_to_user(user_id, {"n": 1}, True, run_id)
    await hub.send_to_user(user_id, {"n": 2}, correlation_id=run_id)
    await manager.send_to_user(user_id, {"n": 3}, run_id)
    await hub.send_to_user(run_id, {"n": 4}, correlation_id=user_id)
