"""A lambda kept in an attribute decides the recipient."""


class Emitter:
    def __init__(self, ws, resolve=None):
        self.ws = ws
        self.resolve = resolve or (lambda job: "operator")

    async def emit(self, job):
        await self.ws.send_to_user(self.resolve(job), {"job": job})


class OpenEmitter:
    def __init__(self, ws, resolve=None):
        self.ws = ws
        self.resolve = resolve or (lambda job: job)

    async def emit(self, job):
        await self.ws.send_to_user(self.resolve(job), {"n": 2})


async def main(manager, run_id, user_id):
    await Emitter(manager).emit(run_id)
    await Emitter(manager, lambda job: user_id).emit(run_id)
    await OpenEmitter(manager).emit(run_id)
