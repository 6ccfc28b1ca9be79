"""The subclass sets what the base's method sends to."""


class Step:
    audience = None

    def __init__(self, ws):
        self.ws = ws

    async def emit(self, body):
        if self.audience:
            await self.ws.send_to_user(self.audience, body)


class OwnerStep(Step):
    def __init__(self, ws, owner, job):
        super().__init__(ws)
        self.audience = owner
        self.job = job


class JobStep(OwnerStep):
    def __init__(self, ws, owner, job):
        super().__init__(ws, owner, job)
        self.audience = self.job


async def main(manager, run_id, user_id):
    await OwnerStep(manager, user_id, run_id).emit({"n": 1})
    await JobStep(manager, user_id, run_id).emit({"n": 2})
