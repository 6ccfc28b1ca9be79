"""Keyword arguments forwarded as they are."""


class Proxy:
    def __init__(self, inner):
        self.inner = inner

    async def send(self, **kwargs):
        await self.inner.send_to_user(**kwargs)


async def main(manager, run_id, user_id):
    proxy = Proxy(manager)
    await proxy.send(user_id=user_id, message={"run": run_id})
    await proxy.send(user_id=run_id, message={"user": user_id})
