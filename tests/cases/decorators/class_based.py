"""A decorator that is a class."""


class Traced:
    def __init__(self, function):
        self.function = function

    async def __call__(self, *args):
        return await self.function(*args)


@Traced
async def notify(hub, to):
    await hub.send_to_user(to, {"traced": True})


async def main(manager, run_id, user_id):
    await notify(manager, user_id)
    await notify(manager, run_id)
