"""The context manager's exit sends to what its constructor was given."""


class ProgressScope:
    def __init__(self, hub, address):
        self.hub = hub
        self.address = address

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await self.hub.send_to_user(self.address, {"failed": error is not None})


async def main(manager, run_id, user_id):
    async with ProgressScope(manager, user_id):
        pass
    async with ProgressScope(manager, run_id) as scope:
        scope.hub = manager
