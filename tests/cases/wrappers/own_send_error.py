"""A manager's `send_error` forwards to its own send."""


class Hub:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)

    async def send_error(self, user_id, text):
        await self.send_to_user(user_id, {"type": "error", "text": text})


async def main(manager, run_id, user_id):
    hub = Hub(manager)
    await hub.send_error(user_id, f"run {run_id} failed")
    await hub.send_error(run_id, "failed")
    await hub.send_to_user(run_id, {"type": "plain"})
