"""A retrying decorator calls its function with the same arguments."""

import asyncio
import functools


def retry(attempts, delay=0):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            error = None
            for _ in range(attempts):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError as caught:
                    error = caught
                    await asyncio.sleep(delay)
            raise error

        return wrapper

    return decorate


@retry(3)
async def deliver(manager, target, body):
    return await manager.send_to_user(target, body)


@retry(attempts=2, delay=0)
async def deliver_checked(manager, target, body):
    if not target or target.startswith("run_"):
        return False
    return await manager.send_to_user(target, body)


async def main(manager, run_id, user_id):
    await deliver(manager, run_id, {"n": 1})
    await deliver_checked(manager, run_id, {"n": 2})
    await deliver_checked(manager, user_id, body={"n": 3})
