"""A nested progress callback handed to a worker."""


class Generator:
    async def generate(self, rows, progress):
        for index in range(rows):
            await progress(index, rows)


class Service:
    def __init__(self, ws):
        self.ws = ws

    async def run(self, run_id, user_id, generator):
        async def to_owner(done, total):
            await self.ws.send_to_user(user_id, {"run_id": run_id, "done": done, "of": total})

        async def to_job(done, total):
            await self.ws.send_to_user(run_id, {"done": done, "of": total})

        await generator.generate(2, to_owner)
        await generator.generate(1, progress=to_job)


async def main(manager, run_id, user_id):
    await Service(manager).run(run_id, user_id, Generator())
