"""A hub keyed by run has its own methods with the same words."""


class RunHub:
    def __init__(self, manager):
        self.manager = manager
        self.owners = {}

    def bind(self, run_id, user_id):
        self.owners[run_id] = user_id

    async def send_to_user(self, run_id, body):
        owner = self.owners.get(run_id)
        if owner:
            await self.manager.send_to_user(owner, body)


async def main(manager, run_id, user_id):
    hub = RunHub(manager)
    hub.bind(run_id, user_id)
    await hub.send_to_user(run_id, {"n": 1})
