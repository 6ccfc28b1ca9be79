"""Message first, by keyword."""


class Gateway:
    def __init__(self, transport):
        self.transport = transport

    async def send_message(self, payload, *, user_id):
        await self.transport.deliver(user_id, payload)

    async def send_to_user(self, payload, user_id):
        await self.transport.deliver(user_id, payload)


async def main(manager, run_id, user_id):
    gateway = Gateway(manager)
    await gateway.send_message({"run": run_id}, user_id=user_id)
    await gateway.send_message(run_id, user_id=user_id)
    await gateway.send_to_user(payload=run_id, user_id=user_id)
