"""A class's function under another name, with the instance given explicitly."""


class Hub:
    def __init__(self, manager):
        self.manager = manager

    async def push(self, to, body):
        await self.manager.send_to_user(to, body)

    publish = push


async def main(manager, run_id, user_id):
    hub = Hub(manager)
    await hub.publish(user_id, {"n": 1})
    await hub.publish(run_id, {"n": 2})
    await Hub.push(hub, run_id, {"n": 3})
