"""A decorator that checks its first argument, and one that only logs."""

from functools import wraps


def no_runs(function):
    @wraps(function)
    async def inner(manager, target, body):
        if target is None or target.startswith("run_"):
            return None
        return await function(manager, target, body)

    return inner


def logged(function):
    @wraps(function)
    async def inner(*args):
        return await function(*args)

    return inner


@no_runs
async def careful(manager, target, body):
    await manager.send_to_user(target, body)


@logged
async def careless(manager, target, body):
    await manager.send_to_user(target, body)


async def main(manager, run_id, user_id):
    await careful(manager, run_id, {"n": 1})
    await careful(manager, user_id, {"n": 2})
    await careless(manager, run_id, {"n": 3})
    await careless(manager, user_id, {"n": 4})
