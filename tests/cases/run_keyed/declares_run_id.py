"""A manager whose recipient is a run: its subscribers are found inside."""


class RunBroadcaster:
    def __init__(self, manager):
        self.manager = manager
        self.subscribers = {}

    def subscribe(self, run_id, user_id):
        self.subscribers.setdefault(run_id, []).append(user_id)

    async def send_message(self, run_id, message):
        for user_id in self.subscribers.get(run_id, []):
            await self.manager.send_to_user(user_id, message)


async def main(manager, run_id, user_id):
    broadcaster = RunBroadcaster(manager)
    broadcaster.subscribe(run_id, user_id)
    await broadcaster.send_message(run_id, {"n": 1})
