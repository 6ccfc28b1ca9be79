"""A partial with the recipient bound is a worker's callback."""

from functools import partial


class Worker:
    def __init__(self, on_progress):
        self.on_progress = on_progress

    async def work(self, rows):
        for row in range(rows):
            await self.on_progress({"row": row})


class Service:
    def __init__(self, hub):
        self.hub = hub

    async def _progress(self, who, body):
        await self.hub.send_to_user(who, body)

    async def start(self, run_id, owner):
        await Worker(partial(self._progress, owner)).work(1)

    async def start_badly(self, run_id, owner):
        await Worker(partial(self._progress, run_id)).work(1)


async def main(manager, run_id, user_id):
    service = Service(manager)
    await service.start(run_id, user_id)
    await service.start_badly(run_id, user_id)
