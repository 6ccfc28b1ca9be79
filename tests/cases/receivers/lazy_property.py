"""The manager is imported and made on first use."""


class LazyAgent:
    def __init__(self, factory):
        self._factory = factory
        self._ws = None

    @property
    def ws(self):
        if self._ws is None:
            self._ws = self._factory()
        return self._ws

    async def go(self, run_id, user_id):
        await self.ws.send_to_user(user_id, {"run_id": run_id})
        await self.ws.send_to_user(run_id, {"n": 2})


async def main(manager, run_id, user_id):
    await LazyAgent(lambda: manager).go(run_id, user_id)
