"""A dictionary keyed by run: its values are what they are."""


class Registry:
    def __init__(self):
        self.users_by_run = {}

    def register(self, run_id, user_id):
        self.users_by_run[run_id] = user_id


async def main(manager, run_id, user_id):
    registry = Registry()
    registry.register(run_id, user_id)
    await manager.send_to_user(registry.users_by_run[run_id], {"run": run_id})
    for key in registry.users_by_run:
        await manager.send_to_user(key, {"wrong": True})
