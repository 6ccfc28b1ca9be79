"""The manager comes out of containers and providers."""


class Services:
    def __init__(self, manager):
        self.by_name = {"websocket": manager}

    def get(self, name):
        return self.by_name[name]


async def main(manager, run_id, user_id):
    services = Services(manager)
    await services.get("websocket").send_to_user(run_id, {"n": 1})
    await services.by_name["websocket"].send_to_user(user_id, {"n": 2})
    managers = [manager]
    for each in managers:
        await each.send_to_user(run_id, {"n": 3})
