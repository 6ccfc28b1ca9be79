"""A missing keyword is replaced by another parameter."""


class Tracker:
    def __init__(self, ws):
        self.ws = ws

    async def update(self, run_id, status, thread_id=None, user_id=None):
        if thread_id:
            await self.ws.send_to_thread(thread_id, {"status": status})
        elif user_id:
            await self.ws.send_to_user(user_id, {"status": status})
        else:
            await self.ws.send_to_user(run_id, {"status": status})


async def main(manager, run_id, user_id, thread_id):
    tracker = Tracker(manager)
    await tracker.update(run_id, "started", thread_id, user_id)
    await tracker.update(run_id, "dropped")
