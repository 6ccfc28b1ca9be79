"""A wrapper of a hub that is keyed by run, beside one of a manager."""


class RunHub:
    def __init__(self, ws):
        self.ws = ws
        self.owners = {}

    async def send_to_thread(self, run_id, message):
        await self.ws.send_to_user(self.owners.get(run_id, "operator"), message)


class Facade:
    def __init__(self, hub: RunHub, ws):
        self.hub = hub
        self.ws = ws

    async def by_run(self, key, body):
        await self.hub.send_to_thread(key, body)

    async def by_user(self, key, body):
        await self.ws.send_to_user(key, body)


async def main(manager, run_id, user_id):
    hub = RunHub(manager)
    hub.owners[run_id] = user_id
    facade = Facade(hub, manager)
    await facade.by_run(run_id, {"n": 1})
    await facade.by_user(user_id, {"n": 2})
    await facade.by_user(run_id, {"n": 3})
