"""The state that chose the recipient is asked again by the caller."""


class Notifier:
    def __init__(self, manager, state):
        self.manager = manager
        self.state = state

    def pick(self, run_id, user_id):
        return user_id if self.state == "user" else run_id

    async def notify(self, run_id, user_id):
        chosen = self.pick(run_id, user_id)
        if self.state == "user":
            await self.manager.send_to_user(chosen, {"run": run_id})


async def main(manager, run_id, user_id, mode):
    await Notifier(manager, mode).notify(run_id, user_id)
