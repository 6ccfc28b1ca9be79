"""`None` as the default, the run id instead of it."""


class Emitter:
    def __init__(self, manager):
        self.manager = manager

    async def emit(self, run_id, text, target=None):
        if target is None:
            target = run_id
        await self.manager.send_to_user(target, {"text": text})


async def main(manager, run_id, user_id):
    emitter = Emitter(manager)
    await emitter.emit(run_id, "with user", user_id or "nobody")
    await emitter.emit(run_id, "without")
