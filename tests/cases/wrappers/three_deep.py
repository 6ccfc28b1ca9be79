"""Three wrappers, one inside the other."""


class Transport:
    def __init__(self, manager):
        self._manager = manager

    async def _raw(self, key, frame):
        await self._manager.send_to_user(key, frame)

    async def _encoded(self, destination, body):
        await self._raw(destination, {"body": body})

    async def publish(self, audience, kind, **fields):
        await self._encoded(audience, {"type": kind, **fields})


async def main(manager, run_id, user_id):
    transport = Transport(manager)
    await transport.publish(user_id, "started", run_id=run_id)
    await transport.publish(run_id, "started", user=user_id)
