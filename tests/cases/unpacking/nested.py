"""Nested targets."""


class Progress:
    def __init__(self, hub):
        self.hub = hub

    async def emit(self, run_id, user_id, thread_id):
        (run, (user, thread)), text = (run_id, (user_id, thread_id)), "half way"
        await self.hub.send_to_thread(thread, {"text": text})
        await self.hub.send_to_user(user, {"text": text, "run_id": run})
        await self.hub.send_to_user(run, {"text": text})


async def main(manager, run_id, user_id, thread_id):
    await Progress(manager).emit(run_id, user_id, thread_id)
