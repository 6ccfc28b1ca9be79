"""A decorator refuses to call its function with a run id."""

import functools


def recipients_only(function):
    @functools.wraps(function)
    async def guarded(manager, target, body):
        if not target or target.startswith("run_"):
            return False
        return await function(manager, target, body)

    return guarded


def lenient(function):
    @functools.wraps(function)
    async def guarded(manager, target, body):
        if not target:
            return False
        return await function(manager, target, body)

    return guarded


@recipients_only
async def safe(manager, target, body):
    return await manager.send_to_user(target, body)


@lenient
async def unsafe(manager, target, body):
    return await manager.send_to_user(target, body)


async def main(manager, run_id, user_id):
    await safe(manager, run_id, {"n": 1})
    await safe(manager, user_id, {"n": 2})
    await unsafe(manager, run_id, {"n": 3})
