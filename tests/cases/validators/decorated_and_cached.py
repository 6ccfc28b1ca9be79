"""A validator under `lru_cache`, and one kept in an attribute."""

from functools import lru_cache


@lru_cache(maxsize=128)
def is_person(value):
    return not value.startswith("run_")


class Sender:
    def __init__(self, ws, accepts=is_person):
        self.ws = ws
        self.accepts = accepts

    async def send(self, x, body):
        if not self.accepts(x):
            return
        await self.ws.send_to_user(x, body)


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if is_person(x):
        await manager.send_to_user(x, {"n": 1})
    await Sender(manager).send(x, {"n": 2})
    await Sender(manager, accepts=bool).send(x, {"n": 3})
