"""An attribute set deep inside a chain of own methods."""


class Pipeline:
    def __init__(self, manager):
        self.manager = manager
        self._channel = None

    async def run(self, run_id):
        self._setup(run_id)
        await self._finish()

    def _setup(self, identifier):
        self._remember(identifier)

    def _remember(self, value):
        self._channel = str(value)

    async def _finish(self):
        if self._channel:
            await self.manager.send_message(self._channel, {"done": True})


async def main(manager, run_id):
    await Pipeline(manager).run(run_id)
