"""A bound method as a callback."""


class Reporter:
    def __init__(self, hub, recipient):
        self.hub = hub
        self.recipient = recipient

    async def report(self, step):
        await self.hub.send_to_user(self.recipient, {"step": step})


async def walk(steps, callback):
    for step in steps:
        await callback(step)


async def main(manager, run_id, user_id):
    await walk(["a"], Reporter(manager, user_id).report)
    await walk(["b"], Reporter(manager, run_id).report)
