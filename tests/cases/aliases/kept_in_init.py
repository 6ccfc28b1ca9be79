"""A bound method of the manager kept by the constructor."""


class Progress:
    def __init__(self, ws, owner):
        self._emit = ws.send_to_user
        self._owner = owner

    async def tick(self, job):
        await self._emit(self._owner, {"job": job})

    async def tick_job(self, job):
        await self._emit(job, {"owner": self._owner})


async def main(manager, run_id, user_id):
    progress = Progress(manager, user_id)
    await progress.tick(run_id)
    await progress.tick_job(run_id)
