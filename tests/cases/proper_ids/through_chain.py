"""Proper ids through a chain of calls."""


class Tracker:
    def __init__(self, ws):
        self.ws = ws

    async def send_update(self, run_id, status, thread_id=None, user_id=None):
        update = {"run": run_id, "status": status}
        if thread_id:
            return await self.ws.send_to_thread(thread_id, update)
        if user_id:
            return await self.ws.send_to_user(user_id, update)
        return None


async def generate(tracker, profile, run_id, thread_id=None, user_id=None):
    for step in profile:
        await tracker.send_update(run_id, step, thread_id, user_id)


async def main(manager, run_id, thread_id, user_id):
    await generate(Tracker(manager), ["a", "b"], run_id, thread_id, user_id)
