"""All the guide's checks in one class; the last method forgets its own."""

import logging

logger = logging.getLogger("guards")


class Guarded:
    RUN = "run_"

    def __init__(self, ws, owner=None, room=None):
        self.ws = ws
        self.owner = owner
        self.room = room

    async def early_return(self, x, body):
        if not x:
            return
        if x.startswith(self.RUN):
            logger.debug("skipping %s", x)
            return
        await self.ws.send_to_user(x, body)

    async def nested(self, x, body):
        if x is not None:
            if not x.startswith("run_"):
                await self.ws.send_to_user(x, body)
            elif self.owner and not self.owner.startswith("run_"):
                await self.ws.send_to_user(self.owner, body)

    async def swapped(self, x, body):
        target = self.owner if x and x.startswith("run_") else x
        if target:
            await self.ws.send_to_user(target, body)

    async def in_loop(self, xs, body):
        for x in xs:
            if not x or x.startswith("run_"):
                continue
            await self.ws.send_to_user(x, body)

    async def in_try(self, x, body):
        try:
            assert x and not x.startswith("run_"), x
            await self.ws.send_to_user(x, body)
        except AssertionError:
            await self.ws.send_to_user("operator", body)

    async def forgotten(self, x, body):
        if x and len(x) > 3:
            await self.ws.send_to_user(x, body)


async def main(manager, run_id, user_id):
    guarded = Guarded(manager, user_id)
    for x in (user_id, run_id):
        await guarded.early_return(x, {"n": 1})
        await guarded.nested(x, {"n": 2})
        await guarded.swapped(x, {"n": 3})
        await guarded.in_loop([x, "lobby"], {"n": 4})
        await guarded.in_try(x, {"n": 5})
        await guarded.forgotten(x, {"n": 6})
