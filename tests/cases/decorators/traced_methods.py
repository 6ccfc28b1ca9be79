"""Methods are traced, cached and retried by decorators; the traced ones tell an observer."""

import asyncio
import functools
from time import perf_counter


def traced(method):
    @functools.wraps(method)
    async def wrapper(self, *args, **kwargs):
        started = perf_counter()
        try:
            return await method(self, *args, **kwargs)
        finally:
            took = perf_counter() - started
            if self.observer:
                await self.ws.send_to_user(self.observer, {"call": method.__name__, "took": took})

    return wrapper


def remembered(method):
    name = f"_{method.__name__}_cache"

    @functools.wraps(method)
    def wrapper(self, key):
        cache = self.__dict__.setdefault(name, {})
        if key not in cache:
            cache[key] = method(self, key)
        return cache[key]

    return wrapper


def with_fallback(attribute):
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, key):
            return method(self, key) or getattr(self, attribute)

        return wrapper

    return decorate


class Service:
    def __init__(self, ws, owners, observer=None, default=None):
        self.ws = ws
        self.owners = owners
        self.observer = observer
        self.default = default

    @remembered
    def owner(self, run_id):
        return self.owners.get(run_id)

    @with_fallback("default")
    def owner_or_default(self, run_id):
        return self.owners.get(run_id)

    @traced
    async def finish(self, run_id):
        owner = self.owner(run_id)
        if owner:
            await self.ws.send_to_user(owner, {"finished": run_id})

    @traced
    async def fail(self, run_id):
        await self.ws.send_to_user(self.owner_or_default(run_id), {"failed": run_id})


async def main(manager, run_id, other_run_id, user_id):
    owners = {run_id: user_id}
    service = Service(manager, owners, observer=user_id, default=user_id)
    await service.finish(run_id)
    await service.finish(other_run_id)
    await service.fail(other_run_id)
    await asyncio.sleep(0)
    sloppy = Service(manager, owners, observer=run_id)
    await sloppy.finish(other_run_id)
    careless = Service(manager, {}, default=run_id)
    await careless.fail(run_id)
