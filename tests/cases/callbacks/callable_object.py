"""An object with `__call__`."""


class Send:
    def __init__(self, hub):
        self.hub = hub

    async def __call__(self, to, **body):
        await self.hub.send_to_user(to, body)


async def main(manager, run_id, user_id):
    send = Send(manager)
    await send(user_id, n=1)
    await send(run_id, n=2)
