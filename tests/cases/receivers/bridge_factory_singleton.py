"""A bridge is made once by a factory, through ``__new__``."""


class Bridge:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, manager=None):
        if manager is not None:
            self.manager = manager

    async def notify(self, who, body):
        if who and not who.startswith("run_"):
            await self.manager.send_to_user(who, body)

    async def force(self, who, body):
        await self.manager.send_to_user(who, body)


def get_bridge(manager=None):
    return Bridge(manager)


async def main(manager, run_id, user_id):
    get_bridge(manager)
    await get_bridge().notify(run_id, {"n": 1})
    await get_bridge().notify(user_id, {"n": 2})
    await get_bridge().force(run_id, {"n": 3})
