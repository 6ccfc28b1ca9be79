"""A class whose sends take the message first."""


class Gateway:
    def __init__(self, manager):
        self.manager = manager

    async def send_to_user(self, message, user_id):
        await self.manager.send_to_user(user_id, message)


async def main(manager, run_id, user_id):
    gateway = Gateway(manager)
    await gateway.send_to_user({"run_id": run_id}, user_id)
    await gateway.send_to_user(run_id, user_id)
    await gateway.send_to_user({"n": 3}, run_id)
