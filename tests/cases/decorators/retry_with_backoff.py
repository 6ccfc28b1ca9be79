"""A retry decorator keeps the arguments and the result."""

import asyncio
import functools


def retry(attempts=3, errors=(ConnectionError,)):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                try:
                    return await function(*args, **kwargs)
                except errors:
                    await asyncio.sleep(0)
            raise RuntimeError(function.__name__)

        return wrapper

    return decorate


class Owners:
    def __init__(self, table):
        self.table = table

    @retry(attempts=2)
    async def of(self, key):
        return self.table.get(key, "operator")

    @retry()
    async def or_self(self, key):
        return self.table.get(key) or key


async def main(manager, run_id, user_id):
    owners = Owners({run_id: user_id})
    await manager.send_to_user(await owners.of(run_id), {"n": 1})
    await manager.send_to_user(await owners.or_self(run_id), {"n": 2})
