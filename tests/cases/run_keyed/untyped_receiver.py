"""An untyped attribute that the only caller fills with a manager keyed by run."""


class RunBroadcaster:
    def __init__(self, manager):
        self.manager = manager
        self.watchers = {}

    async def send_message(self, run_id, message):
        for user_id in self.watchers.get(run_id, []):
            await self.manager.send_to_user(user_id, message)


class Agent:
    def __init__(self, broadcaster):
        self.broadcaster = broadcaster

    async def go(self, run_id):
        await self.broadcaster.send_message(run_id, {"n": 1})


async def main(manager, run_id, user_id):
    broadcaster = RunBroadcaster(manager)
    broadcaster.watchers[run_id] = [user_id]
    await Agent(broadcaster).go(run_id)
