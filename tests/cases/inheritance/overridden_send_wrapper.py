"""A subclass overrides the wrapper that the base's methods go through."""


class Base:
    def __init__(self, ws):
        self.ws = ws

    async def started(self, job, owner):
        await self._emit(owner, {"job": job})

    async def failed(self, job, owner):
        await self._emit(job, {"owner": owner})

    async def _emit(self, who, body):
        await self.ws.send_to_user(who, body)


class Quiet(Base):
    async def _emit(self, who, body):
        return None


class Operator(Base):
    async def _emit(self, who, body):
        await self.ws.send_to_user("operator", {"who": who, **body})


async def main(manager, run_id, user_id):
    await Quiet(manager).failed(run_id, user_id)
    await Operator(manager).failed(run_id, user_id)
    await Base(manager).started(run_id, user_id)
    await Base(manager).failed(run_id, user_id)
