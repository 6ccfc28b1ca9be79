"""A partial kept in an attribute."""

from functools import partial


class Job:
    def __init__(self, on_done):
        self.on_done = on_done

    async def finish(self):
        await self.on_done({"done": True})


async def main(manager, run_id, user_id):
    await Job(partial(manager.send_to_user, user_id)).finish()
    await Job(partial(manager.send_to_user, run_id)).finish()
