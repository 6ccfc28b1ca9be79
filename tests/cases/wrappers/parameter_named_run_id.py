"""A wrapper that asks for a run id and sends to it."""


class StreamNotifier:
    def __init__(self, manager):
        self.manager = manager

    async def notify(self, run_id, text):
        await self.manager.send_to_user(run_id, {"text": text})


async def main(manager, run_id):
    await StreamNotifier(manager).notify(run_id, "hello")
