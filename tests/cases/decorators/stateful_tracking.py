"""A decorator that is an object notifies about each call, with what it remembers."""

import functools


class tracked:
    def __init__(self, *, audience):
        self.audience = audience
        self.calls = 0

    def __call__(self, function):
        @functools.wraps(function)
        async def wrapper(service, job, owner):
            self.calls += 1
            who = {"job": job, "owner": owner}[self.audience]
            await service.ws.send_to_user(who, {"call": function.__name__, "n": self.calls})
            return await function(service, job, owner)

        wrapper.tracker = self
        return wrapper


class Throttled:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.last = None

    async def __call__(self, ws, who, n):
        self.last = who
        return await self.function(ws, who, n)

    async def repeat(self, ws):
        await self.function(ws, self.last, 0)


@Throttled
async def ping(ws, who, n):
    await ws.send_to_user(who, {"ping": n})


@Throttled
async def pong(ws, who, n):
    await ws.send_to_user(who, {"pong": n})


class Service:
    def __init__(self, ws):
        self.ws = ws

    @tracked(audience="owner")
    async def start(self, job, owner):
        return job

    @tracked(audience="job")
    async def stop(self, job, owner):
        return owner


async def main(manager, run_id, user_id):
    service = Service(manager)
    await manager.send_to_user(await service.start(run_id, user_id), {"n": 1})
    await manager.send_to_user(await service.stop(run_id, user_id), {"n": 2})
    await ping(manager, user_id, 1)
    await ping.repeat(manager)
    await pong(manager, run_id, 1)
    await pong.repeat(manager)
