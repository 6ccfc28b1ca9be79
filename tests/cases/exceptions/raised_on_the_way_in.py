"""An error that a function or a context manager raises on the way in carries an id to its handler"""

from contextlib import asynccontextmanager


class Taken(Exception):
    def __init__(self, resource, holder):
        super().__init__(resource)
        self.resource = resource
        self.holder = holder


class Leases:
    def __init__(self):
        self.kept = {}

    @asynccontextmanager
    async def hold(self, resource, holder):
        if self.kept.get(resource):
            raise Taken(resource, holder)
        self.kept[resource] = holder
        yield resource

    def refuse(self, resource, holder):
        raise Taken(resource, holder)


async def work(ws, leases, run_id, user_id):
    async with leases.hold(run_id, user_id):
        try:
            async with leases.hold(run_id, user_id):
                pass
        except Taken as taken:
            await ws.send_to_user(taken.resource, {"n": 1})
            await ws.send_to_user(taken.holder, {"n": 2})
    try:
        leases.refuse(run_id, user_id)
    except Taken as taken:
        await ws.send_to_user(taken.resource, {"n": 3})
        await ws.send_to_user(taken.holder, {"n": 4})


async def main(manager, run_id, user_key):
    await work(manager, Leases(), run_id, user_key or "lead")
