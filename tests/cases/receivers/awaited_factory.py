"""The manager comes out of an awaited factory, in one expression."""


class Services:
    def __init__(self, manager):
        self._manager = manager

    async def websocket(self):
        return self._manager

    def __getitem__(self, name):
        return self._manager


async def main(manager, run_id, user_id):
    services = Services(manager)
    await (await services.websocket()).send_to_user(run_id, {"n": 1})
    await services["ws"].send_to_user(run_id, {"n": 2})
    hub = await services.websocket()
    await hub.send_to_user(user_id, {"n": 3})
    await hub.send_message(user_id=run_id, message={"n": 4})
